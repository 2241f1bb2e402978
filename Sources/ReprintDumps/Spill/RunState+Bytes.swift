extension RunState {
  private static let magic = "reprint run state 1"

  /// The state as bytes, with a checksum in front.
  var bytesOnDisk: [UInt8] {
    var writer = StateWriter()
    writer.put(Self.magic)
    writer.put(options.count)
    for option in options {
      writer.put(option.name)
      writer.put(option.value)
    }
    writer.put(inputs.count)
    for input in inputs {
      writer.put(input.path)
      writer.put(input.size)
      writer.put(input.modified)
    }
    writer.put(files.count)
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      writer.put(name)
      writer.put(file.count)
      writer.put(file.tail)
    }
    writer.put(done.count)
    for stage in done.sorted() { writer.put(stage) }
    writer.put(chunks.count)
    for chunk in chunks {
      for number in [
        chunk.file, chunk.isText ? 1 : 0, chunk.isMapped ? 1 : 0, chunk.offset, chunk.firstLine, chunk.firstDocument,
      ] { writer.put(number) }
    }
    writer.put(problems.count)
    for problem in problems {
      writer.put(problem.kind)
      writer.put(problem.path)
      writer.put(problem.line)
      writer.put(problem.reason)
    }
    writer.put(counts.count)
    for count in counts { writer.put(count) }
    for number in [file, offset, linesInFile, documents, bytes, verified, compared, hotBuckets, cappedBuckets] {
      writer.put(number)
    }
    let checksum = writer.bytes.withUnsafeBytes { BlockChecksum.of($0, seed: 0) }
    return withUnsafeBytes(of: checksum) { Array($0) } + writer.bytes
  }

  /// The state that bytes hold, or nil where they are damaged or of another version.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 8 else { return nil }
    let checksum = bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
    let isSound = bytes.withUnsafeBytes {
      BlockChecksum.of(UnsafeRawBufferPointer(rebasing: $0[8...]), seed: 0) == checksum
    }
    guard isSound else { return nil }
    var reader = StateReader(bytes, from: 8)
    guard reader.string() == Self.magic else { return nil }
    for _ in 0..<reader.count() { options.append(Option(name: reader.string(), value: reader.string())) }
    for _ in 0..<reader.count() {
      inputs.append(Input(path: reader.string(), size: reader.number(), modified: reader.number()))
    }
    for _ in 0..<reader.count() { files[reader.string()] = File(count: reader.number(), tail: reader.bytes()) }
    for _ in 0..<reader.count() { done.insert(reader.string()) }
    for _ in 0..<reader.count() {
      chunks.append(
        Chunk(
          file: reader.number(), isText: reader.number() == 1, isMapped: reader.number() == 1,
          offset: reader.number(), firstLine: reader.number(), firstDocument: reader.number()))
    }
    for _ in 0..<reader.count() {
      problems.append(
        Problem(kind: reader.number(), path: reader.string(), line: reader.number(), reason: reader.string()))
    }
    for _ in 0..<reader.count() { counts.append(reader.number()) }
    file = reader.number()
    offset = reader.number()
    linesInFile = reader.number()
    documents = reader.number()
    self.bytes = reader.number()
    verified = reader.number()
    compared = reader.number()
    hotBuckets = reader.number()
    cappedBuckets = reader.number()
    guard reader.isAtEnd else { return nil }
  }
}

/// Numbers and strings one behind the other.
private struct StateWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }

  mutating func put(_ more: [UInt8]) {
    put(more.count)
    bytes += more
  }

  mutating func put(_ text: String) { put(Array(text.utf8)) }
}

/// Reads what a ``StateWriter`` wrote; what is not there reads as zero or empty.
private struct StateReader {
  private let all: [UInt8]
  private var place: Int
  private var isBroken = false

  init(_ bytes: [UInt8], from start: Int) {
    all = bytes
    place = start
  }

  var isAtEnd: Bool { !isBroken && place == all.count }

  mutating func number() -> Int {
    guard all.count - place >= 8 else {
      isBroken = true
      return 0
    }
    defer { place += 8 }
    return all.withUnsafeBytes { Int(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Int.self)) }
  }

  /// A number of things that follow.
  mutating func count() -> Int {
    let value = number()
    guard value >= 0, value <= all.count - place else {
      isBroken = true
      return 0
    }
    return value
  }

  mutating func bytes() -> [UInt8] {
    let size = count()
    defer { place += size }
    return Array(all[place..<place + size])
  }

  mutating func string() -> String { String(decoding: bytes(), as: UTF8.self) }
}
