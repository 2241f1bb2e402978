import Foundation
import ReprintTestSupport
import Testing

/// Output compared with files in `Golden`; with `REPRINT_RECORD=1` they are written instead.
enum Golden {
  static var isRecording: Bool { ProcessInfo.processInfo.environment["REPRINT_RECORD"] == "1" }

  static func compare(_ outcome: Outcome, with file: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let url = URL(fileURLWithPath: "\(SourceTree.golden)/\(file)")
    if isRecording {
      let directory = url.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      try outcome.output.write(to: url)
      return
    }
    let approved = try String(contentsOf: url, encoding: .utf8)
    let lines = outcome.text.components(separatedBy: "\n")
    let approvedLines = approved.components(separatedBy: "\n")
    let place =
      zip(lines, approvedLines).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, approvedLines.count)
    #expect(
      outcome.text == approved,
      "\(file) differs from line \(place + 1) on; REPRINT_RECORD=1 swift test records it anew",
      sourceLocation: sourceLocation)
  }
}
