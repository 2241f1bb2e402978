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

/// Fills the remainder features, the best sentences being those of the largest `score`.
///
/// - Parameter live: the pairs whose features are wanted; nil for all.
/// - Complexity: O(rows x columns) and three times the shared words of all pairs.
func writeRemainder(
  of score: Plane, weights: TermWeights, copy: SentenceIndex, source: SentenceIndex, _ live: LivePairs? = nil,
  into plane: (RemainderFeature) -> Plane
) {
  var copyOfSource = [Int32](repeating: -1, count: source.terms.count)
  for (term, known) in weights.sourceTerm.enumerated() where known >= 0 { copyOfSource[Int(known)] = Int32(term) }

  let live = live ?? LivePairs(all: score)
  let rows = score.rowLeaders()
  let (rest, restShare, left) = (plane(.rest), plane(.restShare), plane(.left))
  let (restOfLeft, notBest, notBestRest) = (plane(.restOfLeft), plane(.notBest), plane(.notBestRest))
  var explainer = Explainer(
    index: copy, other: source, otherTerm: weights.sourceTerm, weights: weights.copy)
  for row in 0..<score.rows {
    explainer.explain(row, leaders: rows[row])
    live.forEach(in: row) { column, pair in
      let amount = explainer.amount(column)
      let open = explainer.open(column)
      rest[pair] = Logarithm.onePlus(amount)
      restShare[pair] = amount / explainer.total
      left[pair] = open / explainer.total
      restOfLeft[pair] = amount / (open + 2)
      let other: Float = column == rows[row].place ? 0 : 1 - open / explainer.total
      notBest[pair] = other
      notBestRest[pair] = other * amount / (open + 2)
    }
  }

  let columns = score.columnLeaders()
  let (sourceRest, sourceRestShare, sourceLeft) = (plane(.sourceRest), plane(.sourceRestShare), plane(.sourceLeft))
  let sourceRestOfLeft = plane(.sourceRestOfLeft)
  let (notColumnBest, notColumnBestRest) = (plane(.notColumnBest), plane(.notColumnBestRest))
  let stack = PlaneStack(planes: 3, rows: score.columns, columns: score.rows)
  let (amounts, opens, totals) = (stack[0], stack[1], stack[2])
  explainer = Explainer(index: source, other: copy, otherTerm: copyOfSource, weights: weights.source)
  for column in 0..<score.columns {
    explainer.explain(column, leaders: columns[column])
    for row in 0..<score.rows { amounts[column, row] = explainer.amount(row) }
    for row in 0..<score.rows { opens[column, row] = explainer.open(row) }
    totals.fillRow(column, explainer.total)
  }
  live.forEach { row, column, pair in
    let (amount, open, total) = (amounts[column, row], opens[column, row], totals[column, row])
    sourceRest[pair] = Logarithm.onePlus(amount)
    sourceRestShare[pair] = amount / total
    sourceLeft[pair] = open / total
    sourceRestOfLeft[pair] = amount / (open + 2)
    let other: Float = row == columns[column].place ? 0 : 1 - open / total
    notColumnBest[pair] = other
    notColumnBestRest[pair] = other * amount / (open + 2)
  }
}

/// Measures what words of a sentence other sentences have that its best partner lacks.
private struct Explainer {
  let index: SentenceIndex
  let other: SentenceIndex
  let otherTerm: [Int32]
  let weights: [Float]
  private var amounts: [Float]
  private var place = 0
  private var firstAdds: Float = 0
  private var openFirst: Float = 0
  private var openSecond: Float = 0
  /// The sentence's whole mass.
  private(set) var total: Float = 0

  init(index: SentenceIndex, other: SentenceIndex, otherTerm: [Int32], weights: [Float]) {
    self.index = index
    self.other = other
    self.otherTerm = otherTerm
    self.weights = weights
    amounts = Array(repeating: 0, count: other.count)
  }

  /// The mass that another sentence adds to the best partner's; the best one: to the second best's.
  @inline(__always)
  func amount(_ other: Int) -> Float { other == place ? firstAdds : amounts[other] }

  /// The mass that this partner leaves open.
  @inline(__always)
  func open(_ other: Int) -> Float { other == place ? openSecond : openFirst }

  /// Looks at a sentence.
  mutating func explain(_ sentence: Int, leaders: Leaders) {
    for place in amounts.indices { amounts[place] = 0 }
    (place, total, openFirst, openSecond, firstAdds) = (leaders.place, 0, 0, 0, 0)
    for position in index.distinctTerms(sentence) {
      let term = Int(index.distinct[position])
      let weight = weights[term]
      total += weight
      let known = Int(otherTerm[term])
      guard known >= 0 else {
        openFirst += weight
        openSecond += weight
        continue
      }
      var isInFirst = false
      var isInSecond = false
      let range = other.postings.range(of: known)
      for place in range {
        let partner = Int(other.postings.entries[place].sentence)
        if partner == leaders.place { isInFirst = true }
        if partner == leaders.secondPlace { isInSecond = true }
      }
      if !isInSecond {
        openSecond += weight
        if isInFirst { firstAdds += weight }
      }
      guard !isInFirst else { continue }
      openFirst += weight
      for place in range { amounts[Int(other.postings.entries[place].sentence)] += weight }
    }
    total = max(total, 1e-3)
  }
}
