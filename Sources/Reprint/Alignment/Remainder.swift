/// What the best other sentence leaves unexplained: a second source must explain words that the first does not, and an
/// original's sentence that another sentence carries whole is rarely carried twice.
///
/// Both kinds of features have these, in this order.
enum RemainderFeature: Int, CaseIterable {
  case rest, restShare, left, restOfLeft, sourceRest, sourceRestShare, sourceLeft, sourceRestOfLeft
  case notBest, notColumnBest, notBestRest, notColumnBestRest

  var pairFeature: PairFeature { PairFeature.allCases[PairFeature.rest.rawValue + rawValue] }
  var passFeature: PassFeature { PassFeature.allCases[PassFeature.rest.rawValue + rawValue] }
}

/// Fills the remainder features.
///
/// - Parameters:
///   - best: for each row and each column its best sentences.
///   - live: the pairs whose features are wanted, in planes of their own; nil for all, in padded planes.
/// - Complexity: O(rows x columns) and twice the shared words of all pairs.
func writeRemainder(
  of best: (rows: [Leaders], columns: [Leaders]), weights: TermWeights, copy: SentenceIndex, source: SentenceIndex,
  _ live: LivePairs?, into plane: (RemainderFeature) -> Plane
) {
  var copyOfSource = [Int32](repeating: -1, count: source.terms.count)
  for (term, known) in weights.sourceTerm.enumerated() where known >= 0 { copyOfSource[Int(known)] = Int32(term) }
  let (rows, columns) = (best.rows.count, best.columns.count)

  let own = RemainderPlanes(
    rest: plane(.rest), restShare: plane(.restShare), left: plane(.left), restOfLeft: plane(.restOfLeft),
    notBest: plane(.notBest), notBestRest: plane(.notBestRest))
  let amounts = PlaneStack(planes: 1, rows: rows, columns: columns, isPadded: true)
  let figures = PlaneStack(planes: 2, rows: 1, columns: columns, isPadded: true)
  var explainer = Explainer(index: copy, other: source, otherTerm: weights.sourceTerm, weights: weights.copy)
  for row in 0..<rows {
    if let live, live.isEmpty(row) { continue }
    let line = Plane(base: amounts[0].row(row), rows: 1, columns: columns)
    let (total, first, second) = explainer.explain(row, best.rows[row], line.base)
    let place = best.rows[row].place
    if let live {
      live.forEach(in: row) { column, pair in
        own.set(pair, line[column], column == place ? second : first, total, isBest: column == place)
      }
    } else {
      for column in 0..<columns { (figures[0][column], figures[1][column]) = (first, 1) }
      (figures[0][place], figures[1][place]) = (second, 0)
      for column in stride(from: 0, to: columns, by: Plane.width) {
        own.set(
          row * columns + column, line.lanes(column), figures[0].lanes(column), Lanes(repeating: total),
          figures[1].lanes(column))
      }
    }
  }

  let theirs = RemainderPlanes(
    rest: plane(.sourceRest), restShare: plane(.sourceRestShare), left: plane(.sourceLeft),
    restOfLeft: plane(.sourceRestOfLeft), notBest: plane(.notColumnBest), notBestRest: plane(.notColumnBestRest))
  let ofColumn = PlaneStack(planes: 4, rows: 1, columns: columns, isPadded: true)
  let (totals, firsts, seconds, places) = (ofColumn[0], ofColumn[1], ofColumn[2], ofColumn[3])
  let line = PlaneStack(planes: 1, rows: 1, columns: rows, isPadded: true)
  var theirExplainer = Explainer(index: source, other: copy, otherTerm: copyOfSource, weights: weights.source)
  let wanted = live?.columns(columns)
  for column in 0..<columns where wanted?[column] != false {
    let figures = theirExplainer.explain(column, best.columns[column], line[0].base)
    (totals[column], firsts[column], seconds[column]) = figures
    places.set(column, number: best.columns[column].place)
    for row in 0..<rows { amounts[0][row, column] = line[0][row] }
  }
  if let live {
    live.forEach { row, column, pair in
      let isBest = row == best.columns[column].place
      theirs.set(
        pair, amounts[0][row, column], isBest ? seconds[column] : firsts[column], totals[column], isBest: isBest)
    }
  } else {
    for row in 0..<rows {
      for column in stride(from: 0, to: columns, by: Plane.width) {
        let isBest = Lanes.areEqual(places.numbers(column), LaneMask(repeating: Int32(truncatingIfNeeded: row)))
        theirs.set(
          row * columns + column, amounts[0].lanes(row * columns + column),
          Lanes.select(isBest, seconds.lanes(column), firsts.lanes(column)), totals.lanes(column),
          Lanes.select(isBest, Lanes(repeating: 0), Lanes(repeating: 1)))
      }
    }
  }
}

/// The features of one side.
private struct RemainderPlanes {
  let rest: Plane
  let restShare: Plane
  let left: Plane
  let restOfLeft: Plane
  let notBest: Plane
  let notBestRest: Plane

  /// - Parameters:
  ///   - amount: the mass that the partner adds to the best other one.
  ///   - open: the mass that this one leaves open.
  @inline(__always)
  func set(_ pair: Int, _ amount: Float, _ open: Float, _ total: Float, isBest: Bool) {
    let ofLeft = amount / (open + 2)
    let other: Float = isBest ? 0 : 1 - open / total
    rest[pair] = Logarithm.onePlus(amount)
    restShare[pair] = amount / total
    left[pair] = open / total
    restOfLeft[pair] = ofLeft
    notBest[pair] = other
    notBestRest[pair] = other * amount / (open + 2)
  }

  /// - Parameter isOther: 0 for the best partner, else 1.
  @inline(__always)
  func set(_ pair: Int, _ amount: Lanes, _ open: Lanes, _ total: Lanes, _ isOther: Lanes) {
    let share = open / total
    let other = isOther * (1 - share)
    rest.setLanes(pair, Logarithm.onePlus(amount))
    restShare.setLanes(pair, amount / total)
    left.setLanes(pair, share)
    restOfLeft.setLanes(pair, amount / (open + 2))
    notBest.setLanes(pair, other)
    notBestRest.setLanes(pair, other * amount / (open + 2))
  }
}

/// Measures what words of a sentence other sentences have that its best partner lacks.
private struct Explainer: ~Copyable {
  private let distinct: [Int32]
  private let starts: [Int32]
  private let otherDistinct: [Int32]
  private let otherStarts: [Int32]
  private let postings: Postings
  private let count: Int
  private let otherTerm: [Int32]
  private let weights: [Float]
  /// For each term of the other text the sentence + 1 whose best and second best partner have it.
  private var inFirst: [Int32]
  private var inSecond: [Int32]
  /// A line of the table of terms that most sentences have, or -1.
  private var line: [Int32]
  private let frequent: PlaneStack

  init(index: SentenceIndex, other: SentenceIndex, otherTerm: [Int32], weights: [Float]) {
    (distinct, starts) = (index.distinct, index.distinctStarts)
    (otherDistinct, otherStarts) = (other.distinct, other.distinctStarts)
    (postings, count) = (other.postings, other.count)
    self.otherTerm = otherTerm
    self.weights = weights
    inFirst = Array(repeating: 0, count: other.terms.count)
    inSecond = inFirst
    line = Array(repeating: -1, count: other.terms.count)
    let often = (0..<other.terms.count).filter { 3 * other.postings.frequency(of: $0) > other.count }
    // 1 where a sentence has the term.
    frequent = PlaneStack(planes: 1, rows: often.count, columns: other.count, isPadded: true)
    let marks = frequent[0]
    for (row, term) in often.enumerated() {
      line[term] = Int32(row)
      other.postings.forEach(term) { marks[row, Int($0.sentence)] = 1 }
    }
  }

  /// Looks at a sentence.
  ///
  /// - Parameter amounts: room for whole vectors; becomes the mass that each other sentence adds to the best partner's; the best one: to the
  ///   second best's.
  /// - Returns: the sentence's whole mass, and what the best and the second best partner leave open of it.
  mutating func explain(
    _ sentence: Int, _ leaders: Leaders, _ amounts: UnsafeMutablePointer<Float>
  ) -> (total: Float, first: Float, second: Float) {
    let mark = Int32(truncatingIfNeeded: sentence &+ 1)
    for place in Int(otherStarts[leaders.place])..<Int(otherStarts[leaders.place + 1]) {
      inFirst[Int(otherDistinct[place])] = mark
    }
    if leaders.secondPlace >= 0 {
      for place in Int(otherStarts[leaders.secondPlace])..<Int(otherStarts[leaders.secondPlace + 1]) {
        inSecond[Int(otherDistinct[place])] = mark
      }
    }
    amounts.update(repeating: 0, count: count)
    let sums = Plane(base: amounts, rows: 1, columns: count)
    let marks = frequent[0]
    var (total, first, second, adds): (Float, Float, Float, Float) = (0, 0, 0, 0)
    for place in Int(starts[sentence])..<Int(starts[sentence + 1]) {
      let term = Int(distinct[place])
      let weight = weights[term]
      total += weight
      let known = Int(otherTerm[term])
      guard known >= 0 else {
        first += weight
        second += weight
        continue
      }
      let isInFirst = inFirst[known] == mark
      if inSecond[known] != mark {
        second += weight
        if isInFirst { adds += weight }
      }
      guard !isInFirst else { continue }
      first += weight
      if line[known] >= 0 {
        let start = Int(line[known]) * count
        for place in stride(from: 0, to: count, by: Plane.width) {
          sums.setLanes(place, sums.lanes(place) + weight * marks.lanes(start + place))
        }
      } else {
        postings.forEach(known) { amounts[Int($0.sentence)] += weight }
      }
    }
    amounts[leaders.place] = adds
    return (max(total, 1e-3), first, second)
  }
}
