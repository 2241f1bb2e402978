import Reprint

/// What a page says: its text, and what it tells of itself.
struct ExtractedPage {
  var url: String?
  var site: String?
  var author: String?
  var published: String?
  var title: String?
  /// The address that the page calls its original one.
  var canonical: String?
  /// Where its links lead, furniture and all but for front pages: credit often stands there.
  var links: [String] = []
  /// Lines that are no part of the text and may give credit, in UTF-8.
  var creditLines: [UInt8] = []
  /// UTF-8.
  var text: [UInt8] = []
  /// For each line of the text, empty ones counted, why it is furniture, or nothing; empty where that was not asked.
  var reasons: [String] = []

  /// What the page says of itself, as far as it does.
  var members: [(RecordField, String)] {
    let all: [(RecordField, String?)] = [
      (.url, url), (.site, site), (.author, author), (.published, published), (.title, title), (.canonical, canonical),
    ]
    return all.compactMap { field, value in value.flatMap { $0.isEmpty ? nil : (field, $0) } }
  }
}

/// The one place where pages become texts.
enum PageExtraction {
  /// Reads a page of HTML.
  ///
  /// - Parameters:
  ///   - charset: the charset that the server named.
  ///   - url: the address it came from.
  ///   - blocks: what of the page becomes its text.
  static func html(
    _ bytes: UnsafeBufferPointer<UInt8>, charset: String?, url: String? = nil, blocks: BlockSelection = .article
  ) throws(MalformedRecord) -> ExtractedPage {
    let page: HTMLPage
    do throws(UnsupportedCharset) {
      page = try HTMLPage(bytes, charset: charset, url: url)
    } catch {
      throw MalformedRecord(reason: "\(error)")
    }
    var extracted = ExtractedPage()
    extracted.url = page.canonicalURL
    extracted.canonical = page.canonicalURL
    extracted.site = page.siteName
    extracted.author = page.author
    extracted.published = page.published
    extracted.title = page.title
    switch blocks {
    case .article:
      let isKept = ArticleBlocks.kept(page)
      extracted.text = page.lines(where: isKept).text
      Self.findCredit(page, isKept, &extracted)
    case .all, .allWithReasons:
      extracted.text = page.lines(where: Array(repeating: true, count: page.blocks.count)).text
      extracted.links = page.sources + page.links.map(\.target)
      if blocks == .allWithReasons { extracted.reasons = Self.reasons(page) }
    }
    return extracted
  }

  /// Takes down what may be credit outside of the article.
  ///
  /// Links to front pages of sites stand there as a matter of course, in lists of partners, and are credit only in lines
  /// that give it.
  private static func findCredit(_ page: HTMLPage, _ isKept: [Bool], _ extracted: inout ExtractedPage) {
    var creditLines = CreditLines()
    var mayCredit = isKept
    for (number, block) in page.blocks.enumerated() where !isKept[number] && !isComment(block) {
      mayCredit[number] = page.text[block.text].withUnsafeBufferPointer { creditLines.add($0) }
    }
    extracted.creditLines = creditLines.bytes
    var number = 0
    extracted.links = page.sources
    for link in page.links {
      let start = link.text.lowerBound
      // A picture's link may stand right behind the text of its block.
      while number < page.blocks.count, page.blocks[number].text.upperBound < start { number += 1 }
      let isInBlock = number < page.blocks.count && page.blocks[number].text.lowerBound <= start
      if isInBlock && !isKept[number] && isComment(page.blocks[number]) { continue }
      if isInBlock && mayCredit[number] || !WebAddress.isFrontPage(link.target) { extracted.links.append(link.target) }
    }
  }

  /// Whether readers wrote a block: their credit is not the page's.
  private static func isComment(_ block: PageBlock) -> Bool { block.context.contains(.comments) }

  /// For each line of a page with all its blocks why it is no part of the article.
  private static func reasons(_ page: HTMLPage) -> [String] {
    var reasons: [String] = []
    for (block, isKept) in zip(page.blocks, ArticleBlocks.kept(page)) {
      let lines = 1 + page.text[block.text].count { $0 == 0x0A }
      reasons += Array(repeating: isKept ? "" : reason(for: block), count: lines)
    }
    return reasons
  }

  /// What the markup says of a block that was dropped, the plainest first.
  private static func reason(for block: PageBlock) -> String {
    let names: [(BlockContext, String)] = [
      (.comments, "comments"), (.navigation, "navigation"), (.footer, "footer"), (.byline, "byline"), (.form, "form"),
      (.control, "form"), (.aside, "aside"), (.header, "header"), (.furnitureName, "box"),
    ]
    if let name = names.first(where: { !block.context.intersection($0.0).isEmpty }) { return name.1 }
    return 5 * block.linkedBytes >= 3 * block.text.count ? "links" : "outside"
  }

  /// Reads a page of plain text.
  static func plainText(
    _ bytes: UnsafeBufferPointer<UInt8>, charset: String?
  ) throws(MalformedRecord) -> ExtractedPage {
    var page = ExtractedPage()
    do throws(UnsupportedCharset) {
      page.text = try CharacterDecoding.withUTF8(bytes, headerCharset: charset) { Array($0) }
    } catch {
      throw MalformedRecord(reason: "\(error)")
    }
    return page
  }
}

extension [UInt8] {
  /// The page that these bytes of HTML are.
  func page(_ blocks: BlockSelection = .article) throws(MalformedRecord) -> ExtractedPage {
    let result: Result<ExtractedPage, MalformedRecord> = withUnsafeBufferPointer { bytes in
      do throws(MalformedRecord) {
        return .success(try PageExtraction.html(bytes, charset: nil, blocks: blocks))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
