/// Addresses of the web, as far as outlets are told by them.
package enum WebAddress {
  /// An address without scheme, `www.`, query, fragment and trailing slash, in lower case up to the path.
  static func withoutScheme(_ address: String) -> String {
    var rest = Substring(address)
    if let scheme = rest.range(ofScheme: "://") { rest = rest[scheme...] }
    if rest.hasPrefix("//") { rest = rest.dropFirst(2) }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    var name = host.lowercased()[...]
    for prefix in ["www.", "m.", "amp."] where name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
    return String(name) + path
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
