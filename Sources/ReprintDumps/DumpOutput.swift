import Reprint
import ReprintPlatform

/// Where output goes: standard output, a device, or a file that appears whole or not at all.
///
/// A file is written beside its place under another name and renamed at the end, so a failed run leaves what was there
/// before. A name that ends in `.gz`, `.zst`, `.xz` or `.bz2` is compressed by the external program.
public final class DumpOutput {
  private let path: String
  private let descriptor: Int32
  /// The unfinished file, where there is one.
  private let temporary: String?
  private let compression: Compression?
  /// What its name promises, if anything.
  let format: DumpFormat?
  private let compressor: ChildProcess?
  private var buffer: [UInt8] = []
  private var stage = Stage.open
  private var isClosed = false
  private var isDurable = false

  private enum Stage {
    /// Written to.
    case open
    /// All written and closed; the file is not in its place yet.
    case complete
    /// In its place, or given up and removed.
    case done
  }

  private static let bufferSize = 1 << 18

  /// Opens the output for writing.
  ///
  /// - Parameter destination: a path, or nil or `-` for standard output.
  public init(_ destination: String?) throws(DumpError) {
    buffer.reserveCapacity(Self.bufferSize + 4096)
    guard let destination, destination != "-" else {
      path = "standard output"
      format = nil
      descriptor = 1
      temporary = nil
      compression = nil
      compressor = nil
      return
    }
    // A symbolic link stays one: what it points to is replaced.
    path = Files.resolved(destination)
    compression = Compression(path: destination)
    format = DumpFormat(path: destination)
    guard !IndexDirectory.owns(path) else { throw DumpError(path, "is a file of an index") }
    if let status = try? Files.status(of: path), !status.isRegular {
      guard !status.isDirectory else { throw DumpError(path, "is a directory") }
      descriptor = ReprintPlatform.open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw DumpError(path, "\(SystemError())") }
      temporary = nil
    } else {
      let name = Self.temporaryName(path)
      Interruption.register(name)
      do throws(SystemError) {
        descriptor = try Files.createNew(name)
      } catch {
        Interruption.forget(name)
        throw DumpError(path, "cannot be created: \(error)")
      }
      temporary = name
      fchmod(descriptor, Self.permissions(replacing: path))
    }
    do throws(DumpError) {
      compressor = try compression?.compress(descriptor, path: path)
    } catch {
      if let temporary { Self.remove(temporary) }
      throw error
    }
  }

  /// Opens the output for writing, unless it is one of the files that are read.
  public convenience init(
    _ destination: String?, besides inputs: [String], format: DumpFormat?
  ) throws(DumpError) {
    try Self.requireNoInput(destination, among: inputs, format: format)
    try self.init(destination)
  }

  deinit {
    if stage == .open, let compressor { _ = compressor.finish() }
    if stage != .done { discard() }
  }

  /// A hidden name beside the file's own, so that a directory that is read does not count it in.
  private static func temporaryName(_ path: String) -> String {
    "\(directory(of: path)).\(path.split(separator: "/").last ?? "").partial.\(getpid())"
  }

  /// The path up to its last slash; `./` where there is none.
  private static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }

  /// Whether two paths lead to the same file, there yet or not.
  public static func isSame(_ a: String, _ b: String) -> Bool { Files.canonical(a) == Files.canonical(b) }

  /// Makes sure that what is to be written is none of the files that are read.
  ///
  /// - Throws: if it is, or where inputs can't be listed.
  public static func requireNoInput(
    _ destination: String?, among inputs: [String], format: DumpFormat?
  ) throws(DumpError) {
    guard let destination, destination != "-", let status = try? Files.status(of: destination), status.isRegular
    else { return }
    guard try !DumpFileList(inputs, format: format).files.contains(where: { $0.identity == status.identity }) else {
      throw DumpError(destination, "is both input and output")
    }
  }

  public func write(_ bytes: some Sequence<UInt8>) throws(DumpError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes a line and its newline.
  func writeLine(_ bytes: UnsafeBufferPointer<UInt8>) throws(DumpError) {
    if bytes.count >= Self.bufferSize {
      try flush()
      try send(UnsafeRawBufferPointer(bytes))
    } else {
      buffer.append(contentsOf: bytes)
    }
    buffer.append(0x0A)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what is left and puts the file in its place.
  public func finish() throws(DumpError) {
    try complete()
    try publish()
  }

  /// Writes what is left; the file is whole then, and not yet in its place.
  ///
  /// - Parameter isDurable: whether it is to outlast a crash of the machine once it is published.
  public func complete(isDurable: Bool = false) throws(DumpError) {
    try flush()
    do throws(DumpError) {
      if let compressor, let compression { try compression.finish(compressor, path: path) }
      if isDurable, temporary != nil {
        do throws(SystemError) {
          try Files.synchronize(descriptor)
        } catch {
          throw DumpError(path, "cannot be written: \(error)")
        }
      }
      guard closeDescriptor() else { throw DumpError(path, "cannot be written: \(SystemError())") }
    } catch {
      discard()
      throw error
    }
    self.isDurable = isDurable
    stage = .complete
  }

  /// Puts a complete file in its place.
  public func publish() throws(DumpError) {
    guard let temporary else { return }
    guard rename(temporary, path) == 0 else {
      let error = SystemError()
      discard()
      throw DumpError(path, "cannot be written: \(error)")
    }
    stage = .done
    Interruption.forget(temporary)
    guard isDurable else { return }
    do throws(SystemError) {
      try Files.synchronize(directory: Self.directory(of: path))
    } catch {
      throw DumpError(path, "is written, but may not outlast a crash of the machine: \(error)")
    }
  }

  /// Closes the file, once; standard output stays open.
  private func closeDescriptor() -> Bool {
    guard !isClosed, descriptor != 1 else { return true }
    isClosed = true
    return close(descriptor) == 0
  }

  public func flush() throws(DumpError) {
    guard !buffer.isEmpty else { return }
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    let result: Result<Void, DumpError> = bytes.withUnsafeBytes { raw in
      do throws(DumpError) {
        return .success(try send(raw))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private func send(_ bytes: UnsafeRawBufferPointer) throws(DumpError) {
    do throws(SystemError) {
      try Files.write(compressor?.pipe ?? descriptor, bytes)
    } catch {
      if error.isBrokenPipe && descriptor == 1 && compressor == nil {
        // Whoever read has enough; end as any program does whose reader went away.
        Interruption.removeFiles()
        Interruption.end(by: SIGPIPE)
      }
      if let compressor, let compression, error.isBrokenPipe {
        discard()
        try compression.finish(compressor, path: path)
      }
      throw DumpError(path, "cannot be written: \(error)")
    }
  }

  /// Gives the file up.
  private func discard() {
    stage = .done
    _ = closeDescriptor()
    if let temporary { Self.remove(temporary) }
  }

  private static func remove(_ temporary: String) {
    unlink(temporary)
    Interruption.forget(temporary)
  }

  /// What the file that is replaced allows, or what a new file would.
  private static func permissions(replacing path: String) -> mode_t {
    if let status = try? Files.status(of: path) { return status.permissions }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }
}
