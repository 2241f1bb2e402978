import Testing

@testable import ReprintDumps

@Suite struct WideTextTests {
  @Test(
    arguments: [
      ([0xFF, 0xFE], true), ([0xFE, 0xFF, 0, 0x61], true), ([0xFF, 0xFE, 0x61, 0], true), ([], false), ([0xFF], false),
      ([0xFE], false), ([0xEF, 0xBB, 0xBF], false), ([0x61, 0xFF, 0xFE], false), ([0xFF, 0xFF, 0xFE], false),
    ] as [([UInt8], Bool)])
  func onlyAByteOrderMarkAtTheStartCounts(bytes: [UInt8], isMarked: Bool) {
    #expect(bytes.withUnsafeBufferPointer { WideText.isMarked($0) } == isMarked)
  }
}
