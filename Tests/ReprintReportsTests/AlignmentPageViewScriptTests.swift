import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct AlignmentPageViewScriptTests {
  @Test func textsAreNeverMadeMarkupOrCode() {
    let words = [
      "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval", "Function(", "setTimeout", "</",
    ]
    for word in words {
      #expect(!AlignmentPage.script.contains(word), "\(word)")
    }
  }

  @Test func itKnowsEveryKindAndRelation() {
    for kind in ReuseKind.allCases { #expect(AlignmentPage.script.contains("\"\(kind.rawValue)\"")) }
    let relations: [WordMatch.Relation] = [.same, .stem, .number, .spelling, .substitution]
    let letters = relations.map { String($0.rawValue.prefix(2)) }
    #expect(Set(letters) == ["sa", "st", "nu", "sp", "su"])
    for letters in letters { #expect(AlignmentPage.script.contains("\(letters): \"")) }
  }
}
