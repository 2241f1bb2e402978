extension Tokenizer {
  /// The word that goes on behind the block that it was found in, if one does.
  struct OpenWord {
    /// Where it starts; without one, any place.
    let start: UnsafePointer<UInt8>
    /// Not 0 if one of its bytes so far is 0x80 or more.
    let high: UInt64
    /// 1, or 0 without one.
    let carry: UInt64

    var isThere: Bool { carry != 0 }

    @inline(__always)
    init(start: UnsafePointer<UInt8>, high: UInt64) {
      self.start = start
      self.high = high
      carry = 1
    }

    @inline(__always)
    init(none place: UnsafePointer<UInt8>) {
      start = place
      high = 0
      carry = 0
    }
  }

  /// Words hashed before their number is looked at: about as many as 64 bytes of prose hold, so that the loop's end is
  /// rarely mispredicted.
  ///
  /// What is written beyond the true number is overwritten later.
  private static let speculativeWords = 12

  /// Hashes the words that end in a block and returns the one that goes on behind it.
  ///
  /// - Parameters:
  ///   - words: the block's word bytes.
  ///   - endings: a mask of the places where a word may end.
  ///   - open: the word that reaches into the block.
  @inline(__always)
  mutating func hashWords<Sink: WordSink>(
    _ words: UInt64, endingBefore endings: UInt64, at position: UnsafePointer<UInt8>, _ open: OpenWord,
    _ origin: UnsafePointer<UInt8>, into sink: inout Sink
  ) -> OpenWord {
    let carry = open.carry
    let shifted = words &<< 1 | carry
    let starts = words & ~shifted
    let allEnds = ~words & shifted
    let ends = allEnds & endings
    let count = ends.nonzeroBitCount
    let high = ByteBlock.highBytes(at: position) & words
    let lengths = lengths

    // Of the open word, where there is one, else of the first start.
    let isOpen = 0 &- carry
    let firstStart = starts.trailingZeroBitCount
    let openStart = max(open.start - position, -WordHash.Lengths.longestBack)
    var start = firstStart ^ (firstStart ^ openStart) & Int(bitPattern: UInt(isOpen))
    var nextStarts = starts & (starts &- 1 | isOpen)
    var nextEnds = allEnds
    var oddities = high | open.high
    var index = 0
    // Beyond the last word: one that goes on, as far as it is here, then words of no bytes behind the block.
    @inline(__always)
    func hashNext() {
      let end = nextEnds.trailingZeroBitCount
      let length = end &- start
      let bytes = position + start
      let low = (WordHash.load(bytes) | WordHash.asciiLowercase) & lengths.lowMask(length)
      let high = (WordHash.load(bytes + 8) | WordHash.asciiLowercase) & lengths.highMask(length)
      oddities |= lengths.tooLong(length)
      let hash = Mix.fold(low ^ Mix.a, high ^ lengths.highSeed(length))
      sink.write(index, hash: hash, start: bytes - origin, end: position - origin + end)
      nextEnds &= nextEnds &- 1
      start = nextStarts.trailingZeroBitCount
      nextStarts &= nextStarts &- 1
      index &+= 1
    }
    // Scripts without spaces fill one block after the other.
    if _fastPath(count != 0) {
      for _ in 0..<Self.speculativeWords / 2 {
        hashNext()
        hashNext()
      }
      while _slowPath(index < count) { hashNext() }
    }
    if _fastPath(oddities == 0 || count == 0) {
      sink.commit(count)
    } else {
      hashOdd(words, starts, ends, high, at: position, open, origin, into: &sink)
    }
    guard words &>> 63 | allEnds & ~endings != 0 else { return OpenWord(none: position) }
    guard starts != 0 else { return OpenWord(start: open.start, high: open.high | high) }
    let last = 63 &- starts.leadingZeroBitCount
    return OpenWord(start: position + last, high: high &>> UInt64(last))
  }

  /// Goes again through those words of a block that have more than 16 bytes, or bytes that are no ASCII (several words
  /// perhaps, or none); the others are taken as they were written.
  @inline(never)
  private mutating func hashOdd<Sink: WordSink>(
    _ words: UInt64, _ starts: UInt64, _ ends: UInt64, _ high: UInt64, at position: UnsafePointer<UInt8>,
    _ open: OpenWord, _ origin: UnsafePointer<UInt8>, into sink: inout Sink
  ) {
    var odd = ByteBlock.ends(of: words, ends, with: high | ByteBlock.startsOfSeventeen(words))
    if open.isThere {
      let first = ends & (0 &- ends)
      let isOdd = position + first.trailingZeroBitCount - open.start > 16 || open.high | high & (first &- 1) != 0
      odd = odd & ~first | (isOdd ? first : 0)
    }
    let count = ends.nonzeroBitCount
    /// Where the first of the block's words was written.
    var written = sink.count
    // Where words can wait that what is found before them can't reach: there are no more words than bytes.
    let aside = written + ByteBlock.size + (open.isThere ? position - open.start : 0)
    var taken = 0
    while odd != 0 {
      let before = odd & (0 &- odd) &- 1
      let end = position + odd.trailingZeroBitCount
      odd &= odd &- 1
      let index = (ends & before).nonzeroBitCount
      take(&sink, written + taken..<written + index)
      taken = index + 1
      let startsBefore = starts & before
      let isOpen = startsBefore == 0
      let start = isOpen ? open.start : position + (63 &- startsBefore.leadingZeroBitCount)
      let isASCII =
        isOpen ? open.high | high & before == 0 : (high & before) &>> UInt64(start - position) == 0
      if isASCII {
        let hash = WordHash.hash(start, count: end - start, lowercase: WordHash.asciiLowercase, lengths: lengths)
        sink.append(hash: hash, start: start - origin, end: end - origin)
        continue
      }
      scanner.scanRun(from: start, to: end, origin: origin, into: &sink) { sink in
        guard written != aside else { return }
        sink.copy(count - taken, writtenAt: written + taken, to: aside + taken)
        written = aside
      }
    }
    take(&sink, written + taken..<written + count)
  }

  /// Takes words of a block as they were written.
  @inline(__always)
  private func take<Sink: WordSink>(_ sink: inout Sink, _ places: Range<Int>) {
    if places.lowerBound == sink.count {
      sink.commit(places.count)
    } else {
      for place in places { sink.accept(writtenAt: place) }
    }
  }
}
