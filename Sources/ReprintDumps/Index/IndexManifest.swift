import Reprint

/// What an index consists of: the one file that is replaced, whole or not at all.
struct IndexManifest: Sendable, Equatable {
  /// A segment: documents in the order of their numbers.
  struct Segment: Sendable, Equatable {
    var file: IndexFile.Entry
    var documents: Int
    /// The number of the first document, and one more than that of the last.
    var numbers: Range<Int>
  }

  var options: IndexOptions
  /// The number that the next document gets.
  var nextDocument = 0
  /// The number that the next file gets.
  var nextFile = 1
  /// In the order of their numbers.
  var segments: [Segment] = []
  var texts: [IndexFile.Entry] = []
  /// The file of the numbers of removed documents that still stand in a segment.
  var removals: IndexFile.Entry?

  static let name = "manifest"
  /// What every manifest says once.
  private static let keys: Set<Substring> = [
    "threshold", "shingle-words", "slots", "bands", "furniture", "texts", "next-document", "next-file",
  ]
  /// Goes up when the files change, or what the sketches in them are (`SketchParameters.currentVersion`).
  static let version = 3
  /// Numbers are 32 bits wide.
  static let mostDocuments = Int(UInt32.max)
  /// Numbers of files.
  private static let numbers = 1..<1 << 48
  /// No index has so many files.
  static let mostBytes = 64 << 20

  init(options: IndexOptions) { self.options = options }

  /// The names of the files it lists.
  var fileNames: [String] {
    segments.map { IndexFileHeader.name($0.file.number, .segment) }
      + texts.map { IndexFileHeader.name($0.number, .texts) }
      + [removals].compactMap { $0 }.map { IndexFileHeader.name($0.number, .removals) }
  }

  /// The manifest as text, a line for each thing, the checksum of all others last.
  var text: String {
    let plan = options.bandPlan
    var text = """
      reprint index \(Self.version)
      threshold \(options.threshold)
      shingle-words \(options.shingleWords)
      slots \(options.slots)
      bands \(plan.bands) \(plan.rows)
      furniture \(options.furniture.rawValue)
      texts \(options.keepsTexts ? "keep" : "drop")
      next-document \(nextDocument)
      next-file \(nextFile)

      """
    for segment in segments {
      text += "segment \(Self.text(segment.file)) \(segment.documents) "
      text += "\(segment.numbers.lowerBound) \(segment.numbers.upperBound)\n"
    }
    for file in texts { text += "text-file \(Self.text(file))\n" }
    if let removals { text += "removed \(Self.text(removals))\n" }
    return text + "checksum \(Self.checksum(of: text))\n"
  }

  private static func text(_ entry: IndexFile.Entry) -> String {
    "\(entry.number) \(entry.size) \(hexadecimal(entry.checksum))"
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func checksum(of text: String) -> String {
    var text = text
    return hexadecimal(text.withUTF8 { BlockChecksum.of(UnsafeRawBufferPointer($0), seed: 0) })
  }

  /// Reads a manifest.
  ///
  /// - Parameter path: for messages.
  init(_ bytes: [UInt8], path: String) throws(DumpError) {
    func fail(_ reason: String) -> DumpError { DumpError(path, reason) }
    guard bytes.count <= Self.mostBytes else { throw fail("is too long for a manifest") }
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix("reprint index ") else {
      throw fail("is no manifest of an index, or damaged")
    }
    guard first == "reprint index \(Self.version)" else {
      let version = String(first.dropFirst("reprint index ".count).prefix(20))
      throw fail("is of version '\(version)'; this reprint reads version \(Self.version)")
    }
    guard lines.count >= 3, lines.last == "", let sum = lines.dropLast().last, sum.hasPrefix("checksum ") else {
      throw fail("is cut short or damaged")
    }
    let body = String(text.dropLast(sum.count + 1))
    guard sum.dropFirst("checksum ".count) == Self.checksum(of: body), Array((body + sum + "\n").utf8) == bytes else {
      throw fail("is damaged: its checksum is another")
    }
    options = IndexOptions()
    var bands: [Int] = []
    var keys: Set<Substring> = []
    for (number, line) in lines.dropFirst().dropLast(2).enumerated() {
      let words = line.split(separator: " ")
      func malformed() -> DumpError { DumpError(path, line: number + 2, "makes no sense: '\(line.prefix(80))'") }
      guard let key = words.first else { throw malformed() }
      let values = words.dropFirst().map(String.init)
      keys.insert(key)
      switch (key, values.count) {
      case ("threshold", 1):
        guard let value = Double(values[0]), value > 0, value <= 1 else { throw malformed() }
        options.threshold = value
      case ("shingle-words", 1):
        guard let value = Int(values[0]), (1...1000).contains(value) else { throw malformed() }
        options.shingleWords = value
      case ("slots", 1):
        guard let value = Int(values[0]), FastSimilaritySketch.slotCounts.contains(value) else { throw malformed() }
        options.slots = value
      case ("bands", 2): bands = values.compactMap { Int($0) }
      case ("furniture", 1):
        guard let value = FurnitureMode(rawValue: values[0]) else { throw malformed() }
        options.furniture = value
      case ("texts", 1):
        guard ["keep", "drop"].contains(values[0]) else { throw malformed() }
        options.keepsTexts = values[0] == "keep"
      case ("next-document", 1):
        guard let value = Int(values[0]), (0...Self.mostDocuments).contains(value) else { throw malformed() }
        nextDocument = value
      case ("next-file", 1):
        guard let value = Int(values[0]), Self.numbers.contains(value) else { throw malformed() }
        nextFile = value
      case ("segment", 6):
        guard let file = Self.entry(values), let documents = Int(values[3]), let start = Int(values[4]),
          let end = Int(values[5]), start >= segments.last?.numbers.upperBound ?? 0, end > start,
          end <= Self.mostDocuments, documents > 0, documents <= end - start
        else { throw malformed() }
        segments.append(Segment(file: file, documents: documents, numbers: start..<end))
      case ("text-file", 3):
        guard let file = Self.entry(values) else { throw malformed() }
        texts.append(file)
      case ("removed", 3):
        guard let file = Self.entry(values) else { throw malformed() }
        removals = file
      default: throw malformed()
      }
    }
    guard keys.isSuperset(of: Self.keys) else { throw fail("says too little") }
    let plan = options.bandPlan
    guard bands == [plan.bands, plan.rows] else {
      throw fail("has bands that this reprint plans otherwise; make the index anew")
    }
    guard nextDocument >= segments.last?.numbers.upperBound ?? 0 else { throw fail("numbers documents wrongly") }
  }

  private static func entry(_ values: [String]) -> IndexFile.Entry? {
    guard let number = Int(values[0]), let size = Int(values[1]), let checksum = UInt64(values[2], radix: 16),
      numbers.contains(number), size > 0
    else { return nil }
    return IndexFile.Entry(number: number, size: size, checksum: checksum)
  }
}
