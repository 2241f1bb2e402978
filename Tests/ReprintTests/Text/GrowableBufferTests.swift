import ReprintPlatform
import Testing

@testable import Reprint

@Suite struct GrowableBufferTests {
  @Test func growsAndKeepsWhatItHolds() {
    var buffer = GrowableBuffer<UInt64>(capacity: 2)
    for value in 0..<UInt64(1000) { buffer.append(value) }
    #expect(buffer.count == 1000)
    #expect((0..<1000).allSatisfy { buffer[$0] == UInt64($0) })
    buffer.reserve(5000)
    #expect((0..<1000).allSatisfy { buffer[$0] == UInt64($0) })
    buffer[7] = 70
    #expect(buffer[7] == 70)
    buffer.removeAll()
    #expect(buffer.count == 0)
    buffer.append(1)
    #expect(buffer[0] == 1)
  }

  @Test func reservingMakesRoomForWritesBehindTheLast() {
    var buffer = GrowableBuffer<UInt8>(capacity: 1)
    buffer.append(9)
    buffer.reserve(to: 100)
    for index in 1..<100 { buffer.base[index] = UInt8(index) }
    buffer.setCount(100)
    #expect(buffer[0] == 9 && buffer[99] == 99)
  }

  @Test func aLargeBufferIsGivenBack() {
    var buffer = GrowableBuffer<UInt32>(capacity: 8)
    buffer.append(1)
    buffer.release()
    #expect(buffer.count == 0 && buffer.capacity == 8)
    buffer.reserve(ScratchMemory.large / 4)
    for value in 0..<UInt32(ScratchMemory.large / 4) { buffer.append(value) }
    buffer.release()
    #expect(buffer.count == 0 && buffer.capacity < 1000)
    for value in 0..<UInt32(5000) { buffer.append(value) }
    #expect((0..<5000).allSatisfy { buffer[$0] == UInt32($0) })
  }
}
