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
  /// Where its links lead, furniture and all: credit often stands there.
  var links: [String] = []
  /// UTF-8.
  var text: [UInt8] = []
}

/// The one place where pages become texts.
enum PageExtraction {
  /// Reads a page of HTML.
  ///
  /// - Parameters:
  ///   - charset: the charset that the server named.
  ///   - url: the address it came from.
  static func html(
    _ bytes: UnsafeBufferPointer<UInt8>, charset: String?, url: String? = nil
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
    extracted.links = page.sources + page.links.map(\.target)
    extracted.site = page.siteName
    extracted.author = page.author
    extracted.published = page.published
    extracted.title = page.title
    extracted.text = page.lines(where: ArticleBlocks.kept(page)).text
    return extracted
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
  func page() throws(MalformedRecord) -> ExtractedPage {
    let result: Result<ExtractedPage, MalformedRecord> = withUnsafeBufferPointer { bytes in
      do throws(MalformedRecord) {
        return .success(try PageExtraction.html(bytes, charset: nil))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
