import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct HashingTests {
  @Test func everyInputBitReachesEveryOutputBit() {
    var generator = SeededGenerator(seed: 3)
    let trials = 2000
    var flips = [[Int]](repeating: [Int](repeating: 0, count: 64), count: 64)
    for _ in 0..<trials {
      let input = generator.next()
      let output = Mix.finalize(input)
      for bit in 0..<64 {
        var changed = output ^ Mix.finalize(input ^ 1 << UInt64(bit))
        while changed != 0 {
          flips[bit][changed.trailingZeroBitCount] += 1
          changed &= changed - 1
        }
      }
    }
    // Half of the time, give or take six standard errors.
    let bounds = trials / 2 - 135...trials / 2 + 135
    #expect(flips.joined().allSatisfy { bounds.contains($0) })
  }

  @Test func finalizeHasNoCollisionsAmongNeighbours() {
    let hashes = Set((0..<UInt64(50_000)).map { Mix.finalize($0) })
    #expect(hashes.count == 50_000)
  }

  private func hash(_ bytes: [UInt8], lowercase: UInt64 = 0) -> UInt64 {
    (bytes + [UInt8](repeating: 0xA5, count: 16)).withUnsafeBufferPointer {
      WordHash.hash($0.baseAddress!, count: bytes.count, lowercase: lowercase, lengths: WordHash.lengths)
    }
  }

  @Test func wordsDifferByEveryByteAndByLength() {
    var seen: [UInt64: [UInt8]] = [:]
    for length in 1...70 {
      let word = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      var variants = [word]
      for place in 0..<length {
        var variant = word
        variant[place] = UInt8(ascii: "b")
        variants.append(variant)
      }
      for variant in variants {
        let other = seen.updateValue(variant, forKey: hash(variant))
        #expect(other == nil, "\(variant) and \(other ?? [])")
      }
    }
  }

  @Test func caseBitsAreSetOnlyInTheWord() {
    for length in 1...70 {
      let upper = (0..<length).map { UInt8(ascii: "A") + UInt8($0 % 26) }
      let lower = upper.map { $0 | 0x20 }
      #expect(hash(upper, lowercase: WordHash.asciiLowercase) == hash(lower), "\(length)")
    }
  }

  @Test func shortHashesAreTheSame() {
    let bytes = (0..<40).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    bytes.withUnsafeBufferPointer { bytes in
      for count in 0...16 {
        for start in 0..<8 {
          let word = bytes.baseAddress! + start
          #expect(
            WordHash.hash(short: word, count: count, lengths: WordHash.lengths)
              == WordHash.hash(word, count: count, lowercase: 0, lengths: WordHash.lengths))
        }
      }
    }
  }
}
