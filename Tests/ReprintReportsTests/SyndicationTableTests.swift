import Reprint
import Testing

@testable import ReprintReports

@Suite struct SyndicationTableTests {
  /// Reads CSV as RFC 4180 says, character by character.
  private func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted {
        if scalar == "\"" { (isQuoted, wasQuote) = (false, true) } else { append(scalar) }
        continue
      }
      switch scalar {
      case "\"":
        if wasQuote { append(scalar) }
        (isQuoted, wasQuote) = (true, false)
      case ",": rows[rows.count - 1].append("")
      case "\r": break
      case "\n": rows.append([""])
      default: append(scalar)
      }
      if scalar != "\"" { wasQuote = false }
    }
    func append(_ scalar: Unicode.Scalar) {
      rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
    }
    return rows
  }

  @Test func aRowIsACopy() {
    let text = String(decoding: SyndicationTable.bytes(SampleSyndication.found()), as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    let read = rows(text)
    #expect(read.count == 3 && read[2] == [""])
    #expect(read[0].count == read[1].count)
    let row = Dictionary(zip(read[0], read[1])) { first, _ in first }
    #expect(row["original_title"] == "'" + SampleSyndication.hostile)
    #expect(row["id"] == "'-c" && row["site"] == "'@B" && row["original_site"] == "A & <Sons>")
    #expect(row["url"] == "https://b.example/\"><script>")
    #expect(row["lag_seconds"] == "7200" && row["kind"] == "verbatim" && row["coverage"] == "1.0")
    #expect(row["parent_id"] == "o" && row["story"] == "1")
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("=1+1", "'=1+1"),
    ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("=1,2", "\"'=1,2\""),
    ("\u{FF1D}1", "'\u{FF1D}1"), ("a=1", "a=1"), ("\r\n", "\"'\r\n\""),
  ])
  func fieldsAreQuotedAndNoFormulas(text: String, field: String) {
    #expect(CSV.field(text) == field)
  }
}
