import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct JSONLineTests {
  private func parse(_ line: JSONLine) throws -> NSDictionary {
    #expect(line.bytes.last == 0x0A && line.bytes.count { $0 == 0x0A } == 1, "one line")
    return try #require(JSONSerialization.jsonObject(with: Data(line.bytes)) as? NSDictionary)
  }

  @Test func stringsReadBackAsTheyWere() throws {
    var strings = (0..<0x180).map { "x\(Unicode.Scalar(UInt16($0))!)y" }
    strings += [
      "", "\"", "\\", "\\n", "\u{2028}\u{2029}", "\u{FFFF}", "😀", "e\u{301}", "é", "</script>", "\u{7F}", "a\r\nb",
    ]
    for string in strings {
      var line = JSONLine()
      line.open()
      line.member(string, string)
      line.close()
      let object = try parse(line)
      #expect(Array((object[string] as? String ?? "?").utf8) == Array(string.utf8))
    }
  }

  @Test func numbersReadBackAsTheyWere() throws {
    var generator = SeededGenerator(seed: 1)
    var doubles = [0, 1, 0.1, 0.8, 1.0 / 3, 2.0 / 3, 1e-7, Double.leastNonzeroMagnitude, 123456789.125, 1e300]
    for _ in 0..<300 { doubles.append(Double(generator.number(1...500)) / Double(generator.number(500...999))) }
    for double in doubles {
      var line = JSONLine()
      line.open()
      line.member("similarity", double)
      line.close()
      // JSONSerialization rounds some numbers in their last place.
      _ = try parse(line)
      #expect(try JSONDecoder().decode([String: Double].self, from: Data(line.bytes)) == ["similarity": double])
    }
    for integer in [0, 1, -1, 42, Int.max, Int.min] {
      var line = JSONLine()
      line.open()
      line.member("n", integer)
      line.close()
      #expect(try parse(line)["n"] as? Int == integer)
    }
  }

  @Test(arguments: [[], [0], [3, 14], [-1, .max, .min]])
  func arraysOfNumbersReadBackAsTheyWere(numbers: [Int]) throws {
    var line = JSONLine()
    line.open()
    line.member("range", numbers)
    line.member("after", 1)
    line.close()
    let object = try parse(line)
    #expect(object["range"] as? [Int] == numbers)
    #expect(object["after"] as? Int == 1)
  }

  @Test func objectsAndArraysNest() throws {
    var line = JSONLine()
    line.open()
    line.member("a", 1)
    line.openArray("empty")
    line.closeArray()
    line.openArray("members")
    for number in 0..<3 {
      line.open()
      line.member("id", "m\(number)")
      line.openArray("inner")
      line.open()
      line.close()
      line.closeArray()
      line.member("last", number)
      line.close()
    }
    line.closeArray()
    line.member("b", "end")
    line.close()
    let expected =
      #"{"a":1,"empty":[],"members":[{"id":"m0","inner":[{}],"last":0},{"id":"m1","inner":[{}],"last":1},"#
      + #"{"id":"m2","inner":[{}],"last":2}],"b":"end"}"# + "\n"
    #expect(String(decoding: line.bytes, as: UTF8.self) == expected)
    _ = try parse(line)
  }

  @Test func severalObjectsAreALineEach() {
    var line = JSONLine()
    for value in [1, 2] {
      line.open()
      line.member("a", value)
      line.close()
    }
    #expect(String(decoding: line.bytes, as: UTF8.self) == "{\"a\":1}\n{\"a\":2}\n")
  }

  @Test func bytesThatAreNoTextAreKept() {
    var line = JSONLine()
    line.open()
    let bytes: [UInt8] = [0xFF, 0x0A, 0xC3, 0x22, 0x28]
    bytes.withUnsafeBufferPointer { line.member("a", utf8: $0) }
    [UInt8]().withUnsafeBufferPointer { line.member("b", utf8: $0) }
    line.close()
    let expected = Array("{\"a\":\"".utf8) + [0xFF] + Array("\\n".utf8) + [0xC3] + Array("\\\"(\",\"b\":\"\"}\n".utf8)
    #expect(line.bytes == expected)
  }
}
