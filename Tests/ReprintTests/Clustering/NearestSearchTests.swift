import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct NearestSearchTests {
  private let search = NearestSearch(BandPlan(threshold: 0.8, slots: 128))

  private func best(
    _ search: NearestSearch, _ similarities: [UInt64: Double], agreements: [UInt64: Int], identical: UInt64? = nil
  ) -> NearestSearch.Found? {
    var candidates = agreements.map { NearestSearch.Candidate(document: $0.key, agreement: $0.value) }
    search.rank(&candidates)
    return search.best(of: candidates, identical: identical) { similarities[$0].flatMap { $0 >= 0.8 ? $0 : nil } }
  }

  @Test func theMostAlikeComeFirstThenTheEarliest() {
    var candidates = [(3, 100), (1, 90), (2, 100)].map { NearestSearch.Candidate(document: $0, agreement: $1) }
    search.rank(&candidates)
    #expect(candidates.map(\.document) == [2, 3, 1])
  }

  /// Whatever sketches say within their error, the exact comparison decides.
  @Test func theMostSimilarIsTheAnswer() {
    let seed: UInt64 = 31
    print("candidates of seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      var similarities: [UInt64: Double] = [:]
      var agreements: [UInt64: Int] = [:]
      for document in 0..<UInt64(generator.number(0...12)) {
        let similarity = Double(generator.number(140...200)) / 200
        similarities[document] = similarity
        agreements[document] = similarity == 1 ? 128 : min(128, Int(similarity * 128) + generator.number(-3...3))
      }
      let expected = similarities.filter { $0.value >= 0.8 }.max {
        ($0.value, $1.key) < ($1.value, $0.key)
      }
      let found = best(search, similarities, agreements: agreements)
      #expect(found == expected.map { NearestSearch.Found(document: $0.key, similarity: $0.value) })
    }
  }

  @Test func theSameTextIsAnsweredUnlessAnEarlierOneIsAsSimilar() {
    #expect(best(search, [:], agreements: [:], identical: 4) == NearestSearch.Found(document: 4, similarity: 1))
    let earlier = best(search, [2: 1, 7: 1], agreements: [2: 128, 7: 128], identical: 4)
    #expect(earlier == NearestSearch.Found(document: 2, similarity: 1))
    let later = best(search, [2: 0.9, 7: 1], agreements: [2: 128, 7: 128], identical: 4)
    #expect(later == NearestSearch.Found(document: 4, similarity: 1))
  }

  @Test func comparisonsAreBounded() {
    let bounded = NearestSearch(search.plan, mostCompared: 2)
    let found = best(bounded, [1: 0.5, 2: 0.6, 3: 0.9], agreements: [1: 120, 2: 119, 3: 118])
    #expect(found == nil)
    #expect(best(search, [1: 0.5, 2: 0.6, 3: 0.9], agreements: [1: 120, 2: 119, 3: 118])?.document == 3)
  }

  @Test func estimatesGoByTheSketchAlone() {
    let candidates = [NearestSearch.Candidate(document: 5, agreement: 110)]
    #expect(search.estimate(of: candidates, identical: nil)?.similarity == 110.0 / 128)
    #expect(search.estimate(of: candidates, identical: 9)?.document == 9)
    #expect(search.estimate(of: [NearestSearch.Candidate(document: 5, agreement: 102)], identical: nil) == nil)
    #expect(search.estimate(of: [], identical: nil) == nil)
  }

  @Test func theFloorIsFiveErrorsBelowAndALittle() {
    #expect(search.floor(below: 1) == 128)
    #expect(search.floor(below: 0.995) == 119)
    #expect(search.floor(below: 0.8) == 75)
  }
}
