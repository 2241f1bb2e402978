import Reprint
import Testing

@testable import ReprintDumps

@Suite struct IndexedDescriptionTests {
  @Test func whatADocumentSaysOfItselfIsKept() throws {
    var article = TracedArticle(id: "ü", text: "")
    article.url = ""
    article.author = "A. B."
    article.published = PublicationTime("2025-08-21T10:30+02:00")
    article.links = ["https://a.example/", ""]
    let bytes = IndexedDescription.bytes(of: article)
    let read = try bytes.withUnsafeBytes { try #require(IndexedDescription.article(in: $0)) }
    #expect(read.id == "ü" && read.url == "" && read.site == nil && read.author == "A. B." && read.title == nil)
    #expect(read.published == article.published && read.canonical == nil && read.links == article.links)
    #expect(bytes.withUnsafeBytes { IndexedDescription.identifier(in: $0) } == "ü")
    // Whatever is cut off or put behind is noticed, and nothing is read beyond the end.
    for count in 0..<bytes.count {
      #expect(Array(bytes[..<count]).withUnsafeBytes { IndexedDescription.article(in: $0) == nil })
    }
    article.creditLines = Array("Source: Ä\n".utf8)
    let longer = IndexedDescription.bytes(of: article)
    let lines = longer.withUnsafeBytes { IndexedDescription.article(in: $0)?.creditLines }
    #expect(longer.starts(with: bytes) && lines == article.creditLines)
    #expect((bytes + [0]).withUnsafeBytes { IndexedDescription.article(in: $0) == nil })
  }
}
