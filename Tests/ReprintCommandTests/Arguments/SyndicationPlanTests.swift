import ReprintDumps
import Testing

@testable import ReprintCommand

@Suite struct SyndicationPlanTests {
  private func plan(_ words: String...) throws -> SyndicationPlan {
    try SyndicationPlan(try Arguments(words, for: .syndication), .syndication)
  }

  @Test func inputIsReadAsAsked() throws {
    let usual = try plan("a.jsonl")
    #expect(usual.inputs == ["a.jsonl"] && usual.read.furniture == .auto && !usual.read.isStrict)
    let other = try plan("a", "b", "--furniture", "keep", "--strict", "--input-format", "text", "-j", "3")
    #expect(other.inputs == ["a", "b"] && other.read.furniture == .keep && other.read.isStrict)
    #expect(other.read.format == .text && other.threads == 3)
  }
}
