public import Reprint
import ReprintPlatform

/// Lexicons in files: a JSON object a line, `{"copy":"nan","original":"the","count":41,"confidence":0.98}`.
public enum LexiconFile {
  /// Reads a lexicon; the error names the line that is none.
  public static func read(_ path: String) throws(DumpError) -> Lexicon {
    var fields = RecordFields()
    (fields.text, fields.id, fields.url, fields.site) = ("original", "copy", "count", "confidence")
    let bytes = try TextDocument.readOne(path, "a lexicon", format: .text).text
    var entries: [Substitution] = []
    var parser = JSONRecordParser(FieldSelector(fields, only: [.text, .id, .url, .site]))
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      do throws(MalformedRecord) {
        entries.append(
          try Array(line).withUnsafeBufferPointer { line throws(MalformedRecord) in try entry(line, &parser) })
      } catch {
        throw DumpError(path, line: number + 1, error.reason)
      }
    }
    return Lexicon(entries)
  }

  private static func entry(
    _ line: UnsafeBufferPointer<UInt8>, _ parser: inout JSONRecordParser
  ) throws(MalformedRecord) -> Substitution {
    guard !line.isEmpty else { throw MalformedRecord(reason: "an empty line") }
    try parser.parse(line)
    guard let copy = parser[.id], copy.kind == .string, let original = parser[.text], original.kind == .string else {
      throw MalformedRecord(reason: "no lexicon entry: \"copy\" and \"original\" are words")
    }
    guard let count = parser[.url].flatMap({ Int($0.text) }), count > 0,
      let confidence = parser[.site].flatMap({ Double($0.text) }), confidence > 0, confidence <= 1
    else {
      throw MalformedRecord(
        reason: "no lexicon entry: \"count\" is a whole number, \"confidence\" above 0 and at most 1")
    }
    return Substitution(copy: copy.text, original: original.text, count: count, confidence: confidence)
  }
}
