import Foundation
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct JSONFramingTests {
  /// The objects found, and what was passed over with the reasons.
  private func read(_ text: String) -> (objects: [String], problems: [String]) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var objects: [String] = []
      var problems: [String] = []
      var position = 0
      while true {
        switch JSONFraming.next(bytes, from: position, atEnd: true) {
        case .object(let range):
          objects.append(String(decoding: bytes[range], as: UTF8.self))
          position = range.upperBound
        case .malformed(let range, let reason):
          problems.append("\(reason): \(String(decoding: bytes[range], as: UTF8.self))")
          position = range.upperBound
        case .end: return (objects, problems)
        case .incomplete:
          Issue.record("not at the end of all bytes")
          return (objects, problems)
        }
      }
    }
  }

  @Test(arguments: [
    #"[{"a":1},{"b":"}"}]"#, "[\n{\"a\":1},\n{\"b\":\"}\"}\n]\n", "\u{FEFF}[{\"a\":1}\n,{\"b\":\"}\"}",
    #"{"a":1}{"b":"}"}"#,
    "\r\n[\r\n{\"a\":1}\t, ,{\"b\":\"}\"},]", "[[{\"a\":1}],[{\"b\":\"}\"}]]",
  ])
  func objectsAreFoundWhateverStandsBetween(text: String) {
    let found = read(text)
    #expect(found.objects == [#"{"a":1}"#, #"{"b":"}"}"#] && found.problems.isEmpty, "\(found)")
  }

  @Test(arguments: ["", " \n", "[]", "[\n]\n", "\u{FEFF}"])
  func nothingIsNothing(text: String) {
    let found = read(text)
    #expect(found.objects.isEmpty && found.problems.isEmpty)
  }

  @Test func bracketsInStringsAndBelowDoNotCount() {
    let object = "{\"a\": [{}, \"]\\\"}{\\\\\"],\n \"b\": {\n\"c\": \"[\\\\\\\"\" } }"
    #expect(read("[\(object),\n\(object)]").objects == [object, object])
  }

  @Test(arguments: [
    ("[1, -2.5e+7,null , \"a,}\"]", ["1", "-2.5e+7", "null", "\"a,}\""]), ("\"x\"", ["\"x\""]),
  ])
  func elementsThatAreNoObjectsAreNamedEach(text: String, expected: [String]) {
    let found = read(text)
    #expect(found.objects.isEmpty && found.problems == expected.map { "not a JSON object: \($0)" }, "\(found)")
  }

  @Test(arguments: [
    // A string that is not closed, braces that are missing or too many, and no JSON at all.
    ("[\n{\"a\":\"x},\n{\"b\":1}\n]", "an object that does not end, or a string in it"),
    ("{\n \"a\": \"x,\n \"c\": 2\n},\n{\"b\":1}\n", "an object that does not end, or a string in it"),
    ("}\n}\n  , {\"b\":1}\n", "not a JSON object"), ("hello: world\n[[\n{\"b\":1}", "not a JSON object"),
    ("\"x\n{\"b\":1}", "not a JSON object"),
  ])
  func whatIsWrongCostsWhatStandsBeforeTheNextLineWithAnObject(text: String, reason: String) {
    let found = read(text)
    #expect(found.objects == [#"{"b":1}"#], "\(found)")
    #expect(found.problems.count == 1 && found.problems[0].hasPrefix(reason), "\(found)")
  }

  @Test func anObjectWithoutAnEndIsNamed() {
    for text in ["[{\"a\":1", "[{\"a\":{}", "[{\"a\":\"x", "{", "[{\n"] {
      let found = read("{}\n" + text)
      #expect(found.objects == ["{}"] && found.problems.count == 1, "\(text)")
    }
  }

  @Test func moreBytesAreWaitedForUntilAnObjectEnds() {
    let whole = Array("[{\"a\": \"}\\\"\",\n\"b\":[]} , \"x\", 12, {}".utf8)
    for count in 0...whole.count {
      whole.prefix(count).withUnsafeBufferPointer { bytes in
        let step = JSONFraming.next(bytes, from: 0, atEnd: false)
        #expect(count < 21 ? step == .incomplete : step == .object(1..<21), "\(count)")
      }
      guard count >= 21 else { continue }
      whole.prefix(count).withUnsafeBufferPointer { bytes in
        let step = JSONFraming.next(bytes, from: 21, atEnd: false)
        #expect(count < 27 ? step == .incomplete : step == .malformed(24..<27, reason: "not a JSON object"), "\(count)")
      }
    }
  }

  /// A value of random shape, as Foundation writes it.
  private func value(_ generator: inout SeededGenerator, depth: Int) -> Any {
    switch generator.number(0...(depth > 3 ? 3 : 5)) {
    case 0: return generator.number(-9...9)
    case 1: return generator.pick(["", "{", "}]", "\"", "\\", "a\nb", "[,", "ü\u{1F98A}"])
    case 2: return NSNull()
    case 3: return true
    case 4: return (0..<generator.number(0...3)).map { _ in value(&generator, depth: depth + 1) }
    default: return object(&generator, depth: depth + 1)
    }
  }

  private func object(_ generator: inout SeededGenerator, depth: Int = 0) -> [String: Any] {
    var object: [String: Any] = [:]
    for _ in 0..<generator.number(0...3) {
      object[generator.pick(["a", "b{", "c\"", "d\\"])] = value(&generator, depth: depth)
    }
    return object
  }

  @Test func whatFoundationWritesIsFound() throws {
    for seed in 0..<100 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let objects = (0..<generator.number(0...5)).map { _ in object(&generator) }
      for options in [JSONSerialization.WritingOptions(), .prettyPrinted] {
        let options = options.union([.sortedKeys, .fragmentsAllowed])
        let expected = try objects.map { try JSONSerialization.data(withJSONObject: $0, options: options) }
        let whole = try JSONSerialization.data(withJSONObject: objects, options: options)
        let found = read(String(decoding: whole, as: UTF8.self))
        #expect(found.problems.isEmpty && found.objects.count == objects.count, "seed \(seed)")
        for (text, data) in zip(found.objects, expected) {
          let again = try JSONSerialization.jsonObject(with: Data(text.utf8))
          #expect(try JSONSerialization.data(withJSONObject: again, options: options) == data, "seed \(seed)")
        }
      }
    }
  }
}
