import Synchronization

/// Files that must not outlive the process when a signal ends it.
package enum Interruption {
  /// Paths as C strings, for a signal handler that may not allocate; a free place is nil.
  nonisolated(unsafe) private static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
    paths.initialize(repeating: nil, count: capacity)
    return paths
  }()
  private static let capacity = 64
  /// Threads register one at a time; the signal handler only reads.
  private static let registration = Mutex(())

  /// Removes registered files and then ends the process when it is interrupted, terminated or hung up; leaves broken
  /// pipes to the write that meets them.
  package static func install() {
    _ = paths
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      // What was ignored from the start, as under nohup, stays ignored.
      if isIgnored(signal(number, handleInterruption)) { signal(number, SIG_IGN) }
    }
    signal(SIGBUS, handleShrunkenFile)
    signal(SIGPIPE, SIG_IGN)
    // A file that grows beyond the limit is an error of the write that meets it.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Registers a file for removal.
  package static func register(_ path: String) {
    registration.withLock { _ in
      guard let place = (0..<capacity).first(where: { paths[$0] == nil }) else { return }
      paths[place] = strdup(path)
    }
  }

  /// The file is finished or gone.
  package static func forget(_ path: String) {
    registration.withLock { _ in
      for place in 0..<capacity {
        guard let other = paths[place], strcmp(other, path) == 0 else { continue }
        paths[place] = nil
        free(other)
      }
    }
  }

  /// Removes all registered files.
  ///
  /// Safe in a signal handler.
  package static func removeFiles() {
    for place in 0..<capacity {
      if let path = paths[place] { unlink(path) }
    }
  }

  /// Ends the process the way an unhandled signal would.
  package static func end(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    // Inside its own handler the signal is blocked.
    var numbers = sigset_t()
    sigemptyset(&numbers)
    sigaddset(&numbers, number)
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
    raise(number)
    _exit(128 + number)
  }
}

private func handleInterruption(_ number: Int32) {
  Interruption.removeFiles()
  Interruption.end(by: number)
}

/// A mapped file that becomes shorter takes its last pages away from under the reader.
private func handleShrunkenFile(_ number: Int32) {
  let message: StaticString = "reprint: an input file became shorter while it was read\n"
  _ = writeBytes(2, message.utf8Start, message.utf8CodeUnitCount)
  Interruption.removeFiles()
  _exit(2)
}
