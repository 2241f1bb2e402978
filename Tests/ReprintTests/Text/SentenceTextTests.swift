import Testing

@testable import Reprint

@Suite struct SentenceTextTests {
  /// The bytes at which the text stops, each tried for itself.
  private func stops(_ find: (SentenceText) -> Int) -> Set<UInt8> {
    Set(
      (UInt8.min...UInt8.max).filter { byte in
        withUnsafePointer(to: byte) { find(SentenceText($0, count: 1)) } == 0
      })
  }

  /// The first bytes of the scalars that are such.
  private func firstBytes(_ isIncluded: (UInt32) -> Bool) -> Set<UInt8> {
    let scalars = (UInt32(0)...0x10FFFF).lazy.filter(isIncluded).compactMap(Unicode.Scalar.init)
    return Set(scalars.map { UTF8.encode($0)!.first! })
  }

  @Test func terminatorsAreLookedForWhereOneMayBegin() {
    #expect(stops { $0.nextTerminatorByte(from: 0, to: 1) } == firstBytes { ScalarClass.terminator($0) != nil })
  }

  @Test func lineBreaksAreLookedForWhereOneMayBegin() {
    #expect(stops { $0.nextLineBreakByte(from: 0) } == firstBytes(ScalarClass.isLineBreak))
  }
}
