import ReprintPlatform

/// Where the records of all documents stand, in input order: 8 bytes a document, and a little for each chunk.
///
/// Where memory is bounded the 8 bytes are in a scratch file.
struct RecordCatalog: Sendable {
  /// The records of one chunk.
  struct Chunk: Sendable {
    var file: Int
    var format: DumpFormat
    /// The mapping that holds the chunk, or nil where the file is to be read again.
    var mapping: Mapping?
    /// Where the chunk starts in its mapping or file.
    var offset: Int
    /// The line number of the chunk's first line in its file, from 1.
    var firstLine = 1
    /// For each record its line in the chunk, from 0; nil where the n-th record is the n-th line.
    var lines: [UInt32]?
    /// The number of the chunk's first document.
    var firstDocument = 0
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
  func chunk(of document: Int) -> Chunk {
    var low = 0
    var high = chunks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if chunks[middle].firstDocument <= document { low = middle } else { high = middle }
    }
    return chunks[low]
  }

  /// The line of a document's record in its file, from 1.
  func line(of document: Int) -> Int {
    let chunk = chunk(of: document)
    let index = document - chunk.firstDocument
    if let spilled { return chunk.firstLine + Int(spilled[document].line) }
    return chunk.firstLine + (chunk.lines.map { Int($0[index]) } ?? index)
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
