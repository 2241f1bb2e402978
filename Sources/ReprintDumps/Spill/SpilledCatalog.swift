import ReprintPlatform

/// The catalog of a dump in a mapped scratch file, checked once before it is looked at.
struct SpilledCatalog: Sendable {
  private let mapping: Mapping
  private let layout: SpillLayout
  let count: Int
  /// Documents without a word.
  let emptyDocuments: Int

  /// - Throws: a damaged file.
  /// - Complexity: O(n): reads the file once from front to back.
  init(_ file: SpillFile) throws(DumpError) {
    let reader = SpillReader<CatalogEntry>(file, blocksAtOnce: 8)
    var empty = 0
    while let entry = try reader.next() { empty += entry.words == 0 ? 1 : 0 }
    emptyDocuments = empty
    layout = file.layout
    count = file.count
    do throws(SystemError) {
      mapping = try Mapping(file.handle.descriptor, count: file.size)
    } catch {
      throw file.handle.damage("\(error)")
    }
  }

  subscript(document: Int) -> CatalogEntry {
    precondition(document >= 0 && document < count)
    let (block, place) = document.quotientAndRemainder(dividingBy: layout.recordsPerBlock)
    let offset = block * layout.blockSize + SpillLayout.headerSize + place * layout.recordSize
    return UnsafeRawBufferPointer(mapping.bytes).loadUnaligned(fromByteOffset: offset, as: CatalogEntry.self)
  }
}
