/// The first block of a file of an index: what it is, and where things stand in it.
struct IndexFileHeader: Sendable, Equatable {
  enum Kind: UInt32, Sendable {
    case segment = 1
    case texts = 2
    case removals = 3

    /// What names of such files end in.
    var suffix: String {
      switch self {
      case .segment: "segment"
      case .texts: "texts"
      case .removals: "removed"
      }
    }
  }

  /// A stretch of the file, in bytes from its start; it begins with a block.
  struct Section: Sendable, Equatable {
    var offset: Int
    var length: Int

    var end: Int { offset + length }
  }

  var kind: Kind
  /// The number in the file's name.
  var number: Int
  /// Blocks of data, between this one and the checksums.
  var dataBlocks = 0
  /// The checksum over the second table of checksums.
  var tableChecksum: UInt64 = 0
  /// Numbers that the kind of file gives a meaning.
  var values: [UInt64] = []
  var sections: [Section] = []

  static let blockSize = 4096
  static let checksumsPerBlock = blockSize / 8
  static let version: UInt32 = 1
  private static let magic: UInt64 = 0x5844_4E49_5452_5052  // "RPRTINDX"
  private static let byteOrder: UInt32 = 0x0102_0304
  private static let mostValues = 10
  private static let mostSections = 32
  private static let valuesOffset = 48
  private static let sectionsOffset = 128
  private static let checksumOffset = blockSize - 8

  /// Blocks of the first table of checksums, one for each block of data.
  var tableBlocks: Int { (dataBlocks + Self.checksumsPerBlock - 1) / Self.checksumsPerBlock }
  /// Blocks of the second table, one checksum for each block of the first.
  var rootBlocks: Int { (tableBlocks + Self.checksumsPerBlock - 1) / Self.checksumsPerBlock }
  var tableOffset: Int { (1 + dataBlocks) * Self.blockSize }
  var rootOffset: Int { tableOffset + tableBlocks * Self.blockSize }
  var fileSize: Int { rootOffset + rootBlocks * Self.blockSize }

  /// A file's name in the directory of its index.
  static func name(_ number: Int, _ kind: Kind) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "." + kind.suffix
  }

  /// What makes the checksum of a block differ from that of another.
  static func seed(_ number: Int, block: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: block)
  }

  /// The block as bytes, its own checksum at the end.
  var block: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.blockSize)
    bytes.withUnsafeMutableBytes { block in
      block.put(Self.magic, at: 0)
      block.put(Self.version, at: 8)
      block.put(Self.byteOrder, at: 12)
      block.put(kind.rawValue, at: 16)
      block.put(UInt32(sections.count), at: 20)
      block.put(UInt64(number), at: 24)
      block.put(UInt64(dataBlocks), at: 32)
      block.put(tableChecksum, at: 40)
      for (index, value) in values.enumerated() { block.put(value, at: Self.valuesOffset + 8 * index) }
      for (index, section) in sections.enumerated() {
        block.put(UInt64(section.offset), at: Self.sectionsOffset + 16 * index)
        block.put(UInt64(section.length), at: Self.sectionsOffset + 16 * index + 8)
      }
      let sum = BlockChecksum.of(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(block)[..<Self.checksumOffset]),
        seed: Self.seed(number, block: 0))
      block.put(sum, at: Self.checksumOffset)
    }
    return bytes
  }

  /// The checksum in a block, by which the manifest knows the file.
  static func checksum(in block: UnsafeRawBufferPointer) -> UInt64 { block.number(UInt64.self, at: checksumOffset) }

  /// Reads a header.
  ///
  /// - Parameter block: the first block of the file.
  init(_ block: UnsafeRawBufferPointer, path: String, number: Int, kind: Kind) throws(DumpError) {
    guard block.number(UInt64.self, at: 0) == Self.magic else {
      throw DumpError(path, offset: 0, "is no file of an index, or its first block is damaged")
    }
    let sum = BlockChecksum.of(
      UnsafeRawBufferPointer(rebasing: block[..<Self.checksumOffset]), seed: Self.seed(number, block: 0))
    let version = block.number(UInt32.self, at: 8)
    let order = block.number(UInt32.self, at: 12)
    guard sum == Self.checksum(in: block) else {
      if version != Self.version {
        throw DumpError(
          path, offset: 8, "is of version \(version), or damaged; this reprint reads version \(Self.version)")
      }
      if order == Self.byteOrder.byteSwapped {
        throw DumpError(path, offset: 12, "has another byte order than an index has")
      }
      throw DumpError(path, offset: 0, "the first block is damaged")
    }
    guard version == Self.version else {
      throw DumpError(path, offset: 8, "is of version \(version); this reprint reads version \(Self.version)")
    }
    guard order == Self.byteOrder else {
      throw DumpError(path, offset: 12, "has another byte order than an index has")
    }
    guard block.number(UInt32.self, at: 16) == kind.rawValue, block.number(UInt64.self, at: 24) == UInt64(number) else {
      throw DumpError(path, offset: 16, "is another file than its name says")
    }
    let sectionCount = Int(block.number(UInt32.self, at: 20))
    let blocks = block.number(UInt64.self, at: 32)
    guard sectionCount <= Self.mostSections, blocks < 1 << 48 else {
      throw DumpError(path, offset: 16, "the first block makes no sense")
    }
    self.kind = kind
    self.number = number
    dataBlocks = Int(blocks)
    tableChecksum = block.number(UInt64.self, at: 40)
    values = (0..<Self.mostValues).map { block.number(UInt64.self, at: Self.valuesOffset + 8 * $0) }
    let end = UInt64((1 + dataBlocks) * Self.blockSize)
    for index in 0..<sectionCount {
      let offset = block.number(UInt64.self, at: Self.sectionsOffset + 16 * index)
      let length = block.number(UInt64.self, at: Self.sectionsOffset + 16 * index + 8)
      guard offset >= Self.blockSize, offset <= end, length <= end - offset else {
        throw DumpError(path, offset: Self.sectionsOffset + 16 * index, "a section is not in the file")
      }
      sections.append(Section(offset: Int(offset), length: Int(length)))
    }
  }

  init(kind: Kind, number: Int) {
    self.kind = kind
    self.number = number
  }
}

extension UnsafeRawBufferPointer {
  /// A number as files of an index have it: little-endian.
  @inline(__always)
  func number<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: Number.self))
  }
}

extension UnsafeMutableRawBufferPointer {
  @inline(__always)
  func put<Number: FixedWidthInteger>(_ number: Number, at offset: Int) {
    storeBytes(of: number.littleEndian, toByteOffset: offset, as: Number.self)
  }
}
