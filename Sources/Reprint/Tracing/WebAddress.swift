/// Addresses of the web, as far as outlets are told by them.
package enum WebAddress {
  /// An address without scheme, `www.`, query, fragment and trailing slash, in lower case up to the path.
  ///
  /// What an archive, a cache or a proxy keeps of a page has that page's address.
  static func withoutScheme(_ address: String) -> String {
    var parts = parts(address)
    var layers = 0
    while layers < mostLayers, let copied = self.address(copiedAt: parts) {
      parts = self.parts(copied)
      layers += 1
    }
    var name = parts.host[...]
    for prefix in ["www.", "m.", "amp."] where name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
    return String(name) + parts.path
  }

  /// An archive may keep what a cache had of a page; more is a trick.
  private static let mostLayers = 4

  /// The host of the archive, cache or proxy that a copy of a page is kept at; nil for any other page.
  static func keeper(_ address: String) -> String? {
    let parts = parts(address)
    return self.address(copiedAt: parts) == nil ? nil : parts.host
  }

  private struct Parts {
    /// In lower case.
    var host: String
    /// From its first slash, without the last.
    var path: Substring
    /// Without its question mark.
    var query: Substring
  }

  private static func parts(_ address: String) -> Parts {
    var rest = Substring(address)
    let scheme = rest.range(ofScheme: "://")
    if let scheme { rest = rest[scheme...] }
    if rest.hasPrefix("//") { rest = rest.dropFirst(2) }
    rest = rest.prefix { $0 != "#" }
    let beforeQuery = rest.prefix { $0 != "?" }
    let query = rest[beforeQuery.endIndex...].dropFirst()
    rest = beforeQuery
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    var host = rest.prefix { $0 != "/" }
    let path = rest[host.endIndex...]
    if scheme != nil, let user = host.lastIndex(of: "@") { host = host[host.index(after: user)...] }
    while host.hasSuffix(".") { host = host.dropLast() }
    return Parts(host: host.lowercased(), path: path, query: query)
  }

  /// The address of the page of which an archive, a cache or a proxy keeps a copy; nil for any other page.
  ///
  /// Only hosts that are known for it count: whoever copies would else only have to name another in his path.
  private static func address(copiedAt parts: Parts) -> String? {
    let path = parts.path
    var name = parts.host[...]
    if name.hasPrefix("www.") { name = name.dropFirst(4) }
    let translated = ".translate.goog"
    var copied: String?
    if archives.contains(String(name)) {
      copied = address(archivedAt: path)
    } else if name.hasSuffix(translated) {
      // A dot has become a hyphen there, and a hyphen two.
      let labels = name.dropLast(translated.count).split(separator: "--", omittingEmptySubsequences: false)
      copied = labels.map { $0.replacing("-", with: ".") }.joined(separator: "-") + path
    } else if name == "cdn.ampproject.org" || name.hasSuffix(".cdn.ampproject.org") {
      copied = accelerated.first { path.hasPrefix($0) }.map { String(path.dropFirst($0.count)) }
    } else if isGoogle(name) {
      copied = ["/amp/s/", "/amp/"].first { path.hasPrefix($0) }.map { String(path.dropFirst($0.count)) }
    } else if name.hasPrefix("translate."), isGoogle(name.dropFirst("translate.".count)) {
      copied = value("u", in: parts.query)
    } else if name == "webcache.googleusercontent.com" {
      copied = value("q", in: parts.query).flatMap(address(cachedAs:))
    }
    return copied.flatMap { isName(self.parts($0).host) ? $0 : nil }
  }

  /// Whether a host is one of a country's Google: `google.com`, `google.de`, `google.co.uk`.
  private static func isGoogle(_ host: Substring) -> Bool {
    var labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.first == "google", let top = labels.popLast() else { return false }
    if top.utf8.count == 2, labels.count == 2, labels[1] == "co" || labels[1] == "com" { labels.removeLast() }
    return labels.count == 1 && (top == "com" || top.utf8.count == 2)
  }

  /// What a query has under a name.
  private static func value(_ name: String, in query: Substring) -> String? {
    for part in query.split(separator: "&") where part.hasPrefix(name + "=") {
      return unescaped(part.dropFirst(name.utf8.count + 1))
    }
    return nil
  }

  /// The address in a question for what a search engine keeps: `cache:https://a.example/b`, a key and a colon before it
  /// and words behind it or not.
  private static func address(cachedAs question: String) -> String? {
    guard question.hasPrefix("cache:") else { return nil }
    let kept = question.dropFirst("cache:".count).prefix { $0 != "+" && $0 != "%" && $0 != " " }
    let key = kept.prefix { $0 != ":" }
    let isKey = key.utf8.count == cacheKey && !key.contains(".") && key.endIndex < kept.endIndex
    return String(isKey ? kept[key.endIndex...].dropFirst() : kept)
  }

  /// Bytes of a cached page's key.
  private static let cacheKey = 12

  /// Without the escapes of what parts an address.
  private static func unescaped(_ text: Substring) -> String {
    [("%3A", ":"), ("%3a", ":"), ("%2F", "/"), ("%2f", "/"), ("%3F", "?"), ("%3f", "?")].reduce(String(text)) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  /// Archives and proxies that put the whole address behind their own: `web.archive.org/web/2025/https://a.example/b`.
  private static let archives: Set<String> = [
    "web.archive.org", "archive.org", "archive.ph", "archive.is", "archive.today", "archive.li", "archive.vn",
    "archive.md", "archive.fo", "12ft.io", "r.jina.ai", "arquivo.pt", "webarchive.org.uk", "webarchive.loc.gov",
  ]
  private static let accelerated = ["/c/s/", "/v/s/", "/i/s/", "/wp/s/", "/c/", "/v/", "/wp/"]

  /// What follows the first scheme in a path, or the time of an archived page.
  private static func address(archivedAt path: Substring) -> String? {
    let parts = path.split(separator: "/")
    for (index, part) in parts.enumerated() {
      let lower = part.prefix(16).lowercased()
      if lower == "http:" || lower == "https:" { return "http://" + parts[(index + 1)...].joined(separator: "/") }
      for scheme in ["http%3a%2f%2f", "https%3a%2f%2f"] where lower.hasPrefix(scheme) {
        let escaped = [part.dropFirst(scheme.count)] + parts[(index + 1)...]
        return unescaped(escaped.joined(separator: "/")[...])
      }
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      if index > 0, parts[index - 1] == "web", digits.count >= 4, index + 1 < parts.count,
        !parts[index + 1].lowercased().hasPrefix("http")
      {
        return parts[(index + 1)...].joined(separator: "/")
      }
    }
    return nil
  }

  /// Whether this is the name of a host: labels of letters, digits and hyphens with dots between them.
  private static func isName(_ host: String) -> Bool {
    let labels = host.prefix { $0 != ":" }.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && label.first != "-" && label.last != "-"
          && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      }
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
