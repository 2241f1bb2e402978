import ReprintTestSupport
import Testing

@testable import Reprint

/// The sketch straight from its description, with values as pairs of round and random number.
private func naiveSketch(_ elements: [UInt64], slots: Int) -> [UInt32] {
  struct Value: Comparable {
    var round: Int
    var random: UInt32
    static func < (a: Value, b: Value) -> Bool { (a.round, a.random) < (b.round, b.random) }
  }
  /// The slot and the random number of an element in a round: the first two rounds use the element itself, each hash
  /// after that serves two rounds.
  func draw(_ element: UInt64, _ round: Int) -> (slot: Int, random: UInt32) {
    let width = UInt64.max / UInt64(slots) + 1
    if round == 0 { return (Int(element / width), UInt32(truncatingIfNeeded: element) >> 9) }
    if round == 1 { return (Int(element &* UInt64(slots) / width), UInt32(element >> 32 & 0xFFFF)) }
    let hash = hash(element, round % 2 == 0 ? round : round - 1)
    if round % 2 == 0 { return (Int(hash / width), UInt32(truncatingIfNeeded: hash >> 32) % (1 << 23)) }
    return (Int(hash >> 24) % slots, UInt32(truncatingIfNeeded: hash) % (1 << 23))
  }
  func hash(_ element: UInt64, _ seed: Int) -> UInt64 {
    Mix.fold(element ^ Mix.finalize(UInt64(seed) &* Mix.c), Mix.b)
  }

  if elements.isEmpty { return [UInt32](repeating: .max, count: slots) }
  var result = [Value?](repeating: nil, count: slots)
  for round in 0..<16 where result.contains(nil) {
    for element in elements {
      let (slot, random) = draw(element, round)
      let value = Value(round: round, random: random)
      result[slot] = min(result[slot] ?? value, value)
    }
  }
  for slot in 0..<slots where result[slot] == nil {
    result[slot] = elements.map { element in
      Value(round: 256, random: UInt32(truncatingIfNeeded: hash(element, slots + slot)) % (1 << 23))
    }.min()
  }
  return result.map { UInt32($0!.round) << 23 | $0!.random }
}

@Suite struct FastSimilaritySketchTests {
  private func sketch(_ elements: [UInt64], slots: Int) -> [UInt32] {
    var result = [UInt32](repeating: 0, count: slots)
    elements.withUnsafeBufferPointer { elements in
      result.withUnsafeMutableBufferPointer { FastSimilaritySketch.sketch(elements, into: $0) }
    }
    return result
  }

  private func random(_ count: Int, _ generator: inout SeededGenerator) -> [UInt64] {
    (0..<count).map { _ in generator.next() }
  }

  @Test(arguments: [64, 128])
  func sketchIsWhatItsDescriptionSays(slots: Int) {
    var generator = SeededGenerator(seed: UInt64(slots))
    for count in [0, 1, 2, 3, 5, 10, 50, 127, 128, 129, 400, 2000] {
      let elements = random(count, &generator)
      #expect(sketch(elements, slots: slots) == naiveSketch(elements, slots: slots), "\(count) elements")
    }
  }

  @Test func largestSketchIsWhatItsDescriptionSays() {
    var generator = SeededGenerator(seed: 256)
    for count in [0, 50, 129, 400, 2000] {
      let elements = random(count, &generator)
      #expect(sketch(elements, slots: 256) == naiveSketch(elements, slots: 256), "\(count) elements")
    }
  }

  @Test(arguments: FastSimilaritySketch.slotCounts)
  func duplicatesAndOrderChangeNothing(slots: Int) {
    var generator = SeededGenerator(seed: 77)
    for count in [1, 4, 60, 300] {
      let elements = random(count, &generator)
      let expected = sketch(elements, slots: slots)
      #expect(sketch(elements.shuffled(using: &generator), slots: slots) == expected)
      #expect(
        sketch((elements + elements + elements[..<(count / 2)]).shuffled(using: &generator), slots: slots) == expected)
      #expect(!expected.contains(.max), "no slot stays empty")
    }
  }

  /// A slot of the union is the smaller one of the two, which is what makes agreement an estimate of similarity.
  @Test(arguments: FastSimilaritySketch.slotCounts)
  func sketchOfAUnionIsTheSmallerOfTwo(slots: Int) {
    var generator = SeededGenerator(seed: 78)
    var failures: [String] = []
    for (first, second) in [(1, 1), (2, 9), (5, 6), (8, 4), (30, 500), (200, 200)] {
      for _ in 0..<10 {
        let (a, b) = (random(first, &generator), random(second, &generator))
        let expected = zip(sketch(a, slots: slots), sketch(b, slots: slots)).map { min($0, $1) }
        if sketch(a + b, slots: slots) != expected { failures.append("\(first) and \(second) elements") }
      }
    }
    #expect(failures.isEmpty)
  }

  /// Bias and root mean square error of the estimate, over pairs of sets of `count` elements, as a multiple of the
  /// error of MinHash.
  private func error(count: Int, shared: Int, trials: Int, seed: UInt64) -> (
    bias: Double, ratio: Double, standardError: Double
  ) {
    let slots = 128
    var generator = SeededGenerator(seed: seed)
    let union = 2 * count - shared
    let similarity = Double(shared) / Double(union)
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<trials {
      let elements = random(union, &generator)
      let a = sketch(Array(elements[..<count]), slots: slots)
      let b = sketch(Array(elements[(count - shared)...]), slots: slots)
      // As sketches are kept: by their low 16 bits.
      let agreement = zip(a, b).count { UInt16(truncatingIfNeeded: $0) == UInt16(truncatingIfNeeded: $1) }
      let error = Double(agreement) / Double(slots) - similarity
      sum += error
      squares += error * error
    }
    let minHash = (similarity * (1 - similarity) / Double(slots)).squareRoot()
    let rootMeanSquare = (squares / Double(trials)).squareRoot()
    return (sum / Double(trials), rootMeanSquare / minHash, rootMeanSquare / Double(trials).squareRoot())
  }

  @Test(arguments: [(5, 4), (10, 5), (20, 16), (30, 10), (50, 25), (50, 44)])
  func smallSetsAreEstimatedBetterThanByMinHash(count: Int, shared: Int) {
    let (bias, ratio, standardError) = error(
      count: count, shared: shared, trials: 1000, seed: UInt64(count * 100 + shared))
    #expect(ratio <= 0.85, "\(ratio)")
    #expect(abs(bias) <= 4 * standardError + 1e-4, "\(bias)")
  }

  @Test(arguments: [(500, 250), (500, 444)])
  func largeSetsAreEstimatedAsWellAsByMinHash(count: Int, shared: Int) {
    let (bias, ratio, standardError) = error(
      count: count, shared: shared, trials: 1200, seed: UInt64(count * 100 + shared))
    #expect(ratio <= 1.05, "\(ratio)")
    #expect(abs(bias) <= 4 * standardError + 1e-4, "\(bias)")
  }

  @Test func setsWithNothingInCommonDisagree() {
    var generator = SeededGenerator(seed: 9)
    for count in [1, 10, 200] {
      let a = sketch(random(count, &generator), slots: 128)
      let b = sketch(random(count, &generator), slots: 128)
      #expect(zip(a, b).allSatisfy { $0 != $1 })
    }
  }
}
