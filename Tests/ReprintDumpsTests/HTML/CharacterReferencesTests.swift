import Foundation
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct CharacterReferencesTests {
  private func decoded(_ text: String, inAttribute: Bool = false) -> String {
    Array(text.utf8).withUnsafeBufferPointer {
      String(decoding: CharacterReferences.decoded($0, inAttribute: inAttribute), as: UTF8.self)
    }
  }

  /// The table's entries, read the obvious way.
  private static let entries: [(name: String, text: String)] = EntityTable.text.description.split(separator: " ").map {
    let parts = $0.split(separator: "=")
    let scalars = parts[1].split(separator: ",").map { Unicode.Scalar(UInt32($0, radix: 16)!)! }
    return (String(parts[0]), String(String.UnicodeScalarView(scalars)))
  }

  @Test func everyNameIsFound() {
    #expect(Self.entries.count == EntityTable.count)
    for (name, text) in Self.entries { #expect(decoded("x&\(name) y") == "x\(text) y", "\(name)") }
  }

  @Test func theLongestNameCounts() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let text = "&" + generator.pick(Self.entries).name.prefix(generator.number(1...12)) + "it;"
      let body = text.dropFirst()
      let best = Self.entries.filter { body.utf8.starts(with: $0.name.utf8) }.max {
        $0.name.utf8.count < $1.name.utf8.count
      }
      let expected = best.map { $0.text + String(body.dropFirst($0.name.count)) } ?? text
      #expect(decoded(text) == expected, "seed 7: \(text)")
    }
  }

  @Test(arguments: [
    ("&notit;", "¬it;"), ("&#65;&#x42;&#X43", "ABC"), ("&#150;", "–"),
    ("&#0;&#xD800;&#1114112;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&#99999999999999999999;", "\u{FFFD}"), ("&;&#;&#x;& &", "&;&#;&#x;& &"), ("&bogus;", "&bogus;"), ("&am", "&am"),
    ("&amp;lt;", "&lt;"), ("&é;", "&é;"),
  ]) func references(text: String, expected: String) {
    #expect(decoded(text) == expected)
  }

  @Test func attributesKeepAmbiguousAmpersands() {
    #expect(decoded("?a=1&copy=2&lt&notx&amp;y&para;", inAttribute: true) == "?a=1&copy=2<&notx&y¶")
  }

  @Test func tablesAreThoseOfTheirGenerator() throws {
    guard let python = Program.path("python3") else { return }
    let root = URL(filePath: HTMLPages.directory).appending(path: "../../..").standardizedFileURL.path
    let check = try Program.outcome(python, ["Benchmarks/Scripts/html_tables.py", "--check"], in: root)
    #expect(check.ending == .status(0), "\(check.errors)")
  }
}
