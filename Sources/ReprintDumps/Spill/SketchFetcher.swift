import Reprint

/// Fetches sketches from their scratch file, always in the order in which they stand there.
///
/// One a thread.
final class SketchFetcher {
  let slots: Int
  private let file: SpillFile
  private let buffer: UnsafeMutableRawBufferPointer
  private var block = -1

  init(_ file: SpillFile, slots: Int) {
    self.file = file
    self.slots = slots
    buffer = .allocate(byteCount: file.layout.blockSize, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// A document's sketch, valid until the next is asked for.
  ///
  /// - Complexity: O(1) where the document before was near, else a block is read.
  func row(_ document: Int) throws(DumpError) -> UnsafePointer<UInt16> {
    let (wanted, place) = document.quotientAndRemainder(dividingBy: file.layout.recordsPerBlock)
    if wanted != block {
      block = -1
      _ = try file.read(block: wanted, count: 1, into: buffer)
      block = wanted
    }
    return UnsafePointer((buffer.baseAddress! + place * 2 * slots).assumingMemoryBound(to: UInt16.self))
  }

  /// Copies sketches: the n-th document's to the n-th place of `rows`, whatever the order of the documents.
  func copy(_ documents: [UInt32], to rows: UnsafeMutablePointer<UInt16>) throws(DumpError) {
    let inFile = documents.indices.sorted { documents[$0] < documents[$1] }
    for place in inFile {
      (rows + place * slots).update(from: try row(Int(documents[place])), count: slots)
    }
  }

  /// Copies the sketches of documents that follow each other.
  func copy(_ documents: Range<Int>, to rows: UnsafeMutablePointer<UInt16>) throws(DumpError) {
    for document in documents {
      (rows + (document - documents.lowerBound) * slots).update(from: try row(document), count: slots)
    }
  }
}
