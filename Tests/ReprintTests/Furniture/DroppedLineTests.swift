import Testing

@testable import Reprint

@Suite struct DroppedLineTests {
  @Test func reasonsOfThePageComeBeforeThoseOfTheSite() {
    var furniture = SiteFurniture()
    let texts = (0..<3).map { "Menu\n\nArticle \($0) is about something.\nTerms" }
    for (number, text) in texts.enumerated() {
      let bytes = Array(text.utf8)
      furniture.add(
        bytes.withUnsafeBufferPointer { PageLines($0, isJSON: false) }, site: 7, title: UInt64(number + 1))
    }
    let text = Array(texts[0].utf8)
    func dropped(_ furniture: SiteFurniture?, _ reasons: [String]) -> [String] {
      SiteFurniture.dropped(of: text, on: 7, furniture, reasons: reasons).map {
        "\($0.why): " + String(decoding: text[$0.range], as: UTF8.self)
      }
    }
    #expect(dropped(furniture, []) == ["site: Menu", "site: Terms"])
    #expect(dropped(furniture, ["navigation", "", "", ""]) == ["navigation: Menu", "site: Terms"])
    #expect(dropped(nil, ["", "", "", "footer"]) == ["footer: Terms"])
    #expect(dropped(nil, []) == [])
  }
}
