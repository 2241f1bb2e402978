/// Finds the words of a text in its bytes as they stand: plain UTF-8, or the content of a JSON string, escapes and all.
///
/// Plain ASCII goes 64 bytes at a time: a block gives a bit mask of word bytes, the mask's edges are the words' starts
/// and ends, and a word of up to 16 bytes is hashed with one multiplication. What a block can't settle (other scripts,
/// some escapes, the last bytes of the buffer) goes through ``ScalarScanner``, which defines what a word is.
///
/// Reuse one tokeniser for many texts: its buffers are kept. Not for use by several threads at once.
package struct Tokenizer: ~Copyable {
  var scanner = ScalarScanner()
  let lengths = WordHash.lengths
  private var words = GrowableBuffer<UInt64>(capacity: 1024)
  private var wordPlaces = GrowableBuffer<WordPlace>(capacity: 1024)

  package init() {}

  /// Ill-formed UTF-8 sequences, lone surrogates and broken `\u` escapes met since ``resetInvalidSequences()``.
  package var invalidSequences: Int { scanner.invalidSequences }

  /// Room for the words of a text, of which there are no more than bytes, and for those of a block that wait to be taken
  /// (``hashOdd``).
  ///
  /// Memory that is not written is not touched.
  static func mostWords(inBytes count: Int) -> Int { count + 2 * ByteBlock.size }

  /// Forgets the words, and gives back the memory that a long text has asked for.
  mutating func release() {
    words.release()
    wordPlaces.release()
  }

  package mutating func resetInvalidSequences() { scanner.invalidSequences = 0 }

  /// The hashes that the last call found.
  package var hashes: UnsafeMutableBufferPointer<UInt64> {
    UnsafeMutableBufferPointer(start: words.base, count: words.count)
  }

  /// Puts hashes made earlier in the place of ``hashes``.
  mutating func replaceHashes(with hashes: [UInt64]) {
    words.removeAll()
    words.reserve(to: hashes.count)
    words.base.update(from: hashes, count: hashes.count)
    words.setCount(hashes.count)
  }

  /// Hashes the words of a plain UTF-8 text into ``hashes``.
  ///
  /// - Parameter readableEnd: the end of readable memory, at or after the end of the text.
  /// - Complexity: O(n) time; eight bytes a word of memory, kept.
  package mutating func hashWords(
    plain text: UnsafeBufferPointer<UInt8>, readableEnd: UnsafePointer<UInt8>? = nil
  ) {
    words.removeAll()
    guard let start = text.baseAddress, !text.isEmpty else { return }
    var sink = hashSink(forBytes: text.count)
    _ = scan(
      start, end: start + text.count, readableEnd: readableEnd ?? start + text.count, as: PlainEncoding.self,
      into: &sink)
    words.setCount(sink.count)
  }

  /// Hashes the words of a JSON string's content into ``hashes`` and returns where its closing quote stands, or `end`
  /// if it has none.
  ///
  /// - Parameters:
  ///   - start: the byte after the opening quote, which must be readable.
  ///   - end: the end of the line: the string is not read beyond it.
  ///   - readableEnd: the end of readable memory, at or after `end`.
  package mutating func hashWords(
    jsonString start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, readableEnd: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    words.removeAll()
    guard start < end else { return end }
    var sink = hashSink(forBytes: end - start)
    let quote = scan(
      start, end: end, readableEnd: readableEnd, afterSeparator: true, as: JSONEncoding.self, into: &sink)
    words.setCount(sink.count)
    return quote
  }

  /// Where the words stand that the last call of `placeWords` found, each at the place of its hash in ``hashes``.
  var places: UnsafeBufferPointer<WordPlace> {
    UnsafeBufferPointer(start: wordPlaces.base, count: words.count)
  }

  /// Hashes the words of a plain UTF-8 text into ``hashes`` and says in ``places`` where they stand.
  ///
  /// - Precondition: the text has less than 4 GiB.
  mutating func placeWords(
    plain text: UnsafeBufferPointer<UInt8>, readableEnd: UnsafePointer<UInt8>? = nil
  ) {
    words.removeAll()
    guard let start = text.baseAddress, !text.isEmpty else { return }
    var sink = placeSink(forBytes: text.count)
    _ = scan(
      start, end: start + text.count, readableEnd: readableEnd ?? start + text.count, as: PlainEncoding.self,
      into: &sink)
    words.setCount(sink.count)
  }

  /// Does for the content of a JSON string, as ``hashWords(jsonString:end:readableEnd:)`` reads it, what
  /// ``placeWords(plain:readableEnd:)`` does for a text; places count from `start`.
  mutating func placeWords(
    jsonString start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, readableEnd: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    words.removeAll()
    guard start < end else { return end }
    var sink = placeSink(forBytes: end - start)
    let quote = scan(
      start, end: end, readableEnd: readableEnd, afterSeparator: true, as: JSONEncoding.self, into: &sink)
    words.setCount(sink.count)
    return quote
  }

  /// Hashes the words of a stretch of a text into ``hashes``, and fills `ends` with where they end, from the start of the
  /// stretch.
  ///
  /// - Precondition: it starts with the text or behind a blank, ends with it or behind a blank, and has less than 4 GiB.
  mutating func findWords(
    in stretch: UnsafeBufferPointer<UInt8>, of text: DocumentText, endingAt ends: inout GrowableBuffer<WordEnd>
  ) {
    words.removeAll()
    ends.removeAll()
    guard let start = stretch.baseAddress, !stretch.isEmpty else { return }
    words.reserve(Self.mostWords(inBytes: stretch.count))
    ends.reserve(Self.mostWords(inBytes: stretch.count))
    var sink = MarkSink(hashes: words.base, marks: ends.base)
    let end = start + stretch.count
    if text.isJSON {
      _ = scan(
        start, end: end, readableEnd: text.readableEnd, afterSeparator: true, as: JSONEncoding.self, into: &sink)
    } else {
      _ = scan(
        start, end: end, readableEnd: text.readableEnd, afterSeparator: start != text.bytes.baseAddress,
        as: PlainEncoding.self, into: &sink)
    }
    words.setCount(sink.count)
    ends.setCount(sink.count)
  }

  /// The words of a plain UTF-8 text with their byte ranges.
  package mutating func tokens(of text: UnsafeBufferPointer<UInt8>) -> [Token] {
    guard let start = text.baseAddress, !text.isEmpty else { return [] }
    var sink = TokenSink(bytes: text.count)
    _ = scan(start, end: start + text.count, readableEnd: start + text.count, as: PlainEncoding.self, into: &sink)
    return sink.finish()
  }

  /// The words of a JSON string's content, with their ranges in its raw bytes.
  package mutating func tokens(ofJSONString content: UnsafeBufferPointer<UInt8>) -> [Token] {
    guard let start = content.baseAddress, !content.isEmpty else { return [] }
    var sink = TokenSink(bytes: content.count)
    let end = start + content.count
    _ = scan(start, end: end, readableEnd: end, as: JSONEncoding.self, into: &sink)
    return sink.finish()
  }

  private mutating func hashSink(forBytes count: Int) -> HashSink {
    words.reserve(Self.mostWords(inBytes: count))
    return HashSink(hashes: words.base)
  }

  private mutating func placeSink(forBytes count: Int) -> MarkSink<WordPlace> {
    words.reserve(Self.mostWords(inBytes: count))
    wordPlaces.reserve(Self.mostWords(inBytes: count))
    return MarkSink(hashes: words.base, marks: wordPlaces.base)
  }

  /// The scanner proper: blocks where it can, scalars where it must.
  ///
  /// Returns the closing quote or `end`.
  ///
  /// - Parameter afterSeparator: whether the byte before `origin` is readable, and a quote or blank; else the first word
  ///   goes by scalars, since a block looks at the byte before it.
  @inline(__always)
  private mutating func scan<Encoding: TextEncoding, Sink: WordSink>(
    _ origin: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, readableEnd: UnsafePointer<UInt8>,
    afterSeparator: Bool = false, as encoding: Encoding.Type, into sink: inout Sink
  ) -> UnsafePointer<UInt8> {
    var position = origin
    let invalidBefore = scanner.invalidSequences
    if !afterSeparator {
      position = scanner.scan(from: origin, stop: origin + 1, end: end, origin: origin, as: encoding, into: &sink)
      if Encoding.isJSON && position < end && position.pointee == UInt8(ascii: "\"") { return position }
    }
    var open = OpenWord(none: position)

    while position < end && readableEnd - position >= ByteBlock.reach {
      let block = ByteBlock(at: position, as: encoding)
      let left = end - position
      // One ill-formed sequence is seldom alone.
      let strays = _fastPath(scanner.invalidSequences == invalidBefore) ? 0 : ByteBlock.strays(at: position)
      let words = block.words & ~strays
      let special = block.quotes | block.escapes
      if _fastPath(special == 0 && left > ByteBlock.size) {
        if _slowPath(strays != 0) { scanner.invalidSequences += strays.nonzeroBitCount }
        open = hashWords(words, endingBefore: .max, at: position, open, origin, into: &sink)
        position += ByteBlock.size
        continue
      }
      // Keep what stands before the first quote, escape or end.
      let first = min(special.trailingZeroBitCount, left)
      var before: UInt64 = first < ByteBlock.size ? (1 &<< UInt64(first)) &- 1 : .max
      if first == left && ByteBlock.isPoint(position[first - 1]) { before &= before &>> 1 }  // what follows is not ours
      scanner.invalidSequences += (strays & before).nonzeroBitCount
      let isEscape = first < left && block.escapes &>> UInt64(first) & 1 == 1
      // A word that stands before an escape may go on behind it.
      let endings: UInt64 = isEscape ? before : .max
      open = hashWords(words & before, endingBefore: endings, at: position, open, origin, into: &sink)
      guard isEscape else {
        position += first
        if !open.isThere { return position }
        break  // a word that ends with the text, at the end of the block
      }
      position = scanner.scan(
        from: open.isThere ? open.start : position + first, stop: position + first + 1, end: end, origin: origin,
        as: encoding, into: &sink)
      open = OpenWord(none: position)
      if position < end && position.pointee == UInt8(ascii: "\"") { return position }
    }
    // The last block may end in an escape's backslash, whose letter stands at `position` then.
    let isCut = Encoding.isJSON && position > origin && position < end && position[-1] == UInt8(ascii: "\\")
    let resume = open.isThere ? open.start : isCut ? position - 1 : position
    guard resume < end else { return position }
    return scanner.scan(from: resume, stop: end, end: end, origin: origin, as: encoding, into: &sink)
  }
}
