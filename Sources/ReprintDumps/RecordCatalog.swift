import ReprintPlatform

/// Where the records of all documents stand, in input order: 8 bytes a document, and a little for each chunk.
///
/// Where memory is bounded the 8 bytes are in a scratch file.
struct RecordCatalog: Sendable {
  /// The records of one chunk.
  struct Chunk: Sendable {
    var file: Int
    var format: DumpFormat
    /// The mapping that holds the chunk, or nil where a file is to be read again.
    var mapping: Mapping?
    /// Where the chunk starts in its mapping or file.
    var offset: Int
    /// The file to read again, where that is not the dump's own.
    var scratch: ScratchFile?
    /// Where the records come from, if they were made into JSON Lines.
    var origin: Origin?
    /// The line number of the chunk's first line in its file, from 1.
    var firstLine = 1
    /// For each record its line in the chunk, from 0 (where records are no lines their byte); nil where the n-th record is the
    /// n-th line.
    var lines: [UInt32]?
    /// The number of the chunk's first document.
    var firstDocument = 0
    /// Whether every record is known to have its id once, so that the first is the last.
    var hasIDsOnce = false
  }

  /// Records as they stood before they became JSON Lines.
  struct Origin: Sendable {
    var format: DumpFormat
    var mapping: Mapping?
    /// Where the chunk starts in its mapping or file.
    var offset: Int
    /// Where the chunk starts in its file, after decompression.
    var position: Int
    /// As in ``DumpChunk``.
    var opening: [UInt8]?
    /// Where the records stand in the chunk.
    var starts: [UInt32]
    var lengths: [UInt32]
    var companions: [ConvertedChunk.Companion]
  }

  private(set) var chunks: [Chunk] = []
  private var offsets: [UInt32] = []
  private var lengths: [UInt32] = []
  /// Lines so far in the file of the last chunk.
  private(set) var linesInFile = 0
  private(set) var count = 0
  private var spilled: SpilledCatalog?

  /// The number of lines before the next chunk of this file.
  func linesBefore(file: Int) -> Int { chunks.last?.file == file ? linesInFile : 0 }

  init() {}

  /// What an earlier run knew.
  init(chunks: [Chunk], linesInFile: Int, count: Int) {
    self.chunks = chunks
    self.linesInFile = linesInFile
    self.count = count
  }

  mutating func append(_ chunk: Chunk, offsets: [UInt32], lengths: [UInt32], lineCount: Int) {
    append(chunk, count: offsets.count, lineCount: lineCount)
    self.offsets += offsets
    self.lengths += lengths
  }

  /// Appends a chunk whose records a scratch file knows.
  mutating func append(_ chunk: Chunk, count added: Int, lineCount: Int) {
    var chunk = chunk
    let before = linesBefore(file: chunk.file)
    chunk.firstLine = before + 1
    chunk.firstDocument = count
    linesInFile = before + lineCount
    chunks.append(chunk)
    count += added
  }

  /// The same, with the records in a scratch file.
  func with(_ spilled: SpilledCatalog) -> RecordCatalog {
    var catalog = self
    catalog.spilled = spilled
    return catalog
  }

  /// A document's chunk.
  func chunk(of document: Int) -> Chunk { chunks[chunkIndex(of: document)] }

  /// Runs `body` with a document's chunk as it stands here: a copy counts references.
  @inline(__always)
  func withChunk<Result>(of document: Int, _ body: (borrowing Chunk) -> Result) -> Result {
    body(chunks[chunkIndex(of: document)])
  }

  private func chunkIndex(of document: Int) -> Int {
    var low = 0
    var high = chunks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if chunks[middle].firstDocument <= document { low = middle } else { high = middle }
    }
    return low
  }

  /// The line of a document's record in its file, from 1.
  func line(of document: Int) -> Int {
    let chunk = chunk(of: document)
    return chunk.firstLine + place(of: document, in: chunk)
  }

  /// Where a document stands, as messages and default ids show it.
  func place(of document: Int) -> RecordPlace {
    let chunk = chunk(of: document)
    return (chunk.origin?.format ?? chunk.format).place(
      place(of: document, in: chunk), linesBefore: chunk.firstLine - 1, position: chunk.origin?.position ?? 0)
  }

  /// Its line in the chunk, from 0; where records are no lines its byte.
  private func place(of document: Int, in chunk: Chunk) -> Int {
    let index = document - chunk.firstDocument
    return spilled.map { Int($0[document].line) } ?? chunk.lines.map { Int($0[index]) } ?? index
  }

  /// Where a document's record stands in its chunk.
  func range(of document: Int) -> Range<Int> {
    if let spilled {
      let entry = spilled[document]
      return Int(entry.offset)..<Int(entry.offset) + Int(entry.length)
    }
    return Int(offsets[document])..<Int(offsets[document]) + Int(lengths[document])
  }
}

/// Where a document stands in its file.
enum RecordPlace: Equatable {
  /// It is the whole file.
  case file
  /// From 1.
  case line(Int)
  /// From 0, after decompression.
  case byte(Int)

  /// What to call a document without an id.
  func name(in path: String) -> String {
    switch self {
    case .file: path
    case .line(let number), .byte(let number): "\(path):\(number)"
    }
  }

  func error(_ path: String, _ reason: String) -> DumpError {
    switch self {
    case .file: DumpError(path, reason)
    case .line(let line): DumpError(path, line: line, reason)
    case .byte(let offset): DumpError(path, offset: offset, reason)
    }
  }
}
