/// The names of an original's outlet and author, and where a text has them.
///
/// An outlet is known by its name and by its host. Case, spaces, a leading "The", `&` for "and" and a trailing `.com`
/// make no difference: `TheHarbourPost.com` is The Harbour Post.
struct OutletNames: Sendable {
  private var outlets: [Outlet] = []
  private var author: [UInt64] = []
  /// The host, such as `harbourpost.example`.
  let host: String?
  private let address: String?

  private static let article = Array("the".utf8)

  private struct Outlet {
    /// Without spaces, folded.
    var name: [UInt8]
    /// The one word of it as the outlet writes it, if that is no word like any other.
    var written: [UInt8]
    /// Whether it is a word like any other.
    var isCommonWord: Bool
    /// Whether it is short and in capitals: an agency's letters.
    var isAcronym: Bool
  }

  /// Where a text names an outlet.
  struct Mention {
    /// Numbers of words.
    let words: Range<Int>
    /// Whether the name might be meant as a word.
    let isCommonWord: Bool
  }

  init(_ article: TracedArticle) {
    let site = article.site ?? ""
    let siteIsHost = site.contains(".") && !site.contains(" ")
    host = article.url.flatMap(WebAddress.host) ?? (siteIsHost ? WebAddress.host(site) : nil)
    address = article.url.map(WebAddress.withoutScheme)
    if !site.isEmpty, !siteIsHost { add(site) }
    if let host, let stem = WebAddress.stem(ofHost: host) { add(stem, isWritten: false) }
    if let name = article.author, !name.isEmpty {
      let words = CreditPhrases.hashes(of: name)
      // A first name alone names nobody, and a list of authors is not written that way elsewhere.
      if (2...4).contains(words.count) { author = words }
    }
  }

  /// Whether nothing is known by which a text could name it.
  var isEmpty: Bool { outlets.isEmpty && author.isEmpty && host == nil && address == nil }

  /// - Parameter isWritten: whether the outlet writes itself so: hosts are all in small letters.
  private mutating func add(_ name: String, isWritten: Bool = true) {
    var words = Self.words(of: name)
    if words.count > 1, words[0] == Self.article { words.removeFirst() }
    let folded = Array(words.joined())
    let isOneWord = words.count == 1
    let written = isWritten && isOneWord ? Array(name.utf8.filter { $0 != 0x20 }.suffix(folded.count)) : []
    let isAcronym = (2...4).contains(written.count) && written.allSatisfy { 0x41...0x5A ~= $0 }
    guard folded.count >= (isAcronym ? 2 : 3), !outlets.contains(where: { $0.name == folded }) else { return }
    let key = PreparedText.key(ofWord: String(decoding: folded, as: UTF8.self))
    let isListed = key.map { BackgroundFrequencies.english.idf($0) != nil } ?? false
    outlets.append(
      Outlet(
        name: folded, written: isListed ? [] : written, isCommonWord: isOneWord && (isListed || folded.count < 5),
        isAcronym: isAcronym))
  }

  private static func words(of name: String) -> [[UInt8]] {
    var tokenizer = Tokenizer()
    let bytes = Array(name.utf8)
    return bytes.withUnsafeBufferPointer { text in
      tokenizer.tokens(of: text).map { fold(text[$0.start..<$0.end]) }
    }
  }

  private static func fold(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var last: UInt8 = 0
    return bytes.map { byte in
      defer { last = byte }
      return fold(byte, behind: last)
    }
  }

  /// A byte of a small letter; the capitals of Western Europe have accents that stand in the second byte.
  private static func fold(_ byte: UInt8, behind last: UInt8) -> UInt8 {
    let isCapital = byte >= 0x41 && byte <= 0x5A || last == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97
    return isCapital ? byte | 0x20 : byte
  }

  // MARK: In a text

  /// Where a text names the outlet, in order.
  ///
  /// The host of a mail address (`tips@harbourpost.com`) is no name: it comes along with a copied box of contacts.
  ///
  /// - Complexity: O(n) in the words, for names of bounded length.
  func mentions(_ tokens: [Token], _ bytes: [UInt8]) -> [Mention] {
    var found: [Mention] = []
    var place = 0
    while place < tokens.count {
      var end: Int?
      var isCommonWord = false
      for outlet in outlets {
        guard let reached = Self.end(of: outlet.name, from: place, tokens, bytes), reached > end ?? 0 else { continue }
        let isAsWritten =
          reached == place + 1 && bytes[tokens[place].start..<tokens[place].end].elementsEqual(outlet.written)
        // A name is written with a capital, or all in one, or as the outlet writes it.
        if outlet.isAcronym, !isAsWritten, !outlet.written.isEmpty { continue }
        if outlet.isCommonWord, !isAsWritten, !Self.isCapital(bytes[tokens[place].start]) { continue }
        end = reached
        // "The sun", "Port Landing post office".
        let isInWords = reached > place + 1 && !Self.isCapital(bytes[tokens[reached - 1].start])
        isCommonWord = outlet.isCommonWord || isInWords
      }
      if let end {
        if !Self.isHostOfMail(bytes, tokens[place].start) {
          found.append(Mention(words: place..<end, isCommonWord: isCommonWord))
        }
        place = end
      } else {
        place += 1
      }
    }
    return found
  }

  /// Whether what stands at a place is behind the `@` of a mail address; the `@` of a channel stands behind a blank.
  private static func isHostOfMail(_ bytes: [UInt8], _ place: Int) -> Bool {
    place >= 2 && bytes[place - 1] == UInt8(ascii: "@") && isName(bytes[place - 2])
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == 0x2D || byte >= 0x80
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A || byte >= 0x80 }

  /// The word behind a name that starts at a word, if it stands there.
  private static func end(of name: [UInt8], from first: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Int? {
    var matched = 0
    var place = first
    while matched < name.count, place < tokens.count, place - first < 8 {
      let token = tokens[place]
      if place > first {
        let gap = bytes[tokens[place - 1].end..<max(tokens[place - 1].end, token.start)]
        guard gap.count <= 8, !gap.contains(where: Self.parts) else { return nil }
        // An ampersand spells "and", which hosts have in letters.
        if gap.contains(UInt8(ascii: "&")), name[matched...].starts(with: "and".utf8) { matched += 3 }
      }
      var range = token.start..<token.end
      // The article may be written in one with the name.
      if place == first, range.count > 3, !name.starts(with: article), beginsWithArticle(bytes, range.lowerBound) {
        range = token.start + 3..<token.end
      }
      if matches(name, matched, bytes, range) {
        matched += range.count
      } else if place > first, token.end - token.start == 3, isAnd(bytes, token) {
        // And the other way round.
      } else {
        return nil
      }
      place += 1
    }
    return matched == name.count ? place : nil
  }

  private static func beginsWithArticle(_ bytes: [UInt8], _ start: Int) -> Bool {
    bytes[start] | 0x20 == article[0] && bytes[start + 1] | 0x20 == article[1] && bytes[start + 2] | 0x20 == article[2]
  }

  /// Whether what stands between two words parts them: no name has a comma or a line's end within.
  private static func parts(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "\""), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  private static func isAnd(_ bytes: [UInt8], _ token: Token) -> Bool {
    fold(bytes[token.start..<token.end]) == Array("and".utf8)
  }

  /// Whether a word is what follows in a name.
  private static func matches(_ name: [UInt8], _ matched: Int, _ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    guard word.count <= name.count - matched else { return false }
    for offset in 0..<word.count {
      let place = word.lowerBound + offset
      guard fold(bytes[place], behind: offset == 0 ? 0 : bytes[place - 1]) == name[matched + offset] else {
        return false
      }
    }
    return true
  }

  /// Whether what a page calls its author names the outlet, or the original's author.
  func credit(inAuthor author: String) -> Attribution.Class? {
    guard author.utf8.count <= Self.longestAuthor else { return nil }
    // An author's mail address does name the outlet.
    let bytes = author.utf8.map { $0 == UInt8(ascii: "@") ? UInt8(ascii: " ") : $0 }
    var tokenizer = Tokenizer()
    let tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
    let isNamed = mentions(tokens, bytes).contains {
      !$0.isCommonWord || $0.words == tokens.indices || CreditPhrases.find(around: $0.words, tokens, bytes) != nil
    }
    if isNamed { return .named }
    return bylines(tokens, bytes).isEmpty ? nil : .byline
  }

  private static let longestAuthor = 500

  /// Where a text has the author's name, in words.
  func bylines(_ tokens: [Token], _ bytes: [UInt8]) -> [Range<Int>] {
    guard !author.isEmpty, tokens.count >= author.count else { return [] }
    return (0...tokens.count - author.count).filter { start in
      author.indices.allSatisfy { tokens[start + $0].hash == author[$0] }
    }.map { $0..<$0 + author.count }
  }

  // MARK: Addresses

  /// Whether an address is the original's, or on its host.
  func isOriginal(_ link: String) -> Bool {
    guard let host else { return false }
    return WebAddress.host(link) == host
  }

  /// Where a text spells the outlet's host, with the rest of the address.
  func addresses(in bytes: [UInt8]) -> [Range<Int>] {
    guard let host, host.contains("."), host.utf8.count >= 5 else { return [] }
    let needle = Array(host.utf8)
    var found: [Range<Int>] = []
    var start = 0
    while start + needle.count <= bytes.count {
      guard let hit = Self.next(needle, in: bytes, from: start) else { break }
      let end = hit + needle.count
      if isAddress(bytes, hit..<end) {
        var last = end
        while last < bytes.count, WebAddress.isPart(bytes[last]), last - hit < 2048 { last += 1 }
        found.append(hit..<last)
        start = last
      } else {
        start = hit + 1
      }
    }
    return found
  }

  private static func next(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while place + needle.count <= bytes.count {
      var length = 0
      while length < needle.count {
        let byte = bytes[place + length]
        guard (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == needle[length] else { break }
        length += 1
      }
      if length == needle.count { return place }
      place += 1
    }
    return nil
  }

  /// Whether a host stands there as such, and not as part of another or of a mail address.
  private func isAddress(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    if range.lowerBound > 0 {
      let before = bytes[range.lowerBound - 1]
      if Self.isName(before) || before == UInt8(ascii: "@") { return false }
    }
    guard range.upperBound < bytes.count else { return true }
    if Self.isName(bytes[range.upperBound]) { return false }
    guard bytes[range.upperBound] == UInt8(ascii: "."), range.upperBound + 1 < bytes.count else { return true }
    return !Self.isName(bytes[range.upperBound + 1])
  }
}
