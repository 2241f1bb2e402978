import Foundation
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
        let ending = try Self.run([])
        #expect(ending.status == 0)
        #expect(ending.output == "300 documents sketched without an allocation\n")
      }
    #endif

    /// Otherwise the test above could not fail.
    @Test func aProgramThatAllocatesThereEnds() throws {
      let ending = try Self.run(["--allocate"])
      #expect(ending.status != 0)
      #expect(ending.output == "")
    }

    /// Two bytes a slot, 12 bytes of facts, and what growing lists keep in reserve.
    @Test func aKeptSketchTakesItsSlotsAndLittleElse() throws {
      let bytes = try #require(Int(try Self.run(["--memory"]).output.dropLast()))
      #expect(bytes >= 2 * 128 + 12)
      #expect(bytes < 350)
    }
  #endif

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: try #require(program, "reprint-allocations is not built"))
    process.arguments = arguments
    // There is nothing left to write a trace with, either.
    process.environment = ["SWIFT_BACKTRACE": "enable=no"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}
