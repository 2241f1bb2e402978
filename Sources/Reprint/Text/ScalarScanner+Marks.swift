extension ScalarScanner {
  /// Marks in a row, all of a combining class above 0, at the end of the folded word.
  ///
  /// They are put in order once no other can follow: one at a time, a text of nothing but marks would take quadratic
  /// time.
  struct MarkRun {
    /// Where they end; nowhere if there are none.
    var end = -1
    var highestClass: UInt32 = 0
    var isOrdered = true
  }

  /// Adds a mark to the open word or character.
  ///
  /// A mark with nothing before it is dropped.
  mutating func appendMark(_ mark: ScalarEntry, end: Int) {
    guard pending != .separator else { return }
    let place = folded.count
    append(mark.scalar)
    if pending == .word { self.end = end } else { characters[characters.count - 1].end = end }
    let combiningClass = mark.combiningClass
    guard combiningClass != 0 else { return }
    if marks.end != place {
      closeMarks()
      // What came along with the letter stands in order.
      marks.highestClass = self.mark(before: place)?.entry.combiningClass ?? 0
    }
    marks.end = folded.count
    if combiningClass < marks.highestClass {
      marks.isOrdered = false
    } else {
      marks.highestClass = combiningClass
    }
  }

  /// Ends the run.
  @inline(__always)
  mutating func closeMarks() {
    if _slowPath(!marks.isOrdered) { orderMarks() }
    marks.end = -1
  }

  /// Puts the marks of the run in canonical order: by combining class, those of the same as they came (Unicode 17,
  /// section 3.11).
  ///
  /// - Complexity: O(n log n) in the marks, and eight bytes each while it lasts.
  @inline(never)
  private mutating func orderMarks() {
    var start = marks.end
    while let mark = mark(before: start) { start -= mark.length }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: marks.end - start) { keys in
      // The class, then the place, then the scalar in the lowest 21 bits.
      var count = 0
      var place = marks.end
      while let mark = mark(before: place) {
        place -= mark.length
        keys.initializeElement(
          at: count,
          to: UInt64(mark.entry.combiningClass) &<< 56 | UInt64(place - start) &<< 21 | UInt64(mark.entry.scalar))
        count += 1
      }
      var ordered = UnsafeMutableBufferPointer(rebasing: keys[..<count])
      ordered.sort()
      for key in ordered {
        place += UTF8Encoding.encode(UInt32(truncatingIfNeeded: key) & 0x1F_FFFF, to: folded.base + place)
      }
    }
    marks.isOrdered = true
  }

  /// The mark of a class above 0 that ends before a place of ``folded``.
  @inline(__always)
  private func mark(before end: Int) -> (entry: ScalarEntry, length: Int)? {
    guard end > 0 else { return nil }
    var start = end - 1
    while folded[start] & 0xC0 == 0x80 { start -= 1 }
    let decoded = PlainEncoding.decode(folded.base + start, folded.base + end)
    let entry = table[decoded.value]
    return entry.kind == .mark && entry.combiningClass != 0 ? (entry, decoded.length) : nil
  }
}
