extension ScalarScanner {
  /// Reads a run of bytes as a block finds them: ASCII letters and digits, points inside numbers, and all bytes of 0x80
  /// or more, so that every word but those that touch other scripts' spaces and marks is the whole run.
  ///
  /// Does what ``scan(from:stop:end:origin:as:into:)`` does from `start` to `end`, faster where the letters are one
  /// scalar each, or a letter and its marks.
  ///
  /// - Parameter prepare: called before the sink is given anything if that may be other than one word.
  /// - Precondition: no word is open; 8 bytes past `end` are readable.
  @inline(__always)
  mutating func scanRun<Sink: WordSink>(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, origin: UnsafePointer<UInt8>, into sink: inout Sink,
    prepare: (inout Sink) -> Void
  ) {
    let stop = foldLetters(from: start, to: end)
    if _fastPath(stop == end) {
      appendFolded(start, end, origin, into: &sink)
    } else {
      prepare(&sink)
      finishRun(from: start, foldedTo: stop, to: end, origin: origin, into: &sink)
    }
  }

  /// Goes on with a run that more than letters were found in, at `stop`.
  private mutating func finishRun<Sink: WordSink>(
    from start: UnsafePointer<UInt8>, foldedTo stop: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>,
    origin: UnsafePointer<UInt8>, into sink: inout Sink
  ) {
    var (start, stop) = (start, stop)
    while stop < end {
      let decoded = UTF8Decoding.decodeMultibyte(stop, end)
      if decoded.value == DecodedScalar.invalid {
        invalidSequences += 1
      } else if table[decoded.value].kind != .separator {
        folded.removeAll()
        _ = scan(from: start, stop: end, end: end, origin: origin, as: PlainEncoding.self, into: &sink)
        return
      }
      if stop != start { appendFolded(start, stop, origin, into: &sink) }
      start = stop + decoded.length
      stop = foldLetters(from: start, to: end)
    }
    if stop != start { appendFolded(start, stop, origin, into: &sink) }
  }

  /// Puts the letters of a run into ``folded`` and returns where something else stands, or `end`.
  @inline(__always)
  private mutating func foldLetters(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    // Two bytes become seven at most, and eight are written at a time.
    folded.reserve(to: 4 * (end - start) + 8)
    var position = start
    var output = folded.base
    while position < end {
      let lead = position.pointee
      if lead < 0x80 {
        let bytes = WordHash.load(position)
        let high = bytes & 0x8080_8080_8080_8080
        UnsafeMutableRawPointer(output).storeBytes(of: (bytes | WordHash.asciiLowercase).littleEndian, as: UInt64.self)
        let plain = min(high.trailingZeroBitCount &>> 3, end - position)
        position += plain
        output += plain
        continue
      }
      var spelled: UInt64 = 0
      var length = 2
      if _fastPath(lead < 0xE0) {
        guard end - position > 1, lead >= 0xC2, position[1] & 0xC0 == 0x80 else { break }
        spelled = table.twoByteSpellings[Int(lead & 0x1F) &<< 6 | Int(position[1] & 0x3F)]
      } else {
        let decoded = UTF8Decoding.decodeMultibyte(position, end)
        guard decoded.value != DecodedScalar.invalid else { break }
        spelled = table.spelling(of: decoded.value)
        length = decoded.length
      }
      guard spelled != 0 else { break }
      UnsafeMutableRawPointer(output).storeBytes(of: spelled.littleEndian, as: UInt64.self)
      output += Int(truncatingIfNeeded: spelled &>> 56)
      position += length
    }
    folded.setCount(output - folded.base)
    return position
  }

  @inline(__always)
  private mutating func appendFolded<Sink: WordSink>(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ origin: UnsafePointer<UInt8>, into sink: inout Sink
  ) {
    sink.append(hash: hash(0, folded.count), start: start - origin, end: end - origin)
    folded.removeAll()
  }
}
