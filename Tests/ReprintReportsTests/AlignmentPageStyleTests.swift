import Testing

@testable import ReprintReports

@Suite struct AlignmentPageStyleTests {
  @Test func nothingComesFromOutside() {
    #expect(AlignmentPage.style.hasPrefix(AlignmentPage.viewStyle))
    #expect(!AlignmentPage.style.contains("url(") && !AlignmentPage.style.contains("@import"))
    #expect(!AlignmentPage.style.contains("</"))
  }
}
