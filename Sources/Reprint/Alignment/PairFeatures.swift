/// The features of every pair of a copy's sentence and an original's.
///
/// Rows are the copy's sentences, columns the original's. Made in three steps: what the two sentences share
/// (``PairOverlap``), what the best other sentence leaves unexplained (``Remainder``), and the pair among the others
/// (here).
struct PairFeatures: ~Copyable {
  let source: SentenceIndex
  let copy: SentenceIndex
  let weights: TermWeights
  let planes: PlaneStack
  /// The plain similarity that margins and neighbours are taken of.
  let score: PlaneStack
  /// Rows with enough words to say something of the page.
  let isSubstantial: [Bool]
  let isHeadline: [Bool]

  /// Fewer words are a label, a name, a menu item.
  static let leastWords = 4
  /// A similarity that is rarely met by chance.
  private static let strongScore: Float = 0.45

  /// - Complexity: O(rows x columns) for each feature, and the shared words of all pairs.
  init(source: SentenceIndex, copy: SentenceIndex, weights: TermWeights? = nil) {
    self.source = source
    self.copy = copy
    let weights = weights ?? TermWeights(source: source, copy: copy)
    self.weights = weights
    planes = PlaneStack(
      planes: PairFeature.allCases.count, rows: copy.count, columns: source.count, isPadded: true, isFilled: false)
    score = PlaneStack(planes: 2, rows: copy.count, columns: source.count, isPadded: true)
    isSubstantial = (0..<copy.count).map { copy.wordCount($0) >= Self.leastWords }
    isHeadline = Self.headlines(copy)
    guard copy.count > 0, source.count > 0 else { return }
    var overlap = PairOverlap(source: source, copy: copy, weights: weights)
    overlap.measure(into: self)
    let best = score[0].rowLeaders()
    let bestInColumn = score[0].columnLeaders()
    compare(best, bestInColumn)
    layOut()
    UsualLinks(self, best).write(to: self)
    writeRemainder(
      of: (best, bestInColumn), weights: weights, copy: copy, source: source, nil
    ) { planes[$0.pairFeature.rawValue] }
  }

  @inline(__always)
  subscript(feature: PairFeature) -> Plane { planes[feature.rawValue] }

  /// The headline: the last line before the article's first sentence, and the first of all.
  private static func headlines(_ copy: SentenceIndex) -> [Bool] {
    var result = [Bool](repeating: false, count: copy.count)
    let firstSentence = (0..<copy.count).first { copy.sentence($0).isTerminated } ?? 0
    for place in [0, firstSentence - 1] where place >= 0 && place < copy.count {
      result[place] = copy.wordCount(place) >= 3 && !copy.sentence(place).isTerminated
    }
    return result
  }

  /// The score against those of other pairs.
  private func compare(_ best: [Leaders], _ bestInColumn: [Leaders]) {
    let base = score[0]
    let strong = best.indices.filter { isSubstantial[$0] && best[$0].first >= Self.strongScore }
    let substantial = max(1, isSubstantial.count { $0 })
    let rate = Float(strong.count) / Float(substantial)
    let cover = Float(Set(strong.map { best[$0].place }).count) / Float(base.columns)
    self[.rate].fill(rate)
    self[.cover].fill(cover)
    let claims = score[1]
    let claimBest = claims.rowLeaders()
    let inColumn = ColumnRivals(bestInColumn)
    let claimInColumn = ColumnRivals(claims.columnLeaders())
    FramedPlane(base).writeSupport(to: self[.neighbours])
    for row in 0..<base.rows {
      let (inRow, claimInRow) = (RowRivals(best[row]), RowRivals(claimBest[row]))
      for column in stride(from: 0, to: base.columns, by: Plane.width) {
        let start = row * base.columns + column
        @inline(__always)
        func get(_ feature: PairFeature) -> Lanes { self[feature].lanes(start) }
        @inline(__always)
        func set(_ feature: PairFeature, _ value: Lanes) { self[feature].setLanes(start, value) }
        let value = base.lanes(start)
        let neighbours = get(.neighbours)
        let rowMargin = value - inRow.others(column)
        let columnMargin = value - inColumn.others(row, column)
        let isBest = rowMargin.isPositive
        set(.rowMargin, rowMargin)
        set(.columnMargin, columnMargin)
        set(.isRowBest, isBest)
        set(.isColumnBest, columnMargin.isPositive)
        set(.rateNeighbours, rate * neighbours)
        set(.neighboursIfBest, neighbours * isBest)
        set(.coverIfBest, cover * isBest)
        let claim = claims.lanes(start)
        set(.claimRowMargin, (claim - claimInRow.others(column)).bounded(by: 15))
        set(.claimColumnMargin, (claim - claimInColumn.others(row, column)).bounded(by: 15))
        set(.rateGrams, rate * get(.gramCosine))
        set(.rateScore, rate * value)
        set(.rateClaim, rate * get(.claim))
        set(.missingUnshared, get(.numbersMissing) * (1 - get(.copyShare)))
      }
      self[.shortness].fillRow(row, Float(min(copy.wordCount(row), 8)) / 8)
    }
  }

  /// Where the sentences stand in their texts.
  private func layOut() {
    let (rows, columns) = (copy.count, source.count)
    let layout = PlaneStack(planes: 2, rows: 1, columns: columns, isPadded: true)
    let (places, shortness) = (layout[0], layout[1])
    for column in 0..<columns {
      places[column] = Float(column) / Float(max(1, columns - 1))
      shortness[column] = Float(min(source.wordCount(column), 12)) / 12
    }
    for feature in [.isFirst, .isLast, .lastUnterminated, .headlineOpening] as [PairFeature] { self[feature].fill(0) }
    let opening = min(2 * self[.cover][0], 1)
    for row in 0..<rows {
      let isTerminated: Float = copy.sentence(row).isTerminated ? 1 : 0
      let headline: Float = isHeadline[row] ? 1 : 0
      self[.isTerminated].fillRow(row, isTerminated)
      self[.isHeadline].fillRow(row, headline)
      self[.isFirst][row, 0] = 1
      self[.isLast][row, columns - 1] = 1
      self[.lastUnterminated][row, columns - 1] = 1 - isTerminated
      self[.headlineOpening][row, 0] = headline * opening
      let place = Float(row) / Float(max(1, rows - 1))
      for column in stride(from: 0, to: columns, by: Plane.width) {
        self[.displacement].setLanes(row * columns + column, (place - places.lanes(column)).magnitude)
        self[.sourceShortness].setLanes(row * columns + column, shortness.lanes(column))
      }
    }
  }
}

/// The best other values of a row, for four columns at a time.
private struct RowRivals {
  private let first: Float
  private let second: Float
  private let place: Int

  init(_ leaders: Leaders) {
    (first, second) = (leaders.other(than: -1), leaders.other(than: leaders.place))
    place = leaders.place
  }

  @inline(__always)
  func others(_ column: Int) -> Lanes {
    let own = LaneMask(repeating: Int32(truncatingIfNeeded: place &- column))
    return Lanes.select(Lanes.areEqual(LaneMask(0, 1, 2, 3), own), Lanes(repeating: second), Lanes(repeating: first))
  }
}

/// The best other values of each column.
private struct ColumnRivals: ~Copyable {
  private let values: PlaneStack

  init(_ leaders: [Leaders]) {
    values = PlaneStack(planes: 3, rows: 1, columns: leaders.count, isPadded: true)
    for (column, leaders) in leaders.enumerated() {
      values[0][column] = leaders.other(than: -1)
      values[1][column] = leaders.other(than: leaders.place)
      values[2].set(column, number: leaders.place)
    }
  }

  @inline(__always)
  func others(_ row: Int, _ column: Int) -> Lanes {
    let isBest = Lanes.areEqual(values[2].numbers(column), LaneMask(repeating: Int32(truncatingIfNeeded: row)))
    return Lanes.select(isBest, values[1].lanes(column), values[0].lanes(column))
  }
}

extension Float {
  /// The value, not further from 0 than `limit`.
  @inline(__always)
  func bounded(by limit: Float) -> Float { max(-limit, min(limit, self)) }
}

/// How similar the pairs of a page that look like links usually are.
private struct UsualLinks {
  var score: Float = 0.3
  var grams: Float = 0.3
  var copyShare: Float = 0.3
  var pairs: Float = 0.3

  init(_ features: borrowing PairFeatures, _ best: [Leaders]) {
    var total: Float = 0
    var sums = (score: Float(0), grams: Float(0), copyShare: Float(0), pairs: Float(0))
    for row in best.indices where features.isSubstantial[row] {
      let (value, column) = (best[row].first, best[row].place)
      let weight = max(0, value - 0.25)
      total += weight
      sums.score += weight * value
      sums.grams += weight * features[.gramCosine][row, column]
      sums.copyShare += weight * features[.copyShare][row, column]
      sums.pairs += weight * features[.pairsShared][row, column]
    }
    guard total > 0 else { return }
    (score, grams) = (sums.score / total, sums.grams / total)
    (copyShare, pairs) = (sums.copyShare / total, sums.pairs / total)
  }

  func write(to features: borrowing PairFeatures) {
    let base = features.score[0]
    features[.usualScore].fill(score)
    for pair in stride(from: 0, to: base.count, by: Plane.width) {
      @inline(__always)
      func get(_ feature: PairFeature) -> Lanes { features[feature].lanes(pair) }
      @inline(__always)
      func set(_ feature: PairFeature, _ value: Lanes) { features[feature].setLanes(pair, value) }
      let above = base.lanes(pair) - score
      let gramsAbove = get(.gramCosine) - grams
      let below = above.atMost(0)
      let gramsBelow = gramsAbove.atMost(0)
      set(.score, above)
      set(.grams, gramsAbove)
      set(.copyShareAbove, get(.copyShare) - copyShare)
      set(.pairsAbove, get(.pairsShared) - pairs)
      set(.scoreBelow, below)
      set(.gramsBelow, gramsBelow)
      set(.scoreByUsual, above * score)
      set(.scoreBelowUsual, below * score * score)
      set(.gramsBelowUsual, gramsBelow * score * score)
    }
  }
}
