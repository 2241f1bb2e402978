/// Every two words that stand in aligned sentences: a grid for each pair of sentences, a line for each word of the copy
/// and a place for each of the source, up to whole vectors.
///
/// What is known of two words stands at all places where they meet. Most meet once: all is computed place by place, and
/// places of the same two words are brought together after.
struct SubstitutionGrids: ~Copyable {
  /// The words of two aligned sentences with their relative places.
  struct Words {
    var copy: [(term: Int32, place: Float)] = []
    var source: [(term: Int32, place: Float)] = []
  }

  /// Two words that meet, and the first place where they do.
  struct Cell {
    var copy: Int32
    var source: Int32
    var place: Int32
  }

  private struct Grid {
    var rows: Int
    /// In places, four by four.
    var width: Int
    var start: Int
  }

  private let pairs: [Words]
  private var grids: [Grid] = []
  private let size: Int
  /// How near the relative places of two words are.
  private let nearness: PlaneStack
  /// Each two words once.
  private(set) var cells: [Cell] = []
  /// The places of words that meet more than once, pair of words after pair of words, and where each one's start.
  private var repeats: [Int32] = []
  private var repeatStarts: [Int32] = [0]
  private let copyLimit: Int
  private let sourceLimit: Int

  private static let iterations = 5
  /// How fast the preference for the same place falls off, and the share of words that stand for nothing.
  private static let steepness: Float = 4
  private static let nothing: Float = 0.08

  /// - Complexity: O(words of the pairs squared).
  init(_ pairs: [Words]) {
    self.pairs = pairs
    copyLimit = Int(pairs.lazy.flatMap(\.copy).map(\.term).max() ?? -1) + 1
    sourceLimit = Int(pairs.lazy.flatMap(\.source).map(\.term).max() ?? -1) + 1
    var size = 0
    for pair in pairs {
      let width = (pair.source.count + Plane.width - 1) / Plane.width * Plane.width
      grids.append(Grid(rows: pair.copy.count, width: width, start: size))
      size += pair.copy.count * width
    }
    self.size = size
    nearness = PlaneStack(planes: 1, rows: 1, columns: size)
    for (pair, grid) in zip(pairs, grids) {
      // e to the power of a difference, without a power for each.
      let copyRise = pair.copy.map { Logarithm.exponential(Self.steepness * $0.place) }
      let sourceRise = pair.source.map { Logarithm.exponential(Self.steepness * $0.place) }
      let (copyFall, sourceFall) = (copyRise.map { 1 / $0 }, sourceRise.map { 1 / $0 })
      for row in pair.copy.indices {
        let start = grid.start + row * grid.width
        for column in pair.source.indices {
          nearness[0][start + column] = min(copyRise[row] * sourceFall[column], copyFall[row] * sourceRise[column])
        }
      }
    }
    find()
  }

  /// Finds each two words, and where they meet again: all occurrences of a copy word together, so that what it has met
  /// fits one array.
  private mutating func find() {
    var ends = [Int32](repeating: 0, count: copyLimit + 1)
    for pair in pairs { for copy in pair.copy { ends[Int(copy.term) + 1] += 1 } }
    for term in 0..<copyLimit { ends[term + 1] += ends[term] }
    var lines = [(pair: Int32, row: Int32)](repeating: (0, 0), count: Int(ends[copyLimit]))
    var next = ends
    for (number, pair) in pairs.enumerated() {
      for (row, copy) in pair.copy.enumerated() {
        lines[Int(next[Int(copy.term)])] = (Int32(number), Int32(row))
        next[Int(copy.term)] += 1
      }
    }
    /// The copy word that met each source word last, and their cell.
    var met = [(copy: Int32, cell: Int32)](repeating: (-1, 0), count: sourceLimit)
    /// Places after the first, by cell.
    var again: [(cell: Int32, place: Int32)] = []
    cells.reserveCapacity(size)
    for copy in 0..<copyLimit {
      again.removeAll(keepingCapacity: true)
      for line in lines[Int(ends[copy])..<Int(ends[copy + 1])] {
        let grid = grids[Int(line.pair)]
        let start = grid.start + Int(line.row) * grid.width
        for (column, source) in pairs[Int(line.pair)].source.enumerated() {
          let place = Int32(truncatingIfNeeded: start &+ column)
          if met[Int(source.term)].copy == Int32(copy) {
            again.append((met[Int(source.term)].cell, place))
          } else {
            met[Int(source.term)] = (Int32(copy), Int32(cells.count))
            cells.append(Cell(copy: Int32(copy), source: source.term, place: place))
          }
        }
      }
      group(&again)
    }
  }

  /// Puts places of the same two words beside each other, the first place first.
  private mutating func group(_ again: inout [(cell: Int32, place: Int32)]) {
    guard !again.isEmpty else { return }
    again.sort { $0 < $1 }
    var last: Int32 = -1
    for (cell, place) in again {
      if cell != last {
        if last >= 0 { repeatStarts.append(Int32(repeats.count)) }
        repeats.append(cells[Int(cell)].place)
        last = cell
      }
      repeats.append(place)
    }
    repeatStarts.append(Int32(repeats.count))
  }

  // MARK: Estimates

  /// What is known of two words, at each place where they meet.
  struct Estimate: ~Copyable {
    /// Planes of chances that the one stands for the other, and of how often it does.
    let figures: PlaneStack
    /// Places at which it likely does; only forward.
    var sentences: [Int32]
  }

  /// The chance of each two words' copy word given the source word, or the other way round.
  func estimate(backward: Bool) -> Estimate {
    let figures = PlaneStack(planes: 2, rows: 1, columns: size, isPadded: true)
    let (chances, counts) = (figures[0], figures[1])
    chances.fill(1)
    var sentences = [Int32](repeating: 0, count: backward ? 0 : size)
    var totals = [Float](repeating: 0, count: backward ? copyLimit : sourceLimit)
    let widest = grids.lazy.map(\.width).max() ?? 0
    let line = PlaneStack(planes: 1, rows: 1, columns: widest, isPadded: true)
    for iteration in 1...Self.iterations {
      for term in totals.indices { totals[term] = 0 }
      for (grid, pair) in zip(grids, pairs) {
        if backward {
          explainSources(grid, pair, chances, counts, line[0], &totals)
        } else {
          explainCopies(grid, pair, chances, counts, line[0], &totals)
        }
      }
      if iteration == Self.iterations, !backward {
        for place in 0..<size where counts[place] > 0.5 { sentences[place] = 1 }
        unite { first, place in sentences[first] += sentences[place] }
      }
      unite { first, place in counts[first] += counts[place] }
      spread(counts)
      // Counts as shares of all that is explained by the same word.
      for term in totals.indices { totals[term] = totals[term] > 0 ? 1 / totals[term] : 0 }
      for (grid, pair) in zip(grids, pairs) {
        if !backward { for (column, source) in pair.source.enumerated() { line[0][column] = totals[Int(source.term)] } }
        for (row, copy) in pair.copy.enumerated() {
          let start = grid.start + row * grid.width
          let share = backward ? totals[Int(copy.term)] : 0
          for column in stride(from: 0, to: grid.width, by: Plane.width) {
            let scale = backward ? Lanes(repeating: share) : line[0].lanes(column)
            chances.setLanes(start + column, counts.lanes(start + column) * scale)
          }
        }
      }
    }
    return Estimate(figures: figures, sentences: sentences)
  }

  /// Counts how often, by the chances, each word of the copy is explained by each of the source.
  private func explainCopies(
    _ grid: Grid, _ pair: Words, _ chances: Plane, _ counts: Plane, _ sums: Plane, _ totals: inout [Float]
  ) {
    for column in 0..<grid.width { sums[column] = 0 }
    for row in 0..<grid.rows {
      let start = grid.start + row * grid.width
      var all = Lanes(repeating: 0)
      for place in stride(from: start, to: start + grid.width, by: Plane.width) {
        let weight = chances.lanes(place) * nearness[0].lanes(place)
        counts.setLanes(place, weight)
        all += weight
      }
      let total = all.sum()
      let scale = total > 0 ? (1 - Self.nothing) / total : 0
      for column in stride(from: 0, to: grid.width, by: Plane.width) {
        let share = scale * counts.lanes(start + column)
        counts.setLanes(start + column, share)
        sums.setLanes(column, sums.lanes(column) + share)
      }
    }
    for (column, source) in pair.source.enumerated() { totals[Int(source.term)] += sums[column] }
  }

  /// Counts how often, by the chances, each word of the source is explained by each of the copy.
  private func explainSources(
    _ grid: Grid, _ pair: Words, _ chances: Plane, _ counts: Plane, _ sums: Plane, _ totals: inout [Float]
  ) {
    for column in 0..<grid.width { sums[column] = 0 }
    for row in 0..<grid.rows {
      let start = grid.start + row * grid.width
      for column in stride(from: 0, to: grid.width, by: Plane.width) {
        let weight = chances.lanes(start + column) * nearness[0].lanes(start + column)
        counts.setLanes(start + column, weight)
        sums.setLanes(column, sums.lanes(column) + weight)
      }
    }
    for column in 0..<grid.width { sums[column] = sums[column] > 0 ? (1 - Self.nothing) / sums[column] : 0 }
    for (row, copy) in pair.copy.enumerated() {
      let start = grid.start + row * grid.width
      var all = Lanes(repeating: 0)
      for column in stride(from: 0, to: grid.width, by: Plane.width) {
        let share = counts.lanes(start + column) * sums.lanes(column)
        counts.setLanes(start + column, share)
        all += share
      }
      totals[Int(copy.term)] += all.sum()
    }
  }

  /// Calls `body` with the first place of words that meet more than once, and each of the others.
  @inline(__always)
  private func unite(_ body: (_ first: Int, _ place: Int) -> Void) {
    for index in 0..<repeatStarts.count - 1 {
      let range = Int(repeatStarts[index])..<Int(repeatStarts[index + 1])
      for place in range.dropFirst() { body(Int(repeats[range.lowerBound]), Int(repeats[place])) }
    }
  }

  /// Gives all places of the same two words what the first has.
  private func spread(_ figures: Plane) { unite { first, place in figures[place] = figures[first] } }
}
