import Foundation

/// Programs that a test runs.
package enum Program {
  /// Where a program is, or nil if it is not installed.
  package static func path(_ name: String) -> String? {
    let directories = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return directories.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  package static func isInstalled(_ name: String) -> Bool { path(name) != nil }

  /// Runs a program and returns what it wrote to standard output.
  package static func run(_ name: String, _ arguments: [String]) throws -> [UInt8] {
    Array(try outcome(name, arguments).output)
  }

  /// Runs a program to its end.
  package static func outcome(
    _ name: String, _ arguments: [String], in directory: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let captures = TemporaryDirectory()
    let program = try RunningProgram(
      name, arguments, in: directory, environment: environment, capture: captures["captured"])
    return try withExtendedLifetime(captures) { try program.finish() }
  }
}
