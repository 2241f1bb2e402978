import ReprintPlatform

/// Results go to standard output, everything else to standard error.
enum StandardStreams {
  /// Writes results at once, so that a long run can be watched through a pipe.
  static func output(_ bytes: [UInt8]) throws {
    do {
      try bytes.withUnsafeBytes { try Files.write(1, $0) }
    } catch {
      throw BenchmarkError("standard output: \(error)")
    }
  }

  static func error(_ text: String) {
    // There is nowhere to report a failure to.
    Array((text + "\n").utf8).withUnsafeBytes { try? Files.write(2, $0) }
  }

  /// Shows what is under way, on a terminal only; the next text replaces it.
  static func progress(_ text: String) {
    guard isatty(2) == 1 else { return }
    Array("\r\(text)\u{1B}[K".utf8).withUnsafeBytes { try? Files.write(2, $0) }
  }
}
