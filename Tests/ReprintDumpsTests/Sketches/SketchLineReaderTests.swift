import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint
@testable import ReprintDumps

@Suite struct SketchLineReaderTests {
  private let directory = TemporaryDirectory()

  private static let version = SketchParameters.currentVersion
  private static let usual = SketchParameters(shingleWords: 5, slots: 64, threshold: 0.8, furniture: "auto")

  private func read(
    _ paths: [String], threads: Int = 1, ignoringThreshold: Bool = false, strict: Bool = false
  ) throws -> SketchedDump {
    var options = SketchedDump.ReadOptions()
    options.readsSketches = true
    options.ignoresThreshold = ignoringThreshold
    options.isStrict = strict
    options.clustering.threads = threads
    return try SketchedDump.read(paths, options: options)
  }

  private func read(_ text: String, ignoringThreshold: Bool = false, strict: Bool = false) throws -> SketchedDump {
    try read([directory.write(text, to: "a.ndjson")], ignoringThreshold: ignoringThreshold, strict: strict)
  }

  private func base64(_ numbers: [UInt16]) -> String {
    Data(numbers.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }).base64EncodedString()
  }

  private func base64(_ numbers: [UInt64]) -> String {
    Data(numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } })
      .base64EncodedString()
  }

  /// A line with some members in place of the usual ones; nil leaves one out.
  private func line(
    _ id: String, parameters: SketchParameters = usual, slots: [UInt16]? = nil, _ changes: [String: String?] = [:]
  ) -> String {
    let slots = slots ?? (0..<parameters.slots).map { UInt16($0) }
    var members: [(String, String?)] = [
      ("id", "\"\(id)\""), ("words", "230"), ("hash", "\"00000000000000ab\""), ("bands", "[\"x\"]"),
      ("sketch", "\"\(base64(slots))\""), ("parameters", "\"\(parameters)\""),
    ]
    for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
      members.removeAll { $0.0 == name }
      members.append((name, value))
    }
    return "{" + members.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }.joined(separator: ",") + "}\n"
  }

  private func problems(_ dump: SketchedDump) -> [String] { dump.report.problems.map { "\($0.error)" } }

  @Test func sketchesAreReadAsTheyWereWritten() throws {
    let shingles: [UInt64] = [3, 1 << 63, .max]
    let dump = try read(
      line("a", slots: (0..<64).map { UInt16($0 * 1021) }) + "\n"
        + line(
          "b", ["words": "3", "published": "1755734410.0", "shingles": "\"\(base64(shingles))\""]))
    #expect(problems(dump).isEmpty)
    #expect(dump.report.documents == 2)
    #expect(dump.table.slots == 64)
    #expect(dump.table.wordCounts == [230, 3])
    #expect(dump.table.fingerprints == [0xAB, 0xAB])
    #expect((0..<64).allSatisfy { dump.table.row(0)[$0] == UInt16($0 * 1021) })
    #expect(dump.name(of: 0) == "a" && dump.name(of: 1) == "b")
    #expect(dump.published(of: 0) == nil && dump.published(of: 1) == 1_755_734_410)
    var sketcher = DocumentSketcher(shingleWidth: 5, slots: 64)
    #expect(Array(dump.shingles(of: 1, with: &sketcher)) == shingles)
    #expect(dump.isEstimating, "the first has no shingles")
    #expect(dump.sketchParameters == Self.usual)
  }

  @Test func allShinglesMakeItExact() throws {
    let shingles = "\"\(base64([UInt64(5)]))\""
    #expect(try !read(line("a", ["shingles": shingles]) + line("b", ["shingles": shingles])).isEstimating)
    #expect(
      try !read(line("a", ["shingles": shingles]) + line("b", ["words": "0", "shingles": "\"\""])).isEstimating)
    #expect(try !read(line("a", ["shingles": shingles]) + line("b", ["words": "0"])).isEstimating)
  }

  @Test(arguments: [
    ("{}", "not a sketch"), ("[1]", "not a JSON object"), ("{\"id\":\"a\",\"text\":\"words\"}", "not a sketch"),
    ("\u{0}\u{1}\u{2}", "not a JSON object"),
  ])
  func otherLinesAreNamedAndPassedOver(bad: String, reason: String) throws {
    let dump = try read(line("a") + bad + "\n" + line("b"))
    #expect(problems(dump) == ["\(directory["a.ndjson"]):2: \(reason)"])
    #expect(dump.report.documents == 2 && dump.report.count(.skipped) == 1)
    #expect(throws: DumpError(directory["a.ndjson"], line: 2, reason)) {
      try read(line("a") + bad + "\n", strict: true)
    }
  }

  static let badMembers: [(String, String?, String)] = [
    ("id", nil, "the sketch has no id"), ("id", "\"\"", "the sketch has no id"),
    ("id", "[1]", "the sketch has no id"), ("words", nil, "the number of words is none"),
    ("words", "-1", "the number of words is none"), ("words", "1.5", "the number of words is none"),
    ("words", "4294967296", "the number of words is none"), ("words", "\"3\"", "the number of words is none"),
    ("hash", nil, "the hash is not 16 hexadecimal digits"),
    ("hash", "\"ab\"", "the hash is not 16 hexadecimal digits"),
    ("hash", "\"+0000000000000ab\"", "the hash is not 16 hexadecimal digits"),
    ("sketch", "\"\"", "the sketch is not 64 slots in Base64"),
    ("sketch", "\"AAAA\"", "the sketch is not 64 slots in Base64"),
    ("sketch", "\"\(String(repeating: "!", count: 172))\"", "the sketch is not 64 slots in Base64"),
    ("sketch", "7", "not a sketch"), ("parameters", nil, "not a sketch"),
    ("parameters", "\"version=1\"", "the sketch's parameters can't be read"),
    (
      "parameters", "\"\(usual.description.replacing("version=\(version)", with: "version=\(version + 1)"))\"",
      "a sketch of version \(version + 1); this reprint reads version \(version)"
    ),
    ("parameters", "{}", "the sketch's parameters can't be read"),
    ("shingles", "\"AAAA\"", "the shingles are not hashes of 64 bits in Base64"),
    ("shingles", "\"\"", "the shingles are not hashes of 64 bits in Base64"),
    ("shingles", "null", "the shingles are not hashes of 64 bits in Base64"),
  ]

  @Test(arguments: badMembers)
  func badMembersAreNamed(member: String, value: String?, reason: String) throws {
    let dump = try read(line("a") + line("x", [member: value]) + line("b"))
    #expect(problems(dump) == ["\(directory["a.ndjson"]):2: \(reason)"])
    #expect(dump.report.documents == 2)
  }

  @Test func sketchesOfOtherParametersAreRefused() throws {
    var other = Self.usual
    other.shingleWords = 6
    let first = directory.write(line("a"), to: "first.ndjson")
    let second = directory.write(line("b") + line("c", parameters: other), to: "second.ndjson")
    for threads in [1, 3] {
      #expect(
        throws: DumpError(
          second, line: 2, "a sketch made with shingle-words=6, and the one at \(first):1 with shingle-words=5")
      ) { try read([first, second], threads: threads) }
    }
    let third = directory.write("\n" + line("d", parameters: other), to: "third.ndjson")
    let words = "a sketch made with shingle-words=6, and the one at \(first):1 with shingle-words=5"
    #expect(throws: DumpError(third, line: 2, words)) { try read([first, third]) }
    other = Self.usual
    other.slots = 128
    let fourth = directory.write(line("d", parameters: other), to: "fourth.ndjson")
    let slots = "a sketch made with slots=128, and the one at \(first):1 with slots=64"
    #expect(throws: DumpError(fourth, line: 1, slots)) { try read([first, fourth]) }
  }

  @Test func otherThresholdsAreRefusedUnlessOneIsGiven() throws {
    var other = Self.usual
    other.threshold = 0.5
    let lines = line("a") + line("b", parameters: other)
    #expect(throws: DumpError.self) { try read(lines) }
    #expect(try read(lines, ignoringThreshold: true).report.documents == 2)
  }

  @Test func aFileWithoutSketchesComesBeforeSomeOfAnySize() throws {
    let first = directory.write("{}\n", to: "first.ndjson")
    let second = directory.write(line("a"), to: "second.ndjson")
    let dump = try read([first, second])
    #expect(dump.report.documents == 1 && dump.table.slots == 64)
  }

  @Test func cutLinesAreNamed() throws {
    let whole = line("a")
    for count in stride(from: 1, to: whole.utf8.count - 1, by: 7) {
      let dump = try read(line("b") + String(whole.prefix(count)))
      #expect(dump.report.documents == 1 && dump.report.count(.skipped) == 1, "\(count)")
    }
  }

  @Test func repeatedIdsAreNamed() throws {
    let dump = try read(line("a") + line("a"))
    #expect(problems(dump) == ["\(directory["a.ndjson"]):2: id \"a\" is that of \(directory["a.ndjson"]):1 too"])
  }
}
