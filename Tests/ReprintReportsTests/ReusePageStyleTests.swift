import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReusePageStyleTests {
  @Test func nothingComesFromOutside() {
    #expect(!ReusePage.style.contains("url(") && !ReusePage.style.contains("@import"))
    #expect(!ReusePage.style.contains("</"))
  }

  @Test func coloursAreThoseOfTheViews() {
    // These are held to their contrast; a colour of its own would not be.
    #expect(!ReusePage.style.dropFirst(AlignmentPage.viewStyle.count).contains("#"))
  }
}
