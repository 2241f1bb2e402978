import ReprintPlatform

/// Compares documents with kept ones exactly: the similarity of their shingle sets, without making a set of each.
///
/// The shingles of a kept document are numbered once (``KeptDocument``). Another's are looked up one by one, and of what
/// both texts have in one stretch nothing is even tokenised: the shingles there are known by their places, so that a
/// near-duplicate costs little more than the comparison of its bytes. A document that is not like the first kept one may have
/// thousands more before it, as pages of one template do: from then on sets are compared.
///
/// One a thread.
struct KeptDocuments: ~Copyable, PartCache {
  private let source: any DocumentSource
  private let estimates: SketchTable?
  private let width: Int
  private var sketcher: DocumentSketcher
  private var memory: CacheMemory
  private var kept: [UInt32: KeptDocument?] = [:]
  /// Shingles that the kept document lacks.
  private var others = GrowingShingleSet()
  /// The last words gone through, fewer than make a shingle, and room for those that follow.
  private var words = GrowableBuffer<UInt64>(capacity: 256)
  /// Where the words end that the tokeniser has found.
  private var wordEnds = GrowableBuffer<WordEnd>(capacity: 256)
  /// How many shingles the two share.
  private var shared = 0
  private var comparison: UInt32 = 0
  private(set) var comparisons = 0
  /// The document compared last.
  private var lastDocument: UInt32 = .max
  /// Compares a document that was not like the first kept one with the others.
  private var sets: ShingleSetCache

  init(
    _ source: any DocumentSource, shingleWords: Int, slots: Int, bytes: Int, estimates: SketchTable?
  ) {
    self.source = source
    self.estimates = estimates
    width = shingleWords
    sketcher = DocumentSketcher(shingleWidth: shingleWords, slots: slots)
    memory = CacheMemory(bytes: bytes / 4)
    sets = ShingleSetCache(source, shingleWords: shingleWords, slots: slots, bytes: bytes - bytes / 4, estimates: nil)
  }

  mutating func removeAll() {
    forgetKept()
    releaseLongText()
    sets.removeAll()
  }

  private mutating func releaseLongText() {
    sketcher.tokenizer.release()
    wordEnds.release()
  }

  private mutating func forgetKept() {
    kept.removeAll(keepingCapacity: true)
    memory.removeAll()
  }

  /// The Jaccard similarity of a document to a kept one, or nil if it is below `threshold` or one has no words.
  ///
  /// Nothing is read of a document that has too few words, and the rest of one is not once it lacks too much.
  ///
  /// - Parameter wordCount: how many words the document has.
  /// - Complexity: O(n) in the document's length, and the first time in that of the kept one.
  mutating func similarity(
    of document: UInt32, wordCount: UInt32, to keptDocument: UInt32, atLeast threshold: Double
  ) -> Double? {
    comparisons += 1
    if let estimates { return estimates.estimate(Int(document), Int(keptDocument), atLeast: threshold) }
    if comparison == .max {
      forgetKept()
      comparison = 0
    }
    let isFirst = lastDocument != document
    lastDocument = document
    // A text shorter than a shingle has one of its own, which no walk finds.
    if isFirst, Int(wordCount) >= width, let kept = kept(keptDocument) {
      let source = source
      let count = Int(wordCount) - width + 1
      guard Double(count) / Double(kept.count) >= threshold else { return nil }
      comparison += 1
      shared = 0
      others.removeAll()
      var isWalked = false
      _ = source.withText(of: Int(document)) { text in
        isWalked = text.isJSON == kept.isJSON
        if isWalked { walk(text, count, along: kept, threshold) }
      }
      if isWalked {
        let similarity = Double(shared) / Double(kept.count + others.count)
        return similarity >= threshold ? similarity : nil
      }
    }
    return sets.similarity(document, keptDocument, atLeast: threshold)
  }

  /// A kept document with its text; nil if there is none to go through, or no room for it.
  private mutating func kept(_ document: UInt32) -> KeptDocument? {
    if let known = kept[document] {
      memory.noteFound()
      return known
    }
    switch memory.askForRoom() {
    case .free: break
    case .none: return nil
    case .afterForgetting: forgetKept()
    }
    let source = source
    var placed: KeptDocument.PlacedText?
    _ = source.withText(of: Int(document)) { placed = place($0) }
    let made = placed.map { KeptDocument(sketcher.shingleWords(), of: $0, in: &memory) }
    releaseLongText()
    kept.updateValue(made, forKey: document)
    return made
  }

  /// Copies a text and its words to memory of their own; nil if they don't make a shingle.
  private mutating func place(_ text: DocumentText) -> KeptDocument.PlacedText? {
    guard let start = text.bytes.baseAddress, text.bytes.count < Int(UInt32.max) else { return nil }
    let count = text.bytes.count
    let room = UnsafeMutableRawPointer(memory.lend((count + ByteBlock.reach) / 8 + 2))
      .bindMemory(to: UInt8.self, capacity: count + ByteBlock.reach + 8)
    let copy = room + 8
    copy[-1] = UInt8(ascii: " ")
    copy.update(from: start, count: count)
    (copy + count).update(repeating: 0, count: ByteBlock.reach)
    let copied = DocumentText(
      UnsafeBufferPointer(start: copy, count: count), isJSON: text.isJSON, readableEnd: copy + count + ByteBlock.reach)
    sketcher.tokenizer.findWords(in: copied.bytes, of: copied, endingAt: &wordEnds)
    let hashes = sketcher.tokenizer.hashes
    guard hashes.count >= width else { return nil }
    let words = memory.lend(hashes.count)
    words.update(from: hashes.baseAddress!, count: hashes.count)
    return KeptDocument.PlacedText(
      text: copied, words: UnsafeBufferPointer(start: words, count: hashes.count), wordEnds: wordEnds.base)
  }

  /// Counts a shingle of the document and returns its number in the kept one, or -1.
  @inline(__always)
  private mutating func take(_ shingle: UInt64, _ kept: KeptDocument) -> Int {
    let number = kept.number(of: shingle)
    if number >= 0 { shared &+= kept.meet(number, in: comparison) } else { others.insert(shingle) }
    return number
  }
}

// MARK: Going through a text

extension KeptDocuments {
  /// Where a walk stands.
  private struct Position {
    /// Bytes gone through of the document and of the kept one: to behind a blank, or none.
    var place = 0
    var keptPlace = 0
    /// The kept document's word at its place: where the texts don't run together, a guess.
    var keptWord = 0
    /// Words of the document so far.
    var words = 0
  }

  /// Takes the shingles of a text, of which there are `count`, as long as the similarity may be enough.
  ///
  /// The texts run together from the start, and again where a stretch ends with a shingle that the kept one has. A run
  /// is followed to the last blank in it, since what stands between two blanks is the same words in any text.
  private mutating func walk(_ text: DocumentText, _ count: Int, along kept: KeptDocument, _ threshold: Double) {
    var position = Position()
    words.removeAll()
    var isTogether = true
    while position.place < text.bytes.count {
      if isTogether {
        run(&position, text, kept)
        isTogether = false
      } else {
        isTogether = tokenise(&position, text, kept)
        // If the kept document has all that are left.
        let most = shared + count - max(0, position.words - width + 1)
        if Double(most) / Double(kept.count + others.count) < threshold { return }
      }
    }
  }

  /// Goes to the end of what both texts have in one stretch.
  private mutating func run(_ position: inout Position, _ text: DocumentText, _ kept: KeptDocument) {
    let bytes = text.bytes.baseAddress! + position.place
    let keptBytes = kept.text.baseAddress! + position.keptPlace
    let (left, keptLeft) = (text.bytes.count - position.place, kept.text.count - position.keptPlace)
    var length = ByteComparison.commonPrefix(bytes, keptBytes, count: min(left, keptLeft))
    if length < left || length < keptLeft {
      while length > 0 && bytes[length - 1] != UInt8(ascii: " ") { length -= 1 }
    }
    let keptEnd = position.keptPlace + length
    let first = position.keptWord
    var last = first
    while last < kept.words.count && Int(kept.wordEnds[last].offset) <= keptEnd { last &+= 1 }
    for place in max(0, first - width + 1)..<max(0, first - width + 1, last - width + 1) {
      shared &+= kept.meet(Int(kept.numbers[place]), in: comparison)
    }
    words.removeAll()
    for place in max(0, last - width + 1)..<last { words.append(kept.words[place]) }
    position.place += length
    position.keptPlace = keptEnd
    position.keptWord = last
    position.words += last - first
  }

  /// Tokenises the next stretch, and returns whether the texts run together behind it.
  private mutating func tokenise(_ position: inout Position, _ text: DocumentText, _ kept: KeptDocument) -> Bool {
    let bytes = text.bytes.baseAddress!
    let count = text.bytes.count
    let start = position.place
    let end = Self.endOfStretch(text, from: start)
    sketcher.tokenizer.findWords(
      in: UnsafeBufferPointer(rebasing: text.bytes[start..<end]), of: text, endingAt: &wordEnds)
    let found = sketcher.tokenizer.hashes
    position.place = end
    position.keptWord += found.count
    position.words += found.count
    guard let hashes = found.baseAddress, found.count > 0 else { return false }
    let before = words.count
    words.reserve(to: before + found.count)
    (words.base + before).update(from: hashes, count: found.count)
    words.setCount(before + found.count)
    let number = takeWords(kept)
    guard number >= 0, end < count else { return false }
    let expected = position.keptWord - width
    let place =
      kept.numbers.indices.contains(expected) && Int(kept.numbers[expected]) == number
      ? expected : kept.firstPlace(number)
    // What stands behind the last word must be the same too.
    let wordEnd = start + Int(wordEnds[found.count - 1].offset)
    let keptWordEnd = Int(kept.wordEnds[place + width - 1].offset)
    let rest = end - wordEnd
    guard rest <= kept.text.count - keptWordEnd,
      memcmp(bytes + wordEnd, kept.text.baseAddress! + keptWordEnd, rest) == 0
    else { return false }
    position.keptPlace = keptWordEnd + rest
    position.keptWord = place + width
    return true
  }

  /// Where to look whether the texts run together again: behind the last blank of a block, which is tokenised at once
  /// and has more words than a shingle; behind the first one where that block has none.
  private static func endOfStretch(_ text: DocumentText, from start: Int) -> Int {
    let place = text.bytes.baseAddress! + start
    let left = text.bytes.count - start
    guard left > ByteBlock.size else { return text.bytes.count }
    let blanks = ByteMask.ofBlock(at: place) { ByteMask.lanes($0 .== SIMD16(repeating: Int8(0x20))) }
    if blanks != 0 { return start + ByteBlock.size - blanks.leadingZeroBitCount }
    guard let blank = memchr(place + ByteBlock.size, Int32(UInt8(ascii: " ")), left - ByteBlock.size) else {
      return text.bytes.count
    }
    return start + (UnsafePointer(blank.assumingMemoryBound(to: UInt8.self)) - place) + 1
  }

  /// Takes the shingles of the words at hand, leaves those that start further ones, and returns the number of the last
  /// shingle in the kept document, or -1.
  private mutating func takeWords(_ kept: KeptDocument) -> Int {
    let count = words.count
    guard count >= width else { return -1 }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: width) { open in
      for index in 0..<width - 1 { open[index] = words[count - width + 1 + index] }
      let shingles = Shingling.shingle(UnsafeMutableBufferPointer(start: words.base, count: count), width: width)
      var number = -1
      for index in 0..<shingles { number = take(words[index], kept) }
      for index in 0..<width - 1 { words[index] = open[index] }
      words.setCount(width - 1)
      return number
    }
  }
}
