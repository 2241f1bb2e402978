import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReusePageScriptTests {
  @Test func textsAreNeverMadeMarkupOrCode() {
    let words = [
      "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval", "Function(", "setTimeout", "</",
      "fetch",
    ]
    for word in words { #expect(!ReusePage.script.contains(word), "\(word)") }
  }
}
