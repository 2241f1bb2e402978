import Testing

@testable import ReprintDumps

@Suite struct HeaderFieldsTests {
  private func with<Result>(_ text: String, _ body: (HeaderFields) -> Result) -> Result {
    Array(text.utf8).withUnsafeBufferPointer { body(HeaderFields($0, from: 0)) }
  }

  @Test func namesHaveNoCaseAndValuesNoSpaceAround() {
    with("Content-TYPE : \t text/html \r\nX:\nY: a: b\r\n\r\nbody: no") { header in
      #expect(header["content-type"] == "text/html")
      #expect(header["x"] == "")
      #expect(header["y"] == "a: b")
      #expect(header["body"] == nil && header["content"] == nil)
      #expect(header.end == 43)
    }
  }

  @Test func foldedLinesAreOne() {
    with("A: one\r\n  two\r\n\tthree\r\nB: x\n y\n\n") { header in
      #expect(header["a"] == "one two three")
      #expect(header["b"] == "x y")
    }
    with(" begins with space\r\nno colon\r\nA: b") { #expect($0["a"] == "b") }
  }

  @Test func listsArePartedAtCommasAndOverFields() {
    with("E: GZip , br\r\nX: y\r\ne:identity,,\r\n") { header in
      #expect(header.list("e") == ["gzip", "br", "identity"])
      #expect(header.list("z") == [])
    }
  }

  @Test func theFirstOfSeveralCounts() { with("A: 1\nA: 2\n") { #expect($0["a"] == "1") } }

  @Test func numbersAreDigitsOnly() {
    func number(_ text: String) -> Int? { Array(text.utf8).withUnsafeBufferPointer { HeaderFields.number($0) } }
    #expect(number("0") == 0 && number("0123") == 123)
    #expect(number("9223372036854775807") == Int.max)
    for none in ["", "-1", "+1", "1 2", "0x10", "9223372036854775808", "99999999999999999999999"] {
      #expect(number(none) == nil, "\(none)")
    }
  }
}
