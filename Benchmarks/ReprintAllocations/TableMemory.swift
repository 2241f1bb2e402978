import Reprint
import ReprintPlatform

/// How much memory the sketches of many documents keep.
enum TableMemory {
  private static let documents = 200_000

  /// Fills a table of sketches and prints the memory that the process has gained, in bytes a document.
  static func run() {
    let slots = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 128)
    slots.initialize(repeating: 7)
    defer { slots.deallocate() }
    let before = Machine.memory
    let table = SketchTable(slots: 128)
    while table.count < documents {
      var batch = SketchBatch(slots: 128)
      for _ in 0..<1000 { batch.append(slots: slots, wordCount: 100, fingerprint: 1) }
      table.append(batch)
    }
    let bytes = withExtendedLifetime(table) { (Machine.memory - before) / documents }
    print(bytes)
  }
}
