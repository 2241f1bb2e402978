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
    "[{\"a\":1}]\u{FEFF}[{\"b\":\"}\"}]",
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
    // Strings and brackets that are not closed, or too often, other syntax, and no JSON at all.
    "[\n{\"a\":\"x},\n{\"b\":1}\n]", "{\n \"a\": \"x,\n \"c\": 2\n},\n{\"b\":1}\n",
    "[\n{\"a\":1,\n{\"b\":1}\n]", "[\n{\"a\":1\n,{\"b\":1}\n]", "[\n{\"a\":[{}},\n{\"b\":1}\n]",
    "[\n  {\"a\": [\n    {}\n    ],\n  {\"b\":1}\n]", "[\n{\"a\":[\n {\"c\":1,\n{\"b\":1}\n]", "[{'a': 1},\n{\"b\":1}]",
    "}\n}\n  , {\"b\":1}\n", "hello: world\n[[\n{\"b\":1}", "\"x\n{\"b\":1}",
    // In one line the next object stands behind a comma.
    "[{\"a\":1 \"c\":2}, {\"b\":1}]", "[{'a': 1},{\"b\":1}]", "[{\"a\":\"x}, {\"b\":1}]", "[x: {}, {\"b\":1}]",
  ])
  func whatIsWrongCostsWhatStandsBeforeTheNextObject(text: String) {
    let found = read(text)
    #expect(found.objects == [#"{"b":1}"#], "\(found)")
    #expect(found.problems.count == 1, "\(found)")
  }

  /// One object of many is damaged: the others are found, and if it was not the damaged one stays away.
  @Test func aDamagedObjectCostsNoOther() {
    for seed in 0..<500 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let objects = (0..<6).map { "{\"n\": \($0), \"text\": \"some words \($0)\", \"list\": [1, {\"x\": []}]}" }
      let damaged = generator.number(0...5)
      var bytes = Array(objects[damaged].utf8)
      let place = generator.number(1...bytes.count - 1)
      switch generator.number(0...2) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = generator.pick(Array("{}[]\",:x".utf8))
      default: bytes.removeSubrange(place...)
      }
      let text = objects.indices.map { $0 == damaged ? String(decoding: bytes, as: UTF8.self) : objects[$0] }
      let found = read("[\n" + text.joined(separator: ",\n") + "\n]\n")
      for (number, object) in objects.enumerated() where number != damaged {
        #expect(found.objects.contains(object), "seed \(seed), \(text[damaged]) took \(number)")
      }
      #expect(found.objects.count + found.problems.count >= 6, "seed \(seed): \(text[damaged])")
    }
  }

  /// Nothing is gone through again and again.
  @Test func objectsWithoutAnEndOneBehindTheOther() {
    let found = read(String(repeating: "{\n", count: 100_000) + "{\"b\":1}\n")
    #expect(found.objects == [#"{"b":1}"#] && found.problems.count == 100_000)
    #expect(read(String(repeating: "{\"a\":[\n", count: 20_000)).problems.count > 19_000)
    #expect(read(String(repeating: "{\"a\":{\"b\":1\n", count: 20_000)).problems.count == 20_000)
    #expect(read((0..<300).map { String(repeating: " ", count: $0) + "{\n" }.joined()).objects.isEmpty)
    #expect(read(String(repeating: "{", count: 1_000_000)).problems.count == 1)
    // Whatever stands on one line.
    #expect(read("[" + String(repeating: "{},", count: 100_000) + "]").objects.count == 100_000)
    #expect(read("[" + String(repeating: "{'a': 1}, ", count: 10_000) + "]").problems.count == 10_000)
    #expect(read("[" + String(repeating: "\"a\",", count: 100_000) + "]").problems.count == 100_000)
    #expect(read(String(repeating: "{\"a\":", count: 300) + "1" + String(repeating: "}", count: 300)).objects.isEmpty)
  }

  @Test(arguments: [
    ("{\"a\":1}\n", true), ("{\"a\":1} \r\nx", true), ("{\"a\n\"b\":1}", true), ("{\"a\":\"x\n{", true),
    ("{x}\n{", true),
    ("{\n", false), ("{\"a\": 1,\n", false), ("{\"a\": [ \n", false), ("{\"a\":\n1}", false), ("{\"a\":1},\n{}", false),
    ("{} {}\n", false), ("{\"a\":1", nil), ("{\"a\":1}", nil), ("{", nil),
  ])
  func objectsAreLinesIfTheFirstIs(text: String, expected: Bool?) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      #expect(JSONFraming.areLines(bytes, from: 0, atEnd: false) == expected)
      #expect(JSONFraming.areLines(bytes, from: 0, atEnd: true) == expected ?? true)
    }
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
