import ReprintPlatform

/// Where scratch files are: in a directory of their own and with names where a run can be resumed, else nameless in any
/// directory, so that they are gone with the process, however that ends.
final class ScratchSpace: Sendable {
  /// The directory that errors name.
  let directory: String
  /// Where files with names are, if they have any.
  let stateDirectory: String?

  /// - Parameters:
  ///   - directory: where to make files.
  ///   - stateDirectory: where to keep those that a later run needs.
  init(_ directory: String, stateDirectory: String? = nil) {
    self.directory = directory
    self.stateDirectory = stateDirectory
  }

  /// A file that this run alone uses.
  func createNameless() throws(DumpError) -> ScratchHandle {
    do throws(SystemError) {
      let (descriptor, path) = try Files.createTemporary("\(directory)/reprint.XXXXXX")
      unlink(path)
      return ScratchHandle(descriptor, directory: directory, name: "")
    } catch {
      throw DumpError(directory, "cannot create a scratch file: \(error)")
    }
  }

  /// A file that a resumed run will look for by its name; nameless where nothing is kept.
  func create(_ name: String) throws(DumpError) -> ScratchHandle {
    guard let stateDirectory else { return try createNameless() }
    return try open(name, in: stateDirectory, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC)
  }

  /// A file that an earlier run left.
  func reopen(_ name: String) throws(DumpError) -> ScratchHandle {
    try open(name, in: stateDirectory ?? directory, O_RDWR | O_CLOEXEC)
  }

  /// Removes a file that is no longer needed; where it has no name it goes with its handle.
  func remove(_ name: String) {
    if let stateDirectory { unlink("\(stateDirectory)/\(name)") }
  }

  private func open(_ name: String, in directory: String, _ flags: Int32) throws(DumpError) -> ScratchHandle {
    let descriptor = ReprintPlatform.open("\(directory)/\(name)", flags, 0o600)
    guard descriptor >= 0 else {
      throw DumpError("\(directory)/\(name)", "cannot open the scratch file: \(SystemError())")
    }
    return ScratchHandle(descriptor, directory: self.directory, name: name)
  }
}

/// An open scratch file, closed with the last reference to it.
final class ScratchHandle: Sendable {
  let descriptor: Int32
  private let directory: String
  private let name: String

  init(_ descriptor: Int32, directory: String, name: String) {
    self.descriptor = descriptor
    self.directory = directory
    self.name = name
  }

  deinit { close(descriptor) }

  /// What makes checksums of this file differ from another's.
  var seed: UInt64 { name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 } }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DumpError) {
    do throws(SystemError) {
      try Files.write(descriptor, bytes, at: offset)
    } catch {
      throw DumpError(directory, "cannot write scratch files: \(error)")
    }
  }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int {
    do throws(SystemError) {
      return try Files.read(descriptor, at: offset, into: buffer)
    } catch {
      throw DumpError(directory, "cannot read scratch files: \(error)")
    }
  }

  /// Puts on disk what the system still holds in memory.
  func synchronize() throws(DumpError) {
    guard fsync(descriptor) == 0 else { throw DumpError(directory, "cannot write scratch files: \(SystemError())") }
  }

  func damage(_ what: String) -> DumpError {
    let path = name.isEmpty ? directory : "\(directory)/\(name)"
    return DumpError(path, "a scratch file is damaged: \(what)")
  }
}
