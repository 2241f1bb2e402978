import ReprintPlatform

/// The newline split that everything is measured against.
enum LineSplit {
  @inline(__always)
  static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
    let base = bytes.baseAddress!
    guard let found = memchr(base + position, 0x0A, bytes.count - position) else { return bytes.count }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }

  /// Finds all lines; returns how many there are, with where they end mixed in.
  static func run(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var lines = 0
    var ends = 0
    var position = 0
    while position < bytes.count {
      let end = endOfLine(bytes, from: position)
      lines &+= 1
      ends &+= end
      position = end + 1
    }
    var digest = Digest()
    digest.add(lines)
    digest.add(ends)
    return digest.value
  }
}
