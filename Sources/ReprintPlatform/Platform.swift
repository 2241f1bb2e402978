// The one file that knows which system it runs on.

#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#elseif canImport(Darwin)
  @_exported public import Darwin
#endif

/// Facts about the machine and the process.
package enum Machine {
  /// Processors that this process may use.
  package static var availableProcessors: Int {
    #if os(Linux)
      // sysconf ignores the affinity mask that taskset and containers set; the kernel's own file does not.
      if let status = SmallFile.read("/proc/self/status"), let count = allowedProcessors(in: status) { return count }
    #endif
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// The memory the process holds, in bytes: what it holds now, without mapped files, where the system tells (Linux);
  /// elsewhere the most it has held, files included.
  package static var memory: Int {
    #if os(Linux)
      if let status = SmallFile.read("/proc/self/status") {
        return (kilobytes("RssAnon:", in: status) ?? 0) * 1024
      }
    #endif
    var usage = rusage()
    getrusage(0, &usage)  // RUSAGE_SELF, which has a different type on every system
    #if canImport(Darwin)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss * 1024
    #endif
  }

  #if os(Linux)
    private static func kilobytes(_ field: String, in status: String) -> Int? {
      guard let value = value(of: field, in: status) else { return nil }
      return number(value.drop { isBlank($0) }.prefix { !isBlank($0) })
    }

    /// Counts the processors in a list such as `0-3,8`.
    private static func allowedProcessors(in status: String) -> Int? {
      guard let list = value(of: "Cpus_allowed_list:", in: status) else { return nil }
      var count = 0
      for range in list.split(separator: UInt8(ascii: ",")) {
        let ends = range.split(separator: UInt8(ascii: "-")).compactMap { number($0.filter { !isBlank($0) }) }
        guard let first = ends.first, let last = ends.last, first <= last else { return nil }
        count += last - first + 1
      }
      return count > 0 ? count : nil
    }

    /// What stands behind a field's name, up to the end of its line.
    private static func value(of field: String, in status: String) -> Substring.UTF8View? {
      var rest = status.utf8[...]
      while !rest.isEmpty {
        let line = rest.prefix { $0 != UInt8(ascii: "\n") }
        if line.starts(with: field.utf8) { return line.dropFirst(field.utf8.count) }
        rest = rest[line.endIndex...].dropFirst()
      }
      return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func number(_ digits: some Sequence<UInt8>) -> Int? {
      Int(String(decoding: Array(digits), as: UTF8.self))
    }
  #endif
}

/// Whole small files, such as the kernel's own.
package enum SmallFile {
  package static func read(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = buffer.withUnsafeMutableBytes { Files.read(descriptor, $0) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What of a terminal a file descriptor is.
package struct Terminal: Sendable {
  package let descriptor: Int32

  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Columns, 80 where the terminal does not say.
  package var width: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

// The system calls whose Swift types differ between systems, or whose names are taken where they are used.

func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// Whether a signal's disposition, as `signal` returns it, is to be ignored.
func isIgnored(_ disposition: (@convention(c) (Int32) -> Void)?) -> Bool {
  unsafeBitCast(disposition, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// When a file's contents last changed, in nanoseconds since 1970.
func modificationTime(_ status: stat) -> Int {
  #if canImport(Darwin)
    let time = status.st_mtimespec
  #else
    let time = status.st_mtim
  #endif
  return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
}

func makePipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }

#if canImport(Darwin)
  package func emptySpawnActions() -> posix_spawn_file_actions_t? { nil }
  package func emptySpawnAttributes() -> posix_spawnattr_t? { nil }
#else
  package func emptySpawnActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
  package func emptySpawnAttributes() -> posix_spawnattr_t { posix_spawnattr_t() }
#endif

/// Starts a thread that calls `body` with `argument`; nil where the system has none left.
func startThread(
  _ argument: UnsafeMutableRawPointer, _ body: @escaping @convention(c) (UnsafeMutableRawPointer) -> Void
) -> pthread_t? {
  let start = UnsafeMutablePointer<ThreadStart>.allocate(capacity: 1)
  start.initialize(to: ThreadStart(body: body, argument: argument))
  #if canImport(Darwin)
    var thread: pthread_t?
    if pthread_create(&thread, nil, { runThread($0) }, start) == 0 { return thread }
  #else
    var thread = pthread_t()
    if pthread_create(&thread, nil, { runThread($0!) }, start) == 0 { return thread }
  #endif
  start.deinitialize(count: 1)
  start.deallocate()
  return nil
}

private struct ThreadStart {
  var body: @convention(c) (UnsafeMutableRawPointer) -> Void
  var argument: UnsafeMutableRawPointer
}

private func runThread(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  let start = argument.assumingMemoryBound(to: ThreadStart.self)
  let (body, value) = (start.pointee.body, start.pointee.argument)
  start.deallocate()
  body(value)
  return nil
}
