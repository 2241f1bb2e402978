import Synchronization

/// An external program, reading or writing one end of a pipe.
package final class ChildProcess: @unchecked Sendable {
  package enum Failure: Error {
    case missing(program: String)
    case system(SystemError)
  }

  private let identifier: pid_t
  /// The pipe's end on our side: what the program writes, or what it reads.
  package let pipe: Int32
  private let messages: Int32

  /// Starts one program at a time, so that no other child inherits the pipe's ends before they are marked.
  private static let starting = Mutex(())

  /// Starts a program whose output is read from ``pipe``, with `input` as its standard input.
  package static func reading(_ program: String, _ arguments: [String], input: Int32) throws(Failure) -> ChildProcess {
    try start(program, arguments, input: input, output: nil)
  }

  /// Starts a program that reads what is written to ``pipe``, with `output` as its standard output.
  package static func writing(_ program: String, _ arguments: [String], output: Int32) throws(Failure) -> ChildProcess {
    try start(program, arguments, input: nil, output: output)
  }

  private static func start(
    _ program: String, _ arguments: [String], input: Int32?, output: Int32?
  ) throws(Failure) -> ChildProcess {
    let result: Result<ChildProcess, Failure> = starting.withLock { _ in
      do throws(Failure) {
        return .success(try ChildProcess(program, arguments, input: input, output: output))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(_ program: String, _ arguments: [String], input: Int32?, output: Int32?) throws(Failure) {
    let data = try Self.openPipe()
    let errors = try Self.openPipe()
    var actions = emptySpawnActions()
    var attributes = emptySpawnAttributes()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The parent ignores SIGPIPE; a child should not. SIGXFSZ stays ignored: a child then says what went wrong.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    posix_spawn_file_actions_adddup2(&actions, input ?? data.read, 0)
    posix_spawn_file_actions_adddup2(&actions, output ?? data.write, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.write, 2)

    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var identifier = pid_t()
    let status = posix_spawnp(&identifier, program, &actions, &attributes, words, environ)
    close(errors.write)
    close(input == nil ? data.read : data.write)
    guard status == 0 else {
      close(errors.read)
      close(input == nil ? data.write : data.read)
      throw status == ENOENT ? .missing(program: program) : .system(SystemError(status))
    }
    self.identifier = identifier
    pipe = input == nil ? data.write : data.read
    messages = errors.read
  }

  /// Closes the pipe, waits for the end, and returns nil if the program ended well without a word, else its exit status
  /// and words.
  package func finish() -> (status: Int32, message: String)? {
    close(pipe)
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = buffer.withUnsafeMutableBytes { Files.read(messages, $0) }
      guard count > 0 else { break }
      text += buffer[..<count]
    }
    close(messages)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    if status == 0 && text.isEmpty { return nil }
    let signal = status & 0x7F
    let message = String(decoding: text, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
    if signal != 0 { return (128 + signal, message.isEmpty ? "ended by signal \(signal)" : message) }
    let code = (status >> 8) & 0xFF
    return (code, message.isEmpty ? "ended with status \(code)" : message)
  }

  private static func openPipe() throws(Failure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard makePipe(&ends) == 0 else { throw .system(SystemError()) }
    for end in ends { Files.closeOnExec(end) }
    return (ends[0], ends[1])
  }
}
