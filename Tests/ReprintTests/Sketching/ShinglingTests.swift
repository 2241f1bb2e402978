import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ShinglingTests {
  private func shingles(_ words: [UInt64], width: Int) -> [UInt64] {
    var copy = words
    let count = copy.withUnsafeMutableBufferPointer { Shingling.shingle($0, width: width) }
    return Array(copy[..<count])
  }

  @Test(arguments: [1, 2, 3, 5, 8, 31])
  func everyShingleIsThatOfItsWordsAlone(width: Int) {
    var generator = SeededGenerator(seed: UInt64(width))
    for count in [1, 2, 3, 4, 5, 6, 7, 8, 9, 30, 31, 32, 33, 200] {
      // A small vocabulary, so that shingles repeat.
      let vocabulary = (0..<3).map { _ in generator.next() }
      let words = (0..<count).map { _ in generator.pick(vocabulary) }
      let found = shingles(words, width: width)
      guard count >= width else {
        #expect(found.count == 1, "\(count) words")
        continue
      }
      #expect(found.count == count - width + 1)
      for start in found.indices {
        let alone = shingles(Array(words[start..<start + width]), width: width)
        #expect(alone == [found[start]], "\(start) of \(count)")
      }
    }
  }

  @Test func differentWindowsHaveDifferentHashes() {
    var generator = SeededGenerator(seed: 5)
    let vocabulary = (0..<4).map { _ in generator.next() }
    let words = (0..<20_000).map { _ in generator.pick(vocabulary) }
    var windows: [UInt64: [UInt64]] = [:]
    for (start, hash) in shingles(words, width: 5).enumerated() {
      let window = Array(words[start..<start + 5])
      let other = windows.updateValue(window, forKey: hash)
      if let other, other != window {
        Issue.record("\(window) and \(other)")
        return
      }
    }
    #expect(windows.count == 1024, "all 4^5 windows occur")
  }

  @Test func orderOfWordsMatters() {
    #expect(shingles([1, 2, 3, 4, 5], width: 5) != shingles([5, 4, 3, 2, 1], width: 5))
    #expect(shingles([1, 2], width: 5) != shingles([2, 1], width: 5))
  }

  @Test func shortTextsAreOneShingleOfAllTheirWords() {
    var generator = SeededGenerator(seed: 6)
    let words = (0..<5).map { _ in generator.next() }
    let found = (1...5).map { shingles(Array(words[..<$0]), width: 5) }
    #expect(found.allSatisfy { $0.count == 1 })
    #expect(Set(found.map { $0[0] }).count == 5)
    // Words whose hash is zero count as well.
    #expect(Set((1...5).map { shingles([UInt64](repeating: 0, count: $0), width: 5)[0] }).count == 5)
    #expect(shingles([], width: 5).isEmpty)
    #expect(Shingling.shingle(UnsafeMutableBufferPointer(start: nil, count: 0), width: 5) == 0)
  }

  @Test func shinglesOfOneWordAreDistinct() {
    #expect(Set(shingles(Array(0..<1000), width: 1)).count == 1000)
  }

  /// Numbers in a row are the hardest words for the mixing between them and the slots: a multiplication by a constant
  /// leaves them spread evenly, and estimates off by a tenth.
  @Test(arguments: [300, 1000])
  func estimatesOfWordsInARowAreNotBiased(size: Int) {
    let slots = FastSimilaritySketch.defaultSlots
    let common = size * 8 / 9  // a similarity of 0.8
    var sum = 0.0
    let trials = 200
    for trial in 0..<trials {
      let first = UInt64(trial) << 24
      let sketches = [0, UInt64(size - common)].map { start in
        let elements = shingles((0..<UInt64(size)).map { first + start + $0 }, width: 1)
        var wide = [UInt32](repeating: 0, count: slots)
        elements.withUnsafeBufferPointer { elements in
          wide.withUnsafeMutableBufferPointer { FastSimilaritySketch.sketch(elements, into: $0) }
        }
        return wide
      }
      sum += Double(zip(sketches[0], sketches[1]).count { $0 == $1 }) / Double(slots)
    }
    let similarity = Double(common) / Double(2 * size - common)
    // Six standard errors of the mean.
    let error = (similarity * (1 - similarity) / Double(slots * trials)).squareRoot()
    #expect(abs(sum / Double(trials) - similarity) < 6 * error)
  }
}
