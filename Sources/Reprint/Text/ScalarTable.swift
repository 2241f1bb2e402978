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
/// expanding them takes under a millisecond, once a process, and about 400 kB.
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

  static let shared = ScalarTable()

  /// - Precondition: `scalar` is below 0x110000.
  @inline(__always)
  subscript(scalar: UInt32) -> ScalarEntry {
    ScalarEntry(bits: entries[Int(pages[Int(scalar >> 8)]) &+ Int(scalar & 0xFF)])
  }

  private init() {
    let runs = UnicodeTables.runs
    let hangul = UInt32(ScalarKind.hangulSyllable.rawValue) << 29
    // Page 0 is shared by all blocks of separators alone.
    var pages = [UInt32](repeating: 0, count: 0x1100)
    for row in stride(from: 0, to: runs.count, by: 3) {
      for block in runs[row] >> 8...(runs[row] + runs[row + 1] >> 1 - 1) >> 8 { pages[Int(block)] = 1 }
    }
    for block in HangulSyllable.first >> 8...HangulSyllable.last >> 8 { pages[Int(block)] = 1 }
    for scalar in Self.expandingScalars { pages[Int(scalar >> 8)] = 1 }
    var pageCount: UInt32 = 1
    for block in pages.indices where pages[block] != 0 {
      pages[block] = 256 * pageCount
      pageCount += 1
    }
    var entries = [UInt32](repeating: 0, count: 256 * Int(pageCount))
    func set(_ scalar: UInt32, _ entry: UInt32) { entries[Int(pages[Int(scalar >> 8)] + scalar & 0xFF)] = entry }
    entries.withUnsafeMutableBufferPointer { entries in
      for row in stride(from: 0, to: runs.count, by: 3) {
        let (first, count, step) = (runs[row], runs[row + 1] >> 1, runs[row + 1] & 1)
        for offset in 0..<count {
          let scalar = first &+ offset
          entries[Int(pages[Int(scalar &>> 8)] &+ scalar & 0xFF)] = runs[row + 2] &+ offset &* step
        }
      }
    }
    for scalar in HangulSyllable.first...HangulSyllable.last { set(scalar, hangul | scalar) }

    var expansions: [UInt32] = []
    var next = 0
    while next < UnicodeTables.expansions.count {
      let (scalar, count) = (UnicodeTables.expansions[next], UnicodeTables.expansions[next + 1])
      set(scalar, UInt32(ScalarKind.expansion.rawValue) << 29 | UInt32(expansions.count))
      expansions.append(count)
      expansions.append(contentsOf: UnicodeTables.expansions[next + 2..<next + 2 + Int(count)])
      next += 2 + Int(count)
    }

    self.pages = Self.immortal(pages)
    self.entries = Self.immortal(entries)
    self.expansions = Self.immortal(expansions)
    spelledExpansions = Self.immortal(Self.spell(expansions))
  }

  /// The scalars that fold to several.
  private static var expandingScalars: [UInt32] {
    var scalars: [UInt32] = []
    var next = 0
    while next < UnicodeTables.expansions.count {
      scalars.append(UnicodeTables.expansions[next])
      next += 2 + Int(UnicodeTables.expansions[next + 1])
    }
    return scalars
  }

  private static func spell(_ expansions: [UInt32]) -> [UInt64] {
    var spelled = [UInt64](repeating: 0, count: expansions.count)
    var place = 0
    while place < expansions.count {
      let elements = expansions[place + 1..<place + 1 + Int(expansions[place])].map(ScalarEntry.init(bits:))
      let isLetterWithMarks = elements[0].kind == .word && elements.dropFirst().allSatisfy { $0.kind == .mark }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: elements.compactMap { Unicode.Scalar($0.scalar) })
      let utf8 = Array(String(text).utf8)
      if isLetterWithMarks && utf8.count <= 7 {
        for (index, byte) in utf8.enumerated() { spelled[place] |= UInt64(byte) << UInt64(8 * index) }
        spelled[place] |= UInt64(utf8.count) << 56
      }
      place += 1 + elements.count
    }
    return spelled
  }

  /// A copy that lives as long as the process: the tables are shared by all threads and never freed.
  private static func immortal<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafePointer<Value> {
    let copy = UnsafeMutablePointer<Value>.allocate(capacity: values.count)
    copy.initialize(from: values, count: values.count)
    return UnsafePointer(copy)
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
