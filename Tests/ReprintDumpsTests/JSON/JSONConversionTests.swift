import Testing

@testable import ReprintDumps

@Suite struct JSONConversionTests {
  private func convert(_ text: String, _ fields: RecordFields = RecordFields()) -> (
    lines: [String], places: [UInt32], problems: [String], lineCount: Int, records: [String]
  ) {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var part = ConvertedChunk()
      var conversion = JSONConversion(fields)
      #expect(conversion.convert(bytes, from: 0, into: &part) == bytes.count)
      let lines = String(decoding: part.lines.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      let records = zip(part.starts, part.lengths).map { start, length in
        String(decoding: bytes[Int(start)..<Int(start + length)], as: UTF8.self)
      }
      return (lines, part.places, part.problems.list.map { "\($0.place) \($0.reason)" }, part.lineCount, records)
    }
  }

  @Test func objectsBecomeLinesThatKeepTheirPlace() {
    let first = "{\n  \"text\": \"a\\n\\u0062\",\n  \"more\": [1,\r\n2], \"id\": 7\n}"
    let found = convert("[\n\(first),\n\n{\"text\":\"c\"}, 5,\n{\"text\":1},\n{\"id\":[],\"text\":\"\"}\n]\n")
    #expect(found.lines == [#"{"id":7,"text":"a\n\u0062"}"#, #"{"text":"c"}"#])
    #expect(found.places == [1, 7] && found.records == [first, #"{"text":"c"}"#])
    #expect(
      found.problems == [
        "7 not a JSON object", "8 field \"text\" is a number, not a string", "9 the id is an array, not a string",
      ])
    #expect(found.lineCount == 11)
  }

  @Test func fieldsHaveTheNamesThatWereGivenAndPagesAreRead() {
    var fields = RecordFields()
    (fields.text, fields.url, fields.html) = ("a.body", "address", "page")
    let found = convert(
      #"[{"a":{"body":"x"},"address":"u","url":"v"},{"page":"<title>T</title><p>words"}]"#, fields)
    #expect(found.lines == [#"{"url":"u","text":"x"}"#, #"{"title":"T","text":"words"}"#], "\(found)")
  }

  @Test func aLastLineWithoutItsEndCounts() {
    #expect(convert("").lineCount == 0)
    #expect(convert("[\n{\"text\":\"x\"}]").lineCount == 1)
    #expect(convert("[\n{\"text\":\"x").problems == ["1 an object that does not end, or a string in it"])
  }
}
