import ReprintPlatform

/// A compressed format, read and written by the program that people have for it.
enum Compression: String, CaseIterable, Sendable {
  case gzip, zstd, xz, bzip2

  /// The format that a file's name promises.
  init?(path: String) {
    let path = path.lowercased()
    guard let format = Self.allCases.first(where: { path.hasSuffix($0.suffix) }) else { return nil }
    self = format
  }

  /// The format that the first bytes show.
  init?(magic bytes: UnsafeBufferPointer<UInt8>) {
    /// How a block or the end of blocks begins.
    let sections: [[UInt8]] = [[0x31, 0x41, 0x59, 0x26, 0x53, 0x59], [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]]
    if bytes.starts(with: [0x1F, 0x8B, 0x08]) {
      self = .gzip
    } else if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
      self = .xz
    } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
      || bytes.count >= 4 && bytes[0] & 0xF0 == 0x50 && bytes[1...3].elementsEqual([0x2A, 0x4D, 0x18])
    {
      self = .zstd  // a frame of data, or one to be skipped
    } else if bytes.starts(with: "BZh".utf8), sections.contains(where: { bytes.dropFirst(4).starts(with: $0) }) {
      self = .bzip2  // texts may begin with the three letters
    } else {
      return nil
    }
  }

  /// Bytes that ``init(magic:)`` looks at.
  static let magicSize = 10

  var suffix: String {
    switch self {
    case .gzip: ".gz"
    case .zstd: ".zst"
    case .xz: ".xz"
    case .bzip2: ".bz2"
    }
  }

  var program: String { rawValue }

  /// Starts decompressing an open file.
  func decompress(_ descriptor: Int32, path: String) throws(DumpError) -> ChildProcess {
    do throws(ChildProcess.Failure) {
      return try ChildProcess.reading(program, self == .zstd ? ["-dcq"] : ["-dc"], input: descriptor)
    } catch {
      throw explain(error, path, purpose: "read")
    }
  }

  /// Starts compressing into an open file.
  func compress(_ descriptor: Int32, path: String) throws(DumpError) -> ChildProcess {
    do throws(ChildProcess.Failure) {
      return try ChildProcess.writing(program, self == .zstd ? ["-cq"] : ["-c"], output: descriptor)
    } catch {
      throw explain(error, path, purpose: "write")
    }
  }

  /// Waits for the program, says what went wrong, and returns what it warned of.
  @discardableResult
  func finish(_ process: ChildProcess, path: String) throws(DumpError) -> DumpError? {
    guard let (status, message) = process.finish() else { return nil }
    // It reads or writes for us, and does not know the file.
    var words = message[...]
    for prefix in ["\(program): ", "stdin: ", "(stdin): "] where words.hasPrefix(prefix) {
      words.removeFirst(prefix.count)
    }
    // All data is there then, and something behind it that is none.
    if status == 0 || self == .gzip && status == 2 { return DumpError(path, "\(program) warns: \(words)") }
    throw DumpError(path, "\(program) failed: \(words)")
  }

  private func explain(_ failure: ChildProcess.Failure, _ path: String, purpose: String) -> DumpError {
    switch failure {
    case .missing: DumpError(path, "the program \(program) is needed to \(purpose) this file, and is not installed")
    case .system(let error): DumpError(path, "cannot start \(program): \(error)")
    }
  }
}
