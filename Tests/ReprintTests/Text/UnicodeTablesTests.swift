import Foundation
import Testing

@testable import Reprint

@Suite struct UnicodeTablesTests {
  private static let source = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Reprint/Text/UnicodeTables.swift")

  private static var records: Bool { ProcessInfo.processInfo.environment["REPRINT_RECORD"] == "1" }

  /// Whether the toolchain knows the same Unicode version as the tables.
  private static var isSameVersion: Bool {
    UnicodeTableGenerator.version == "\(UnicodeTables.version.0).\(UnicodeTables.version.1)"
  }

  /// Writes the tables anew from the toolchain's properties.
  @Test(.enabled(if: records, "set REPRINT_RECORD=1 to write the tables anew"))
  func record() throws {
    try Data(UnicodeTableGenerator().source().utf8).write(to: Self.source)
  }

  #if !DEBUG
    @Test(.enabled(if: isSameVersion && !records, "the toolchain knows another Unicode version"))
    func tablesAreWhatTheGeneratorWrites() throws {
      #expect(try String(contentsOf: Self.source, encoding: .utf8) == UnicodeTableGenerator().source())
    }
  #endif

  /// Compares what the engine looks up with what the generator derives: all scalars, or a sample of them in debug
  /// builds, where all take long.
  ///
  /// Scalars that are younger than the tables are left out.
  @Test(.disabled(if: records)) func everyScalarFoldsAsItsPropertiesSay() {
    #if DEBUG
      let all: ClosedRange<UInt32> = 0...0x10FFFF
      let scalars = all.filter { $0 < 0x3400 || (0xF900...0xFFFF).contains($0) || $0 % 13 == 0 }
    #else
      let scalars = 0..<UInt32(0x110000)
    #endif
    let generator = UnicodeTableGenerator()
    let table = ScalarTable.shared
    var failures = 0
    for value in scalars where !isYoungerThanTheTables(value) {
      let folding = generator.folding(of: value)
      let entry = table[value]
      var expected: [UInt32]
      var found: [UInt32]
      if folding.kind == .expansion {
        expected = folding.scalars.map { generator.entry($0, generator.plainKind(Unicode.Scalar($0)!)) }
        found = []
        if entry.kind == .expansion {
          found = (1...Int(table.expansions[entry.expansion])).map { table.expansions[entry.expansion + $0] }
        }
      } else {
        expected = [generator.entry(folding.scalars.first ?? 0, folding.kind)]
        found = [entry.bits]
      }
      if expected != found {
        Issue.record("U+\(String(value, radix: 16)): \(found.map { String($0, radix: 16) }), not \(folding)")
        failures += 1
        if failures == 10 { return }
      }
    }
  }

  private func isYoungerThanTheTables(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    guard let age = scalar.properties.age else { return !Self.isSameVersion }
    return (age.major, age.minor) > UnicodeTables.version
  }

  @Test func runsAreInOrderAndDoNotOverlap() {
    let runs = UnicodeTables.runs
    #expect(runs.count % 3 == 0)
    var next: UInt32 = 0
    for row in stride(from: 0, to: runs.count, by: 3) {
      #expect(runs[row] >= next && runs[row + 1] >> 1 > 0)
      next = runs[row] + runs[row + 1] >> 1
    }
    #expect(next <= 0x110000)
  }
}
