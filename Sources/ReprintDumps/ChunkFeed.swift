import ReprintPlatform

/// Cuts a dump into chunks and hands them out in input order to any number of workers.
///
/// Plain files are mapped and cut where they are; small ones are read. Pipes and compressed files are read ahead, as
/// many at once as there are workers. All of it can be gone through twice: what was read ahead stays in the scratch
/// file.
final class ChunkFeed: Sendable {
  private let files: [DumpFile]
  private let workers: Int
  private let fields: RecordFields
  private let chunkSize: Int
  private let scratchDirectory: String
  private let state: Monitor<State>

  /// Below this size a file is read rather than mapped, and read again when one of its records is needed.
  static let smallFile = 1 << 20

  private struct State {
    var current = 0
    var issued = 0
    /// The open mapping of the current file, and how far it is cut.
    var mapping: Mapping?
    var cutter: ChunkCutter?
    var cut = 0
    var streams: [Int: Stream] = [:]
    var scratch: ScratchFile?
    var failure: DumpError?
    /// What there is to know of files that were read, by their places.
    var warnings: [Int: DumpError] = [:]
    /// Bytes of files before the current one.
    var finishedBytes = 0
    /// Where to start in the first file that is cut.
    var start = 0
    /// In a first pass, whether a file is wanted, by its first chunk.
    var isWanted: (@Sendable (DumpChunk) -> Bool)?
    /// Whether the rest of the current stream is only waited for.
    var isDraining = false
  }

  private struct Stream {
    var chunks: [DumpChunk] = []
    var taken = 0
    var ended = false
    var failure: DumpError?
    var delivered = 0
    /// The open file, whose offset tells how far the reading is; -1 where all was read in a first pass.
    var descriptor: Int32
  }

  /// - Parameters:
  ///   - fields: the names of a table's columns.
  ///   - start: a file and the place in it to begin with, where an earlier run got that far.
  ///   - scratchDirectory: where to keep what comes through pipes.
  init(
    _ files: [DumpFile], workers: Int, fields: RecordFields = RecordFields(), start: (file: Int, offset: Int) = (0, 0),
    scratchDirectory: String = Files.temporaryDirectory
  ) {
    self.files = files
    self.scratchDirectory = scratchDirectory
    self.workers = workers
    self.fields = fields
    let total = files.reduce(0) { $0 + $1.size }
    chunkSize = min(4 << 20, max(256 << 10, total / (workers * 8)))
    var first = State()
    first.current = start.file
    first.start = start.offset
    first.finishedBytes = files.prefix(start.file).reduce(0) { $0 + $1.size }
    state = Monitor(first)
  }

  /// Sum of the files' sizes; 0 where that is not known.
  var totalBytes: Int { files.contains { !$0.isRegular } ? 0 : files.reduce(0) { $0 + $1.size } }

  /// Bytes read so far: of files as they are, compressed or not, and of what came through pipes.
  var bytesRead: Int {
    state.wait { state -> Int? in
      var bytes = state.finishedBytes + state.cut
      for (index, stream) in state.streams where index >= state.current {
        if !files[index].isRegular {
          bytes += stream.delivered
        } else if stream.descriptor >= 0 {
          bytes += max(0, Int(lseek(stream.descriptor, 0, SEEK_CUR)))
        } else {
          bytes += files[index].size * stream.taken / max(1, stream.chunks.count)
        }
      }
      return bytes
    }
  }

  /// Makes this a first pass, before any chunk is taken: ``rewind(to:)`` starts the second.
  ///
  /// Texts are passed over, and so are files of which `isWanted` says so by their first chunk.
  func startFirstPass(where isWanted: @escaping @Sendable (DumpChunk) -> Bool) {
    state.update { $0.isWanted = isWanted }
  }

  /// Starts over, at a file and a place in it.
  func rewind(to start: (file: Int, offset: Int)) {
    state.update { state in
      state.isWanted = nil
      state.isDraining = false
      (state.current, state.start, state.issued) = (start.file, start.offset, 0)
      state.finishedBytes = files.prefix(start.file).reduce(0) { $0 + $1.size }
      (state.mapping, state.cutter, state.cut) = (nil, nil, 0)
      for index in state.streams.keys { state.streams[index]!.taken = 0 }
    }
  }

  /// What there is to know of the files read so far, in their order.
  var warnings: [DumpError] {
    state.update { state in state.warnings.sorted { $0.key < $1.key }.map(\.value) }
  }

  /// Stops handing out chunks.
  func cancel(_ error: DumpError) {
    state.update { if $0.failure == nil { $0.failure = error } }
  }

  /// The next chunk and its number, or nil at the end.
  func next() throws(DumpError) -> (number: Int, chunk: DumpChunk)? {
    let result: Result<(number: Int, chunk: DumpChunk)?, DumpError> = state.wait { state in
      while true {
        if let failure = state.failure { return .failure(failure) }
        guard state.current < files.count else { return .success(nil) }
        do throws(DumpError) {
          if state.isWanted != nil, files[state.current].format == .text {
            state.current += 1
            continue
          }
          try openStreams(&state)
          let chunk: DumpChunk?
          if state.streams[state.current] != nil {
            guard let step = takeFromStream(&state) else { return nil }  // wait for the reader
            chunk = step
          } else {
            chunk = try cutFile(&state)
          }
          if let chunk {
            if let isWanted = state.isWanted, chunk.position == 0, !isWanted(chunk) {
              passOver(&state)
              continue
            }
            state.issued += 1
            return .success((state.issued - 1, chunk))
          }
          state.finishedBytes += files[state.current].size
          state.current += 1
        } catch {
          state.failure = error
        }
      }
    }
    return try result.get()
  }

  /// The scratch file, for what workers make of chunks.
  func scratch() throws(DumpError) -> ScratchFile {
    let result: Result<ScratchFile, DumpError> = state.update { state in
      do throws(DumpError) {
        return .success(try openScratch(&state))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func openScratch(_ state: inout State) throws(DumpError) -> ScratchFile {
    if let scratch = state.scratch { return scratch }
    let scratch = try ScratchFile(in: scratchDirectory)
    state.scratch = scratch
    return scratch
  }

  private func isStream(_ file: DumpFile) -> Bool { file.compression != nil || !file.isRegular }

  /// Goes on with the next file in a first pass; but only so many streams are left open.
  private func passOver(_ state: inout State) {
    let current = state.current
    if let stream = state.streams[current] {
      let open = state.streams.count { $0.key < current && !$0.value.ended }
      guard stream.ended || open < workers else {
        state.isDraining = true
        return
      }
    }
    (state.mapping, state.cutter, state.cut) = (nil, nil, 0)
    state.current += 1
  }

  /// Starts readers for streams among the next files.
  private func openStreams(_ state: inout State) throws(DumpError) {
    for index in state.current..<min(files.count, state.current + workers)
    where isStream(files[index]) && state.streams[index] == nil
      && (state.isWanted == nil || files[index].format != .text)
    {
      let scratch = try openScratch(&state)
      let descriptor = try files[index].open()
      state.streams[index] = Stream(descriptor: descriptor)
      let reader = StreamReader(file: files[index], index: index, fields: fields, scratch: scratch) { [self] chunk in
        self.state.update {
          $0.streams[index]?.chunks.append(chunk)
          $0.streams[index]?.delivered += chunk.count
        }
      }
      Threads.detach { [self] in
        var failure, warning: DumpError?
        do throws(DumpError) { warning = try reader.run(source: descriptor) } catch { failure = error }
        self.state.update { state in
          state.streams[index]?.ended = true
          state.warnings[index] = warning
          // An earlier file's end is not to be overtaken by a later one's failure.
          if let failure { state.streams[index]?.failure = failure }
        }
      }
    }
  }

  /// A chunk that has arrived; nil inside where the stream is over; nil where there is nothing yet.
  private func takeFromStream(_ state: inout State) -> DumpChunk?? {
    if state.isDraining { state.streams[state.current]!.taken = state.streams[state.current]!.chunks.count }
    let stream = state.streams[state.current]!
    if stream.taken < stream.chunks.count {
      state.streams[state.current]!.taken += 1
      return .some(stream.chunks[stream.taken])
    }
    guard stream.ended else { return nil }
    if let failure = stream.failure { state.failure = failure }
    if stream.descriptor >= 0 { close(stream.descriptor) }
    if !files[state.current].isRegular { state.finishedBytes += stream.delivered }
    state.isDraining = false
    if state.isWanted == nil {
      state.streams[state.current] = nil
    } else {
      state.streams[state.current]!.descriptor = -1
    }
    return .some(nil)
  }

  private func cutFile(_ state: inout State) throws(DumpError) -> DumpChunk? {
    let file = files[state.current]
    if state.mapping == nil && state.cut == 0 {
      guard file.size > 0 else { return nil }
      if file.size < Self.smallFile { return try readWhole(file, &state) }
      state.mapping = try map(file)
      state.cut = state.start
      state.start = 0
    }
    guard let mapping = state.mapping, state.cut < mapping.bytes.count else {
      state.mapping = nil
      state.cutter = nil
      state.cut = 0
      return nil
    }
    let start = state.cut
    if state.cutter == nil { state.cutter = try cutter(of: mapping.bytes, in: file) }
    let cut = try state.cutter!.cut(mapping.bytes, from: start, size: chunkSize, atEnd: true)
    state.cut = cut!.end  // there is a cut in a whole file
    return DumpChunk(
      file: state.current, format: state.cutter!.format, storage: .mapped(mapping), offset: start,
      count: state.cut - start, position: start, opening: state.cutter!.opening,
      isEnd: state.cut == mapping.bytes.count)
  }

  private func cutter(of bytes: UnsafeBufferPointer<UInt8>, in file: DumpFile) throws(DumpError) -> ChunkCutter {
    let format = try FormatDetection.format(of: bytes, atEnd: true, in: file)
    return ChunkCutter(format ?? .jsonLines, path: file.path, fields: fields)
  }

  private func map(_ file: DumpFile) throws(DumpError) -> Mapping {
    let descriptor = try file.open()
    defer { close(descriptor) }
    do throws(SystemError) {
      return try Mapping(descriptor, count: file.size)
    } catch {
      throw DumpError(file.path, "\(error)")
    }
  }

  private func readWhole(_ file: DumpFile, _ state: inout State) throws(DumpError) -> DumpChunk {
    let descriptor = try file.open()
    defer { close(descriptor) }
    let buffer = ByteBuffer(count: file.size)
    let count: Int
    do throws(SystemError) {
      count = try Files.read(descriptor, at: 0, into: UnsafeMutableRawBufferPointer(buffer.bytes))
    } catch {
      throw DumpError(file.path, "\(error)")
    }
    let bytes = UnsafeBufferPointer(rebasing: buffer.bytes[..<count])
    var cutter = try cutter(of: bytes, in: file)
    // One chunk, but a table's header has to be known.
    if count > 0 { _ = try cutter.cut(bytes, from: 0, size: count, atEnd: true) }
    state.cut = max(1, count)
    return DumpChunk(
      file: state.current, format: cutter.format, storage: .buffer(buffer), offset: 0, count: count,
      opening: cutter.opening, isEnd: true)
  }
}
