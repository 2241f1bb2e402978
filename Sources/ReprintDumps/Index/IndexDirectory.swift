import ReprintPlatform

/// The directory of an index: its manifest, and the names of its files.
struct IndexDirectory: Sendable {
  let path: String

  static let lockName = "lock"
  private static let newManifest = "manifest.new"

  init(_ path: String) { self.path = path }

  private var manifestPath: String { "\(path)/\(IndexManifest.name)" }

  /// What a directory is that an index is looked for in.
  enum State {
    /// There is nothing, or an empty directory, or one in which an index was to be made.
    case empty
    case index
    /// There are other things in it.
    case other
  }

  func state() throws(DumpError) -> State {
    do throws(SystemError) {
      let status: FileStatus
      do throws(SystemError) {
        status = try Files.status(of: path)
      } catch {
        if error.code == ENOENT { return .empty }
        throw error
      }
      guard status.isDirectory else { return .other }
      let names = try Files.names(in: path)
      if names.contains(IndexManifest.name) { return .index }
      return names.allSatisfy { $0 == Self.lockName || $0 == Self.newManifest } ? .empty : .other
    } catch {
      throw DumpError(path, "\(error)")
    }
  }

  /// What to say of a directory that is no index.
  func isNoIndex() -> DumpError {
    guard let state = try? state() else { return DumpError(path, "cannot be read") }
    switch state {
    case .empty: return DumpError(path, "there is no index; 'index add' makes one")
    default: return DumpError(path, "is not an index: there is no manifest in it")
    }
  }

  func readManifest() throws(DumpError) -> IndexManifest {
    let descriptor = open(manifestPath, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw isNoIndex() }
      throw DumpError(manifestPath, "\(SystemError())")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    do throws(SystemError) {
      let size = try Files.status(of: descriptor).size
      guard size <= IndexManifest.mostBytes else { throw SystemError(EFBIG) }
      bytes = [UInt8](repeating: 0, count: size)
      let result: Result<Int, SystemError> = bytes.withUnsafeMutableBytes { buffer in
        do throws(SystemError) {
          return .success(try Files.read(descriptor, at: 0, into: buffer))
        } catch {
          return .failure(error)
        }
      }
      bytes.removeLast(size - (try result.get()))
    } catch {
      throw DumpError(manifestPath, "\(error)")
    }
    return try IndexManifest(bytes, path: manifestPath)
  }

  /// Replaces the manifest: after that the files that it lists are the index.
  ///
  /// - Throws: where the old one stays in force, or, if the last step fails, where nobody knows which will after a crash
  ///   of the machine.
  func replaceManifest(by manifest: IndexManifest) throws(DumpError) {
    let new = "\(path)/\(Self.newManifest)"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw DumpError(new, "cannot be created: \(SystemError())") }
    do throws(SystemError) {
      defer { close(descriptor) }
      let bytes = Array(manifest.text.utf8)
      let result: Result<Void, SystemError> = bytes.withUnsafeBytes { bytes in
        do throws(SystemError) {
          return .success(try Files.write(descriptor, bytes))
        } catch {
          return .failure(error)
        }
      }
      try result.get()
      try Files.synchronize(descriptor)
      // The names of the files that are listed must not be lost where the list is not.
      try Files.synchronize(directory: path)
      guard rename(new, manifestPath) == 0 else { throw SystemError() }
    } catch {
      unlink(new)
      throw DumpError(manifestPath, "cannot be written: \(error)")
    }
    do throws(SystemError) {
      try Files.synchronize(directory: path)
    } catch {
      throw DumpError(path, "what was done is done, but may not outlast a crash of the machine: \(error)")
    }
  }

  /// What a writer made for an index.
  enum Made {
    case nothing
    /// All in the directory, which was there.
    case index
    case directory
  }

  /// Removes an index that its writer made and nothing was added to.
  func takeBack(_ made: Made, _ lock: IndexLock) {
    guard made != .nothing, lock.isInForce else { return }
    unlink(manifestPath)
    unlink("\(path)/\(Self.lockName)")
    if made == .directory { rmdir(path) }
  }

  /// Removes files that no manifest lists: what a killed run left, and what was merged into others.
  func removeUnlisted(_ manifest: IndexManifest) {
    let listed = Set(manifest.fileNames)
    for name in unlisted(listed) where Self.isOwn(name) { unlink("\(path)/\(name)") }
    unlink("\(path)/\(Self.newManifest)")
  }

  /// What is in the directory and no part of the index.
  func unlisted(_ listed: Set<String>) -> [String] {
    let names = (try? Files.names(in: path)) ?? []
    return names.filter { !listed.contains($0) && $0 != IndexManifest.name && $0 != Self.lockName }
  }

  /// Whether a file is part of an index, or would be taken for one.
  static func owns(_ path: String) -> Bool {
    let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard isOwn(name) || name == lockName || name == IndexManifest.name else { return false }
    return (try? IndexDirectory(parent).readManifest()) != nil
  }

  /// Whether only an index has files of such names.
  static func isOwn(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count >= 6, parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return name == newManifest
    }
    return ["segment", "texts", "removed"].contains(parts[1])
  }
}
