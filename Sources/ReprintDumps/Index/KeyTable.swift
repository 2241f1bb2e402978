import Reprint

/// Keys of 32 bits and the rows that have them, in ascending order.
///
/// Keys are spread evenly but for those that many documents share, so that fences (where the keys with the same upper
/// bits begin) lead near a key at once, and a search between two of them does the rest.
struct KeyTable: Sendable {
  struct Shape: Sendable {
    let count: Int
    /// Upper bits of a key that choose a fence.
    let fenceBits: Int

    init(count: Int, fenceBits: Int) {
      self.count = count
      self.fenceBits = fenceBits
    }

    /// About 16 keys to a fence.
    init(count: Int) {
      self.count = count
      fenceBits = count <= 16 ? 0 : Int.bitWidth - (count / 16).leadingZeroBitCount
    }

    var fenceCount: Int { (1 << fenceBits) + 1 }
    /// In whole words, so that the next table begins where a number may.
    var fenceBytes: Int { (fenceCount * 4 + 7) / 8 * 8 }
    var entryBytes: Int { count * 8 }
  }

  let file: IndexFile
  let shape: Shape
  /// Where fences and entries begin, in bytes from the start of the file.
  let fences: Int
  let entries: Int

  /// Fences lead to so many entries at most, where keys are spread evenly.
  private static let most = 512

  /// An entry: the key in the upper half, the row in the lower.
  @inline(__always)
  func entry(_ place: Int) throws(DumpError) -> UInt64 {
    let start = entries &+ 8 &* place
    return try file.bytes(start..<start &+ 8).number(UInt64.self, at: 0)
  }

  /// The place of the first entry with a key, or of the first above it.
  ///
  /// - Complexity: O(log n) for keys that many share, else O(1).
  func first(_ key: UInt32) throws(DumpError) -> Int {
    let fence = shape.fenceBits == 0 ? 0 : Int(key >> UInt32(32 - shape.fenceBits))
    let start = fences &+ 4 &* fence
    let pair = try file.bytes(start..<start &+ 8)
    var low = Int(pair.number(UInt32.self, at: 0))
    var high = Int(pair.number(UInt32.self, at: 4))
    guard low <= high, high <= shape.count else {
      throw DumpError(file.path, offset: start, "fences are out of order")
    }
    let wanted = UInt64(key) << 32
    while high &- low > Self.most {
      let middle = (low &+ high) / 2
      if try entry(middle) < wanted { low = middle &+ 1 } else { high = middle }
    }
    let few = try file.bytes(entries &+ 8 &* low..<entries &+ 8 &* high)
    let before = low
    while low < high {
      let middle = (low &+ high) / 2
      if few.number(UInt64.self, at: 8 &* (middle &- before)) < wanted { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// Calls `body` with the rows that have a key, ascending, until it returns false.
  @inline(__always)
  func forEachRow(_ key: UInt32, _ body: (Int) throws(DumpError) -> Bool) throws(DumpError) {
    var place = try first(key)
    while place < shape.count {
      let entry = try entry(place)
      guard UInt32(truncatingIfNeeded: entry &>> 32) == key else { return }
      guard try body(Int(UInt32(truncatingIfNeeded: entry))) else { return }
      place &+= 1
    }
  }

  /// Sorted entries and their fences, to be written.
  static func fences(of entries: UnsafePointer<UInt64>, _ shape: Shape) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: shape.fenceBytes)
    bytes.withUnsafeMutableBytes { bytes in
      var place = 0
      for fence in 0..<shape.fenceCount {
        let start = UInt64(fence) << UInt64(64 - shape.fenceBits)
        if fence == shape.fenceCount - 1 {
          place = shape.count
        } else {
          while place < shape.count && entries[place] < start { place += 1 }
        }
        bytes.put(UInt32(place), at: 4 * fence)
      }
    }
    return bytes
  }
}
