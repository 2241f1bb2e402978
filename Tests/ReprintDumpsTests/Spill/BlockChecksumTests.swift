import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct BlockChecksumTests {
  private func checksum(_ bytes: [UInt8], seed: UInt64 = 1) -> UInt64 {
    bytes.withUnsafeBytes { BlockChecksum.of($0, seed: seed) }
  }

  @Test(arguments: [0, 1, 7, 31, 32, 33, 64, 1000])
  func anyBitMakesADifference(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    for bytes in [[UInt8](repeating: 0, count: count), (0..<count).map { _ in UInt8(generator.number(0...255)) }] {
      var seen: Set<UInt64> = [checksum(bytes), checksum(bytes, seed: 2), checksum(bytes + [0])]
      for place in 0..<count {
        for bit in 0..<8 {
          var other = bytes
          other[place] ^= 1 << UInt8(bit)
          seen.insert(checksum(other))
        }
      }
      #expect(seen.count == 3 + 8 * count)
    }
  }

  @Test func swappedWordsMakeADifference() {
    let bytes = (0..<64).map { UInt8($0) }
    #expect(checksum(bytes) != checksum(Array(bytes[32...] + bytes[..<32])))
    #expect(checksum(bytes) != checksum(Array(bytes[8..<16] + bytes[..<8] + bytes[16...])))
    #expect(checksum(bytes) != checksum(Array(bytes[16..<32] + bytes[..<16] + bytes[32...])))
  }
}
