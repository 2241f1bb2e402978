import ReprintPlatform

/// The right to write to an index, until it goes away: one process has it at a time.
final class IndexLock: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Waits for the right.
  ///
  /// - Parameter waiting: called if another has it; returns whether to wait.
  /// - Throws: where it can't be had, or is not waited for.
  init(_ directory: IndexDirectory, waiting: () -> Bool) throws(DumpError) {
    let path = "\(directory.path)/\(IndexDirectory.lockName)"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw DumpError(path, "cannot be locked: \(SystemError())") }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      guard code == EWOULDBLOCK, waiting() else {
        close(descriptor)
        if code == EWOULDBLOCK { throw DumpError(directory.path, "is being written to by another run") }
        throw DumpError(path, "cannot be locked: \(SystemError(code))")
      }
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else {
          let error = SystemError()
          close(descriptor)
          throw DumpError(path, "cannot be locked: \(error)")
        }
      }
    }
    self.descriptor = descriptor
    self.path = path
  }

  /// Whether the file that is locked still stands where others look for it.
  var isInForce: Bool {
    guard let own = try? Files.status(of: descriptor), let now = try? Files.status(of: path) else { return false }
    return own.identity == now.identity
  }

  deinit { close(descriptor) }
}
