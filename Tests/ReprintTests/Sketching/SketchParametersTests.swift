import Testing

@testable import Reprint

@Suite struct SketchParametersTests {
  private let usual = SketchParameters(shingleWords: 5, slots: 128, threshold: 0.8, furniture: "auto")

  @Test func descriptionReadsBack() {
    #expect(
      "\(usual)"
        == "version=3 shingle-words=5 slots=128 threshold=0.8 furniture=auto bands=21x6 agree=91-114")
    for slots in FastSimilaritySketch.slotCounts {
      for threshold in [0.3, 0.55, 1.0 / 3 + 0.3, 1] {
        let parameters = SketchParameters(shingleWords: 9, slots: slots, threshold: threshold, furniture: "keep")
        #expect(SketchParameters("\(parameters)") == parameters)
      }
    }
  }

  @Test(arguments: [
    "", "version=1", "version=x shingle-words=5 slots=128 threshold=0.8 furniture=auto",
    "version=1 shingle-words=0 slots=128 threshold=0.8 furniture=auto",
    "version=1 shingle-words=5 slots=100 threshold=0.8 furniture=auto",
    "version=1 shingle-words=5 slots=128 threshold=0 furniture=auto",
    "version=1 shingle-words=5 slots=128 threshold=nan furniture=auto",
    "version=1 shingle-words=5 slots=128 threshold=2 furniture=auto",
    "version=1 shingle-words=5 slots=99999999999999999999 threshold=0.8 furniture=auto",
    "version=1 shingle-words=5 slots=128 threshold=0.8 furniture", "version=1 slots=128 threshold=0.8 furniture=auto",
  ])
  func whatIsNoneIsRefused(text: String) { #expect(SketchParameters(text) == nil) }

  @Test func whatFollowsFromOthersMayBeMissing() {
    #expect(SketchParameters("furniture=auto threshold=0.8 slots=128 shingle-words=5 version=3") == usual)
  }

  @Test func differencesAreNamed() {
    func difference(ignoringThreshold: Bool = false, _ change: (inout SketchParameters) -> Void) -> String? {
      var other = usual
      change(&other)
      return other.difference(from: usual, ignoringThreshold: ignoringThreshold).map { "\($0.own) \($0.others)" }
    }
    #expect(difference { _ in } == nil)
    #expect(difference { $0.version = 4 } == "version=4 version=3")
    #expect(difference { $0.shingleWords = 4 } == "shingle-words=4 shingle-words=5")
    #expect(difference { $0.slots = 64 } == "slots=64 slots=128")
    #expect(difference { $0.furniture = "keep" } == "furniture=keep furniture=auto")
    #expect(difference { $0.threshold = 0.5 } == "threshold=0.5 threshold=0.8")
    #expect(difference(ignoringThreshold: true) { $0.threshold = 0.5 } == nil)
  }
}
