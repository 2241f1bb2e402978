import Testing

@testable import ReprintDumps

@Suite struct TableConversionTests {
  private func convert(_ text: String, _ fields: RecordFields = RecordFields()) -> (
    lines: [String], places: [UInt32], problems: [String], lineCount: Int
  ) {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      let headerEnd = LineSplitting.endOfLine(bytes, from: 0)
      let header = TableHeader(Array(bytes[..<headerEnd]), delimiter: UInt8(ascii: ","))
      var part = ConvertedChunk()
      part.lineCount = 1
      let end = TableConversion(header, fields, delimiter: UInt8(ascii: ",")).convert(
        bytes, from: headerEnd, into: &part)
      #expect(end == bytes.count)
      let lines = String(decoding: part.lines.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      return (lines, part.places, part.problems.list.map { "\($0.place) \($0.reason)" }, part.lineCount)
    }
  }

  @Test func rowsBecomeDocumentsThatKeepTheirLine() {
    let found = convert("id,Text,url\n1,\"two\n\"\"lines\"\"\",\n\n,x,u\n3\n4,,\"a,b\"\n")
    #expect(
      found.lines == [
        #"{"id":"1","text":"two\n\"lines\""}"#, #"{"url":"u","text":"x"}"#, #"{"id":"4","url":"a,b","text":""}"#,
      ])
    #expect(found.places == [1, 4, 6])
    #expect(found.problems == ["5 1 field, where the header has 3"])
    #expect(found.lineCount == 7)
  }

  @Test func pagesAreReadWhereThereIsNoText() {
    var fields = RecordFields()
    fields.html = "page"
    #expect(convert("page,title\n<title>x</title>words,T\n", fields).lines == [#"{"title":"T","text":"words"}"#])
    #expect(convert("page,text\n<p>no,yes\n", fields).lines == [#"{"text":"yes"}"#])
  }
}
