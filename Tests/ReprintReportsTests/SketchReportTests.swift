import Foundation
import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct SketchReportTests {
  private let parameters = SketchParameters(shingleWords: 5, slots: 64, threshold: 0.9, furniture: "page")
  private let row = (0..<64).map { UInt16($0 * 1000 % 65521) }

  private func line(_ document: SketchReport.Document, shingles: [UInt64]? = nil) -> String {
    row.withUnsafeBufferPointer { row in
      String(
        decoding: SketchReport(parameters).line(document, row: row.baseAddress!, shingles: shingles), as: UTF8.self)
    }
  }

  private func object(_ line: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test func allIsThere() throws {
    let document = SketchReport.Document(
      id: "a\n\"b\"", position: ("line", 7), published: 1755734400, wordCount: 230, fingerprint: 0xAB)
    let line = line(document, shingles: [1, .max])
    #expect(line.hasSuffix("}\n") && !line.dropLast().contains("\n"))
    let object = try object(line)
    #expect(
      Set(object.keys) == [
        "id", "line", "published", "words", "hash", "bands", "sketch", "shingles", "parameters",
      ])
    #expect(object["id"] as? String == "a\n\"b\"")
    #expect(object["line"] as? Int == 7)
    #expect(object["published"] as? Double == 1_755_734_400)
    #expect(object["words"] as? Int == 230)
    #expect(object["hash"] as? String == "00000000000000ab")
    #expect(object["parameters"] as? String == "\(parameters)")
    let sketch = try #require((object["sketch"] as? String).flatMap { Data(base64Encoded: $0) })
    #expect(sketch.count == 128)
    for (slot, value) in row.enumerated() {
      #expect(UInt16(sketch[2 * slot]) + UInt16(sketch[2 * slot + 1]) * 256 == value)
    }
    let shingles = try #require((object["shingles"] as? String).flatMap { Data(base64Encoded: $0) })
    #expect(Array(shingles) == [1, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 255, count: 8))
    let plan = BandPlan(threshold: 0.9, slots: 64)
    let keys = (0..<plan.bands).map { band in
      let digits = String(row.withUnsafeBufferPointer { plan.key($0.baseAddress!, band: band) }, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    #expect(object["bands"] as? [String] == keys)
    #expect(Set(keys).count == plan.bands)
  }

  @Test func whatIsNotKnownIsLeftOutAndNothingHasNoBands() throws {
    let object = try object(
      line(SketchReport.Document(id: "e", position: nil, published: nil, wordCount: 0, fingerprint: 0)))
    #expect(Set(object.keys) == ["id", "words", "hash", "bands", "sketch", "parameters"])
    #expect((object["bands"] as? [String])?.isEmpty == true)
  }
}
