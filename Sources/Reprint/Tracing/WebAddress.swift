/// Addresses of the web, as far as outlets are told by them.
package enum WebAddress {
  /// An address without scheme, `www.`, query, fragment and trailing slash, in lower case up to the path.
  ///
  /// What an archive, a cache or a proxy keeps of a page has that page's address.
  static func withoutScheme(_ address: String) -> String {
    var (host, path) = parts(address)
    var layers = 0
    while layers < mostLayers, let copied = self.address(copiedAt: host, path) {
      (host, path) = parts(copied)
      layers += 1
    }
    var name = host[...]
    for prefix in ["www.", "m.", "amp."] where name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
    return String(name) + path
  }

  /// An archive may keep what a cache had of a page; more is a trick.
  private static let mostLayers = 4

  /// The host of the archive, cache or proxy that a copy of a page is kept at; nil for any other page.
  static func keeper(_ address: String) -> String? {
    let (host, path) = parts(address)
    return self.address(copiedAt: host, path) == nil ? nil : host
  }

  /// An address's host in lower case, and its path.
  private static func parts(_ address: String) -> (host: String, path: Substring) {
    var rest = Substring(address)
    if let scheme = rest.range(ofScheme: "://") { rest = rest[scheme...] }
    if rest.hasPrefix("//") { rest = rest.dropFirst(2) }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    let host = rest.prefix { $0 != "/" }
    return (host.lowercased(), rest.dropFirst(host.count))
  }

  /// The address of the page of which an archive, a cache or a proxy keeps a copy; nil for any other page.
  private static func address(copiedAt host: String, _ path: Substring) -> String? {
    // Archives and proxies put the whole address behind their own: web.archive.org/web/2025/https://a.example/b.
    for inner in path.ranges(of: "/http").reversed() {
      let behind = path[inner.upperBound...]
      if let mark = ["s:/", ":/"].first(where: behind.hasPrefix) {
        return String(behind.dropFirst(mark.count).drop { $0 == "/" })
      }
    }
    let translated = ".translate.goog"
    if host.hasSuffix(translated) {
      // A dot has become a hyphen there, and a hyphen two.
      let labels = host.dropLast(translated.count).split(separator: "--", omittingEmptySubsequences: false)
      return labels.map { $0.replacing("-", with: ".") }.joined(separator: "-") + path
    }
    let accelerated = host.hasSuffix(".cdn.ampproject.org") ? ["/c/s/", "/v/s/", "/c/", "/v/"] : ["/amp/s/", "/amp/"]
    guard host.hasSuffix(".cdn.ampproject.org") || host == "www.google.com" || host == "google.com" else { return nil }
    return accelerated.first { path.hasPrefix($0) }.map { String(path.dropFirst($0.count)) }
  }

  /// The host of an address, or of a host itself; nil if there is none, or one longer than names can be.
  package static func host(_ address: String) -> String? {
    let host = withoutScheme(address).prefix { $0 != "/" && $0 != ":" }
    guard host.utf8.count <= 253 else { return nil }
    return host.contains(".") && !host.contains(" ") && !host.contains("@") ? String(host) : nil
  }

  /// Whether an address with its scheme is that of a site's front page.
  package static func isFrontPage(_ address: String) -> Bool {
    var slashes = 0
    for byte in address.utf8 {
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
      if slashes == 3 { return false }
      if byte == UInt8(ascii: "/") { slashes += 1 }
    }
    return true
  }

  /// The part of a host that says whose it is: `harbourpost` of `news.harbourpost.co.uk`.
  static func stem(ofHost host: String) -> String? {
    var labels = host.split(separator: ".").map(String.init)
    guard labels.count > 1 else { return nil }
    let top = labels.removeLast()
    if labels.count > 1, top.utf8.count == 2, secondLevels.contains(labels[labels.count - 1]) { labels.removeLast() }
    // At hosts of blogs the name before says whose it is.
    if labels.count > 1, blogHosts.contains(labels[labels.count - 1]) { labels.removeLast() }
    return labels.last
  }

  private static let secondLevels: Set<String> = ["co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "gob"]
  private static let blogHosts: Set<String> = [
    "substack", "medium", "blogspot", "wordpress", "tumblr", "github", "ghost", "beehiiv",
  ]

  static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "?"), UInt8(ascii: "="),
      UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "~"):
      true
    default: byte &- 48 < 10 || (byte | 0x20) &- 97 < 26
    }
  }
}

extension Substring {
  /// Where what follows a scheme's mark starts.
  fileprivate func range(ofScheme mark: String) -> Index? {
    guard let colon = firstIndex(of: ":"), self[colon...].hasPrefix(mark) else { return nil }
    return index(colon, offsetBy: mark.count)
  }
}
