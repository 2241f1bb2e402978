import Reprint

/// What the table of documents of a segment says of a document, 64 bytes.
struct IndexedDocument: Sendable, Equatable {
  /// Its number in the index: the order of adding.
  var number: UInt32
  /// Words of its text, or the most that 32 bits can say.
  var words: UInt32
  var text: TextIdentity
  /// A hash of its id.
  var identifier: UInt64
  /// Where its description stands in the section of descriptions.
  var description: Range<Int>
  /// The file that holds its text, by its place in the segment's list of these; nil where texts are not kept.
  var textFile: Int?
  /// Where the text stands in that file, in bytes from its start.
  var textRange: Range<Int>

  static let size = 64

  init(
    number: UInt32, words: UInt32, text: TextIdentity, identifier: UInt64, description: Range<Int>, textFile: Int?,
    textRange: Range<Int>
  ) {
    self.number = number
    self.words = words
    self.text = text
    self.identifier = identifier
    self.description = description
    self.textFile = textFile
    self.textRange = textRange
  }

  /// Reads a row; nil where it makes no sense.
  init?(_ row: UnsafeRawBufferPointer) {
    number = row.number(UInt32.self, at: 0)
    words = row.number(UInt32.self, at: 4)
    text = TextIdentity(row.number(UInt64.self, at: 8), row.number(UInt64.self, at: 16))
    identifier = row.number(UInt64.self, at: 24)
    let description = row.number(UInt64.self, at: 32)
    let descriptionLength = row.number(UInt32.self, at: 40)
    let file = row.number(UInt32.self, at: 44)
    let start = row.number(UInt64.self, at: 48)
    let length = row.number(UInt32.self, at: 56)
    guard description < 1 << 60, start < 1 << 60 else { return nil }
    self.description = Int(description)..<Int(description) + Int(descriptionLength)
    textFile = file == .max ? nil : Int(file)
    textRange = Int(start)..<Int(start) + Int(length)
  }

  /// The row as bytes.
  var bytes: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.size)
    bytes.withUnsafeMutableBytes { row in
      row.put(number, at: 0)
      row.put(words, at: 4)
      row.put(text.fingerprint, at: 8)
      row.put(text.sketch, at: 16)
      row.put(identifier, at: 24)
      row.put(UInt64(description.lowerBound), at: 32)
      row.put(UInt32(description.count), at: 40)
      row.put(textFile.map { UInt32($0) } ?? .max, at: 44)
      row.put(UInt64(textRange.lowerBound), at: 48)
      row.put(UInt32(textRange.count), at: 56)
    }
    return bytes
  }
}

/// A hash of a whole text by which texts with the same shingles are known: 128 bits.
struct TextIdentity: Sendable, Hashable {
  /// The wrapping sum of the hashes of its shingles.
  let fingerprint: UInt64
  /// A hash of its sketch and its number of words.
  let sketch: UInt64

  init(_ fingerprint: UInt64, _ sketch: UInt64) {
    self.fingerprint = fingerprint
    self.sketch = sketch
  }

  init(fingerprint: UInt64, words: UInt32, sketch row: UnsafePointer<UInt16>, slots: Int) {
    self.fingerprint = fingerprint
    sketch = BlockChecksum.of(UnsafeRawBufferPointer(start: row, count: 2 * slots), seed: UInt64(words))
  }

  /// What stands for it in a table of keys.
  var key: UInt32 { UInt32(truncatingIfNeeded: sketch &>> 32) }
}
