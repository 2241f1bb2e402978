/// What the probabilities of all pairs of a page say of each: its neighbours, the path through the page, how the page's
/// other links look, what other links leave unexplained.
struct PassFeatures: ~Copyable {
  let planes: PlaneStack

  /// - Parameter live: the pairs whose features are wanted, one after the other; nil for all.
  /// - Complexity: O(rows x columns), and the shared words of all pairs.
  init(_ probabilities: Plane, _ pairs: borrowing PairFeatures, _ live: LivePairs? = nil) {
    let live = live ?? LivePairs(all: probabilities)
    planes = PlaneStack(
      planes: PassFeature.allCases.count, rows: 1, columns: live.count, isPadded: true, isFilled: false)
    guard live.count > 0 else { return }
    let page = PageFigures(probabilities, pairs)
    let framed = FramedPlane(probabilities)
    compare(probabilities, framed, page, live)
    follow(framed, page, pairs, live)
    writeNear(probabilities, page, live)
    writePaths(probabilities, page, live)
    writeUsual(page, pairs, live)
    // Ties go to the more similar pair.
    let ranking = PlaneStack(planes: 1, rows: probabilities.rows, columns: probabilities.columns)
    ranking[0].set { probabilities[$0] + 1e-3 * pairs.score[0][$0] }
    writeRemainder(
      of: (ranking[0].rowLeaders(), ranking[0].columnLeaders()), weights: pairs.weights, copy: pairs.copy,
      source: pairs.source, live
    ) { planes[$0.passFeature.rawValue] }
  }

  @inline(__always)
  subscript(feature: PassFeature) -> Plane { planes[feature.rawValue] }

  /// Sets features of four pairs after the other.
  @inline(__always)
  private func forEachLanes(_ live: LivePairs, _ body: (_ pair: Int) -> Void) {
    for pair in stride(from: 0, to: live.count, by: Plane.width) { body(pair) }
  }

  /// The probability against those of other pairs.
  private func compare(_ p: Plane, _ framed: borrowing FramedPlane, _ page: PageFigures, _ live: LivePairs) {
    self[.rate].fill(page.rate)
    self[.cover].fill(page.cover)
    self[.mean].fill(page.mean)
    self[.order].fill(page.order)
    self[.step].fill(page.step)
    self[.softCover].fill(page.softCover)
    let support = PlaneStack(planes: 1, rows: p.rows, columns: p.columns, isPadded: true, isFilled: false)
    framed.writeSupport(to: support[0])
    live.gather(support[0], into: self[.neighbours])
    let values = PlaneStack(planes: 2, rows: 1, columns: live.count, isPadded: true, isFilled: false)
    let (value, inColumn) = (values[0], values[1])
    live.gather(p, into: value)
    let (rowMargin, columnRest, rowRest, beside) = (
      self[.rowMargin], self[.columnRest], self[.rowRest], self[.besideInRow]
    )
    live.forEach { row, column, pair in
      rowMargin[pair] = value[pair] - page.rows[row].other(than: column)
      inColumn[pair] = page.columns[column].other(than: row)
      columnRest[pair] = min(3, page.columnSums[column] - value[pair])
      rowRest[pair] = min(3, page.rowSums[row] - value[pair])
      beside[pair] = max(framed[row, column - 1], framed[row, column + 1])
    }
    forEachLanes(live) { pair in
      @inline(__always)
      func set(_ feature: PassFeature, _ value: Lanes) { self[feature].setLanes(pair, value) }
      let (value, otherInColumn) = (value.lanes(pair), inColumn.lanes(pair))
      let columnMargin = value - otherInColumn
      let isBest = rowMargin.lanes(pair).isPositive
      let odds = Logarithm.odds(value)
      let neighbours = self[.neighbours].lanes(pair)
      set(.odds, odds)
      set(.columnMargin, columnMargin)
      set(.isRowBest, isBest)
      set(.isColumnBest, columnMargin.isPositive)
      set(.rateNeighbours, page.rate * neighbours)
      set(.neighboursIfBest, neighbours * isBest)
      set(.coverIfBest, page.cover * isBest)
      set(.oddsByRate, odds * page.rate)
      set(.oddsByCover, odds * page.softCover)
      set(.oddsByStep, odds * page.step)
      set(.oddsByMean, odds * page.mean)
      set(.unclaimed, 1 - otherInColumn)
      set(.otherColumnSquared, otherInColumn * otherInColumn)
    }
  }

  /// Links before and behind each pair, on the way through both texts.
  private func follow(
    _ p: borrowing FramedPlane, _ page: PageFigures, _ pairs: borrowing PairFeatures, _ live: LivePairs
  ) {
    let (unclaimed, befores, afters) = (self[.unclaimed], self[.before], self[.after])
    let (between, fill, fillEmpty) = (self[.between], self[.fill], self[.fillEmpty])
    let (headlineByMean, headlineByCover) = (self[.headlineByMean], self[.headlineByCover])
    live.forEach { row, column, pair in
      let headline: Float = pairs.isHeadline[row] ? 1 : 0
      let before = max(
        p[row - 1, column - 1], p[row, column - 1], 0.7 * p[row - 1, column - 2], 0.7 * p[row - 2, column - 1])
      let after = max(
        p[row + 1, column + 1], p[row, column + 1], 0.7 * p[row + 1, column + 2], 0.7 * p[row + 2, column + 1])
      let free = unclaimed[pair]
      let least = min(before, after)
      // A row without a link of its own is likelier to fill a gap.
      let isEmpty: Float = page.rows[row].place == column ? 1 : 1 - page.rows[row].first
      befores[pair] = before * free
      afters[pair] = after * free
      between[pair] = least
      fill[pair] = least * free
      fillEmpty[pair] = least * free * isEmpty
      headlineByMean[pair] = column == 0 ? headline * page.mean : 0
      headlineByCover[pair] = column == 0 ? headline * page.softCover : 0
    }
  }

  /// How many links lie near, the nearer and the more in step the more they count.
  private func writeNear(_ p: Plane, _ page: PageFigures, _ live: LivePairs) {
    let stack = PlaneStack(planes: 1, rows: p.rows, columns: p.columns)
    let near = stack[0]
    Self.closeness.withUnsafeBufferPointer { closeness in
      for other in 0..<p.rows {
        for place in 0..<p.columns where p[other, place] > 0.2 {
          let (first, last) = (max(0, place - Self.widest), min(p.columns - 1, place + Self.widest))
          for distance in -4...4 where distance != 0 && other - distance >= 0 && other - distance < p.rows {
            // Seen from the row, the link lies `distance` rows on.
            let weight = Self.decay[abs(distance)] * p[other, place]
            let close = (distance + 4) * (2 * Self.widest + 1) + Self.widest + place
            let row = near.row(other - distance)
            for column in first...last { row[column] += weight * closeness[close - column] }
          }
        }
      }
    }
    let leaders = near.rowLeaders()
    live.forEach { row, column, pair in
      self[.near][pair] = near[row, column]
      self[.nearMargin][pair] = (near[row, column] - leaders[row].other(than: column)).bounded(by: 3)
      self[.nearByMean][pair] = near[row, column] * page.mean
    }
  }

  /// For distances of -4 to 4 rows, each with as many columns on either side as count, how much in step they are.
  private static let closeness: [Float] = (-4...4).flatMap { distance in
    (-widest...widest).map { columns in
      let offset = abs(Float(columns) - 0.9 * Float(distance))
      return Logarithm.exponential(-offset / (1 + 0.8 * Float(abs(distance))))
    }
  }
  private static let widest = 12

  private static let decay: [Float] = [1, 0.8, 0.64, 0.512, 0.4096]

  private func writePaths(_ p: Plane, _ page: PageFigures, _ live: LivePairs) {
    let path = HiddenPath(rows: p.rows, columns: p.columns)
    let odds = PlaneStack(planes: 1, rows: p.rows, columns: p.columns, isPadded: true, isFilled: false)
    HiddenPath.odds(p, into: odds[0])
    path.run(
      odds: odds[0], live, trust: 1,
      into: .init(
        link: self[.pathLink], place: self[.pathPlace], prior: self[.pathPrior], priorLink: self[.pathPriorLink]))
    path.run(
      odds: odds[0], live, trust: 0.6,
      into: .init(
        link: self[.loosePathLink], place: self[.loosePathPlace], prior: self[.loosePathPrior],
        priorLink: self[.loosePathPriorLink]))
    forEachLanes(live) { pair in
      @inline(__always)
      func get(_ feature: PassFeature) -> Lanes { self[feature].lanes(pair) }
      let unclaimed = get(.unclaimed)
      self[.pathPriorUnclaimed].setLanes(pair, get(.pathPrior) * unclaimed)
      self[.loosePathPriorUnclaimed].setLanes(pair, get(.loosePathPrior) * unclaimed)
      self[.pathLinkByMean].setLanes(pair, get(.pathLink) * page.mean)
    }
  }

  /// The pair against how the page's likely links look, its own row left out.
  private func writeUsual(_ page: PageFigures, _ pairs: borrowing PairFeatures, _ live: LivePairs) {
    let leaders = page.rows
    let weights = leaders.indices.map {
      pairs.isSubstantial[$0] && leaders[$0].first > 0.5 ? leaders[$0].first : 0
    }
    let total = weights.reduce(0, +)
    func write(
      _ feature: PairFeature, _ usual: PassFeature, _ above: PassFeature, _ below: PassFeature, _ byUsual: PassFeature?
    ) {
      let plane = pairs[feature]
      let values = leaders.indices.map { plane[$0, leaders[$0].place] * weights[$0] }
      let sum = values.reduce(0, +)
      let (usual, above, below) = (self[usual], self[above], self[below])
      let belowUsual = byUsual.map { self[$0] }
      for row in leaders.indices {
        let others = total - weights[row]
        let typical = others > 0.5 ? (sum - values[row]) / others : total > 0.5 ? sum / total : 0.3
        live.forEach(in: row) { column, pair in
          let difference = plane[row, column] - typical
          usual[pair] = typical
          above[pair] = difference
          below[pair] = min(difference, 0)
          if let belowUsual { belowUsual[pair] = min(difference, 0) * typical * typical }
        }
      }
    }
    write(.gramCosine, .usualGrams, .gramsAbove, .gramsBelow, .gramsBelowUsual)
    write(.copyShare, .usualCopyShare, .copyShareAbove, .copyShareBelow, .copyShareBelowUsual)
    write(.sourceShare, .usualSourceShare, .sourceShareAbove, .sourceShareBelow, .sourceShareBelowUsual)
    write(.geometric, .usualGeometric, .geometricAbove, .geometricBelow, .geometricBelowUsual)
    write(.pairsShared, .usualPairs, .pairsAbove, .pairsBelow, nil)
  }
}

/// What the probabilities say of a page as a whole.
private struct PageFigures {
  let rows: [Leaders]
  let columns: [Leaders]
  let rowSums: [Float]
  let columnSums: [Float]
  /// Share of the substantial sentences that have a link.
  let rate: Float
  /// Share of the original that is the best link of one.
  let cover: Float
  /// Mean of the likeliest links' probabilities.
  let mean: Float
  /// Share of links that don't go back behind the link before, and of those that go on by at most two.
  let order: Float
  let step: Float
  /// Mean over the original of its likeliest link.
  let softCover: Float

  init(_ p: Plane, _ pairs: borrowing PairFeatures) {
    let rows = p.rowLeaders()
    let columns = p.columnLeaders()
    (self.rows, self.columns) = (rows, columns)
    var (rowSums, columnSums) = ([Float](repeating: 0, count: p.rows), [Float](repeating: 0, count: p.columns))
    columnSums.withUnsafeMutableBufferPointer { columnSums in
      for row in 0..<p.rows {
        var sum: Float = 0
        for column in 0..<p.columns {
          sum += p[row, column]
          columnSums[column] += p[row, column]
        }
        rowSums[row] = sum
      }
    }
    (self.rowSums, self.columnSums) = (rowSums, columnSums)
    let substantial = rows.indices.filter { pairs.isSubstantial[$0] }
    let linked = substantial.filter { rows[$0].first > 0.5 }
    rate = Float(linked.count) / Float(max(1, substantial.count))
    cover = Float(Set(linked.map { rows[$0].place }).count) / Float(p.columns)
    mean = substantial.isEmpty ? 0 : substantial.reduce(Float(0)) { $0 + rows[$1].first } / Float(substantial.count)
    let places = linked.map { rows[$0].place }
    let steps = zip(places.dropFirst(), places).map { $0 - $1 }
    order = steps.isEmpty ? 0 : Float(steps.count { $0 >= 0 }) / Float(steps.count)
    step = steps.isEmpty ? 0 : Float(steps.count { $0 >= -1 && $0 <= 2 }) / Float(steps.count)
    softCover = columns.reduce(Float(0)) { $0 + min(1, $1.first) } / Float(p.columns)
  }
}
