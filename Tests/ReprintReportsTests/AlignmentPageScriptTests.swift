import Testing

@testable import ReprintReports

@Suite struct AlignmentPageScriptTests {
  @Test func itIsOneStrictFunction() {
    #expect(AlignmentPage.script.hasPrefix("(() => {\n\"use strict\";\n"))
    #expect(AlignmentPage.script.hasSuffix("\n})();"))
    #expect(AlignmentPage.script.contains(AlignmentPage.viewScript))
  }
}
