/// Reads words scalar by scalar: the definition of a word, and the path for everything that is not plain ASCII.
///
/// A word is a longest run of letters, digits and marks, folded by ``ScalarTable``; ignorable scalars inside it are
/// dropped, and `.` or `,` directly between two ASCII digits belongs to the number. A run of a script without spaces
/// gives its overlapping character n-grams instead (a run shorter than n is one word).
///
/// Holds the bytes of the word being read; its buffers grow with the longest run of letters and are kept.
struct ScalarScanner: ~Copyable {
  let table = ScalarTable.shared
  private let lengths = WordHash.lengths
  /// The folded word, or the folded run of n-gram characters, in UTF-8.
  var folded = GrowableBuffer<UInt8>(capacity: 256)
  /// For a run: where each character starts in `folded`, and its range in the text.
  var characters = GrowableBuffer<RunCharacter>(capacity: 64)
  /// The marks at the end of `folded`.
  var marks = MarkRun()
  /// What is being read; `.separator` between words.
  var pending = ScalarKind.separator
  private var start = 0
  var end = 0

  /// Ill-formed sequences met so far.
  var invalidSequences = 0

  struct RunCharacter {
    var folded: Int
    var start: Int
    var end: Int
  }

  /// Reads words from `position` until the first point at or after `stop` where no word is open and where a block may
  /// take over, or the closing quote of a JSON string, or `end`; returns that point.
  ///
  /// A block takes the byte before it for the byte of a character, so it can't start right behind an escape's last
  /// backslash or digit.
  @inline(__always)
  mutating func scan<Encoding: TextEncoding, Sink: WordSink>(
    from position: UnsafePointer<UInt8>, stop: UnsafePointer<UInt8>, end limit: UnsafePointer<UInt8>,
    origin: UnsafePointer<UInt8>, as encoding: Encoding.Type, into sink: inout Sink
  ) -> UnsafePointer<UInt8> {
    var position = position
    var afterDigit = false
    while position < limit {
      if pending == .word {
        let next = takeLetters(position, limit, origin, as: encoding)
        if next != position {
          position = next
          // A byte of 0x30 to 0x39 that ends a letter is one: escapes don't come this way.
          afterDigit = isDigit(UInt32(position[-1]))
          continue
        }
      } else if pending != .separator {
        let next = takeCharacters(position, limit, origin, as: encoding)
        if next != position {
          position = next
          afterDigit = false
          continue
        }
      }
      if Encoding.isJSON && position.pointee == UInt8(ascii: "\"") { break }
      let decoded = Encoding.decode(position, limit)
      let offset = position - origin
      let after = position + decoded.length
      if _fastPath(decoded.value != DecodedScalar.invalid) {
        if afterDigit, decoded.value == 0x2E || decoded.value == 0x2C, after < limit,
          isDigit(Encoding.decode(after, limit).value)
        {
          folded.append(UInt8(truncatingIfNeeded: decoded.value))
          end = offset + decoded.length
        } else {
          take(table[decoded.value], at: offset, length: decoded.length, into: &sink)
        }
        afterDigit = isDigit(decoded.value)
      } else {
        invalidSequences += 1
        if pending != .separator { finish(into: &sink) }
        afterDigit = false
      }
      position = after
      if position >= stop && pending == .separator && position[-1] != UInt8(ascii: "\\")
        && !isDigit(UInt32(position[-1]))
      {
        return position
      }
    }
    finish(into: &sink)
    return position
  }

  /// Goes on with the open word over letters and digits as long as they are plain bytes, not escapes: what ``take`` does
  /// one scalar at a time, without a look at the state between.
  @inline(__always)
  private mutating func takeLetters<Encoding: TextEncoding>(
    _ start: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>, _ origin: UnsafePointer<UInt8>,
    as encoding: Encoding.Type
  ) -> UnsafePointer<UInt8> {
    var position = start
    var output = folded.base + folded.count
    let outputEnd = folded.base + folded.capacity - 8
    let table = table
    // A mark stands where it belongs behind a letter or a mark of no higher class; else they may have to change places.
    var leastClass = UInt32.max
    while position < limit && output <= outputEnd {
      let byte = position.pointee
      if Encoding.isJSON && byte == UInt8(ascii: "\\") { break }
      let decoded =
        byte < 0x80 ? DecodedScalar(value: UInt32(byte), length: 1) : UTF8Decoding.decodeMultibyte(position, limit)
      guard decoded.value != DecodedScalar.invalid else { break }
      let entry = table[decoded.value]
      if entry.kind == .word {
        output += UTF8Encoding.encode(entry.scalar, to: output)
        leastClass = 0
      } else if entry.kind == .expansion {
        let spelled = table.spelledExpansions[entry.expansion]
        guard spelled != 0 else { break }
        UnsafeMutableRawPointer(output).storeBytes(of: spelled.littleEndian, as: UInt64.self)
        output += Int(truncatingIfNeeded: spelled &>> 56)
        leastClass = .max
      } else if entry.kind == .mark && entry.combiningClass >= leastClass {
        output += UTF8Encoding.encode(entry.scalar, to: output)
        leastClass = entry.combiningClass
      } else {
        break
      }
      position += decoded.length
    }
    guard position != start else { return start }
    folded.setCount(output - folded.base)
    end = position - origin
    return position
  }

  /// Goes on with the open run over characters of its kind as long as they are plain bytes, not escapes.
  @inline(__always)
  private mutating func takeCharacters<Encoding: TextEncoding>(
    _ start: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>, _ origin: UnsafePointer<UInt8>,
    as encoding: Encoding.Type
  ) -> UnsafePointer<UInt8> {
    var position = start
    var output = folded.base + folded.count
    let outputEnd = folded.base + folded.capacity - 8
    var character = characters.base + characters.count
    let charactersEnd = characters.base + characters.capacity
    let (table, kind) = (table, pending)
    // No character of a run is ASCII: neither escapes nor the closing quote pass.
    while position < limit && position.pointee >= 0x80 && output <= outputEnd && character < charactersEnd {
      let bytes = limit - position >= 4 ? UnsafeRawPointer(position).loadUnaligned(as: UInt32.self).littleEndian : 0
      let ofThree = UTF8Decoding.threeBytes(bytes)
      let decoded =
        _fastPath(ofThree != DecodedScalar.invalid)
        ? DecodedScalar(value: ofThree, length: 3) : UTF8Decoding.decodeMultibyte(position, limit)
      guard decoded.value != DecodedScalar.invalid else { break }
      let entry = table[decoded.value]
      let start = output
      if entry.kind == kind {
        if _fastPath(entry.scalar == ofThree) {
          UnsafeMutableRawPointer(output).storeBytes(of: bytes.littleEndian, as: UInt32.self)
          output += 3
        } else {
          output += UTF8Encoding.encode(entry.scalar, to: output)
        }
      } else {
        guard entry.kind == .expansion else { break }
        let spelled = table.spelledCharacter(entry.expansion, of: kind)
        guard spelled != 0 else { break }
        UnsafeMutableRawPointer(output).storeBytes(of: spelled.littleEndian, as: UInt64.self)
        output += Int(truncatingIfNeeded: spelled &>> 56)
      }
      let offset = position - origin
      character.initialize(
        to: RunCharacter(folded: start - folded.base, start: offset, end: offset + decoded.length))
      character += 1
      position += decoded.length
    }
    folded.setCount(output - folded.base)
    characters.setCount(character - characters.base)
    return position
  }

  @inline(__always)
  private func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }

  @inline(__always)
  private mutating func take<Sink: WordSink>(
    _ entry: ScalarEntry, at offset: Int, length: Int, into sink: inout Sink
  ) {
    switch entry.kind {
    case .separator: if pending != .separator { finish(into: &sink) }
    case .word:
      open(.word, at: offset, into: &sink)
      append(entry.scalar)
      end = offset + length
    case .mark: appendMark(entry, end: offset + length)
    case .ignorable: break
    case .bigram, .tetragram:
      open(entry.kind, at: offset, into: &sink)
      characters.append(RunCharacter(folded: folded.count, start: offset, end: offset + length))
      append(entry.scalar)
    case .expansion:
      let count = Int(table.expansions[entry.expansion])
      for index in 1...count {
        take(
          element: ScalarEntry(bits: table.expansions[entry.expansion + index]), at: offset, length: length, into: &sink
        )
      }
    case .hangulSyllable:
      open(.word, at: offset, into: &sink)
      let (leading, vowel, trailing) = HangulSyllable.letters(of: entry.scalar)
      append(leading)
      append(vowel)
      if let trailing { append(trailing) }
      end = offset + length
    }
  }

  /// An element of an expansion, which is never an expansion itself.
  private mutating func take<Sink: WordSink>(
    element entry: ScalarEntry, at offset: Int, length: Int, into sink: inout Sink
  ) {
    switch entry.kind {
    case .mark: appendMark(entry, end: offset + length)
    case .bigram, .tetragram:
      open(entry.kind, at: offset, into: &sink)
      characters.append(RunCharacter(folded: folded.count, start: offset, end: offset + length))
      append(entry.scalar)
    default:
      open(.word, at: offset, into: &sink)
      append(entry.scalar)
      end = offset + length
    }
  }

  /// Goes on with what is being read if it is of this kind, else finishes it and begins anew.
  @inline(__always)
  private mutating func open<Sink: WordSink>(_ kind: ScalarKind, at offset: Int, into sink: inout Sink) {
    if pending == kind { return }
    if pending != .separator { finish(into: &sink) }
    pending = kind
    start = offset
  }

  @inline(__always)
  mutating func append(_ scalar: UInt32) {
    folded.reserve(to: folded.count + 4)
    folded.setCount(folded.count + UTF8Encoding.encode(scalar, to: folded.base + folded.count))
  }

  /// Hands on the open word or run.
  private mutating func finish<Sink: WordSink>(into sink: inout Sink) {
    if pending == .separator { return }
    closeMarks()
    switch pending {
    case .word:
      sink.append(hash: hash(0, folded.count), start: start, end: end)
    default:
      let width = min(pending == .bigram ? 2 : 4, characters.count)
      for first in 0...(characters.count - width) {
        let last = first + width
        let foldedEnd = last < characters.count ? characters[last].folded : folded.count
        sink.append(
          hash: hash(characters[first].folded, foldedEnd), start: characters[first].start, end: characters[last - 1].end
        )
      }
      characters.removeAll()
    }
    folded.removeAll()
    pending = .separator
  }

  /// The hash of some bytes of ``folded``.
  @inline(__always)
  func hash(_ from: Int, _ to: Int) -> UInt64 {
    let count = to &- from
    if _slowPath(count > 16) { return WordHash.hash(folded.base + from, count: count, lowercase: 0, lengths: lengths) }
    return WordHash.hash(short: folded.base + from, count: count, lengths: lengths)
  }
}
