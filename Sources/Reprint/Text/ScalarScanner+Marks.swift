extension ScalarScanner {
  /// Marks in a row, all of a combining class above 0, in the folded word.
  ///
  /// They are put in order once no other can follow: one at a time, a text of nothing but marks would take quadratic time.
  struct MarkRun {
    var start = 0
    /// Where they end; before the first one, nowhere.
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
      openMarks(before: place)
    }
    marks.end = folded.count
    if combiningClass < marks.highestClass {
      marks.isOrdered = false
    } else {
      marks.highestClass = combiningClass
    }
  }

  /// Begins with the marks that came along with the letter before them, which stand in order.
  private mutating func openMarks(before place: Int) {
    marks.start = place
    while marks.start > 0 {
      let previous = scalar(before: marks.start)
      let entry = table[previous.value]
      guard entry.kind == .mark, entry.combiningClass != 0 else { return }
      marks.highestClass = max(marks.highestClass, entry.combiningClass)
      marks.start -= previous.length
    }
  }

  /// Ends the run, and puts its marks in canonical order if they are not: by combining class, those of the same as they
  /// came (Unicode 17, section 3.11).
  ///
  /// - Complexity: O(n log n) in the marks of the run, and eight bytes each while it lasts.
  mutating func closeMarks() {
    guard !marks.isOrdered else {
      marks = MarkRun()
      return
    }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: marks.end - marks.start) { keys in
      // The class, then the place, then the scalar in the lowest 21 bits.
      var count = 0
      var place = marks.end
      while place > marks.start {
        let mark = scalar(before: place)
        place -= mark.length
        keys.initializeElement(
          at: count,
          to: UInt64(table[mark.value].combiningClass) &<< 56 | UInt64(place - marks.start) &<< 21 | UInt64(mark.value))
        count += 1
      }
      var ordered = UnsafeMutableBufferPointer(rebasing: keys[..<count])
      ordered.sort()
      for key in ordered {
        place += UTF8Encoding.encode(UInt32(truncatingIfNeeded: key) & 0x1F_FFFF, to: folded.base + place)
      }
    }
    marks = MarkRun()
  }

  /// The scalar of ``folded`` that ends before a place.
  private func scalar(before end: Int) -> DecodedScalar {
    var start = end - 1
    while folded[start] & 0xC0 == 0x80 { start -= 1 }
    return PlainEncoding.decode(folded.base + start, folded.base + end)
  }
}
