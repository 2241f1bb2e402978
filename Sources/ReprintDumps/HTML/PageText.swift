import ReprintPlatform

/// Collects the text of a page, block by block, with white space collapsed as browsers do.
struct PageText: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  /// Where the current block starts.
  private(set) var blockStart = 0
  private var needsSpace = false
  private var scratch: [UInt8] = []

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var isBlockEmpty: Bool { count == blockStart }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  private mutating func reserve(_ more: Int) {
    guard capacity - count < more else { return }
    let larger = max(2 * capacity, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  /// Appends source text to the current block; `isReference` for text in which `&` is no mere character.
  mutating func append(_ source: UnsafeBufferPointer<UInt8>, decodes: Bool = true) {
    guard let start = source.baseAddress else { return }
    // A reference of three bytes may stand for one of six, and a space comes before it.
    reserve(2 * source.count + 8)
    var output = base + count
    var needsSpace = needsSpace
    let empty = base + blockStart
    var index = 0
    while index < source.count {
      let byte = start[index]
      if byte > 0x26 && byte != 0xC2 || byte > 0x20 && byte < 0x26 {
        if needsSpace {
          if output != empty {
            output.pointee = 0x20
            output += 1
          }
          needsSpace = false
        }
        output.pointee = byte
        output += 1
        index &+= 1
      } else if byte <= 0x20 {
        if byte != 0 { needsSpace = true }
        index &+= 1
      } else if byte == 0xC2 {
        let isSpace = index + 1 < source.count && start[index + 1] == 0xA0
        if isSpace && output == empty {
          index += 2
          continue
        }
        if needsSpace && output != empty {
          output.pointee = 0x20
          output += 1
        }
        needsSpace = false
        output.pointee = byte
        output += 1
        index &+= 1
      } else {
        scratch.removeAll(keepingCapacity: true)
        if decodes {
          index = CharacterReferences.shared.decode(source, at: index, inAttribute: false, into: &scratch)
        } else {
          scratch.append(byte)
          index &+= 1
        }
        if scratch.count == 1 && scratch[0] <= 0x20 {
          needsSpace = true
          continue
        }
        if scratch == [0xC2, 0xA0] && output == empty { continue }
        if needsSpace && output != empty {
          output.pointee = 0x20
          output += 1
        }
        needsSpace = false
        for byte in scratch {
          output.pointee = byte
          output += 1
        }
      }
    }
    count = output - base
    self.needsSpace = needsSpace
  }

  /// Appends a part of a preformatted line.
  mutating func append(preformatted source: UnsafeBufferPointer<UInt8>, decodes: Bool) {
    reserve(2 * source.count + 8)
    let decoded = decodes ? CharacterReferences.decoded(source, inAttribute: false) : Array(source)
    for byte in decoded where byte != 0x0D && byte != 0 {
      base[count] = byte == 0x0A ? 0x20 : byte
      count += 1
    }
  }

  /// Ends the block and returns where it stands; nil if it has no text.
  mutating func endBlock() -> Range<Int>? {
    needsSpace = false
    while count > blockStart {
      if base[count - 1] <= 0x20 {
        count -= 1
      } else if count - blockStart >= 2, base[count - 1] == 0xA0, base[count - 2] == 0xC2 {
        count -= 2
      } else {
        break
      }
    }
    guard count > blockStart else { return nil }
    let block = blockStart..<count
    reserve(1)
    base[count] = 0x0A
    count += 1
    blockStart = count
    return block
  }

  /// Makes one line of the block that ends at `end` and the next.
  mutating func join(at end: Int) { base[end] = 0x09 }
}
