/// Which terms of the original a sentence of the copy has, one row after the other.
struct RowTerms {
  private var row: Int32 = -1
  /// The row that last had each term.
  private var lastRow: [Int32]

  /// - Parameter count: how many terms the original has.
  init(count: Int) { lastRow = Array(repeating: -1, count: count) }

  /// Forgets the terms of the row before.
  ///
  /// - Parameter row: none that was started before.
  mutating func start(_ row: Int) { self.row = Int32(row) }

  @inline(__always)
  mutating func insert(_ term: Int) { lastRow[term] = row }

  @inline(__always)
  func contains(_ term: Int32) -> Bool { lastRow[Int(term)] == row }
}

/// A term of the original that stands for a term of the copy in part.
struct PartialMatch {
  var sourceTerm: Int32
  /// What it is worth, at most a whole match.
  var mass: Float
}
