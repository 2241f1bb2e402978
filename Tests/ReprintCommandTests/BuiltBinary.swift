import Foundation
import ReprintTestSupport

/// The `reprint` program that was built along with the tests.
enum BuiltBinary {
  /// Its path: `REPRINT_BINARY` where that is set, else the product beside the test bundle.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["REPRINT_BINARY"] { return path }
    var directories: [String] = []
    // The tests are a bundle on macOS and a program elsewhere; either lies in the directory of the products.
    for start in [Bundle(for: Workspace.self).bundlePath, CommandLine.arguments[0]] {
      directories += [start, parent(start)]
    }
    let configuration = isDebug ? "debug" : "release"
    directories.append(SourceTree.root + "/.build/" + configuration)
    guard let found = directories.map({ $0 + "/reprint" }).first(where: isExecutable) else {
      fatalError("reprint is not built; looked in \(directories)")
    }
    return found
  }()

  /// Whether tests and program were built without optimisation, so that large inputs take minutes.
  static var isDebug: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }

  /// Whether inputs of full size are asked for.
  static var runsLargeTests: Bool { ProcessInfo.processInfo.environment["REPRINT_LARGE_TESTS"] == "1" }

  private static func isExecutable(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && !isDirectory.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }

  private static func parent(_ path: String) -> String { URL(fileURLWithPath: path).deletingLastPathComponent().path }
}

/// The package's own files.
enum SourceTree {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
  static let root = URL(fileURLWithPath: tests).deletingLastPathComponent().deletingLastPathComponent().path
  static let techNews = root + "/fixtures/dumps/tech-news.jsonl"
  static let expectedClusters = root + "/fixtures/expected/tech-news.clusters.json"
  static let tracedOriginal = root + "/fixtures/trace/original.jsonl"
  static let tracedPages = root + "/fixtures/trace/pages.jsonl"
  static let golden = tests + "/Golden"
}

extension Program {
  static func isInstalled(_ name: String) -> Bool { path(name) != nil }
}

/// How a program ended.
enum Ending: Equatable {
  case status(Int32)
  case signal(Int32)
}

/// What a program left behind.
struct Outcome {
  var ending: Ending
  var output: Data
  var errors: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of the output, without their newlines.
  var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// What a program reads from its standard input.
enum Input {
  case nothing
  case pipe(Data)
  /// A pipe to feed, which stays open until it is closed.
  case openPipe
  case redirect(file: String)
}

/// Where a program's standard output goes.
enum Destination {
  case captured
  case file(String)
  /// A pipe that nobody reads from.
  case closedPipe
  case pipe(Pipe)
}

/// A fresh directory to run programs in; it goes away with the value.
final class Workspace {
  /// Where programs run.
  let directory: String
  private let root: String
  private var captures = 0

  init() throws {
    // Writing to a program that has ended is to be an error here, not the end of the tests.
    signal(SIGPIPE, SIG_IGN)
    let base = URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
    root = "\(base)/reprint-tests-\(UUID().uuidString)"
    directory = root + "/work"
    for path in [directory, root + "/tmp", root + "/captures"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func path(_ name: String) -> String { name.hasPrefix("/") ? name : "\(directory)/\(name)" }

  func write(_ name: String, _ bytes: Data) throws {
    let path = path(name)
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  /// The bytes of a file, nil if there is none.
  func read(_ name: String) -> Data? { FileManager.default.contents(atPath: path(name)) }

  /// The text of a file, nil if there is none.
  func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }

  /// What is in the directory, hidden files too, sorted.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted() }

  /// What is in the directory for scratch files.
  var scratchNames: [String] { (try? FileManager.default.contentsOfDirectory(atPath: root + "/tmp")) ?? [] }

  /// Lets other users in.
  func open() { for path in [root, directory, root + "/tmp"] { chmod(path, 0o777) } }

  /// Runs `reprint` to its end.
  @discardableResult
  func run(
    _ arguments: String..., input: Input = .nothing, output: Destination = .captured,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, output: output, environment: environment)
  }

  @discardableResult
  func run(
    _ arguments: [String], input: Input = .nothing, output: Destination = .captured, environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(arguments, input: input, output: output, environment: environment).finish()
  }

  /// Whether tests can be someone whom permissions bind.
  static var isBound: Bool { geteuid() != 0 || Program.isInstalled("setpriv") }

  /// Runs `reprint` as someone whom permissions bind.
  func runBound(_ arguments: [String]) throws -> Outcome {
    guard geteuid() == 0 else { return try run(arguments) }
    open()
    let command = ["--reuid=65534", "--regid=65534", "--clear-groups", BuiltBinary.path]
    return try start(command + arguments, of: Program.path("setpriv")!).finish()
  }

  /// Runs a shell script in which `$REPRINT` is the program.
  @discardableResult
  func shell(_ script: String, input: Input = .nothing) throws -> Outcome {
    try startShell(script, input: input).finish()
  }

  func startShell(_ script: String, input: Input = .nothing) throws -> RunningProgram {
    try start(["-c", script], of: "/bin/sh", input: input, environment: ["REPRINT": BuiltBinary.path])
  }

  func start(
    _ arguments: [String], of program: String = BuiltBinary.path, input: Input = .nothing,
    output: Destination = .captured, environment: [String: String] = [:]
  ) throws -> RunningProgram {
    captures += 1
    let running = RunningProgram(
      program, arguments, in: directory, capture: "\(root)/captures/\(captures)",
      environment: ["LC_ALL": "C", "TMPDIR": root + "/tmp"].merging(environment) { $1 })
    try running.start(input, output)
    return running
  }
}

/// A program that has not ended yet.
final class RunningProgram {
  struct TookTooLong: Error, CustomStringConvertible {
    var description: String
  }

  private let process = Process()
  private let capture: String
  private let ended = DispatchSemaphore(value: 0)
  /// The end of the pipe to write to, where the input is one.
  private var inputPipe: Pipe?

  init(_ program: String, _ arguments: [String], in directory: String, capture: String, environment: [String: String]) {
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    self.capture = capture
  }

  var identifier: Int32 { process.processIdentifier }

  fileprivate func start(_ input: Input, _ output: Destination) throws {
    process.terminationHandler = { [ended] _ in ended.signal() }
    var bytes: Data?
    switch input {
    case .nothing: process.standardInput = FileHandle.nullDevice
    case .redirect(let file): process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
    case .pipe(let data):
      bytes = data
      inputPipe = Pipe()
      process.standardInput = inputPipe
    case .openPipe:
      inputPipe = Pipe()
      process.standardInput = inputPipe
    }
    switch output {
    case .captured: process.standardOutput = try create(capture + ".out")
    case .file(let path): process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    case .pipe(let pipe): process.standardOutput = pipe
    case .closedPipe:
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      process.standardOutput = pipe.fileHandleForWriting
    }
    process.standardError = try create(capture + ".err")
    try withSignalsUnblocked { try process.run() }
    if let handle = inputPipe?.fileHandleForWriting, let bytes {
      Thread.detachNewThread {
        try? handle.write(contentsOf: bytes)
        try? handle.close()
      }
    }
  }

  /// Writes to the program's standard input and leaves it open; returns when the program has read all but what a pipe
  /// holds.
  func feed(_ data: Data) throws { try inputPipe?.fileHandleForWriting.write(contentsOf: data) }

  func closeInput() { try? inputPipe?.fileHandleForWriting.close() }

  func send(_ signal: Int32) { kill(identifier, signal) }

  /// Waits for the end.
  func finish(within seconds: Double = BuiltBinary.runsLargeTests ? 600 : 120) throws -> Outcome {
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      send(SIGKILL)
      ended.wait()
      throw TookTooLong(description: "not done after \(seconds) s: \(process.arguments ?? [])")
    }
    closeInput()
    let status = process.terminationStatus
    return Outcome(
      ending: process.terminationReason == .uncaughtSignal ? .signal(status) : .status(status),
      output: FileManager.default.contents(atPath: capture + ".out") ?? Data(),
      errors: String(decoding: FileManager.default.contents(atPath: capture + ".err") ?? Data(), as: UTF8.self))
  }

  /// A program inherits what signals its parent's thread blocks, and the threads that tests run on block them all.
  private func withSignalsUnblocked(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  private func create(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: path))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }
}
