import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct TableFramingTests {
  private static let comma = UInt8(ascii: ",")

  /// The rows' fields, and for what is malformed its first line and the reason.
  private func read(_ text: some Sequence<UInt8>, delimiter: UInt8 = comma) -> (
    rows: [[String]], problems: [Range<Int>]
  ) {
    Array(text).withUnsafeBufferPointer { bytes in
      var rows: [[String]] = []
      var problems: [Range<Int>] = []
      var fields: [TableField] = []
      var position = 0
      while true {
        switch TableFraming.next(bytes, from: position, delimiter: delimiter, atEnd: true, fields: &fields) {
        case .row(_, let next):
          rows.append(fields.map { String(decoding: TableFraming.content(of: $0, in: bytes), as: UTF8.self) })
          position = next
        case .malformed(let range, _):
          problems.append(range)
          position = range.upperBound
        case .end: return (rows, problems)
        case .incomplete:
          Issue.record("not at the end of all bytes")
          return (rows, problems)
        }
      }
    }
  }

  /// A reader of well-formed tables that goes character by character.
  private func slowRows(_ bytes: [UInt8], delimiter: UInt8) -> [[String]] {
    var rows: [[String]] = []
    var row: [[UInt8]] = [[]]
    var isQuoted = false
    var index = 0
    func isRow() -> Bool { row.count > 1 || !row[0].isEmpty }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte == 0x22, index < bytes.count, bytes[index] == 0x22 {
          row[row.count - 1].append(0x22)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          row[row.count - 1].append(byte)
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == delimiter {
        row.append([])
      } else if byte == 0x0A {
        if isRow() { rows.append(row.map { String(decoding: $0, as: UTF8.self) }) }
        row = [[]]
      } else if byte != 0x0D {
        row[row.count - 1].append(byte)
      }
    }
    if isRow() { rows.append(row.map { String(decoding: $0, as: UTF8.self) }) }
    return rows
  }

  @Test(arguments: [comma, 0x09]) func wellFormedTablesAreReadAsTheyWereWritten(delimiter: UInt8) {
    for seed in 0..<500 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let columns = (0..<generator.number(1...4)).map { "c\($0)" }
      let table = RandomTable(&generator, delimiter: delimiter, columns: columns)
      let found = read(table.bytes, delimiter: delimiter)
      #expect(found.rows == table.cells && found.problems.isEmpty, "seed \(seed)")
      #expect(found.rows == slowRows(table.bytes, delimiter: delimiter), "seed \(seed)")
    }
  }

  @Test func strayQuotesCostARowOrTwo() {
    let found = read("a,b\n1,\"open\n2,x\n3,\"said \"hi\" there\"\n4,y\n".utf8)
    #expect(found.rows == [["a", "b"], ["2", "x"], ["4", "y"]])
    #expect(found.problems == [4..<12, 16..<36])
  }

  @Test func quotesInsideAFieldAreCharacters() {
    #expect(read("5\" disk,a \"b\"\n".utf8).rows == [["5\" disk", "a \"b\""]])
  }

  @Test func tabsPartFieldsWhoseQuotesAreCharacters() {
    let text = "a\t\"so\" he said\n\"q\tz\n\"tab\tin\"\t\"two\nlines\"\n"
    #expect(
      read(text.utf8, delimiter: 0x09).rows == [["a", "\"so\" he said"], ["\"q", "z"], ["tab\tin", "two\nlines"]])
  }

  @Test func emptyLinesAreNoRows() {
    #expect(read("\n\r\na,b\r\n\n\n1,2\n\n".utf8).rows == [["a", "b"], ["1", "2"]])
    #expect(read("".utf8).rows.isEmpty)
    #expect(read(",\n".utf8).rows == [["", ""]])
    #expect(read("a,".utf8).rows == [["a", ""]])
    #expect(read("\"\"".utf8).rows == [[""]])
    #expect(read("a\0b,\"c\0\"".utf8).rows == [["a\0b", "c\0"]])
  }

  @Test func nothingIsDecidedBeforeItCanBe() {
    for text in ["a", "a,b", "\"a", "\"a\"", "\"a\"\r", "", "\n", "a,\"b\n"] {
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var fields: [TableField] = []
        let step = TableFraming.next(bytes, from: 0, delimiter: Self.comma, atEnd: false, fields: &fields)
        #expect(step == .incomplete, "\(text)")
      }
    }
  }

  @Test func aQuoteIsNotLookedForWithoutEnd() {
    var bytes = Array("1,\"open\n2,x\n".utf8)
    bytes += [UInt8](repeating: UInt8(ascii: "z"), count: TableFraming.longestRow)
    bytes.withUnsafeBufferPointer { bytes in
      var fields: [TableField] = []
      let step = TableFraming.next(bytes, from: 0, delimiter: Self.comma, atEnd: false, fields: &fields)
      #expect(step == .malformed(0..<8, reason: "a quoted field does not end where it should"))
    }
  }
}
