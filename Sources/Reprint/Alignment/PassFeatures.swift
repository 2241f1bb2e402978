/// What the probabilities of all pairs of a page say of each: its neighbours, the path through the page, how the page's
/// other links look, what other links leave unexplained.
struct PassFeatures: ~Copyable {
  let planes: PlaneStack

  /// - Parameter live: the pairs whose features are wanted, one after the other; nil for all.
  /// - Complexity: O(rows x columns), and the shared words of all pairs.
  init(_ probabilities: Plane, _ pairs: borrowing PairFeatures, _ live: LivePairs? = nil) {
    let live = live ?? LivePairs(all: probabilities)
    planes = PlaneStack(planes: PassFeature.allCases.count, rows: 1, columns: live.count)
    guard probabilities.count > 0 else { return }
    let page = PageFigures(probabilities, pairs)
    compare(probabilities, page, live)
    follow(probabilities, page, pairs, live)
    writePaths(probabilities, page, live)
    writeUsual(probabilities, pairs, live)
    // Ties go to the more similar pair.
    let ranking = PlaneStack(planes: 1, rows: probabilities.rows, columns: probabilities.columns)
    ranking[0].set { probabilities[$0] + 1e-3 * pairs.score[0][$0] }
    writeRemainder(of: ranking[0], weights: pairs.weights, copy: pairs.copy, source: pairs.source, live) {
      planes[$0.passFeature.rawValue]
    }
  }

  @inline(__always)
  subscript(feature: PassFeature) -> Plane { planes[feature.rawValue] }

  /// The probability against those of other pairs.
  private func compare(_ p: Plane, _ page: PageFigures, _ live: LivePairs) {
    self[.rate].fill(page.rate)
    self[.cover].fill(page.cover)
    self[.mean].fill(page.mean)
    self[.order].fill(page.order)
    self[.step].fill(page.step)
    self[.softCover].fill(page.softCover)
    live.forEach { row, column, pair in
      let value = p[row, column]
      let neighbours = p.support(row, column)
      let rowMargin = value - page.rows[row].other(than: column)
      let otherInColumn = page.columns[column].other(than: row)
      let columnMargin = value - otherInColumn
      let isBest: Float = rowMargin >= 0 ? 1 : 0
      let odds = Logarithm.odds(value)
      func set(_ feature: PassFeature, _ value: Float) { self[feature][pair] = value }
      set(.neighbours, neighbours)
      set(.odds, odds)
      set(.rowMargin, rowMargin)
      set(.columnMargin, columnMargin)
      set(.isRowBest, isBest)
      set(.isColumnBest, columnMargin >= 0 ? 1 : 0)
      set(.rateNeighbours, page.rate * neighbours)
      set(.neighboursIfBest, neighbours * isBest)
      set(.coverIfBest, page.cover * isBest)
      set(.columnRest, min(3, page.columnSums[column] - value))
      set(.rowRest, min(3, page.rowSums[row] - value))
      let left = column > 0 ? p[row, column - 1] : 0
      let right = column + 1 < p.columns ? p[row, column + 1] : 0
      set(.besideInRow, max(left, right))
      set(.oddsByRate, odds * page.rate)
      set(.oddsByCover, odds * page.softCover)
      set(.oddsByStep, odds * page.step)
      set(.oddsByMean, odds * page.mean)
      set(.unclaimed, 1 - otherInColumn)
      set(.otherColumnSquared, otherInColumn * otherInColumn)
    }
  }

  /// Links before and behind each pair, on the way through both texts.
  private func follow(_ p: Plane, _ page: PageFigures, _ pairs: borrowing PairFeatures, _ live: LivePairs) {
    func at(_ row: Int, _ column: Int) -> Float {
      row >= 0 && row < p.rows && column >= 0 && column < p.columns ? p[row, column] : 0
    }
    for row in 0..<p.rows {
      let headline: Float = pairs.isHeadline[row] ? 1 : 0
      live.forEach(in: row) { column, pair in
        let before = max(
          at(row - 1, column - 1), at(row, column - 1), 0.7 * at(row - 1, column - 2), 0.7 * at(row - 2, column - 1))
        let after = max(
          at(row + 1, column + 1), at(row, column + 1), 0.7 * at(row + 1, column + 2), 0.7 * at(row + 2, column + 1))
        let unclaimed = self[.unclaimed][pair]
        let between = min(before, after)
        // A row without a link of its own is likelier to fill a gap.
        let isEmpty: Float = page.rows[row].place == column ? 1 : 1 - page.rows[row].first
        func set(_ feature: PassFeature, _ value: Float) { self[feature][pair] = value }
        set(.before, before * unclaimed)
        set(.after, after * unclaimed)
        set(.between, between)
        set(.fill, between * unclaimed)
        set(.fillEmpty, between * unclaimed * isEmpty)
        set(.headlineByMean, column == 0 ? headline * page.mean : 0)
        set(.headlineByCover, column == 0 ? headline * page.softCover : 0)
      }
    }
    writeNear(p, page, live)
  }

  /// How many links lie near, the nearer and the more in step the more they count.
  private func writeNear(_ p: Plane, _ page: PageFigures, _ live: LivePairs) {
    let stack = PlaneStack(planes: 1, rows: p.rows, columns: p.columns)
    let near = stack[0]
    for other in 0..<p.rows {
      for place in 0..<p.columns where p[other, place] > 0.2 {
        for distance in -4...4 where distance != 0 && other - distance >= 0 && other - distance < p.rows {
          // Seen from the row, the link lies `distance` rows on.
          let weight = Self.decay[abs(distance)] * p[other, place]
          let width = 1 + 0.8 * Float(abs(distance))
          for column in max(0, place - 12)...min(p.columns - 1, place + 12) {
            let offset = abs(Float(place - column) - 0.9 * Float(distance))
            near[other - distance, column] += weight * Logarithm.exponential(-offset / width)
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

  private static let decay: [Float] = [1, 0.8, 0.64, 0.512, 0.4096]

  private func writePaths(_ p: Plane, _ page: PageFigures, _ live: LivePairs) {
    let path = HiddenPath(rows: p.rows, columns: p.columns)
    path.run(
      p, live, trust: 1,
      into: .init(
        link: self[.pathLink], place: self[.pathPlace], prior: self[.pathPrior], priorLink: self[.pathPriorLink]))
    path.run(
      p, live, trust: 0.6,
      into: .init(
        link: self[.loosePathLink], place: self[.loosePathPlace], prior: self[.loosePathPrior],
        priorLink: self[.loosePathPriorLink]))
    let unclaimed = self[.unclaimed]
    for pair in 0..<live.count {
      self[.pathPriorUnclaimed][pair] = self[.pathPrior][pair] * unclaimed[pair]
      self[.loosePathPriorUnclaimed][pair] = self[.loosePathPrior][pair] * unclaimed[pair]
      self[.pathLinkByMean][pair] = self[.pathLink][pair] * page.mean
    }
  }

  /// The pair against how the page's likely links look, its own row left out.
  private func writeUsual(_ p: Plane, _ pairs: borrowing PairFeatures, _ live: LivePairs) {
    let leaders = p.rowLeaders()
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
      for row in 0..<p.rows {
        let others = total - weights[row]
        let typical = others > 0.5 ? (sum - values[row]) / others : total > 0.5 ? sum / total : 0.3
        live.forEach(in: row) { column, pair in
          let difference = plane[row, column] - typical
          self[usual][pair] = typical
          self[above][pair] = difference
          self[below][pair] = min(difference, 0)
          if let byUsual { self[byUsual][pair] = min(difference, 0) * typical * typical }
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
    rowSums = (0..<p.rows).map { row in (0..<p.columns).reduce(Float(0)) { $0 + p[row, $1] } }
    columnSums = (0..<p.columns).map { column in (0..<p.rows).reduce(Float(0)) { $0 + p[$1, column] } }
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
