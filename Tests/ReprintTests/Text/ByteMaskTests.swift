import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ByteMaskTests {
  @Test func signsAreThoseOfEachByte() {
    var generator = SeededGenerator(seed: 71)
    for _ in 0..<2000 {
      let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let vector = SIMD16<Int8>(bytes[..<16].map { Int8(bitPattern: $0) })
      let expected = (0..<16).reduce(UInt64(0)) { $0 | UInt64(bytes[$1] >> 7) << UInt64($1) }
      #expect(ByteMask.signs(vector) == expected)
      #expect(ByteMask.signsByMultiplication(vector) == expected)
      let block = bytes.withUnsafeBufferPointer { ByteMask.ofBlock(at: $0.baseAddress!) { $0 } }
      #expect(block == (0..<64).reduce(UInt64(0)) { $0 | UInt64(bytes[$1] >> 7) << UInt64($1) })
    }
  }
}
