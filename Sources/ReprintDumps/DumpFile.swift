import ReprintPlatform

/// How a file holds its documents.
public enum DumpFormat: String, CaseIterable, Sendable {
  /// A JSON object a line.
  case jsonLines = "jsonl"
  /// JSON objects over any number of lines, in an array or one after the other.
  case json
  /// One document, the whole file.
  case text
  /// A page of HTML, the whole file.
  case html
  /// A web archive (ISO 28500): pages as they were fetched, or their texts.
  case warc
  /// A table with a header and commas (RFC 4180).
  case csv
  /// A table with a header and tabs.
  case tsv

  /// The format that a file's name promises, in large or small letters, after the suffix of a compressed format.
  init?(path: String) {
    var path = path.lowercased()
    if let compression = Compression(path: path) { path.removeLast(compression.suffix.count) }
    let suffixes: [(String, DumpFormat)] = [
      (".jsonl", .jsonLines), (".ndjson", .jsonLines), (".json", .json), (".txt", .text), (".md", .text),
      (".html", .html), (".htm", .html), (".xhtml", .html), (".warc", .warc), (".wet", .warc), (".csv", .csv),
      (".tsv", .tsv),
    ]
    guard let format = suffixes.first(where: { path.hasSuffix($0.0) }) else { return nil }
    self = format.1
  }

  /// Whether records are read where they stand, and not made into JSON Lines first.
  var isReadInPlace: Bool { self == .jsonLines || self == .text }

  /// Where a record stands.
  ///
  /// - Parameters:
  ///   - place: its line in the chunk, from 0; where records are no lines its byte there.
  ///   - linesBefore: of the file.
  ///   - position: of the chunk in the file.
  func place(_ place: Int, linesBefore: Int, position: Int) -> RecordPlace {
    switch self {
    case .text, .html: .file
    case .warc, .json: .byte(position + place)
    case .jsonLines, .csv, .tsv: .line(linesBefore + place + 1)
    }
  }

  /// Whether records are told apart by their bytes, and not by lines.
  var hasBytePlaces: Bool { self == .warc || self == .json }

  /// Whether a file is one document.
  var isWholeFile: Bool { self == .text || self == .html }

  /// What parts the fields of a table's rows.
  var delimiter: UInt8? {
    switch self {
    case .csv: UInt8(ascii: ",")
    case .tsv: 0x09
    default: nil
    }
  }
}

/// One file of a dump.
struct DumpFile: Sendable {
  /// The path as messages and default ids show it; `-` is standard input.
  var path: String
  /// Nil where the name does not tell and the first bytes will.
  var format: DumpFormat?
  /// Whether that is not by the name but as was asked for.
  var isFormatGiven = false
  var compression: Compression?
  var size: Int
  var isRegular: Bool
  var identity: [UInt64]

  static let standardInput = "-"

  /// Opens the file for reading; standard input is duplicated, so that closing it is always right.
  func open() throws(DumpError) -> Int32 {
    let descriptor =
      path == Self.standardInput ? dup(0) : ReprintPlatform.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DumpError(path, "\(SystemError())") }
    return descriptor
  }

  /// Looks at the first bytes whether the file is compressed, where its name does not say so.
  ///
  /// Only for files that are named one by one: in a directory, where there may be many, names are to be trusted.
  fileprivate mutating func detectCompression() throws(DumpError) {
    guard isRegular, compression == nil else { return }
    let descriptor = try open()
    defer { close(descriptor) }
    let start = ByteBuffer(count: Compression.magicSize)
    do throws(SystemError) {
      let count = try Files.read(descriptor, at: 0, into: UnsafeMutableRawBufferPointer(start.bytes))
      compression = Compression(magic: UnsafeBufferPointer(rebasing: start.bytes[..<count]))
    } catch {
      throw DumpError(path, "\(error)")
    }
  }
}

/// The files that arguments stand for.
struct DumpFileList: Sendable {
  private(set) var files: [DumpFile] = []
  /// Files in directories that are of no kind known here.
  private(set) var passedOver: [String] = []

  /// Lists files as given, and directories recursively in the byte order of their names, without names that start
  /// with a dot and files whose name promises no format.
  init(_ paths: [String], format: DumpFormat?) throws(DumpError) {
    defer {
      if format != nil { for index in files.indices { files[index].isFormatGiven = true } }
    }
    for path in paths {
      if path == DumpFile.standardInput {
        guard !files.contains(where: { $0.path == path }) else {
          throw DumpError(path, "standard input can be read only once")
        }
        var file = Self.file(path, format: format, status: try Self.standardInputStatus())
        // From the middle of a file it is read on from there, as from a pipe.
        if lseek(0, 0, SEEK_CUR) > 0 { file.isRegular = false }
        try file.detectCompression()
        files.append(file)
        continue
      }
      let status = try Self.status(path)
      if status.isDirectory {
        var visited: Set<[UInt64]> = []
        try addDirectory(path, status, format, &visited)
      } else {
        var file = Self.file(path, format: format ?? DumpFormat(path: path), status: status)
        try file.detectCompression()
        files.append(file)
      }
    }
  }

  private mutating func addDirectory(
    _ directory: String, _ status: FileStatus, _ format: DumpFormat?, _ visited: inout Set<[UInt64]>
  ) throws(DumpError) {
    guard visited.insert(status.identity).inserted else { return }  // a symbolic link back up
    let names: [String]
    do throws(SystemError) {
      names = try Files.names(in: directory)
    } catch {
      throw DumpError(directory, "cannot read the directory: \(error)")
    }
    for name in names {
      let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
      // A link to nothing, or a name that is not UTF-8, does not end the run.
      guard let status = try? Files.status(of: path) else {
        passedOver.append(path)
        continue
      }
      if status.isDirectory {
        try addDirectory(path, status, format, &visited)
      } else if let promised = DumpFormat(path: path), status.isRegular {
        files.append(Self.file(path, format: format ?? promised, status: status))
      } else {
        passedOver.append(path)
      }
    }
  }

  private static func file(_ path: String, format: DumpFormat?, status: FileStatus) -> DumpFile {
    DumpFile(
      path: path, format: format, compression: Compression(path: path), size: status.isRegular ? status.size : 0,
      isRegular: status.isRegular, identity: status.identity)
  }

  private static func status(_ path: String) throws(DumpError) -> FileStatus {
    do throws(SystemError) {
      return try Files.status(of: path)
    } catch {
      throw DumpError(path, "\(error)")
    }
  }

  private static func standardInputStatus() throws(DumpError) -> FileStatus {
    do throws(SystemError) {
      return try Files.status(of: 0)
    } catch {
      throw DumpError(DumpFile.standardInput, "\(error)")
    }
  }
}
