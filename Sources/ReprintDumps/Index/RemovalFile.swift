/// The file of the numbers of removed documents, ascending, 32 bits each.
enum RemovalFile {
  static func read(_ entry: IndexFile.Entry, in directory: String) throws(DumpError) -> [UInt32] {
    let file = try IndexFile(entry, kind: .removals, in: directory)
    guard let section = file.header.sections.first, file.header.sections.count == 1, section.length % 4 == 0 else {
      throw DumpError(file.path, offset: 128, "is no list of removed documents")
    }
    let bytes = try file.bytes(section.offset..<section.end)
    let numbers = (0..<section.length / 4).map { bytes.number(UInt32.self, at: 4 * $0) }
    for place in numbers.indices.dropFirst() where numbers[place] <= numbers[place - 1] {
      throw DumpError(file.path, offset: section.offset + 4 * place, "removed documents are out of order")
    }
    return numbers
  }

  /// - Parameter numbers: ascending.
  static func write(_ numbers: [UInt32], as number: Int, in directory: String) throws(DumpError) -> IndexFile.Entry {
    let file = try IndexFileWriter(number, kind: .removals, in: directory)
    let start = file.offset
    for number in numbers { try file.append(number: number) }
    try file.endSection(from: start)
    return try file.finish()
  }
}
