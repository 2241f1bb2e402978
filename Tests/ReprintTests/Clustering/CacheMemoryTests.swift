import Testing

@testable import Reprint

@Suite struct CacheMemoryTests {
  /// Elements of half a block, and a room of four blocks.
  private let half = 1 << 17
  private let bytes = 8 << 20

  private func ask(_ memory: inout CacheMemory) -> CacheMemory.Room {
    let room = memory.askForRoom()
    if room != .none { _ = memory.lend(half) }
    return room
  }

  @Test func roomIsFreeUntilItIsUsedUp() {
    var memory = CacheMemory(bytes: bytes)
    var count = 0
    while ask(&memory) == .free { count += 1 }
    #expect((7...8).contains(count))
    memory.removeAll()
    #expect(ask(&memory) == .free)
  }

  @Test(arguments: [(found: 0, missed: 64), (1, 72), (100, 864)])
  func nothingIsForgottenWhileOneInNineIsThere(found: Int, missed: Int) {
    var memory = CacheMemory(bytes: bytes)
    // What was found while there was room says nothing.
    for _ in 0..<1000 { memory.noteFound() }
    while ask(&memory) == .free {}
    for _ in 0..<found { memory.noteFound() }
    // The last that was asked for counts already.
    for _ in 1..<missed { #expect(memory.askForRoom() == .none) }
    #expect(memory.askForRoom() == .afterForgetting)
    memory.removeAll()
    var count = 0
    while ask(&memory) == .free { count += 1 }
    #expect((7...8).contains(count))
  }
}
