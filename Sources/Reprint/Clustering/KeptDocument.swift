/// A document that others are compared with: its shingles as a numbered set, and its text with the places of its words.
///
/// All of it is in memory that an arena lends.
struct KeptDocument {
  /// How many distinct shingles there are.
  let count: Int
  /// All shingles, by number, in the order of the text.
  let numbers: UnsafeBufferPointer<UInt32>
  /// The words of the text, and where each ends.
  let words: UnsafeBufferPointer<UInt64>
  let wordEnds: UnsafePointer<WordEnd>
  /// Behind the last byte there are some more to be read, and a blank before the first.
  let text: UnsafeBufferPointer<UInt8>
  let isJSON: Bool

  /// For each number the shingle, where it first stands among all, and the last comparison that met it.
  private let distinct: UnsafeMutablePointer<UInt64>
  private let firstPlaces: UnsafeMutablePointer<UInt32>
  private let met: UnsafeMutablePointer<UInt32>
  /// Number + 1 of a shingle in the place that its top bits say or one behind it; 0 where there is none.
  private let table: UnsafeMutablePointer<UInt32>
  private let shift: UInt64
  private let mask: Int

  /// A text, copied, its words, and where each of them ends.
  struct PlacedText {
    var text: DocumentText
    var words: UnsafeBufferPointer<UInt64>
    var wordEnds: UnsafePointer<WordEnd>
  }

  /// - Parameters:
  ///   - shingles: of the document, in the order of the text.
  ///   - placed: its text and words, which stay where they are; the ends of the words need not.
  /// - Complexity: O(n) expected time; about 40 bytes a shingle of memory.
  init(_ shingles: UnsafeBufferPointer<UInt64>, of placed: PlacedText, in memory: inout CacheMemory) {
    let count = shingles.count
    // At least half as many places again as shingles: long texts are where memory is highest.
    let size = 1 << (Int.bitWidth - (max(count, 8) * 3 / 2 - 1).leadingZeroBitCount)
    distinct = memory.lend(count)
    let wordCount = placed.words.count
    let halves = UnsafeMutableRawPointer(memory.lend((3 * count + size + wordCount + 1) / 2))
      .bindMemory(to: UInt32.self, capacity: 3 * count + size)
    table = halves
    firstPlaces = halves + size
    met = firstPlaces + count
    let numbers = met + count
    let ends = UnsafeMutableRawPointer(numbers + count).bindMemory(to: WordEnd.self, capacity: wordCount)
    table.update(repeating: 0, count: size)
    met.update(repeating: 0, count: count)
    mask = size - 1
    shift = UInt64(64 - size.trailingZeroBitCount)
    var different: UInt32 = 0
    for index in 0..<count {
      let shingle = shingles[index]
      var place = Int(truncatingIfNeeded: shingle &>> shift)
      while table[place] != 0 && distinct[Int(table[place]) &- 1] != shingle { place = (place &+ 1) & mask }
      if table[place] == 0 {
        distinct[Int(different)] = shingle
        firstPlaces[Int(different)] = UInt32(truncatingIfNeeded: index)
        different &+= 1
        table[place] = different
      }
      numbers[index] = table[place] &- 1
    }
    self.count = Int(different)
    self.numbers = UnsafeBufferPointer(start: numbers, count: count)
    ends.update(from: placed.wordEnds, count: wordCount)
    wordEnds = UnsafePointer(ends)
    words = placed.words
    text = placed.text.bytes
    isJSON = placed.text.isJSON
  }

  /// The number of a shingle, or -1.
  @inline(__always)
  func number(of shingle: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: shingle &>> shift)
    while table[place] != 0 && distinct[Int(table[place]) &- 1] != shingle { place = (place &+ 1) & mask }
    return Int(table[place]) &- 1
  }

  /// Where the shingle with a number first stands among all.
  @inline(__always)
  func firstPlace(_ number: Int) -> Int { Int(firstPlaces[number]) }

  /// Notes that a comparison met a shingle, and returns 1 if it had not yet, else 0.
  @inline(__always)
  func meet(_ number: Int, in comparison: UInt32) -> Int {
    let isNew = met[number] != comparison
    met[number] = comparison
    return isNew ? 1 : 0
  }
}
