import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct JSONCursorTests {
  private let memory = GuardedMemory(capacity: 1 << 14)

  /// The kind of the value that a text is, by itself and inside others; throws why it is none.
  private func kind(_ value: String) throws -> RecordValue.Kind {
    for (before, behind) in [("[", "]"), ("[[],", ", 0]"), ("{\"a\": {}, \"b\" :", "\t}"), ("[{\"a\":[", "]},{}]")] {
      try skip(before + value + behind)
    }
    return try skip(value).kind
  }

  /// Skips a value, which unreadable memory follows.
  @discardableResult
  private func skip(_ text: String) throws -> RecordValue {
    let bytes = memory.placeAtEnd(Array(text.utf8))
    var cursor = JSONCursor(bytes.baseAddress!..<bytes.baseAddress! + bytes.count)
    let value = try cursor.skipValue()
    guard cursor.isAtEnd else { throw cursor.unexpected("the end") }
    return value
  }

  @Test(arguments: ["0", "-0", "10", "0.5", "-1.25e-7", "2E+3", "1e9", "0e0", "NaN", "Infinity", "-Infinity"])
  func numbers(text: String) throws { #expect(try kind(text) == .number) }

  @Test(arguments: [
    "null", "true", "false", "{}", "[ ]", "[1, [2, {\"a\" : \"]\"}], {\"}\" : null }, \"\"]", "{\"a\":1,\"a\":2}",
  ])
  func otherValues(text: String) throws { #expect(try kind(text) == .other) }

  @Test(arguments: ["\"\"", "\"\\\"\"", "\"[{\"", "\"\\\\\""])
  func strings(text: String) throws { #expect(try kind(text) == .string) }

  @Test(arguments: [
    "", "nul", "nulll", "True", "nan", "undefined", "+1", "x", "Inf", ".5", "1.", "01", "-", "--1", "1e", "1e+", "1.e3",
    "0x1F", "1_000", "-null", "'x'", "{1}", "{a:1}", "{'a':1}", "[,]", "[1,]", "[1 2]", "[1;2]", "{\"b\" 1}",
    "{\"b\":1,}", "{\"b\":1 \"c\":2}", "{\"b\"}", "{\"b\":}", "{,}", "[}", "{]", "[[1]", "[1]]", "{\"b\":[1}",
    "[{\"b\":1]", "\"", "\"\\\"", "[\"]",
  ]) func whatIsNoValue(text: String) {
    #expect(throws: MalformedRecord.self) { try skip(text) }
    #expect(throws: MalformedRecord.self) { try skip("[0,\(text),{}]") }
    #expect(throws: MalformedRecord.self) { try skip("{\"a\":\(text),\"b\":0}") }
  }

  @Test(arguments: [1, 63, 64, 65, 128, 129, 1000]) func bracketsAreMatchedHoweverDeep(depth: Int) throws {
    // Objects and arrays in an order that no number of levels repeats.
    let isObject = (0..<depth).map { ($0 * $0 + $0 / 7) % 3 == 0 }
    let opening = isObject.map { $0 ? "{\"k\":" : "[" }.joined()
    let closing = isObject.reversed().map { $0 ? "}" : "]" }
    try skip(opening + "0" + closing.joined())
    for wrong in Set([0, depth / 2, depth - 1]) {
      var closing = closing
      closing[wrong] = closing[wrong] == "}" ? "]" : "}"
      #expect(throws: MalformedRecord.self) { try skip(opening + "0" + closing.joined()) }
    }
  }

  @Test func closingQuotes() {
    for backslashes in 0...9 {
      for prefix in ["", "x", "\\n", "\\\""] {
        let content = Array((prefix + String(repeating: "\\", count: backslashes) + "\"").utf8)
        let found = content.withUnsafeBufferPointer { content in
          JSONCursor.closingQuote(from: content.baseAddress!, end: content.baseAddress! + content.count)
            .map { $0 - content.baseAddress! }
        }
        #expect(found == (backslashes % 2 == 0 ? content.count - 1 : nil), "\(prefix), \(backslashes)")
      }
    }
  }
}
