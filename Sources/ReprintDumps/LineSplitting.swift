import ReprintPlatform

/// What lines of bytes are.
enum LineSplitting {
  /// The end of the line that `position` is in: behind its newline, or the end of the bytes.
  static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
    guard let base = bytes.baseAddress, position < bytes.count else { return bytes.count }
    guard let found = memchr(base + position, 0x0A, bytes.count - position) else { return bytes.count }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base + 1
  }

  /// The length of the byte order mark that a file starts with, 0 if it has none.
  static func byteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Appends bytes with blanks for their newlines.
  static func joinLines(_ bytes: UnsafeBufferPointer<UInt8>, into line: inout [UInt8]) {
    let start = line.count
    line.append(contentsOf: bytes)
    for place in start..<line.count where line[place] == 0x0A || line[place] == 0x0D { line[place] = 0x20 }
  }

  /// Whether a line has a NUL byte.
  ///
  /// Asked line by line, while the caches have it.
  static func hasNUL(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.baseAddress.map { memchr($0, 0, line.count) != nil } ?? false
  }

  /// Whether a line holds nothing but white space.
  static func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first, first != UInt8(ascii: "{") else { return line.isEmpty }
    return line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}

/// The lines of a chunk that are not blank, one after the other.
struct ChunkLines: IteratorProtocol {
  struct Line {
    /// Without its newline.
    var bytes: UnsafeBufferPointer<UInt8>
    /// Among all lines of the chunk, from 0.
    var number: Int
    /// Where it starts in the chunk.
    var position: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  /// How many lines were gone through, blank ones too.
  private(set) var count = 0

  /// - Parameter isStart: whether the chunk is the first of its file, which may begin with a byte order mark.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isStart: Bool) {
    self.bytes = bytes
    position = isStart ? LineSplitting.byteOrderMark(bytes) : 0
  }

  mutating func next() -> Line? {
    while position < bytes.count {
      let start = position
      position = LineSplitting.endOfLine(bytes, from: start)
      let end = bytes[position - 1] == 0x0A ? position - 1 : position
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      count += 1
      if !LineSplitting.isBlank(line) { return Line(bytes: line, number: count - 1, position: start) }
    }
    return nil
  }
}
