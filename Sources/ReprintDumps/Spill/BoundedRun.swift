import Reprint
import ReprintPlatform

/// A run whose memory is bounded: its scratch files, and what it records of itself where it can be resumed.
final class BoundedRun: Sendable {
  let budget: MemoryBudget
  let space: ScratchSpace
  private let state: Locked<RunState>
  /// One at a time.
  private let saving = Monitor(())
  private let nextSave = Locked(0.0)
  /// Files of stages that this run has done.
  private let finished = Locked<[String: SpillFile]>([:])
  /// The open file whose lock keeps other runs out.
  private let lock: Int32
  /// Whether an interrupted run is being resumed.
  let isResumed: Bool
  /// Whether what was read can be read again in place: not so of pipes, compressed files and what is
  /// converted.
  let inputsStay: Bool

  private static let stateName = "reprint.state"
  private static let manifest = "manifest"
  /// Seconds between two records of how far the run is, at least.
  private static let interval = 0.25

  /// - Throws: a directory that can't be written to, another run in it, or the state of a run that is not this one.
  init(
    _ budget: MemoryBudget, directory: String, isResumable: Bool, options: [RunState.Option], files: [DumpFile],
    leavesRecordsInPlace: Bool = true
  ) throws(DumpError) {
    self.budget = budget
    inputsStay =
      leavesRecordsInPlace
      && files.allSatisfy { $0.isRegular && $0.compression == nil && $0.format?.isReadInPlace ?? false }
    var wanted = RunState()
    wanted.options = options
    for file in files { wanted.inputs.append(Self.input(file)) }
    guard isResumable else {
      space = ScratchSpace(directory)
      state = Locked(wanted)
      lock = -1
      isResumed = false
      return
    }
    let path = "\(directory)/\(Self.stateName)"
    if mkdir(path, 0o700) != 0 && errno != EEXIST {
      throw DumpError(directory, "cannot create a directory for scratch files: \(SystemError())")
    }
    space = ScratchSpace(directory, stateDirectory: path)
    lock = try Self.lock(path)
    do throws(DumpError) {
      let earlier = try Self.read(path)
      if let earlier, let difference = earlier.difference(to: wanted) {
        throw DumpError(
          path, "holds an interrupted run that is not this one: \(difference); remove it, or use another --scratch")
      }
      // What comes through a pipe now may be something else.
      if var earlier, files.allSatisfy(\.isRegular) {
        if !inputsStay { earlier.resetReading() }
        state = Locked(earlier)
        isResumed = true
      } else {
        Self.empty(path)
        state = Locked(wanted)
        isResumed = false
      }
    } catch {
      close(lock)
      throw error
    }
  }

  deinit { if lock >= 0 { close(lock) } }

  var current: RunState { state.value }

  func isDone(_ stage: String) -> Bool { state.withLock { $0.done.contains(stage) } }

  /// A file that an earlier stage, or an earlier run, has finished.
  func file(_ name: String, recordSize: Int) throws(DumpError) -> SpillFile {
    if let file = finished.withLock({ $0[name] }) { return file }
    let handle = try space.reopen(name)
    guard let recorded = current.files[name] else { throw handle.damage("nothing is recorded of it") }
    return SpillFile(handle: handle, layout: SpillLayout(recordSize: recordSize), count: recorded.count)
  }

  /// Removes a file that is not needed any more.
  func remove(_ name: String) {
    finished.withLock { $0[name] = nil }
    space.remove(name)
  }

  /// Whether it is time to record how far the run is.
  var isSaveDue: Bool { space.stateDirectory != nil && Clock.monotonic >= nextSave.value }

  /// Changes the state, and records it where the run can be resumed.
  ///
  /// The record replaces the one before whole or not at all. The longer that takes, the rarer ``isSaveDue``.
  func save(_ change: (inout RunState) throws(DumpError) -> Void) throws(DumpError) {
    let started = Clock.monotonic
    let result: Result<Void, DumpError> = saving.update { _ in
      do throws(DumpError) {
        var changed = state.value
        try change(&changed)
        let new = changed
        state.withLock { $0 = new }
        if let directory = space.stateDirectory { try Self.write(new.bytesOnDisk, to: directory, space) }
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    let ended = Clock.monotonic
    nextSave.withLock { $0 = ended + max(Self.interval, 20 * (ended - started)) }
  }

  /// Records that a stage is done and that its files are whole.
  func finish(
    _ stage: String, _ files: [String: SpillFile] = [:], also change: (inout RunState) -> Void = { _ in }
  ) throws(DumpError) {
    if space.stateDirectory != nil {
      for file in files.values { try file.handle.synchronize() }
    }
    finished.withLock { $0.merge(files) { $1 } }
    try save { state throws(DumpError) in
      for (name, file) in files { state.files[name] = RunState.File(count: file.count) }
      state.done.insert(stage)
      change(&state)
    }
  }

  /// Removes all scratch files, after a run that succeeded.
  func removeFiles() {
    guard let directory = space.stateDirectory else { return }
    Self.empty(directory)
    rmdir(directory)
  }

  private static func input(_ file: DumpFile) -> RunState.Input {
    let modified = (try? Files.status(of: file.path))?.modified ?? 0
    return RunState.Input(path: file.path, size: file.size, modified: file.isRegular ? modified : 0)
  }

  private static func read(_ directory: String) throws(DumpError) -> RunState? {
    let path = "\(directory)/\(manifest)"
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw DumpError(path, "\(SystemError())") }
      return nil
    }
    defer { close(descriptor) }
    let state: RunState?
    do throws(SystemError) {
      let size = try Files.status(of: descriptor).size
      var bytes = [UInt8](repeating: 0, count: size)
      let result: Result<Int, SystemError> = bytes.withUnsafeMutableBytes { buffer in
        do throws(SystemError) {
          return .success(try Files.read(descriptor, at: 0, into: buffer))
        } catch {
          return .failure(error)
        }
      }
      state = try result.get() == size ? RunState(bytes) : nil
    } catch {
      throw DumpError(path, "\(error)")
    }
    guard let state else {
      throw DumpError(path, "is damaged, or of another version; remove \(directory) to start over")
    }
    return state
  }

  private static func write(_ bytes: [UInt8], to directory: String, _ space: ScratchSpace) throws(DumpError) {
    let temporary = "\(directory)/\(manifest).new"
    let handle = try space.create("\(manifest).new")
    let result: Result<Void, DumpError> = bytes.withUnsafeBytes { bytes in
      do throws(DumpError) {
        return .success(try handle.write(bytes, at: 0))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    try handle.synchronize()
    guard rename(temporary, "\(directory)/\(manifest)") == 0 else {
      throw DumpError(space.directory, "cannot write scratch files: \(SystemError())")
    }
    let parent = open(directory, O_RDONLY | O_CLOEXEC)
    if parent >= 0 {
      fsync(parent)
      close(parent)
    }
  }

  private static func lock(_ directory: String) throws(DumpError) -> Int32 {
    let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DumpError(directory, "\(SystemError())") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw DumpError(directory, "is in use by another run")
    }
    return descriptor
  }

  /// Removes what is in a directory of scratch files, the record first, so that nothing is taken for whole.
  private static func empty(_ directory: String) {
    unlink("\(directory)/\(manifest)")
    for name in (try? Files.names(in: directory)) ?? [] { unlink("\(directory)/\(name)") }
  }
}
