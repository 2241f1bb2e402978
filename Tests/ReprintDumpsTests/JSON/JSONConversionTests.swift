import Testing

@testable import ReprintDumps

@Suite struct JSONConversionTests {
  private func convert(_ text: String, _ fields: RecordFields = RecordFields()) -> (
    lines: [String], places: [UInt32], problems: [String], records: [String]
  ) {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var part = ConvertedChunk()
      var conversion = JSONConversion(fields)
      #expect(conversion.convert(bytes, from: 0, into: &part) == bytes.count)
      conversion.checkEnd(of: bytes, opening: Array(bytes.prefix(1)), into: &part)
      let lines = String(decoding: part.lines.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      let records = zip(part.starts, part.lengths).map { start, length in
        String(decoding: bytes[Int(start)..<Int(start + length)], as: UTF8.self)
      }
      return (lines, part.places, part.problems.list.map { "\($0.place) \($0.reason)" }, records)
    }
  }

  @Test func objectsBecomeLinesThatKeepTheirPlace() {
    let first = "{\n  \"text\": \"a\\n\\u0062\",\n  \"more\": [1,\r\n2], \"id\": 7\n}"
    let found = convert("[\n\(first),\n\n{\"text\":\"c\"}, 5,\n{\"text\":1},\n{\"id\":[],\"text\":\"\"}\n]\n")
    #expect(found.lines == [#"{"id":7,"text":"a\n\u0062"}"#, #"{"text":"c"}"#])
    #expect(found.places == [2, 58] && found.records == [first, #"{"text":"c"}"#], "\(found)")
    #expect(
      found.problems == [
        "72 not a JSON object", "75 field \"text\" is a number, not a string", "87 the id is an array, not a string",
      ], "\(found)")
  }

  @Test func fieldsHaveTheNamesThatWereGivenAndPagesAreRead() {
    var fields = RecordFields()
    (fields.text, fields.url, fields.html) = ("a.body", "address", "page")
    let found = convert(
      #"[{"a":{"body":"x"},"address":"u","url":"v"},{"page":"<title>T</title><p>words"}]"#, fields)
    #expect(found.lines == [#"{"url":"u","text":"x"}"#, #"{"title":"T","text":"words"}"#], "\(found)")
  }

  @Test func whatIsCutShortIsNamed() {
    #expect(convert("").lines.isEmpty && convert("").problems.isEmpty)
    #expect(convert("[\n{\"text\":\"x").problems == ["2 an object that does not end where it should"])
    #expect(convert("[{\"text\" \"x\"},\n{\"text\":\"y\"}]").problems == ["1 a colon was expected at byte 9"])
  }

  @Test func manyValuesOverLinesStayOneLine() {
    let found = convert("{\"text\":\"x\",\n\"author\":[\n\"a\",\r\n\"b\"]}")
    #expect(found.lines.count == 1 && found.problems.isEmpty, "\(found)")
  }

  @Test func anArrayThatDoesNotEndIsNamed() {
    let unended = "the array does not end: the file may be cut short"
    #expect(convert("[{\"text\":\"x\"},\n{\"text\":\"y\"},\n ").problems == ["27 \(unended)"])
    #expect(convert(#"[{"text":"x"}"#).problems == ["12 \(unended)"] && convert("[").problems == ["0 \(unended)"])
    for text in [#"[{"text":"x"}] "#, #"{"text":"x"}"#, "[]", " ", #"[{"text":"x"}]{"text":"y"}"#] {
      #expect(convert(text).problems.isEmpty, "\(text)")
    }
  }
}
