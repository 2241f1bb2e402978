/// The pairs that are worth a further look, row by row.
///
/// Figures of them alone stand in planes of one row, in this order.
struct LivePairs {
  /// The pairs by their places in a plane of all, ascending.
  private var pairs: [Int32] = []
  /// Where each row's pairs start among them; one more at the end.
  private var starts: [Int] = [0]
  private let columns: Int

  var count: Int { pairs.count }

  /// All pairs of a plane.
  init(all plane: Plane) { self.init(plane, atLeast: -.infinity) }

  /// The pairs with at least a value.
  init(_ plane: Plane, atLeast least: Float) {
    columns = plane.columns
    pairs.reserveCapacity(plane.count / 4)
    for row in 0..<plane.rows {
      for column in 0..<plane.columns where plane[row, column] >= least {
        pairs.append(Int32(row * plane.columns + column))
      }
      starts.append(pairs.count)
    }
  }

  /// Whether a row has none.
  func isEmpty(_ row: Int) -> Bool { starts[row] == starts[row + 1] }

  /// Which columns have any.
  func columns(_ count: Int) -> [Bool] {
    var result = [Bool](repeating: false, count: count)
    forEach { _, column, _ in result[column] = true }
    return result
  }

  /// Calls `body` with the row and column of each pair, and its number among them.
  @inline(__always)
  func forEach(_ body: (_ row: Int, _ column: Int, _ number: Int) -> Void) {
    for row in 0..<starts.count - 1 { forEach(in: row) { column, number in body(row, column, number) } }
  }

  /// Calls `body` with the column of each pair of a row, and its number among all.
  @inline(__always)
  func forEach(in row: Int, _ body: (_ column: Int, _ number: Int) -> Void) {
    pairs.withUnsafeBufferPointer { pairs in
      for number in starts[row]..<starts[row &+ 1] { body(Int(pairs[number]) &- row &* columns, number) }
    }
  }

  /// Takes the pairs' figures out of a plane of all.
  func gather(_ plane: Plane, into result: Plane) {
    pairs.withUnsafeBufferPointer { pairs in
      for number in pairs.indices { result[number] = plane[Int(pairs[number])] }
    }
  }

  /// Puts the pairs' figures back into a plane of all.
  func scatter(_ figures: Plane, into plane: Plane) {
    for (number, pair) in pairs.enumerated() { plane[Int(pair)] = figures[number] }
  }
}
