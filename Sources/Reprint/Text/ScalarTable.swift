/// What the tokeniser does with a scalar.
enum ScalarKind: UInt8 {
  /// Ends a word: white space, punctuation, symbols, everything unassigned.
  case separator = 0
  /// A letter or digit of a script that puts spaces between words.
  case word
  /// A combining mark: belongs to the letter before it, in canonical order.
  case mark
  /// Leaves no trace: soft hyphens, zero-width characters, variation selectors.
  case ignorable
  /// A letter of a script without spaces, read as overlapping pairs (Han, Kana, Bopomofo).
  case bigram
  /// A letter of a script without spaces, read as overlapping fours (Thai, Lao, Khmer, Myanmar).
  case tetragram
  /// Folds to several scalars.
  case expansion
  /// A composed Hangul syllable: two or three letters, by arithmetic.
  case hangulSyllable
}

/// What a scalar folds to: its kind, and the folded scalar, or where its expansion stands.
struct ScalarEntry {
  var bits: UInt32

  /// The cases stand in the order of their raw values, all eight of three bits.
  var kind: ScalarKind { unsafeBitCast(UInt8(truncatingIfNeeded: bits &>> 29), to: ScalarKind.self) }
  var scalar: UInt32 { bits & 0x1F_FFFF }
  var combiningClass: UInt32 { (bits >> 21) & 0xFF }
  /// For an expansion: the index of its length in ``ScalarTable/expansions``.
  var expansion: Int { Int(bits & 0x1F_FFFF) }
}

/// Folding of every Unicode scalar, by two look-ups.
///
/// Case folding and compatibility decomposition together (NFKD of the case-folded scalar), so that composed and
/// decomposed, full-width and plain, capital and small forms of a word are the same word. The tables are generated;
/// expanding them takes a fraction of a millisecond, once a process, and about 800 kB.
struct ScalarTable: @unchecked Sendable {
  /// For each block of 256 scalars, where its entries start.
  let pages: UnsafePointer<UInt32>
  let entries: UnsafePointer<UInt32>
  /// Lengths, each followed by that many entries.
  let expansions: UnsafePointer<UInt32>
  /// Beside the length of each expansion that is a letter with marks in canonical order: its UTF-8, in the low bytes,
  /// and how long that is in the top one.
  ///
  /// Zero elsewhere.
  let spelledExpansions: UnsafePointer<UInt64>
  /// The same of expansions that are a character of a script without spaces with its marks.
  private let spelledCharacters: UnsafePointer<UInt64>
  /// What ``spelling(of:)`` says of the scalars that take two bytes, and those below, by number.
  let twoByteSpellings: UnsafePointer<UInt64>

  static let shared = ScalarTable()

  /// - Precondition: `scalar` is below 0x110000.
  @inline(__always)
  subscript(scalar: UInt32) -> ScalarEntry {
    ScalarEntry(bits: entries[Int(pages[Int(scalar >> 8)]) &+ Int(scalar & 0xFF)])
  }

  /// What a letter folds to, in UTF-8 in the low bytes, and how long that is in the top one; 0 for anything but a letter
  /// of one scalar, or of one and its marks.
  @inline(__always)
  func spelling(of scalar: UInt32) -> UInt64 { Self.spelling(self[scalar], spelledExpansions) }

  /// What an expansion that is a character of a kind with its marks folds to, as ``spelling(of:)`` says it; 0 for any
  /// other.
  @inline(__always)
  func spelledCharacter(_ expansion: Int, of kind: ScalarKind) -> UInt64 {
    ScalarEntry(bits: expansions[expansion &+ 1]).kind == kind ? spelledCharacters[expansion] : 0
  }

  @inline(__always)
  private static func spelling(_ entry: ScalarEntry, _ spelledExpansions: UnsafePointer<UInt64>) -> UInt64 {
    switch entry.kind {
    case .word: UTF8Encoding.spell(entry.scalar)
    case .expansion: spelledExpansions[entry.expansion]
    default: 0
    }
  }

  private init() {
    let (pages, entries) = Self.expandEntries()
    let (expansions, spelledExpansions, spelledCharacters) = Self.expandExpansions()
    let twoByteSpellings = UnsafeMutablePointer<UInt64>.allocate(capacity: 0x800)
    for scalar in 0..<0x800 {
      let entry = ScalarEntry(bits: entries[Int(pages[scalar >> 8]) + scalar & 0xFF])
      (twoByteSpellings + scalar).initialize(to: Self.spelling(entry, spelledExpansions))
    }
    (self.pages, self.entries) = (pages, entries)
    (self.expansions, self.spelledExpansions) = (expansions, spelledExpansions)
    self.spelledCharacters = spelledCharacters
    self.twoByteSpellings = UnsafePointer(twoByteSpellings)
  }
}

// MARK: Expanding

/// The tables live as long as the process: all threads share them, and they are never freed.
extension ScalarTable {
  private static let blockCount = 0x1100

  private static func expandEntries() -> (pages: UnsafePointer<UInt32>, entries: UnsafePointer<UInt32>) {
    let pages = UnsafeMutablePointer<UInt32>.allocate(capacity: blockCount)
    // Page 0 is shared by all blocks of separators alone.
    pages.initialize(repeating: 0, count: blockCount)
    forEachSegment { pages[$0.block] = 1 }
    forEachExpansion { scalar, _, _ in pages[Int(scalar &>> 8)] = 1 }
    var end: UInt32 = 256
    for block in 0..<blockCount where pages[block] != 0 {
      pages[block] = end
      end += 256
    }

    let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: Int(end))
    entries.initialize(repeating: 0, count: Int(end))
    forEachSegment { segment in
      let first = entries + Int(pages[segment.block]) + segment.offset
      for place in 0..<segment.count {
        first[place] = segment.entry &+ UInt32(truncatingIfNeeded: place) &* segment.step
      }
    }
    let expansion = UInt32(ScalarKind.expansion.rawValue) << 29
    forEachExpansion { scalar, place, _ in
      entries[Int(pages[Int(scalar &>> 8)] &+ scalar & 0xFF)] = expansion | UInt32(place)
    }
    return (UnsafePointer(pages), UnsafePointer(entries))
  }

  /// As much of a run of scalars as lies in one block of 256.
  private struct Segment {
    var block: Int
    /// The first of the scalars in the block, and how many there are.
    var offset: Int
    var count: Int
    /// Of the first scalar, and what the entry of each is more than that of the one before.
    var entry: UInt32
    var step: UInt32
  }

  @inline(__always)
  private static func forEachSegment(_ body: (Segment) -> Void) {
    @inline(__always)
    func cut(_ first: UInt32, count: UInt32, entry: UInt32, step: UInt32) {
      var offset: UInt32 = 0
      while offset < count {
        let scalar = first &+ offset
        let length = min(count &- offset, 256 &- scalar & 0xFF)
        body(
          Segment(
            block: Int(scalar &>> 8), offset: Int(scalar & 0xFF), count: Int(length), entry: entry &+ offset &* step,
            step: step))
        offset &+= length
      }
    }
    UnicodeTables.runs.withUnsafeBufferPointer { runs in
      for row in stride(from: 0, to: runs.count, by: 3) {
        cut(runs[row], count: runs[row + 1] &>> 1, entry: runs[row + 2], step: runs[row + 1] & 1)
      }
    }
    let (first, hangul) = (HangulSyllable.first, UInt32(ScalarKind.hangulSyllable.rawValue) << 29)
    cut(first, count: HangulSyllable.last - first + 1, entry: hangul | first, step: 1)
  }

  /// Calls `body` with each scalar that folds to several, where its expansion stands in ``expansions``, and its entries.
  @inline(__always)
  private static func forEachExpansion(
    _ body: (_ scalar: UInt32, _ place: Int, _ elements: UnsafeBufferPointer<UInt32>) -> Void
  ) {
    UnicodeTables.expansions.withUnsafeBufferPointer { table in
      var (next, place) = (0, 0)
      while next < table.count {
        let count = Int(table[next + 1])
        body(table[next], place, UnsafeBufferPointer(rebasing: table[next + 2..<next + 2 + count]))
        next += 2 + count
        place += 1 + count
      }
    }
  }

  private static func expandExpansions() -> (
    expansions: UnsafePointer<UInt32>, spelled: UnsafePointer<UInt64>, spelledCharacters: UnsafePointer<UInt64>
  ) {
    let capacity = UnicodeTables.expansions.count
    let expansions = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    let spelled = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * capacity)
    spelled.initialize(repeating: 0, count: 2 * capacity)
    let spelledCharacters = spelled + capacity
    forEachExpansion { _, place, elements in
      expansions[place] = UInt32(elements.count)
      for (index, element) in elements.enumerated() { expansions[place + 1 + index] = element }
      switch ScalarEntry(bits: elements[0]).kind {
      case .word: spelled[place] = spell(elements)
      case .bigram, .tetragram: spelledCharacters[place] = spell(elements)
      default: break
      }
    }
    return (UnsafePointer(expansions), UnsafePointer(spelled), UnsafePointer(spelledCharacters))
  }

  /// An expansion as ``spelledExpansions`` has it: 0 where more than marks follow the first element, or too much.
  private static func spell(_ elements: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var spelled: UInt64 = 0
    var length = 0
    for (index, element) in elements.enumerated() {
      let entry = ScalarEntry(bits: element)
      guard index == 0 || entry.kind == .mark else { return 0 }
      let letter = UTF8Encoding.spell(entry.scalar)
      spelled |= (letter & ((1 << 56) - 1)) << UInt64(8 * length)
      length += Int(letter >> 56)
      guard length <= 7 else { return 0 }
    }
    return spelled | UInt64(length) << 56
  }
}

/// The arithmetic of Hangul (Unicode 17, section 3.12): a syllable is a leading consonant, a vowel and, often, a trailing consonant.
enum HangulSyllable {
  static let first: UInt32 = 0xAC00
  static let last: UInt32 = 0xD7A3

  /// The letters of a syllable; the third is nil where it has two.
  @inline(__always)
  static func letters(of syllable: UInt32) -> (UInt32, UInt32, UInt32?) {
    let index = syllable &- first
    let trailing = index % 28
    return (0x1100 &+ index / 588, 0x1161 &+ (index % 588) / 28, trailing == 0 ? nil : 0x11A7 &+ trailing)
  }
}
