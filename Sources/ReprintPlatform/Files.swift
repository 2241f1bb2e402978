/// A system call that failed: what was tried, and the system's reason.
package struct SystemError: Error, CustomStringConvertible {
  package let code: Int32

  package init(_ code: Int32 = errno) { self.code = code }

  package var isBrokenPipe: Bool { code == EPIPE }

  /// The system's words, in lower case as the rest of a message is.
  package var description: String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// File system calls that retry when a signal interrupts them.
package enum Files {
  /// Reads up to `buffer.count` bytes; 0 at the end, -1 and `errno` on failure.
  package static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = readBytes(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Reads at an offset until `buffer` is full or the file ends; returns the bytes read.
  package static func read(
    _ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    var done = 0
    while done < buffer.count {
      let count = pread(descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemError() }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Writes all of `bytes`.
  package static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = writeBytes(descriptor, bytes.baseAddress! + done, bytes.count - done)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw SystemError() }
      done += count
    }
  }

  /// Writes all of `bytes` at an offset.
  package static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = pwrite(descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(offset + done))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw SystemError() }
      done += count
    }
  }

  package static func status(of path: String) throws(SystemError) -> FileStatus {
    var status = stat()
    guard stat(path, &status) == 0 else { throw SystemError() }
    return FileStatus(status)
  }

  package static func status(of descriptor: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError() }
    return FileStatus(status)
  }

  /// The names in a directory, sorted by their bytes, without those that start with a dot.
  package static func names(in directory: String) throws(SystemError) -> [String] {
    guard let stream = opendir(directory) else { throw SystemError() }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError() }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What a path leads to through symbolic links; the path itself where there is nothing yet.
  package static func resolved(_ path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let target = realpath(path, nil) else {
      return path
    }
    defer { free(target) }
    return String(cString: target)
  }

  /// The directory for scratch files.
  package static var temporaryDirectory: String {
    if let value = getenv("TMPDIR"), value.pointee != 0 { return String(cString: value) }
    return "/tmp"
  }

  /// Sees to it that what is opened later does not become standard input, output or error where one of these is closed:
  /// using that one still fails.
  package static func reserveStandardDescriptors() {
    for descriptor in Int32(0)..<3 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// The one spelling of a path whose last part may not exist yet.
  package static func canonical(_ path: String) -> String {
    let path = resolved(path)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let directory = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    guard let absolute = realpath(directory, nil) else { return path }
    defer { free(absolute) }
    return "\(String(cString: absolute))/\(parts.last ?? "")"
  }

  /// Creates a file that is not there yet.
  package static func createNew(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError() }
    return descriptor
  }

  /// Creates a file of an unused name; `pattern` ends in `XXXXXX`.
  ///
  /// Returns its descriptor and name.
  package static func createTemporary(_ pattern: String) throws(SystemError) -> (descriptor: Int32, path: String) {
    var bytes = Array(pattern.utf8CString)
    let descriptor = mkstemp(&bytes)
    guard descriptor >= 0 else { throw SystemError() }
    closeOnExec(descriptor)
    return (descriptor, String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// Puts on disk what the system still holds of a file in memory.
  package static func synchronize(_ descriptor: Int32) throws(SystemError) {
    while fsync(descriptor) != 0 {
      guard errno == EINTR else { throw SystemError() }
    }
  }

  /// Puts on disk which names there are in a directory.
  package static func synchronize(directory: String) throws(SystemError) {
    let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    try synchronize(descriptor)
  }

  package static func closeOnExec(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }
}

package struct FileStatus: Sendable {
  package let size: Int
  package let isDirectory: Bool
  package let isRegular: Bool
  /// Device and inode: the same for the same file under any name.
  package let identity: [UInt64]
  package let permissions: mode_t
  /// When the contents last changed, in nanoseconds since 1970.
  package let modified: Int

  init(_ status: stat) {
    size = Int(status.st_size)
    isDirectory = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
    identity = [UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino)]
    permissions = status.st_mode & 0o777
    modified = modificationTime(status)
  }
}

/// A stretch of a file in memory, read-only.
package final class Mapping: @unchecked Sendable {
  package let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameter offset: a multiple of the page size.
  package init(_ descriptor: Int32, offset: Int = 0, count: Int) throws(SystemError) {
    guard count > 0 else {
      bytes = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, off_t(offset))
    guard let address, address != MAP_FAILED else { throw SystemError() }
    bytes = UnsafeBufferPointer(start: address.assumingMemoryBound(to: UInt8.self), count: count)
  }

  deinit {
    if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
  }

  package static let pageSize = sysconf(Int32(_SC_PAGESIZE))
}

/// A file in memory whose changes go to the file: it takes no memory that the system could not take back.
package final class SharedMapping: @unchecked Sendable {
  package let bytes: UnsafeMutableRawBufferPointer

  /// - Parameter count: the size of the file, all of it written, or the disk may turn out to be full where no error can
  ///   be told.
  package init(_ descriptor: Int32, count: Int) throws(SystemError) {
    guard count > 0 else {
      bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)
      return
    }
    let address = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw SystemError() }
    bytes = UnsafeMutableRawBufferPointer(start: address, count: count)
  }

  deinit { if let base = bytes.baseAddress { munmap(base, bytes.count) } }
}
