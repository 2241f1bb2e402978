/// The sketches of some documents in a row, as one worker made them.
///
/// A slot is kept by its low 16 bits: two different values agree by accident once in 65,536.
package struct SketchBatch: Sendable {
  package let slots: Int
  /// Row-major: `slots` values a document.
  package private(set) var values: [UInt16] = []
  package private(set) var wordCounts: [UInt32] = []
  /// The wrapping sum of a document's shingle hashes: equal for equal multisets of shingles.
  package private(set) var fingerprints: [UInt64] = []

  /// - Parameter expected: about how many documents will come.
  package init(slots: Int, expecting expected: Int = 0) {
    self.slots = slots
    values.reserveCapacity(expected * slots)
    wordCounts.reserveCapacity(expected)
    fingerprints.reserveCapacity(expected)
  }

  package var count: Int { wordCounts.count }

  /// - Precondition: there are as many slots as the batch's sketches have.
  package mutating func append(slots wide: UnsafeMutableBufferPointer<UInt32>, wordCount: Int, fingerprint: UInt64) {
    precondition(wide.count == slots, "sketches of different sizes don't mix")
    values.append(addingCapacity: slots) { output in
      output.withUnsafeMutableBufferPointer { row, count in
        for slot in 0..<slots { row.initializeElement(at: count &+ slot, to: UInt16(truncatingIfNeeded: wide[slot])) }
        count += slots
      }
    }
    wordCounts.append(UInt32(clamping: wordCount))
    fingerprints.append(fingerprint)
  }

  /// Appends a sketch that was made before, as bytes: its slots, little-endian.
  ///
  /// - Precondition: there are two bytes a slot.
  package mutating func append(bytes: [UInt8], wordCount: UInt32, fingerprint: UInt64) {
    precondition(bytes.count == 2 * slots, "sketches of different sizes don't mix")
    for slot in 0..<slots { values.append(UInt16(bytes[2 * slot]) | UInt16(bytes[2 * slot + 1]) << 8) }
    wordCounts.append(wordCount)
    fingerprints.append(fingerprint)
  }
}

/// The sketches of all documents, in input order.
///
/// Rows stand in blocks that never move, so the table grows without copying what it holds. Memory: two bytes a slot
/// and 12 bytes a document (268 bytes at 128 slots).
package final class SketchTable: @unchecked Sendable {
  package let slots: Int
  /// Not an array, whose owner would be counted for every row.
  private var blocks = GrowableBuffer<UnsafeMutablePointer<UInt16>>(capacity: 64)
  package private(set) var wordCounts: [UInt32] = []
  package private(set) var fingerprints: [UInt64] = []

  private static var blockRows: Int { 1024 }

  package init(slots: Int) { self.slots = slots }

  deinit {
    for index in 0..<blocks.count { blocks[index].deallocate() }
  }

  package var count: Int { wordCounts.count }

  /// - Precondition: the batch has as many slots as the table.
  package func append(_ batch: SketchBatch) {
    precondition(batch.slots == slots, "sketches of different sizes don't mix")
    batch.values.withUnsafeBufferPointer { values in
      var row = 0
      while row < batch.count {
        let place = (count + row) % Self.blockRows
        if place == 0 { blocks.append(.allocate(capacity: Self.blockRows * slots)) }
        let rows = min(Self.blockRows - place, batch.count - row)
        (blocks[blocks.count - 1] + place * slots)
          .update(from: values.baseAddress! + row * slots, count: rows * slots)
        row += rows
      }
    }
    wordCounts.append(contentsOf: batch.wordCounts)
    fingerprints.append(contentsOf: batch.fingerprints)
  }

  /// A document's slots.
  @inline(__always)
  package func row(_ document: Int) -> UnsafePointer<UInt16> {
    UnsafePointer(blocks[document / Self.blockRows] + document % Self.blockRows * slots)
  }

  /// In how many slots two documents agree: `slots` times an estimate of their Jaccard similarity.
  @inline(__always)
  package func agreement(_ a: UnsafePointer<UInt16>, _ b: UnsafePointer<UInt16>) -> Int {
    Self.agreement(a, b, slots: slots)
  }

  /// The estimated Jaccard similarity of two documents, or nil if it is below `threshold`.
  func estimate(_ a: Int, _ b: Int, atLeast threshold: Double) -> Double? {
    let similarity = Double(agreement(row(a), row(b))) / Double(slots)
    return similarity >= threshold ? similarity : nil
  }

  /// In how many slots two sketches that are not in a table agree.
  ///
  /// - Precondition: `slots` is one of ``FastSimilaritySketch/slotCounts``.
  @inline(__always)
  package static func agreement(_ a: UnsafePointer<UInt16>, _ b: UnsafePointer<UInt16>, slots: Int) -> Int {
    let (left, right) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    var sum = SIMD8<UInt16>(repeating: 0)
    var offset = 0
    while offset < slots &* 2 {
      for step in 0..<8 {
        let x = left.loadUnaligned(fromByteOffset: offset &+ 16 &* step, as: SIMD8<UInt16>.self)
        let y = right.loadUnaligned(fromByteOffset: offset &+ 16 &* step, as: SIMD8<UInt16>.self)
        sum &-= unsafeBitCast(x .== y, to: SIMD8<UInt16>.self)
      }
      offset &+= 128
    }
    return Int(sum.wrappedSum())
  }

  /// Whether two documents agree in a band.
  @inline(__always)
  package static func agree(_ a: UnsafePointer<UInt16>, _ b: UnsafePointer<UInt16>, band: Int, rows: Int) -> Bool {
    var slot = band &* rows
    let end = slot &+ rows
    guard rows >= 4 else {
      while slot < end && a[slot] == b[slot] { slot &+= 1 }
      return slot == end
    }
    // Four slots at a time; the last four may have been compared in part.
    while slot &+ 4 < end {
      if fourSlots(a + slot) != fourSlots(b + slot) { return false }
      slot &+= 4
    }
    return fourSlots(a + end - 4) == fourSlots(b + end - 4)
  }

  /// Four slots in a row, the first in the lowest bits.
  @inline(__always)
  static func fourSlots(_ row: UnsafePointer<UInt16>) -> UInt64 {
    UnsafeRawPointer(row).loadUnaligned(as: UInt64.self).littleEndian
  }
}
