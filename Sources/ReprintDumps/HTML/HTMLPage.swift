/// A page of HTML as text: its blocks in order, what it says of itself, and its links.
///
/// Reading takes time in proportion to the page, whatever is in it.
public struct HTMLPage: Sendable {
  /// The headline, without the name of the site.
  public let title: String?
  /// The address the page gives as its own.
  public let canonicalURL: String?
  /// When it was published, in ISO 8601 where the page's own form can be read, else as the page has it.
  public let published: String?
  public let author: String?
  public let siteName: String?
  /// A language tag such as `en-GB`.
  public let language: String?
  /// The addresses of what the page says it was taken from, in its metadata.
  package let sources: [String]

  /// All blocks, furniture too, in the order of the page.
  package let blocks: [PageBlock]
  /// The text of all blocks in UTF-8, each followed by a newline.
  package let text: [UInt8]
  package let links: [PageLink]
  package let structure: PageStructure

  /// Reads a page in any encoding.
  ///
  /// - Parameters:
  ///   - bytes: The page as it came.
  ///   - charset: The charset of the HTTP header's content type, if there was one.
  ///   - url: The address it came from, against which links are resolved.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, charset: String? = nil, url: String? = nil
  ) throws(UnsupportedCharset) {
    self = try CharacterDecoding.withUTF8(bytes, headerCharset: charset) { HTMLPage(utf8: $0, url: url) }
  }

  /// Reads a page of well-formed UTF-8.
  init(utf8 bytes: UnsafeBufferPointer<UInt8>, url: String?) {
    var reader = PageReader(bytes)
    reader.read()
    let metadata = reader.metadata
    var base = PageAddress(url ?? "")
    base = metadata.base.map { base.resolving($0) }.map(PageAddress.init) ?? base
    let canonical = metadata.canonical.value.map(base.resolving)
    if base.isEmpty, let canonical { base = PageAddress(canonical) }
    title = metadata.bestTitle
    canonicalURL = canonical
    published = metadata.published.value.map(PageDate.normalized)
    author = metadata.author.value
    siteName = metadata.site.value
    language = metadata.language.value
    sources = metadata.sources.map(base.resolving)
    blocks = reader.blocks
    text = Array(reader.text.bytes)
    structure = reader.structure
    links = reader.links.compactMap { link in
      guard let first = link.target.utf8.first, first != UInt8(ascii: "#") else { return nil }
      var link = link
      link.target = base.resolving(link.target)
      return link
    }
  }

  /// The text of a block.
  package func text(of block: PageBlock) -> String { String(decoding: text[block.text], as: UTF8.self) }

  /// The text of the article, a line a block; empty if the page has none.
  public var articleText: String {
    String(decoding: lines(where: ArticleBlocks.kept(self)).text, as: UTF8.self)
  }

  /// The chosen blocks, a line each, and the links in them, their places being those in the new text.
  package func lines(where isKept: [Bool]) -> (text: [UInt8], links: [PageLink]) {
    var lines: [UInt8] = []
    var kept: [PageLink] = []
    var next = links.startIndex
    for (block, isKept) in zip(blocks, isKept) {
      while next < links.endIndex, links[next].text.lowerBound < block.text.upperBound {
        let link = links[next]
        next += 1
        guard isKept, link.text.lowerBound >= block.text.lowerBound else { continue }
        var moved = link
        let start = link.text.lowerBound - block.text.lowerBound + lines.count
        moved.text = start..<start + min(link.text.count, block.text.upperBound - link.text.lowerBound)
        kept.append(moved)
      }
      guard isKept else { continue }
      lines += text[block.text]
      lines.append(0x0A)
    }
    if !lines.isEmpty { lines.removeLast() }
    return (lines, kept)
  }
}

/// The address of a page, to resolve its links against.
///
/// Dots in paths stay as they are: addresses are compared by host, and shown.
struct PageAddress {
  /// The scheme with its colon.
  private let scheme: Substring
  /// The host and port with the slashes before them.
  private let authority: Substring
  /// The path up to its last slash.
  private let folder: Substring

  init(_ text: String) {
    guard let mark = text.firstRange(of: "://"), mark.lowerBound > text.startIndex else {
      (scheme, authority, folder) = ("", "", "")
      return
    }
    scheme = text[..<text.index(after: mark.lowerBound)]
    let rest = text[mark.upperBound...]
    let path = rest.firstIndex { "/?#".contains($0) } ?? text.endIndex
    authority = text[text.index(after: mark.lowerBound)..<path]
    let end = text[path...].firstIndex { "?#".contains($0) } ?? text.endIndex
    folder = text[path..<end].lastIndex(of: "/").map { text[path...$0] } ?? "/"
  }

  var isEmpty: Bool { scheme.isEmpty }

  /// The address that a link leads to; itself where it can't be resolved.
  func resolving(_ link: String) -> String {
    let bytes = link.utf8
    guard !isEmpty, let first = bytes.first else { return link }
    if bytes.starts(with: "//".utf8) { return String(scheme) + link }
    if first == UInt8(ascii: "/") { return String(scheme + authority) + link }
    let mark = bytes.prefix(32).firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    if let mark, bytes[mark] == UInt8(ascii: ":") { return link }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "?") { return link }
    let isDot = bytes.starts(with: "./".utf8)
    return String(scheme + authority + folder) + (isDot ? String(link.dropFirst(2)) : link)
  }
}
