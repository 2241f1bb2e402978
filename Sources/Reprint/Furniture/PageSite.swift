/// The site that a page belongs to, as a hash: the host of its address, or else what its record calls its site.
package enum PageSite {
  /// A hash of a page's site; 0 if it has none.
  ///
  /// - Parameters:
  ///   - url: the page's address; its host counts, without `www.`.
  ///   - site: a host or the name of an outlet.
  package static func hash(url: UnsafeBufferPointer<UInt8>?, site: UnsafeBufferPointer<UInt8>?) -> UInt64 {
    if let url, let host = host(of: url) { return hash(ofName: host) }
    guard let site else { return 0 }
    return hash(ofName: host(of: site) ?? site)
  }

  package static func hash(url: String?, site: String?) -> UInt64 {
    var (url, site) = (url ?? "", site ?? "")
    return url.withUTF8 { url in site.withUTF8 { site in hash(url: url, site: site) } }
  }

  /// The host in an address that has a scheme.
  private static func host(of url: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard let colon = url.prefix(32).firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 3 < url.count,
      url[colon + 1] == UInt8(ascii: "/"), url[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    var authority = url[(colon + 3)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != 0x23 }
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
    if let port = authority.lastIndex(of: UInt8(ascii: ":")), authority[(port + 1)...].allSatisfy({ $0 &- 48 < 10 }) {
      authority = authority[..<port]
    }
    return authority.isEmpty ? nil : UnsafeBufferPointer(rebasing: authority)
  }

  /// A hash of a name in lower case, without `www.` and white space at the ends.
  private static func hash(ofName name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var name = name[...]
    while let first = name.first, first <= 0x20 { name.removeFirst() }
    while let last = name.last, last <= 0x20 { name.removeLast() }
    guard !name.isEmpty, name.count < 1 << 10 else { return 0 }
    var lower = name.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    if lower.starts(with: "www.".utf8) { lower.removeFirst(4) }
    return lower.isEmpty ? 0 : lower.withUnsafeBufferPointer { PageLines.hash($0) }
  }
}
