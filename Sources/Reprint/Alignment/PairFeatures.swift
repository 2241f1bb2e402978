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
    planes = PlaneStack(planes: PairFeature.allCases.count, rows: copy.count, columns: source.count)
    score = PlaneStack(planes: 2, rows: copy.count, columns: source.count)
    isSubstantial = (0..<copy.count).map { copy.wordCount($0) >= Self.leastWords }
    isHeadline = Self.headlines(copy)
    guard copy.count > 0, source.count > 0 else { return }
    var overlap = PairOverlap(source: source, copy: copy, weights: weights)
    overlap.measure(into: self)
    compare()
    layOut()
    let usual = UsualLinks(self)
    usual.write(to: self)
    writeRemainder(of: score[0], weights: weights, copy: copy, source: source) { planes[$0.pairFeature.rawValue] }
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
  private func compare() {
    let base = score[0]
    let best = base.rowLeaders()
    let bestInColumn = base.columnLeaders()
    let strong = best.indices.filter { isSubstantial[$0] && best[$0].first >= Self.strongScore }
    let substantial = max(1, isSubstantial.count { $0 })
    let rate = Float(strong.count) / Float(substantial)
    let cover = Float(Set(strong.map { best[$0].place }).count) / Float(base.columns)
    self[.rate].fill(rate)
    self[.cover].fill(cover)
    let claims = score[1]
    let claimBest = claims.rowLeaders()
    let claimBestInColumn = claims.columnLeaders()
    for row in 0..<base.rows {
      for column in 0..<base.columns {
        let value = base[row, column]
        let neighbours = base.support(row, column)
        self[.neighbours][row, column] = neighbours
        let rowMargin = value - best[row].other(than: column)
        let columnMargin = value - bestInColumn[column].other(than: row)
        let isBest: Float = rowMargin >= 0 ? 1 : 0
        self[.rowMargin][row, column] = rowMargin
        self[.columnMargin][row, column] = columnMargin
        self[.isRowBest][row, column] = isBest
        self[.isColumnBest][row, column] = columnMargin >= 0 ? 1 : 0
        self[.rateNeighbours][row, column] = rate * neighbours
        self[.neighboursIfBest][row, column] = neighbours * isBest
        self[.coverIfBest][row, column] = cover * isBest
        let claim = claims[row, column]
        self[.claimRowMargin][row, column] = (claim - claimBest[row].other(than: column)).bounded(by: 15)
        self[.claimColumnMargin][row, column] = (claim - claimBestInColumn[column].other(than: row)).bounded(by: 15)
        self[.rateGrams][row, column] = rate * self[.gramCosine][row, column]
        self[.rateScore][row, column] = rate * value
        self[.rateClaim][row, column] = rate * self[.claim][row, column]
        self[.missingUnshared][row, column] =
          self[.numbersMissing][row, column] * (1 - self[.copyShare][row, column])
      }
      self[.shortness].fillRow(row, Float(min(copy.wordCount(row), 8)) / 8)
    }
  }

  /// Where the sentences stand in their texts.
  private func layOut() {
    let rows = copy.count
    let columns = source.count
    for row in 0..<rows {
      let isTerminated: Float = copy.sentence(row).isTerminated ? 1 : 0
      let headline: Float = isHeadline[row] ? 1 : 0
      self[.isTerminated].fillRow(row, isTerminated)
      self[.isHeadline].fillRow(row, headline)
      let place = Float(row) / Float(max(1, rows - 1))
      for column in 0..<columns {
        let isLast: Float = column == columns - 1 ? 1 : 0
        self[.isFirst][row, column] = column == 0 ? 1 : 0
        self[.isLast][row, column] = isLast
        self[.lastUnterminated][row, column] = isLast * (1 - isTerminated)
        self[.headlineOpening][row, column] =
          column == 0 ? headline * min(2 * self[.cover][row, column], 1) : 0
        self[.displacement][row, column] = abs(place - Float(column) / Float(max(1, columns - 1)))
        self[.sourceShortness][row, column] = Float(min(source.wordCount(column), 12)) / 12
      }
    }
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

  init(_ features: borrowing PairFeatures) {
    let base = features.score[0]
    var total: Float = 0
    var sums = (score: Float(0), grams: Float(0), copyShare: Float(0), pairs: Float(0))
    for row in 0..<base.rows where features.isSubstantial[row] {
      let (value, column) = base.largestInRow(row)
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
    let gramCosine = features[.gramCosine]
    let (scorePlane, gramPlane) = (features[.score], features[.grams])
    for pair in 0..<base.count {
      let above = base[pair] - score
      let gramsAbove = gramCosine[pair] - grams
      scorePlane[pair] = above
      gramPlane[pair] = gramsAbove
      features[.copyShareAbove][pair] = features[.copyShare][pair] - copyShare
      features[.pairsAbove][pair] = features[.pairsShared][pair] - pairs
      features[.scoreBelow][pair] = min(above, 0)
      features[.gramsBelow][pair] = min(gramsAbove, 0)
      features[.scoreByUsual][pair] = above * score
      features[.scoreBelowUsual][pair] = min(above, 0) * score * score
      features[.gramsBelowUsual][pair] = min(gramsAbove, 0) * score * score
    }
  }
}
