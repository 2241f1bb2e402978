import Testing

@testable import Reprint

@Suite struct ContrastWordsTests {
  private func fact(_ copy: String, _ original: String) -> Alteration.Fact? {
    Array(copy.utf8).withUnsafeBufferPointer { ours in
      Array(original.utf8).withUnsafeBufferPointer { ContrastWords.fact(ours[...], $0[...]) }
    }
  }

  @Test(arguments: [
    ("fourth", "third", Alteration.Fact.number), ("Quarter", "third", .number), ("doubled", "tripled", .number),
    ("halved", "doubled", .number), ("twice", "once", .number), ("Fewer", "More", .opposite),
    ("fell", "rose", .opposite),
    ("under", "above", .opposite), ("up", "down", .opposite),
    ("first", "last", .number), ("Tuesday", "Wed", .number), ("May", "June", .number), ("Sept", "Dec", .number),
    ("after", "before", .opposite), ("northern", "southern", .opposite), ("Largest", "smallest", .opposite),
    ("rejected", "approved", .opposite), ("decline", "accept", .opposite), ("decline", "grow", .opposite),
    ("unsafe", "Safe", .opposite), ("Unable", "able", .opposite), ("independent", "dependent", .opposite),
    ("weeks", "days", .number), ("wife", "sister", .opposite),
  ]) func contradictionsAreFound(copy: String, original: String, expected: Alteration.Fact) {
    #expect(fact(copy, original) == expected)
    #expect(fact(original, copy) == expected)
    #expect(fact(copy, copy) == nil)
  }

  @Test(arguments: [
    ("grew", "rose"), ("less", "fewer"), ("down", "fell"), ("second", "half"), ("quarter", "fourth"), ("over", "more"),
    ("harbour", "third"), ("", ""), ("representatives", "first"), ("drop", "lower"),
    ("unless", "less"), ("union", "ion"), ("inform", "form"), ("decline", "fell"), ("un", ""),
  ]) func otherWordsSayNothing(copy: String, original: String) {
    #expect(fact(copy, original) == nil)
    #expect(fact(original, copy) == nil)
  }
}
