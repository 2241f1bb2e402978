import Testing

@testable import ReprintDumps

@Suite struct TableHeaderTests {
  @Test func columnsAreFoundByNameThenWithoutRegardToCase() {
    let header = TableHeader(Array("\u{FEFF}TEXT, Title ,\"text\",a \"\" b\r\n".utf8), delimiter: UInt8(ascii: ","))
    #expect(header.columns == ["TEXT", " Title ", "text", "a \"\" b"])
    #expect(header.index(of: "text") == 2 && header.index(of: "Text") == 0 && header.index(of: "title") == 1)
    #expect(header.index(of: "none") == nil)
    // As with a field that a JSON record has twice.
    let doubled = TableHeader(Array("text,id,text\n".utf8), delimiter: UInt8(ascii: ","))
    #expect(doubled.index(of: "text") == 2)
  }

  @Test func longListsOfColumnsAreCutInMessages() {
    let columns = (0..<1000).map { "column\($0)" }.joined(separator: "\t")
    let message = TableHeader(Array(columns.utf8), delimiter: 0x09).missing(RecordFields())
    #expect(message.hasSuffix("\"column39\" and 960 more"))
  }

  @Test func tablesOfOtherFormsAreNamed() {
    func message(_ table: String) -> String {
      TableHeader(Array(table.utf8), delimiter: UInt8(ascii: ",")).missing(RecordFields())
    }
    #expect(message("\u{FFFD}i\0d\0").hasPrefix("the file is in UTF-16: "))
    #expect(message("id;body\r\n").hasPrefix("the fields are parted by semicolons: "))
    #expect(message("sep=;\r\n").hasPrefix("the fields are parted by semicolons: "))
    #expect(message("id,body\r1,one\r2,two\r").hasPrefix("the lines end in carriage returns alone: "))
    #expect(message("id,\"the\r\nbody\"\r\n1,one\r\n").hasPrefix("there is no column"))
  }
}
