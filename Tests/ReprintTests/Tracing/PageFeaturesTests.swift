import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct PageFeaturesTests {
  private typealias Channels = PageFeatures.Channels

  private func features(_ text: String, _ channels: PageFeatures.Channels) -> [UInt64] {
    var tokenizer = Tokenizer()
    var keys: [UInt64] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      tokenizer.placeWords(plain: bytes)
      PageFeatures.forEach(
        tokenizer.hashes, tokenizer.places, base, as: PlainEncoding.self, channels: channels
      ) { _, key, _ in keys.append(key) }
    }
    return keys
  }

  @Test func wordsAndRunsAreCountedOneByOne() {
    let words = features("One two three, four five", .words)
    #expect(words.count == 5 && Set(words).count == 5)
    #expect(words == features("ONE two  three four; five.", .words))
    let runs = features("one two three four five", .runs)
    #expect(runs.count == 3)
    #expect(runs == [(0, 1, 2), (1, 2, 3), (2, 3, 4)].map { PageFeatures.run(words[$0.0], words[$0.1], words[$0.2]) })
    #expect(features("one two", .runs).isEmpty && features("", .all).isEmpty)
  }

  @Test func theRhythmStaysWhenWordsAreReplaced() {
    let text = "The gang left, then came back; nobody saw them. Why, they asked, was the door (a steel one) open?"
    let spun = "The crew went, then got home; nobody met them. Why, they begged, was the gate (a metal one) ajar?"
    let rhythm = features(text, .rhythm)
    #expect(!rhythm.isEmpty && rhythm == features(spun, .rhythm))
    let other = "The gang left then, came back; nobody saw. Why they asked, was the door open?"
    #expect(rhythm != features(other, .rhythm))
    #expect(features("No marks between these words at all", .rhythm).isEmpty)
  }
}
