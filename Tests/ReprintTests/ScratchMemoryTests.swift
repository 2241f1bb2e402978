import ReprintPlatform
import Testing

@Suite struct ScratchMemoryTests {
  /// Of sizes on both sides of what goes back to the system at once.
  @Test(arguments: [1, 4096, ScratchMemory.large - 1, ScratchMemory.large, ScratchMemory.large + 1, 9_000_001])
  func allOfItCanBeWritten(bytes: Int) {
    let pieces = (0..<3).map { _ in ScratchMemory.allocate(bytes: bytes) }
    for (number, piece) in pieces.enumerated() {
      #expect(Int(bitPattern: piece) % MemoryLayout<UInt64>.alignment == 0)
      piece.initializeMemory(as: UInt8.self, repeating: UInt8(number), count: bytes)
    }
    for (number, piece) in pieces.enumerated() {
      let found = UnsafeRawBufferPointer(start: piece, count: bytes)
      #expect(found.first == UInt8(number) && found.last == UInt8(number))
      ScratchMemory.deallocate(piece, bytes: bytes)
    }
  }
}
