package import Foundation
import ReprintPlatform
import Synchronization

/// How a program ended.
package enum Ending: Equatable, Sendable {
  case status(Int32)
  case signal(Int32)
}

/// What a program left behind.
package struct Outcome: Sendable {
  package var ending: Ending
  package var output: Data
  package var errors: String

  package var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of the output, without their newlines.
  package var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// What a program reads from its standard input.
package enum Input {
  case nothing
  case pipe(Data)
  /// A pipe to feed, which stays open until it is closed.
  case openPipe
  case redirect(file: String)
}

/// Where a program's standard output goes.
package enum Destination {
  case captured
  case file(String)
  /// A pipe that nobody reads from.
  case closedPipe
  /// The end of a pipe that is written to; see ``RunningProgram/pipe()``.
  case pipe(FileHandle)
}

/// A program that has not ended yet; one that nobody waits for is killed.
///
/// It is spawned here and not by Foundation's `Process`: that closes what is open by reading a list of it, and crashes
/// where hundreds of tests in one process have a thousand files open.
package final class RunningProgram: @unchecked Sendable {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  package let identifier: Int32
  private let command: String
  private let capture: String
  /// The end of the pipe to write to, where the input is one.
  private var feeding: FileHandle?
  private var hasEnded = false

  /// No program starts while a pipe is open that it could inherit an end of.
  private static let starting = Mutex(())

  /// - Parameters:
  ///   - environment: What is added to the tests' own.
  ///   - capture: What the paths begin with to which output and errors are written.
  package init(
    _ program: String, _ arguments: [String], in directory: String? = nil, environment: [String: String] = [:],
    input: Input = .nothing, output: Destination = .captured, capture: String
  ) throws {
    // Writing to a program that has ended is to be an error here, not the end of the tests.
    signal(SIGPIPE, SIG_IGN)
    command = ([program] + arguments).joined(separator: " ")
    self.capture = capture
    var bytes: Data?
    let standardInput: FileHandle
    switch input {
    case .nothing: standardInput = FileHandle(forReadingAtPath: "/dev/null")!
    case .redirect(let file): standardInput = try FileHandle(forReadingFrom: URL(filePath: file))
    case .pipe, .openPipe:
      if case .pipe(let data) = input { bytes = data }
      (standardInput, feeding) = Self.pipe()
    }
    let standardOutput: FileHandle
    switch output {
    case .captured: standardOutput = try Self.create(capture + ".out")
    case .file(let path): standardOutput = try FileHandle(forWritingTo: URL(filePath: path))
    case .pipe(let writing): standardOutput = writing
    case .closedPipe:
      let (reading, writing) = Self.pipe()
      try reading.close()
      standardOutput = writing
    }
    let streams = [standardInput, standardOutput, try Self.create(capture + ".err")]
    var words = [program] + arguments
    if let directory { words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", directory] + words }
    identifier = try Self.spawn(words, environment, streams)
    for stream in streams { try? stream.close() }
    if let bytes, let feeding {
      Thread.detachNewThread {
        try? feeding.write(contentsOf: bytes)
        try? feeding.close()
      }
    }
  }

  deinit {
    guard !hasEnded else { return }
    send(SIGKILL)
    _ = ending(blocks: true)
  }

  /// A pipe whose ends no program inherits, unless it is given one.
  package static func pipe() -> (reading: FileHandle, writing: FileHandle) {
    starting.withLock { _ in
      let pipe = Pipe()
      let ends = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
      for end in [ends.0, ends.1] { Files.closeOnExec(end.fileDescriptor) }
      return ends
    }
  }

  /// Writes to the program's standard input and leaves it open; returns when the program has read all but what a pipe
  /// holds.
  package func feed(_ data: Data) throws { try feeding?.write(contentsOf: data) }

  package func closeInput() { try? feeding?.close() }

  package func send(_ signal: Int32) { kill(identifier, signal) }

  /// Waits until the program has written these words to its errors.
  package func waitForErrors(containing words: String, within seconds: Double = 600) throws {
    try wait("'\(words)' not said", within: seconds) { errors.contains(words) ? () : nil }
  }

  private var errors: String {
    String(decoding: FileManager.default.contents(atPath: capture + ".err") ?? Data(), as: UTF8.self)
  }

  /// Waits for the end.
  package func finish(within seconds: Double = 600) throws -> Outcome {
    let ending = try wait("not done", within: seconds) { self.ending(blocks: false) }
    closeInput()
    return Outcome(
      ending: ending, output: FileManager.default.contents(atPath: capture + ".out") ?? Data(), errors: errors)
  }

  /// Asks again and again until there is an answer.
  private func wait<Answer>(_ complaint: String, within seconds: Double, for answer: () -> Answer?) throws -> Answer {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var pause: UInt32 = 500
    while true {
      if let found = answer() { return found }
      guard ContinuousClock.now < deadline else {
        throw Failure(description: "\(complaint) after \(seconds) s: \(command)")
      }
      usleep(pause)
      pause = min(2 * pause, 8000)
    }
  }

  /// How it ended, nil while it runs.
  private func ending(blocks: Bool) -> Ending? {
    var status: Int32 = 0
    var found: pid_t
    repeat { found = waitpid(identifier, &status, blocks ? 0 : WNOHANG) } while found < 0 && errno == EINTR
    guard found == identifier else { return nil }
    hasEnded = true
    let signal = status & 0x7F
    return signal != 0 ? .signal(signal) : .status((status >> 8) & 0xFF)
  }

  private static func spawn(
    _ command: [String], _ additions: [String: String], _ streams: [FileHandle]
  ) throws -> pid_t {
    var actions = emptySpawnActions()
    var attributes = emptySpawnAttributes()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream.fileDescriptor, Int32(number))
    }
    // A program inherits what signals its parent's thread blocks, and the threads that tests run on block them all.
    var none = sigset_t()
    var defaults = sigset_t()
    sigemptyset(&none)
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let environment = ProcessInfo.processInfo.environment.merging(additions) { $1 }
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var identifier = pid_t()
    let status = starting.withLock { _ in
      posix_spawnp(&identifier, command[0], &actions, &attributes, &words, &variables)
    }
    guard status == 0 else { throw Failure(description: "\(command[0]): \(SystemError(status))") }
    return identifier
  }

  private static func create(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(filePath: path))
    return try FileHandle(forWritingTo: URL(filePath: path))
  }
}
