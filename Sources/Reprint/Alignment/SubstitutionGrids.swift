/// Every two words that stand in aligned sentences: a grid for each pair of sentences, a line for each word of the copy
/// and a place for each of the source, up to whole vectors.
///
/// What is known of two words stands at all places where they meet. Most meet once: all is computed place by place, and
/// places of the same two words are brought together after.
struct SubstitutionGrids: ~Copyable {
  /// Words of a sentence with their relative places.
  typealias Words = [(term: Int32, place: Float)]

  /// Two words that meet, and the first place where they do.
  struct Cell {
    var copy: Int32
    var source: Int32
    var place: Int32
  }

  private struct Grid {
    /// Its words among those of all pairs.
    var copies: Range<Int>
    var sources: Range<Int>
    /// In places, whole vectors.
    var width: Int
    var start: Int
  }

  private var grids: [Grid] = []
  private var copyTerms: [Int32] = []
  private var sourceTerms: [Int32] = []
  private var size = 0
  /// How near the relative places of two words are.
  private let nearness: PlaneStack
  /// Each two words once.
  private(set) var cells: [Cell] = []
  /// Places where two words meet again, each with the first place where they do.
  private var repeats: [(first: Int32, place: Int32)] = []
  private let copyLimit: Int
  private let sourceLimit: Int

  private static let iterations = 5
  /// How fast the preference for the same place falls off, and the share of words that stand for nothing.
  private static let steepness: Float = 4
  private static let nothing: Float = 0.08

  /// - Parameter pairs: the words of aligned sentences.
  /// - Complexity: O(words of the pairs squared).
  init(_ pairs: [(copy: Words, source: Words)]) {
    for pair in pairs {
      let width = (pair.source.count + Plane.width - 1) / Plane.width * Plane.width
      grids.append(
        Grid(
          copies: copyTerms.count..<copyTerms.count + pair.copy.count,
          sources: sourceTerms.count..<sourceTerms.count + pair.source.count, width: width, start: size))
      for word in pair.copy { copyTerms.append(word.term) }
      for word in pair.source { sourceTerms.append(word.term) }
      size += pair.copy.count * width
    }
    copyLimit = Int(copyTerms.max() ?? -1) + 1
    sourceLimit = Int(sourceTerms.max() ?? -1) + 1
    nearness = PlaneStack(planes: 1, rows: 1, columns: size, isPadded: true)
    let widest = grids.lazy.map(\.width).max() ?? 0
    let ofSource = PlaneStack(planes: 2, rows: 1, columns: widest, isPadded: true)
    let (rises, falls) = (ofSource[0], ofSource[1])
    for (pair, grid) in zip(pairs, grids) {
      // e to the power of a difference, without a power for each.
      for (column, word) in pair.source.enumerated() {
        rises[column] = Logarithm.exponential(Self.steepness * word.place)
        falls[column] = 1 / rises[column]
      }
      for column in pair.source.count..<max(grid.width, pair.source.count) { (rises[column], falls[column]) = (0, 0) }
      var start = grid.start
      for word in pair.copy {
        let rise = Logarithm.exponential(Self.steepness * word.place)
        let fall = 1 / rise
        for column in stride(from: 0, to: grid.width, by: Plane.width) {
          let near = (rise * falls.lanes(column)).atMost(fall * rises.lanes(column))
          nearness[0].setLanes(start + column, near)
        }
        start += grid.width
      }
    }
    find()
  }

  /// Finds each two words, and where they meet again: all occurrences of a copy word together, so that what it has met
  /// fits one array.
  private mutating func find() {
    var ends = [Int32](repeating: 0, count: copyLimit + 1)
    for term in copyTerms { ends[Int(term) + 1] += 1 }
    for term in 0..<copyLimit { ends[term + 1] += ends[term] }
    var lines = [(grid: Int32, row: Int32)](repeating: (0, 0), count: copyTerms.count)
    var next = ends
    for (number, grid) in grids.enumerated() {
      for (row, index) in grid.copies.enumerated() {
        let term = Int(copyTerms[index])
        lines[Int(next[term])] = (Int32(number), Int32(row))
        next[term] += 1
      }
    }
    /// The copy word that met each source word last, and where.
    var met = [(copy: Int32, place: Int32)](repeating: (-1, 0), count: sourceLimit)
    cells.reserveCapacity(size)
    met.withUnsafeMutableBufferPointer { met in
      for copy in 0..<Int32(copyLimit) {
        for line in lines[Int(ends[Int(copy)])..<Int(ends[Int(copy) + 1])] {
          let grid = grids[Int(line.grid)]
          var place = Int32(truncatingIfNeeded: grid.start + Int(line.row) * grid.width)
          for source in sourceTerms[grid.sources] {
            if met[Int(source)].copy == copy {
              repeats.append((met[Int(source)].place, place))
            } else {
              met[Int(source)] = (copy, place)
              cells.append(Cell(copy: copy, source: source, place: place))
            }
            place &+= 1
          }
        }
      }
    }
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
      for grid in grids {
        if backward {
          explainSources(grid, chances, counts, line[0], &totals)
        } else {
          explainCopies(grid, chances, counts, line[0], &totals)
        }
      }
      if iteration == Self.iterations, !backward {
        for place in 0..<size where counts[place] > 0.5 { sentences[place] = 1 }
        for (first, place) in repeats { sentences[Int(first)] += sentences[Int(place)] }
      }
      for (first, place) in repeats { counts[Int(first)] += counts[Int(place)] }
      for (first, place) in repeats { counts[Int(place)] = counts[Int(first)] }
      // Counts as shares of all that is explained by the same word.
      for term in totals.indices { totals[term] = totals[term] > 0 ? 1 / totals[term] : 0 }
      for grid in grids { share(grid, counts, line[0], totals, backward: backward, into: chances) }
    }
    return Estimate(figures: figures, sentences: sentences)
  }

  /// Multiplies counts with what their words explain or are explained by.
  private func share(
    _ grid: Grid, _ counts: Plane, _ scales: Plane, _ totals: [Float], backward: Bool, into chances: Plane
  ) {
    if !backward {
      for (column, index) in grid.sources.enumerated() { scales[column] = totals[Int(sourceTerms[index])] }
    }
    var start = grid.start
    for index in grid.copies {
      let scale = Lanes(repeating: backward ? totals[Int(copyTerms[index])] : 0)
      for column in stride(from: 0, to: grid.width, by: Plane.width) {
        chances.setLanes(start + column, counts.lanes(start + column) * (backward ? scale : scales.lanes(column)))
      }
      start += grid.width
    }
  }

  /// Counts how often, by the chances, each word of the copy is explained by each of the source.
  private func explainCopies(
    _ grid: Grid, _ chances: Plane, _ counts: Plane, _ sums: Plane, _ totals: inout [Float]
  ) {
    for column in 0..<grid.width { sums[column] = 0 }
    var start = grid.start
    for _ in grid.copies {
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
      start += grid.width
    }
    for (column, index) in grid.sources.enumerated() { totals[Int(sourceTerms[index])] += sums[column] }
  }

  /// Counts how often, by the chances, each word of the source is explained by each of the copy.
  private func explainSources(
    _ grid: Grid, _ chances: Plane, _ counts: Plane, _ sums: Plane, _ totals: inout [Float]
  ) {
    for column in 0..<grid.width { sums[column] = 0 }
    var start = grid.start
    for _ in grid.copies {
      for column in stride(from: 0, to: grid.width, by: Plane.width) {
        let weight = chances.lanes(start + column) * nearness[0].lanes(start + column)
        counts.setLanes(start + column, weight)
        sums.setLanes(column, sums.lanes(column) + weight)
      }
      start += grid.width
    }
    for column in 0..<grid.width { sums[column] = sums[column] > 0 ? (1 - Self.nothing) / sums[column] : 0 }
    start = grid.start
    for index in grid.copies {
      var all = Lanes(repeating: 0)
      for column in stride(from: 0, to: grid.width, by: Plane.width) {
        let share = counts.lanes(start + column) * sums.lanes(column)
        counts.setLanes(start + column, share)
        all += share
      }
      totals[Int(copyTerms[index])] += all.sum()
      start += grid.width
    }
  }
}
