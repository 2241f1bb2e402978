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

/// A fresh directory to run programs in; it goes away with the value.
final class Workspace {
  /// Where programs run.
  let directory: String
  private let root: String
  private var captures = 0

  init() throws {
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
    return try RunningProgram(
      program, arguments, in: directory,
      environment: ["LC_ALL": "C", "TMPDIR": root + "/tmp"].merging(environment) { $1 }, input: input, output: output,
      capture: "\(root)/captures/\(captures)")
  }
}
