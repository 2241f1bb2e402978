import Synchronization

/// One figure for every pair of a copy's sentence (row) and an original's (column), in borrowed memory.
struct Plane {
  let base: UnsafeMutablePointer<Float>
  let rows: Int
  let columns: Int

  var count: Int { rows * columns }

  @inline(__always)
  subscript(row: Int, column: Int) -> Float {
    get { base[row &* columns &+ column] }
    nonmutating set { base[row &* columns &+ column] = newValue }
  }

  @inline(__always)
  subscript(pair: Int) -> Float {
    get { base[pair] }
    nonmutating set { base[pair] = newValue }
  }

  func fill(_ value: Float) { base.update(repeating: value, count: count) }

  @inline(__always)
  func row(_ row: Int) -> UnsafeMutablePointer<Float> { base + row &* columns }

  func fillRow(_ row: Int, _ value: Float) { (base + row * columns).update(repeating: value, count: columns) }

  /// Sets every pair from its place.
  @inline(__always)
  func set(_ value: (_ pair: Int) -> Float) {
    for pair in 0..<count { base[pair] = value(pair) }
  }

  func largestInRow(_ row: Int) -> (value: Float, column: Int) {
    var best = (value: -Float.infinity, column: 0)
    for column in 0..<columns where self[row, column] > best.value { best = (self[row, column], column) }
    return best
  }

  func largestInColumn(_ column: Int) -> (value: Float, row: Int) {
    var best = (value: -Float.infinity, row: 0)
    for row in 0..<rows where self[row, column] > best.value { best = (self[row, column], row) }
    return best
  }

  /// For each row its largest value, where that is, and the second largest (0 if there is one column).
  func rowLeaders() -> [Leaders] {
    (0..<rows).map { row in
      var leaders = Leaders()
      let values = self.row(row)
      for column in 0..<columns where values[column] > leaders.second { leaders.add(values[column], at: column) }
      return leaders
    }
  }

  func columnLeaders() -> [Leaders] {
    var result = [Leaders](repeating: Leaders(), count: columns)
    result.withUnsafeMutableBufferPointer { result in
      for row in 0..<rows {
        let values = self.row(row)
        for column in 0..<columns where values[column] > result[column].second {
          result[column].add(values[column], at: row)
        }
      }
    }
    return result
  }

  /// The best value on a diagonal beside a pair: what its neighbours speak for.
  ///
  /// One row away counts whole, two rows less; a column more or less than the diagonal may lie between.
  @inline(__always)
  func support(_ row: Int, _ column: Int) -> Float {
    var best: Float = 0
    for distance in 1...2 {
      let weight: Float = distance == 1 ? 1 : 0.7
      if row >= distance {
        best = max(best, weight * largest(row - distance, max(0, column - distance - 1), min(columns - 1, column + 1)))
      }
      if row + distance < rows {
        best = max(best, weight * largest(row + distance, max(0, column - 1), min(columns - 1, column + distance + 1)))
      }
    }
    return best
  }

  /// The largest of some values of a row, 0 or more.
  @inline(__always)
  private func largest(_ row: Int, _ first: Int, _ last: Int) -> Float {
    var most: Float = 0
    var column = first
    while column <= last {
      most = max(most, self[row, column])
      column &+= 1
    }
    return most
  }
}

/// A plane with nothing around: places outside of it may be looked at.
struct FramedPlane: ~Copyable {
  private let stack: PlaneStack
  private let columns: Int
  private let width: Int
  private static let rowsAround = 2

  init(_ plane: Plane) {
    columns = plane.columns
    width = plane.columns + 3 * Plane.width
    stack = PlaneStack(planes: 1, rows: plane.rows + 2 * Self.rowsAround, columns: width)
    for row in 0..<plane.rows { (stack[0].base + place(row, 0)).update(from: plane.row(row), count: plane.columns) }
  }

  @inline(__always)
  private func place(_ row: Int, _ column: Int) -> Int { (row &+ Self.rowsAround) &* width &+ Plane.width &+ column }

  /// The figure of a pair; 0 up to two rows, and up to four columns, outside.
  @inline(__always)
  subscript(row: Int, column: Int) -> Float { stack[0][place(row, column)] }

  /// Writes what neighbours speak for (``Plane/support(_:_:)``), for every pair; figures must be 0 or more.
  ///
  /// - Parameter result: a padded plane of as many pairs.
  func writeSupport(to result: Plane) {
    let frame = stack[0]
    for row in 0..<result.rows {
      for column in Swift.stride(from: 0, to: columns, by: Plane.width) {
        /// The largest of a window of columns, some rows on.
        @inline(__always)
        func largest(_ rows: Int, _ first: Int, _ last: Int) -> Lanes {
          let place = place(row &+ rows, column)
          var most = frame.lanes(place &+ first)
          for offset in first + 1...last { most = most.atLeast(frame.lanes(place &+ offset)) }
          return most
        }
        let near = largest(-1, -2, 1).atLeast(largest(1, -1, 2))
        let far = largest(-2, -3, 1).atLeast(largest(2, -1, 3))
        result.setLanes(row &* columns &+ column, near.atLeast(0.7 * far))
      }
    }
  }
}

/// The two largest values of a row or column, and where they stand.
struct Leaders {
  var first = -Float.infinity
  var second = -Float.infinity
  var place = 0
  var secondPlace = -1

  @inline(__always)
  mutating func add(_ value: Float, at place: Int) {
    if value > first {
      (second, secondPlace) = (first, self.place)
      (first, self.place) = (value, place)
      if second == -.infinity { secondPlace = -1 }
    } else if value > second {
      (second, secondPlace) = (value, place)
    }
  }

  /// The best value but for the one at `place`; 0 if there is no other.
  @inline(__always)
  func other(than place: Int) -> Float {
    let value = place == self.place ? second : first
    return value == -.infinity ? 0 : value
  }
}

/// Planes of several figures in one piece of memory.
struct PlaneStack: ~Copyable {
  private let base: UnsafeMutablePointer<Float>
  /// In bytes.
  private let capacity: Int
  let rows: Int
  let columns: Int
  let planes: Int
  /// From one plane to the next.
  private let stride: Int

  /// - Parameters:
  ///   - isPadded: whether four figures may be read and written at once up to the end of each plane.
  ///   - isFilled: whether all figures are 0; else they are anything.
  init(planes: Int, rows: Int, columns: Int, isPadded: Bool = false, isFilled: Bool = true) {
    (self.planes, self.rows, self.columns) = (planes, rows, columns)
    stride = isPadded ? (rows * columns + 2 * Plane.width - 1) / Plane.width * Plane.width : rows * columns
    let count = max(1, planes * stride)
    // Whole vectors may be read up to the end.
    let memory = PlaneMemory.take(4 * (count + Plane.width))
    capacity = memory.capacity
    base = memory.base.bindMemory(to: Float.self, capacity: count)
    if isFilled { base.initialize(repeating: 0, count: count) }
  }

  deinit { PlaneMemory.give(base, capacity) }

  @inline(__always)
  subscript(index: Int) -> Plane { Plane(base: base + index &* stride, rows: rows, columns: columns) }

  /// Sets all figures to 0.
  func clear() { base.update(repeating: 0, count: planes * stride) }

  /// All figures as vectors; for planes of whole vectors.
  func lanes<Lanes: SIMD<Float>>(_ type: Lanes.Type) -> UnsafeMutablePointer<Lanes> {
    precondition(rows * columns % Lanes.scalarCount == 0, "planes of whole vectors")
    return UnsafeMutableRawPointer(base).assumingMemoryBound(to: Lanes.self)
  }

  /// All planes, in order; they live as long as the stack.
  var all: [Plane] { (0..<planes).map { self[$0] } }
}

/// Large pieces of memory that are used again and again: fresh ones cost more than what is computed in them.
private enum PlaneMemory {
  private struct Free {
    var base: UnsafeMutableRawPointer
    var capacity: Int
  }

  private struct Store: @unchecked Sendable {
    var free: [Free] = []
    var bytes = 0
  }

  private static let store = Mutex(Store())
  /// Smaller pieces are the allocator's business.
  private static let smallest = 1 << 16
  /// Kept at once.
  private static let mostBytes = 1 << 27

  /// Memory of at least so many bytes, whatever is in it.
  static func take(_ bytes: Int) -> (base: UnsafeMutableRawPointer, capacity: Int) {
    var capacity = bytes
    if bytes >= smallest {
      capacity = smallest
      while capacity < bytes { capacity *= 2 }
      let known = store.withLock { store -> Free? in
        guard let place = store.free.lastIndex(where: { $0.capacity == capacity }) else { return nil }
        store.bytes -= capacity
        return store.free.remove(at: place)
      }
      if let known { return (known.base, capacity) }
    }
    return (UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 64), capacity)
  }

  static func give(_ base: UnsafeMutableRawPointer, _ capacity: Int) {
    let isKept =
      capacity >= smallest
      && store.withLock { store in
        guard store.bytes + capacity <= mostBytes else { return false }
        store.bytes += capacity
        store.free.append(Free(base: base, capacity: capacity))
        return true
      }
    if !isKept { base.deallocate() }
  }
}
