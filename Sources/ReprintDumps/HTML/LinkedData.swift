/// What a JSON-LD script says about an article, by the terms of schema.org.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  /// Whether that is the time of a page, not of an article.
  private var isOfPage = false
  private(set) var authors: [String] = []
  private(set) var publisher: String?
  private(set) var websiteName: String?
  private(set) var language: String?
  /// Addresses of what the article is based on.
  private(set) var basedOn: [String] = []

  init(_ script: UnsafeBufferPointer<UInt8>) {
    guard let value = TolerantJSON.read(script) else { return }
    var pending = [value]
    var seen = 0
    // Breadth first: what stands further out is more likely to be about the page.
    while seen < pending.count, seen < 10_000 {
      let next = pending[seen]
      seen += 1
      switch next {
      case .array(let elements): pending += elements
      case .object(let members):
        note(next)
        for (key, member) in members where key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage" {
          pending.append(member)
        }
      case .string, .other: break
      }
    }
  }

  private mutating func note(_ node: TolerantJSON) {
    let types = node["@type"]?.strings ?? []
    if types.contains("WebSite") { websiteName = websiteName ?? node["name"]?.strings.first }
    let isArticle = types.contains {
      $0.hasSuffix("Article") || $0.hasSuffix("Posting") || ["Report", "Review", "Recipe", "CreativeWork"].contains($0)
    }
    let isPage = types.contains("WebPage")
    guard isArticle || isPage && published == nil else { return }
    // A page may be older than the article in it.
    if let time = node["datePublished"]?.strings.first, published == nil || isArticle && isOfPage {
      (published, isOfPage) = (time, !isArticle)
    }
    if isArticle { headline = headline ?? node["headline"]?.strings.first }
    if authors.isEmpty, let author = node["author"] ?? node["creator"] {
      authors = author.elements.prefix(20).compactMap { $0["name"]?.strings.first ?? $0.strings.first }
        .filter { !$0.contains("://") }
    }
    publisher = publisher ?? node["publisher"]?["name"]?.strings.first
    language = language ?? node["inLanguage"]?.strings.first
    for key in ["isBasedOn", "isBasedOnUrl"] {
      for source in node[key]?.elements.prefix(16) ?? [] {
        if let address = source["url"]?.strings.first ?? source["@id"]?.strings.first ?? source.strings.first {
          basedOn.append(address)
        }
      }
    }
  }
}

/// JSON as pages have it: with trailing commas, raw line breaks in strings, wrapped in comments, or cut off.
///
/// What can't be understood ends the value, which keeps what was read until then.
enum TolerantJSON {
  case string(String)
  case object([(key: String, value: TolerantJSON)])
  case array([TolerantJSON])
  /// A number, true, false or null, or nothing at all.
  case other

  /// The last value of a key.
  subscript(key: String) -> TolerantJSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The elements of an array; any other value is an array of itself.
  var elements: [TolerantJSON] {
    if case .array(let elements) = self { return elements }
    return [self]
  }

  /// A string, or the strings of an array.
  var strings: [String] {
    elements.compactMap {
      guard case .string(let text) = $0 else { return nil }
      return text
    }
  }

  /// Reads the first object or array of a script; nil if it has none.
  static func read(_ script: UnsafeBufferPointer<UInt8>) -> TolerantJSON? {
    guard let start = script.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else {
      return nil
    }
    var reader = Reader(bytes: script, position: start)
    return reader.value(depth: 0)
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position: Int

    /// Deeper values are passed over: the metadata of articles is some six deep.
    static let maximumDepth = 48

    var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

    mutating func skipSpace() {
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    mutating func value(depth: Int) -> TolerantJSON {
      skipSpace()
      switch byte {
      case UInt8(ascii: "\""): return .string(string())
      case UInt8(ascii: "{") where depth < Self.maximumDepth: return object(depth)
      case UInt8(ascii: "["): return depth < Self.maximumDepth ? array(depth) : skipAll()
      case UInt8(ascii: "{"): return skipAll()
      default:
        while position < bytes.count, !",]}\"".utf8.contains(bytes[position]) { position += 1 }
        return .other
      }
    }

    mutating func skipAll() -> TolerantJSON {
      position = bytes.count
      return .other
    }

    mutating func object(_ depth: Int) -> TolerantJSON {
      position += 1
      var members: [(key: String, value: TolerantJSON)] = []
      while true {
        skipSpace()
        switch byte {
        case UInt8(ascii: ","): position += 1
        case UInt8(ascii: "\""):
          let key = string()
          skipSpace()
          guard byte == UInt8(ascii: ":") else { return .object(members) }
          position += 1
          members.append((key, value(depth: depth + 1)))
        case UInt8(ascii: "}"):
          position += 1
          return .object(members)
        default: return .object(members)
        }
      }
    }

    mutating func array(_ depth: Int) -> TolerantJSON {
      position += 1
      var elements: [TolerantJSON] = []
      while position < bytes.count {
        skipSpace()
        switch byte {
        case UInt8(ascii: ","): position += 1
        case UInt8(ascii: "]"):
          position += 1
          return .array(elements)
        default:
          let before = position
          elements.append(value(depth: depth + 1))
          if position == before { return .array(elements) }
        }
      }
      return .array(elements)
    }

    /// Reads a string; one that nothing closes has the rest of the script.
    mutating func string() -> String {
      position += 1
      var content: [UInt8] = []
      while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
        guard bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count else {
          content.append(bytes[position])
          position += 1
          continue
        }
        let escape = bytes[position + 1]
        position += 2
        switch escape {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
          content.append(0x20)
        case UInt8(ascii: "u"): UTF8Writing.append(unicodeEscape(), to: &content)
        default: content.append(escape)
        }
      }
      position += 1
      let text = content.withUnsafeBufferPointer { CharacterReferences.decoded($0, inAttribute: true) }
      return String(decoding: text, as: UTF8.self)
    }

    /// The scalar of an escape whose four digits come next, with the low surrogate that may follow.
    mutating func unicodeEscape() -> UInt32 {
      let unit = digits(at: position)
      guard let unit else { return 0xFFFD }
      position += 4
      guard 0xD800..<0xDC00 ~= unit, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u"), let low = digits(at: position + 2), 0xDC00..<0xE000 ~= low
      else { return unit }
      position += 6
      return 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }

    private func digits(at start: Int) -> UInt32? {
      guard start + 4 <= bytes.count else { return nil }
      return UInt32(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
    }
  }
}
