import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct DocumentSketcherTests {
  private func words(_ count: Int, _ generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in "w\(generator.number(0...20))" }.joined(separator: " ")
  }

  @Test func sketchesAndSetsAreThoseOfTheShingles() {
    var generator = SeededGenerator(seed: 1)
    for slots in FastSimilaritySketch.slotCounts {
      for width in [1, 2, 5] {
        var sketcher = DocumentSketcher(shingleWidth: width, slots: slots)
        var batch = SketchBatch(slots: slots)
        for count in [0, 1, 2, 4, 5, 6, 40, 400] {
          let text = Array(words(count, &generator).utf8)

          var shingles = text.withUnsafeBufferPointer { bytes in
            sketcher.tokenizer.hashWords(plain: bytes)
            return Array(sketcher.tokenizer.hashes)
          }
          #expect(shingles.count == count)
          let shingleCount = shingles.withUnsafeMutableBufferPointer { Shingling.shingle($0, width: width) }
          shingles.removeLast(shingles.count - shingleCount)
          var wide = [UInt32](repeating: 0, count: slots)
          shingles.withUnsafeBufferPointer { shingles in
            wide.withUnsafeMutableBufferPointer { FastSimilaritySketch.sketch(shingles, into: $0) }
          }

          text.withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
          sketcher.sketchWords(into: &batch)
          #expect(batch.wordCounts.last == UInt32(count))
          #expect(batch.fingerprints.last == shingles.reduce(0, &+))
          #expect(Array(batch.values.suffix(slots)) == wide.map { UInt16(truncatingIfNeeded: $0) } || count == 0)

          text.withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
          #expect(Array(sketcher.shingleWords()) == shingles)
        }
      }
    }
  }

  @Test func sketchesDoNotDependOnWhatCameBefore() {
    var generator = SeededGenerator(seed: 2)
    let texts = [400, 3, 0, 80].map { Array(words($0, &generator).utf8) }
    var sketcher = DocumentSketcher(shingleWidth: 5, slots: 128)
    var together = SketchBatch(slots: 128)
    for text in texts {
      text.withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
      sketcher.sketchWords(into: &together)
    }
    for (index, text) in texts.enumerated() {
      var fresh = DocumentSketcher(shingleWidth: 5, slots: 128)
      var alone = SketchBatch(slots: 128)
      text.withUnsafeBufferPointer { fresh.tokenizer.hashWords(plain: $0) }
      fresh.sketchWords(into: &alone)
      #expect(alone.values == Array(together.values[index * 128..<(index + 1) * 128]), "text \(index)")
    }
  }

  /// Words that follow from each other are the hardest input for the mixing between texts and slots: with weak mixing
  /// estimates are off by a tenth, always to the same side.
  @Test(arguments: [1, 2, 5], [50, 300, 1000])
  func numbersInARowAreEstimatedAsWellAsAnyWords(width: Int, count: Int) {
    let trials = 200
    var sketcher = DocumentSketcher(shingleWidth: width, slots: 128)
    func sketch(_ numbers: Range<Int>) -> [UInt16] {
      var batch = SketchBatch(slots: 128)
      let text = Array(numbers.map(String.init).joined(separator: " ").utf8)
      text.withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
      sketcher.sketchWords(into: &batch)
      return batch.values
    }
    let shift = count / 9
    let common = count - shift - width + 1
    let similarity = Double(common) / Double(2 * (count - width + 1) - common)
    var (sum, squares) = (0.0, 0.0)
    for trial in 0..<trials {
      let first = 10_000 * (trial + 1)
      let (a, b) = (sketch(first..<first + count), sketch(first + shift..<first + shift + count))
      let error = Double(zip(a, b).count { $0 == $1 }) / 128 - similarity
      sum += error
      squares += error * error
    }
    let minHash = (similarity * (1 - similarity) / 128).squareRoot()
    let error = (squares / Double(trials)).squareRoot()
    #expect(error <= 1.15 * minHash, "\(error / minHash)")
    #expect(abs(sum / Double(trials)) <= 4 * minHash / Double(trials).squareRoot(), "\(sum / Double(trials))")
  }
}
