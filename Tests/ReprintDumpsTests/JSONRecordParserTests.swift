import Foundation
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct JSONRecordParserTests {
  private struct Value: Equatable {
    var kind: RecordValue.Kind
    var text: String
  }

  private let memory = GuardedMemory(capacity: 1 << 14)

  /// The fields of a line, which unreadable memory follows; throws why it is none.
  private func parse(_ line: some Collection<UInt8>, _ fields: RecordFields = RecordFields()) throws -> [RecordField:
    Value]
  {
    let bytes = memory.placeAtEnd(line)
    var parser = JSONRecordParser(FieldSelector(fields, only: RecordField.allCases))
    try parser.parse(bytes)
    var values: [RecordField: Value] = [:]
    for field in RecordField.allCases { values[field] = parser[field].map { Value(kind: $0.kind, text: $0.text) } }
    return values
  }

  private func parse(_ line: String, _ fields: RecordFields = RecordFields()) throws -> [RecordField: Value] {
    try parse(Array(line.utf8), fields)
  }

  private func string(_ text: String) -> Value { Value(kind: .string, text: text) }

  @Test func fieldsOfARecord() throws {
    let line =
      #" { "id" : 17 ,"text":"a \"b\" c", "url":"http://x.example/" , "#
      + #""extra":{"text":[1,{"id":2}]},"author":null,"title":"" } "#
    #expect(
      try parse(line) == [
        .id: Value(kind: .number, text: "17"), .text: string("a \"b\" c"), .url: string("http://x.example/"),
        .author: Value(kind: .other, text: "null"), .title: string(""),
      ])
    #expect(try parse("{}") == [:])
    #expect(try parse("\t{ }\r") == [:])
  }

  @Test func typeNames() throws {
    for (value, name) in [
      ("null", "null"), ("true", "a boolean"), ("false", "a boolean"), ("{}", "an object"), ("[1]", "an array"),
      ("-1.5e3", "a number"), ("\"x\"", "a string"), ("\"\"", "a string"),
    ] {
      let line = Array("{\"id\":\(value)}".utf8)
      try line.withUnsafeBufferPointer { line in
        var parser = JSONRecordParser(FieldSelector(RecordFields(), only: [.id]))
        try parser.parse(line) { $0 }
        #expect(parser[.id]?.typeName == name)
      }
    }
  }

  @Test func pathsLeadIntoNestedObjects() throws {
    var fields = RecordFields()
    fields.url = "meta.url"
    fields.author = "meta.by.name"
    fields.text = "content.body"
    fields.title = "title"
    let line =
      #"{"meta":{"x":{"url":"no"},"by":{"name":"A. Writer","url":"no"},"url":"u","title":"no"},"#
      + #""url":"no","content":{"body":"t"},"title":"yes","by":{"name":"no"}}"#
    #expect(
      try parse(line, fields) == [
        .url: string("u"), .author: string("A. Writer"), .text: string("t"), .title: string("yes"),
      ])
    // What a path leads through is no object, or is not there.
    #expect(
      try parse(#"{"meta":"url","content":["body"],"title":{"title":1}}"#, fields) == [
        .title: Value(kind: .other, text: #"{"title":1}"#)
      ])
    #expect(try parse(#"{"meta":[{"url":"u"}]}"#, fields) == [:])
    #expect(try parse(#"{"meta.url":"u"}"#, fields) == [:])
  }

  @Test func emptyNamesAndNamesInOtherScripts() throws {
    var fields = RecordFields()
    fields.id = ""
    fields.text = "текст"
    fields.url = "a b.\"c"
    #expect(
      try parse(#"{"":"empty","текст":"да","a b":{"\"c":"q"}}"#, fields) == [
        .id: string("empty"), .text: string("да"), .url: string("q"),
      ])
  }

  @Test func keysMayBeEscaped() throws {
    #expect(
      try parse(#"{"\u0069d":"x","te\u0078t":"y","\u0075\u0072\u006c":"z"}"#) == [
        .id: string("x"), .text: string("y"), .url: string("z"),
      ])
    #expect(try parse(#"{"i\\u0064":"x","id\u0000":"y","\"id\"":"z"}"#) == [:])
  }

  @Test func theLastOfTwoEqualKeysCounts() throws {
    #expect(try parse(#"{"id":"a","text":"one","id":"b","text":"two"}"#) == [.id: string("b"), .text: string("two")])
    #expect(try parse(#"{"id":"a","\u0069d":5}"#) == [.id: Value(kind: .number, text: "5")])
    #expect(try parse(#"{"text":"one","text":null}"#) == [.text: Value(kind: .other, text: "null")])
  }

  @Test func theLastOfTwoEqualKeysCountsOnTheWayToAField() throws {
    var fields = RecordFields()
    fields.url = "meta.url"
    #expect(try parse(#"{"meta":{"url":"a"},"meta":{"url":"b"}}"#, fields) == [.url: string("b")])
    let replaced = [
      try parse(#"{"meta":{"url":"a"},"meta":{}}"#, fields), try parse(#"{"meta":{"url":"a"},"meta":5}"#, fields),
    ]
    #expect(replaced == [[:], [:]])
  }

  @Test func repeatsAreNoticed() throws {
    func hasRepeats(_ line: String, id: String = "id") throws -> Bool {
      var fields = RecordFields()
      fields.id = id
      var parser = JSONRecordParser(FieldSelector(fields, only: [.id, .text]))
      try Array(line.utf8).withUnsafeBufferPointer { line in
        try parser.parse(line)
      }
      return parser.hasRepeats
    }
    #expect(try !hasRepeats(#"{"id":1,"text":"a","x":1,"x":2,"y":{"id":3}}"#))
    #expect(try hasRepeats(#"{"id":1,"text":"a","id":2}"#))
    #expect(try hasRepeats(#"{"id":1,"text":"a","\u0069d":null}"#))
    #expect(try !hasRepeats(#"{"m":{"id":1},"text":"a"}"#, id: "m.id"))
    #expect(try hasRepeats(#"{"m":{"id":1,"id":2}}"#, id: "m.id"))
    #expect(try hasRepeats(#"{"m":{"id":1},"text":"a","m":5}"#, id: "m.id"))
  }

  @Test func briefReadingEndsAtTheLastField() throws {
    var parser = JSONRecordParser(FieldSelector(RecordFields(), only: [.id, .url]), isBrief: true)
    func parse(_ line: String) throws -> [String?] {
      try Array(line.utf8).withUnsafeBufferPointer { line in
        try parser.parse(line)
        return [parser[.id]?.text, parser[.url]?.text]
      }
    }
    #expect(try parse(#"{"id":"a","url":"u","text":"#) == ["a", "u"])
    #expect(try parse(#"{"url":"u","text":"t","id":"b"}"#) == ["b", "u"])
    #expect(try parse(#"{"text":"t","id":"c"}"#) == ["c", nil])
    #expect(throws: MalformedRecord.self) { try parse(#"{"text":"t","id":"c""#) }
  }

  @Test func twoFieldsMayHaveOneName() throws {
    var fields = RecordFields()
    fields.id = "url"
    let found = try parse(#"{"url":"u"}"#, fields)
    #expect(found == [.id: string("u"), .url: string("u")])
  }

  @Test func valuesOfTheLineBeforeAreGone() throws {
    var parser = JSONRecordParser(FieldSelector(RecordFields(), only: RecordField.allCases))
    try Array(#"{"id":"a","text":"t"}"#.utf8).withUnsafeBufferPointer { line in
      try parser.parse(line) { JSONCursor.closingQuote(from: $0, end: line.baseAddress! + line.count)! }
    }
    #expect(parser[.id] != nil && parser[.text] != nil)
    try Array("{}".utf8).withUnsafeBufferPointer { try parser.parse($0) { $0 } }
    #expect(RecordField.allCases.allSatisfy { parser[$0] == nil })
  }

  @Test(arguments: [
    ("", "not a JSON object"), ("  ", "not a JSON object"), ("[]", "not a JSON object"), ("null", "not a JSON object"),
    ("\"x\"", "not a JSON object"), ("17", "not a JSON object"), ("}", "not a JSON object"),
    ("{", "the line ends where a key was expected"), ("{ ", "the line ends where a key was expected"),
    ("{\"a", "the line ends inside a string"), ("{\"a\\\"", "the line ends inside a string"),
    ("{\"a\"", "the line ends where a colon was expected"), ("{\"a\":", "the line ends where a value was expected"),
    ("{\"id\": ", "the line ends where a value was expected"),
    ("{\"text\":", "the line ends where a value was expected"),
    ("{\"a\":1", "the line ends where a comma or the end of the object was expected"),
    ("{\"a\":1,", "the line ends where a key was expected"), ("{\"a\":1,}", "a key was expected at byte 8"),
    ("{\"a\" 1}", "a colon was expected at byte 6"),
    ("{\"a\":1 \"b\":2}", "a comma or the end of the object was expected at byte 8"),
    ("{\"a\":1;\"b\":2}", "a comma or the end of the object was expected at byte 7"),
    ("{\"a\":\"x", "the line ends inside a string"), ("{\"text\":\"x", "the line ends inside a string"),
    ("{\"text\":\"x\\", "the line ends inside a string"), ("{\"text\":\"x\\\"}", "the line ends inside a string"),
    ("{\"a\":[1,2", "the line ends where a comma or the end of the array was expected"),
    ("{\"a\":{\"b\":[\"]\"", "the line ends where a comma or the end of the array was expected"),
    ("{\"a\":[\"x", "the line ends inside a string"),
    ("{\"a\":[1}", "a comma or the end of the array was expected at byte 8"),
    ("{\"a\":{]}", "a key was expected at byte 7"), ("{\"a\":}", "a value was expected at byte 6"),
    ("{\"a\":\u{1}}", "a value was expected at byte 6"), ("{a:1}", "a key was expected at byte 2"),
    ("{'a':1}", "a key was expected at byte 2"), ("{,}", "a key was expected at byte 2"),
    ("{} x", "something follows the JSON object"), ("{}{}", "something follows the JSON object"),
    ("{\"a\":1}]", "something follows the JSON object"), ("{\"a\":1},", "something follows the JSON object"),
  ]) func malformedLines(line: String, reason: String) {
    #expect { try parse(line) } throws: { ($0 as? MalformedRecord)?.reason == reason }
  }

  @Test func everyPrefixOfARecordIsMalformed() {
    let line = Array(#"{"id":"a\\","n":[1,{"x":"]"}],"text":"é \"q\" \u00e9","meta":{"a":null}}"#.utf8)
    for length in 0..<line.count {
      #expect(throws: MalformedRecord.self, "\(length) bytes") { try parse(line[..<length]) }
    }
    #expect(throws: Never.self) { try parse(line) }
  }

  // MARK: Random records

  private indirect enum JSON {
    case object([(String, JSON)])
    case array([JSON])
    case string(String)
    case number(String)
    case word(String)
  }

  private static let keys = [
    "id", "text", "url", "meta", "by", "name", "title", "t\"q", "ключ", "", "a\\b", "id ", "Id", "published",
  ]

  private func json(_ depth: Int, _ generator: inout SeededGenerator) -> JSON {
    switch generator.number(0...(depth > 3 ? 5 : 9)) {
    case 0...2:
      let characters = [
        "a", "\"", "\\", "/", "\n", "é", "日", "😀", "{", "}", "]", ",", ":", " ", "\u{1}", "\u{7F}", "e\u{301}",
        "\\\\\"",
      ]
      return .string((0..<generator.number(0...12)).map { _ in generator.pick(characters) }.joined())
    case 3, 4: return .number(generator.pick(["0", "-1", "17", "2.5", "1e3", "-0.25E-2", "123456789012"]))
    case 5: return .word(generator.pick(["null", "true", "false"]))
    case 6: return .array((0..<generator.number(0...3)).map { _ in json(depth + 1, &generator) })
    default: return object(depth, &generator)
    }
  }

  private func object(_ depth: Int, _ generator: inout SeededGenerator) -> JSON {
    let keys = Self.keys.shuffled(using: &generator)[..<generator.number(0...6)]
    return .object(keys.map { ($0, json(depth + 1, &generator)) })
  }

  private func write(_ value: JSON, _ generator: inout SeededGenerator) -> String {
    func space() -> String { generator.chance(0.2) ? generator.pick([" ", "\t", "  ", "\r"]) : "" }
    switch value {
    case .object(let members):
      let parts = members.map {
        space() + write(.string($0), &generator) + space() + ":" + space() + write($1, &generator) + space()
      }
      return "{" + space() + parts.joined(separator: ",") + "}"
    case .array(let elements):
      return "[" + space() + elements.map { write($0, &generator) + space() }.joined(separator: ",") + "]"
    case .string(let text):
      var result = "\""
      for unit in text.unicodeScalars {
        if generator.chance(0.2) || unit.value < 0x20 || unit == "\"" || unit == "\\" {
          for code in String(unit).utf16 {
            let digits = String(code, radix: 16, uppercase: generator.chance(0.5))
            let short: [UInt16: String] = [10: "\\n", 0x22: "\\\"", 0x5C: "\\\\", 0x2F: "\\/"]
            result +=
              generator.chance(0.5)
              ? short[code] ?? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
              : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          result.unicodeScalars.append(unit)
        }
      }
      return result + "\""
    case .number(let text), .word(let text): return text
    }
  }

  private static let nested: RecordFields = {
    var fields = RecordFields()
    fields.url = "meta.url"
    fields.author = "meta.by.name"
    fields.title = "ключ"
    fields.site = "t\"q"
    fields.published = "a\\b.id"
    return fields
  }()

  /// What Foundation finds under a field's name.
  private func expected(_ field: RecordField, in object: NSDictionary) -> Any? {
    var value: Any? = object
    for key in Self.nested.name(of: field).split(separator: ".", omittingEmptySubsequences: false) {
      value = (value as? NSDictionary)?[String(key)]
    }
    return value
  }

  @Test func randomRecordsReadAsFoundationReadsThem() throws {
    for seed in UInt64(1)...400 {
      var generator = SeededGenerator(seed: seed)
      let line = write(object(0, &generator), &generator)
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary, "seed \(seed)")
      let found = try parse(line, Self.nested)
      for field in RecordField.allCases {
        switch expected(field, in: object) {
        case let text as String: #expect(found[field] == string(text), "seed \(seed), \(field): \(line)")
        case nil: #expect(found[field] == nil, "seed \(seed), \(field): \(line)")
        case let number as NSNumber where found[field]?.kind == .number:
          #expect(Double(found[field]!.text) == number.doubleValue, "seed \(seed), \(field): \(line)")
        default: #expect(found[field]?.kind == .other, "seed \(seed), \(field): \(line)")
        }
      }
    }
  }

  @Test func brokenRecordsAreReadOrRefused() {
    var accepted = 0
    for seed in UInt64(1)...1500 {
      var generator = SeededGenerator(seed: seed)
      var line = Array(write(object(0, &generator), &generator).utf8)
      for _ in 0..<generator.number(1...2) where !line.isEmpty {
        let place = generator.number(0...line.count - 1)
        switch generator.number(0...3) {
        case 0: line[place] = generator.pick(Array("{}[]\",:\\ 1ntf\u{1}".utf8))
        case 1: line.remove(at: place)
        case 2: line.insert(generator.pick(Array("{}[]\",:\\ 1ntf".utf8)), at: place)
        default: line.removeSubrange(place...)
        }
      }
      let isObject = (try? JSONSerialization.jsonObject(with: Data(line))) is NSDictionary
      let isRead = (try? parse(line, Self.nested)) != nil
      if isObject {
        accepted += 1
        #expect(isRead, "seed \(seed): \(String(decoding: line, as: UTF8.self))")
      }
    }
    #expect(accepted > 100)
  }
}
