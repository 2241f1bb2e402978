import Foundation
import ReprintTestSupport
import Testing

/// The hot path of sketching allocates nothing once its scratch space has its size.
///
/// `reprint-allocations` runs it with nothing left to allocate, which ends a program that tries. Code that was not optimised
/// allocates where the other does not, so the first test is for `swift test -c release -Xswiftc -enable-testing`.
@Suite struct SketchingAllocationsTests {
  private static let program: String? = {
    let directory = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let path = directory + "/reprint-allocations"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  #if os(Linux)
    #if !DEBUG
      @Test func sketchingAllocatesNothing() throws {
        let outcome = try Self.run([])
        #expect(outcome.ending == .status(0))
        #expect(outcome.text == "300 documents sketched without an allocation\n")
      }
    #endif

    /// Otherwise the test above could not fail.
    @Test func aProgramThatAllocatesThereEnds() throws {
      let outcome = try Self.run(["--allocate"])
      #expect(outcome.ending != .status(0))
      #expect(outcome.text == "")
    }

    /// Two bytes a slot, 12 bytes of facts, and what growing lists keep in reserve.
    @Test func aKeptSketchTakesItsSlotsAndLittleElse() throws {
      let bytes = try #require(Int(try Self.run(["--memory"]).text.dropLast()))
      #expect(bytes >= 2 * 128 + 12)
      #expect(bytes < 350)
    }
  #endif

  private static func run(_ arguments: [String]) throws -> Outcome {
    let program = try #require(program, "reprint-allocations is not built")
    // There is nothing left to write a trace with, either.
    return try Program.outcome(program, arguments, environment: ["SWIFT_BACKTRACE": "enable=no"])
  }
}
