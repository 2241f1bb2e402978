import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct RecordCatalogTests {
  @Test func recordsAreWhereTheirLinesAre() {
    var generator = SeededGenerator(seed: 1)
    for trial in 0..<50 {
      var catalog = RecordCatalog()
      var lines: [Int] = []
      var ranges: [Range<Int>] = []
      var files: [Int] = []
      for file in 0..<generator.number(1...4) {
        var before = 0
        for _ in 0..<generator.number(0...4) {
          #expect(catalog.linesBefore(file: file) == before || before == 0)
          let count = generator.number(0...6)
          let records = (0..<count).filter { _ in generator.chance(0.6) }
          let offsets = records.map { UInt32($0 * 100) }
          let lengths = records.map { _ in UInt32(generator.number(0...99)) }
          var chunk = RecordCatalog.Chunk(file: file, format: .jsonLines, mapping: nil, offset: 1000 * before)
          // Only chunks in which every line is a record do without a list.
          if records.count < count || generator.chance(0.5) { chunk.lines = records.map { UInt32($0) } }
          catalog.append(chunk, offsets: offsets, lengths: lengths, lineCount: count)
          for (index, record) in records.enumerated() {
            lines.append(before + record + 1)
            ranges.append(Int(offsets[index])..<Int(offsets[index] + lengths[index]))
            files.append(file)
          }
          before += count
        }
      }
      #expect(catalog.count == lines.count)
      for document in lines.indices {
        #expect(catalog.line(of: document) == lines[document], "trial \(trial)")
        #expect(catalog.range(of: document) == ranges[document], "trial \(trial)")
        #expect(catalog.chunk(of: document).file == files[document], "trial \(trial)")
      }
    }
  }

  @Test func linesStartAnewInEachFile() {
    var catalog = RecordCatalog()
    #expect(catalog.linesBefore(file: 0) == 0)
    catalog.append(
      .init(file: 0, format: .jsonLines, mapping: nil, offset: 0), offsets: [0, 5], lengths: [4, 4], lineCount: 2)
    #expect(catalog.linesBefore(file: 0) == 2)
    #expect(catalog.linesBefore(file: 1) == 0)
    catalog.append(
      .init(file: 0, format: .jsonLines, mapping: nil, offset: 10), offsets: [0], lengths: [4], lineCount: 1)
    catalog.append(.init(file: 2, format: .text, mapping: nil, offset: 0), offsets: [0], lengths: [9], lineCount: 1)
    #expect((0..<4).map { catalog.line(of: $0) } == [1, 2, 3, 1])
  }
}
