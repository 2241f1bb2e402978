/// What the two sentences of each pair share.
///
/// One row after the other: each different word of the copy's sentence adds to the sums of all original sentences that
/// have it, so that pairs that share nothing cost next to nothing.
struct PairOverlap: ~Copyable {
  /// Sums for each sentence of the original while a row is looked at.
  private enum Sum: Int, CaseIterable {
    case mass, soft, plain, content, function, numbers, names, claim, sourceClaim, mutual, quoted, pairs
    case nearNames, nearNumbers, nearWords, related
  }

  /// What the masses of a sentence are shares of.
  private struct Totals {
    var mass: Float = 0
    var plain: Float = 0
    var function: Float = 0
    var numbers: Float = 0
    /// Of what also stands in the other text, anywhere.
    var known: Float = 0
    var knownNames: Float = 0
    var knownNameCount: Float = 0
    var knownNumbers: Float = 0
    var knownNumberCount: Float = 0
    var knownPlain: Float = 0
    var newNames: Float = 0
  }

  /// What a related word counts of an equal one.
  ///
  /// Anything from 0.3 to 0.7 serves as well.
  private static let relatedWorth: Float = 0.5

  /// What masses are shares of on the original's side, and the numbers of its sentences.
  private enum SourceTotal: Int, CaseIterable {
    case mass, plain, function, numbers
  }

  private let source: SentenceIndex
  private let copy: SentenceIndex
  private let weights: TermWeights
  private let sums: PlaneStack
  private let sourceTotals: PlaneStack
  /// The terms of the original that the row has.
  private var rowTerms: RowTerms
  private let nearSpellings: NearSpellings
  private var relatedMatches: RelatedMatches
  private let sourceQuotes: QuotedTerms
  /// The row that last had a pair of adjacent words.
  private var lastRow: [Int32]

  init(source: SentenceIndex, copy: SentenceIndex, weights: TermWeights) {
    self.source = source
    self.copy = copy
    self.weights = weights
    sums = PlaneStack(planes: Sum.allCases.count, rows: 1, columns: source.count, isPadded: true)
    let shares = PlaneStack(planes: SourceTotal.allCases.count, rows: 1, columns: source.count, isPadded: true)
    for sentence in 0..<source.count {
      var totals = Totals()
      for position in source.distinctTerms(sentence) {
        let term = Int(source.distinct[position])
        Self.add(weights.source[term], weights.sourceSorts[term], isKnown: false, to: &totals)
      }
      shares[SourceTotal.mass.rawValue][sentence] = max(totals.mass, 1e-3)
      shares[SourceTotal.plain.rawValue][sentence] = max(totals.plain, 1)
      shares[SourceTotal.function.rawValue][sentence] = max(totals.function, 1)
      shares[SourceTotal.numbers.rawValue][sentence] = totals.numbers
    }
    sourceTotals = shares
    rowTerms = RowTerms(count: source.terms.count)
    nearSpellings = NearSpellings(source: source, copy: copy, weights: weights)
    relatedMatches = RelatedMatches(source: source, copy: copy, weights: weights)
    sourceQuotes = QuotedTerms(source)
    lastRow = Array(repeating: -1, count: source.pairs.count)
  }

  /// Fills the overlap features, the similarity and the claims.
  mutating func measure(into features: borrowing PairFeatures) {
    for row in 0..<copy.count {
      sums.clear()
      let totals = addWords(of: row)
      nearSpellings.add(row, having: rowTerms, to: sums[Sum.soft.rawValue])
      relatedMatches.add(row, having: rowTerms, to: sums[Sum.related.rawValue])
      addPairs(of: row)
      addQuotes(of: row)
      for column in stride(from: 0, to: source.count, by: Plane.width) { write(row, column, totals, to: features) }
    }
    GramCosine.write(source: source, copy: copy, to: features[.gramCosine])
    Skeletons(source: source, copy: copy).write(to: features)
  }

  @inline(__always)
  private subscript(sum: Sum, column: Int) -> Float {
    get { sums[sum.rawValue][column] }
    nonmutating set { sums[sum.rawValue][column] = newValue }
  }

  private static func add(_ weight: Float, _ sort: TermWeights.Sort, isKnown: Bool, to totals: inout Totals) {
    totals.mass += weight
    if isKnown { totals.known += weight }
    if sort.contains(.function) { totals.function += weight }
    if sort.contains(.number) {
      totals.numbers += 1
      if isKnown {
        (totals.knownNumbers, totals.knownNumberCount) = (totals.knownNumbers + weight, totals.knownNumberCount + 1)
      }
    } else if sort.contains(.name) {
      if isKnown {
        (totals.knownNames, totals.knownNameCount) = (totals.knownNames + weight, totals.knownNameCount + 1)
      } else {
        totals.newNames += 1
      }
    } else {
      totals.plain += weight
      if isKnown { totals.knownPlain += weight }
    }
  }

  /// Adds the words themselves, and notes which terms of the original they are.
  private mutating func addWords(of row: Int) -> Totals {
    var totals = Totals()
    rowTerms.start(row)
    for position in copy.distinctTerms(row) {
      let term = Int(copy.distinct[position])
      let weight = weights.copy[term]
      let sort = weights.copySorts[term]
      let known = Int(weights.sourceTerm[term])
      Self.add(weight, sort, isKnown: known >= 0, to: &totals)
      guard known >= 0 else { continue }
      rowTerms.insert(known)
      let frequency = Float(copy.postings.frequency(of: term))
      let claim = weight / Float(source.postings.frequency(of: known))
      let sourceClaim = weight / frequency
      let mutual = claim / frequency
      let near: Sum = sort.contains(.number) ? .nearNumbers : sort.contains(.name) ? .nearNames : .nearWords
      let kind: Sum = sort.contains(.number) ? .numbers : sort.contains(.name) ? .names : .plain
      let amount = kind == .plain ? weight : 1
      var reached = -1
      source.postings.forEach(known) { entry in
        let column = Int(entry.sentence)
        self[.mass, column] += weight
        self[.claim, column] += claim
        self[.sourceClaim, column] += sourceClaim
        self[.mutual, column] += mutual
        self[kind, column] += amount
        if sort.contains(.content) { self[.content, column] += weight }
        if sort.contains(.function) { self[.function, column] += weight }
        // Sentences beside one that has the word are near.
        let last = min(column + 1, source.count - 1)
        var beside = max(reached + 1, column - 1)
        while beside <= last {
          self[near, beside] += weight
          beside += 1
        }
        reached = last
      }
    }
    return totals
  }

  private mutating func addPairs(of row: Int) {
    let words = copy.text.words[copy.sentence(row).words]
    guard var previous = words.first?.key else { return }
    for word in words.dropFirst() {
      let number = source.pairs.number(of: SentenceIndex.pairKey(previous, word.key))
      previous = word.key
      guard number >= 0, lastRow[number] != Int32(row) else { continue }
      lastRow[number] = Int32(row)
      source.pairPostings.forEach(number) { self[.pairs, Int($0.sentence)] += 1 }
    }
  }

  private mutating func addQuotes(of row: Int) {
    for term in QuotedTerms.terms(copy, row) {
      let known = Int(weights.sourceTerm[Int(term)])
      guard known >= 0 else { continue }
      for column in sourceQuotes.sentences(with: known) { self[.quoted, Int(column)] += weights.copy[Int(term)] }
    }
  }

  /// Writes the features of a row's pair and the three behind it.
  private func write(_ row: Int, _ column: Int, _ totals: Totals, to features: borrowing PairFeatures) {
    @inline(__always)
    func sum(_ sum: Sum) -> Lanes { sums[sum.rawValue].lanes(column) }
    @inline(__always)
    func from(_ total: SourceTotal) -> Lanes { sourceTotals[total.rawValue].lanes(column) }
    let start = row * source.count + column
    @inline(__always)
    func set(_ feature: PairFeature, _ value: Lanes) { features[feature].setLanes(start, value) }
    @inline(__always)
    func set(_ feature: PairFeature, _ value: Float) { set(feature, Lanes(repeating: value)) }
    let related = sum(.related)
    let soft = sum(.soft) + Self.relatedWorth * related
    let mass = sum(.mass) + soft
    let copyShare = mass / max(totals.mass, 1e-3)
    let sourceShare = mass / from(.mass)
    let geometric = (copyShare * sourceShare).squareRoot()
    let plain = sum(.plain) + soft
    let numbers = sum(.numbers)
    let names = sum(.names)
    set(.relatedMass, Logarithm.onePlus(related))
    set(.relatedShare, related / max(totals.mass, 1e-3))
    set(.copyShare, copyShare)
    set(.sourceShare, sourceShare)
    set(.geometric, geometric)
    set(.largerShare, copyShare.atLeast(sourceShare))
    set(.mass, Logarithm.onePlus(mass))
    set(.plainMass, Logarithm.onePlus(plain))
    set(.contentMass, Logarithm.onePlus(sum(.content) + soft))
    set(.plainGeometric, plain / (max(totals.plain, 1) * from(.plain)).squareRoot())
    set(.functionGeometric, sum(.function) / (max(totals.function, 1) * from(.function)).squareRoot())
    set(.numbersShared, numbers.atMost(3))
    set(.numbersMissing, (totals.numbers - numbers).atMost(3))
    set(.sourceNumbersMissing, (from(.numbers) - numbers).atMost(3))
    set(.numbersElsewhere, (totals.knownNumberCount - numbers).atMost(2))
    set(.namesShared, names.atMost(4))
    set(.namesElsewhere, (totals.knownNameCount - names).atMost(3))
    set(.namesNew, min(totals.newNames, 3))
    let claim = sum(.claim) + 0.7 * soft
    set(.claim, Logarithm.onePlus(claim))
    set(.claimShare, claim / max(totals.known, 1))
    set(.sourceClaim, Logarithm.onePlus(sum(.sourceClaim) + 0.7 * soft))
    set(.mutualClaim, Logarithm.onePlus(sum(.mutual)))
    set(.novelty, 1 - totals.known / max(totals.mass, 1e-3))
    set(.quotedMass, Logarithm.onePlus(sum(.quoted)))
    set(.pairsShared, Logarithm.onePlus(sum(.pairs)))
    features.score[0].setLanes(start, 0.5 * geometric + 0.5 * copyShare.atLeast(0.6 * sourceShare))
    features.score[1].setLanes(start, claim)

    // Mass that the original has two sentences away or more.
    let farNames = (totals.knownNames - sum(.nearNames)).atLeast(0)
    let farNumbers = (totals.knownNumbers - sum(.nearNumbers)).atLeast(0)
    let farWords = (totals.knownPlain - sum(.nearWords)).atLeast(0)
    let far = farNames + farNumbers + farWords
    let facts = totals.knownNames + totals.knownNumbers
    set(.farNames, Logarithm.onePlus(farNames))
    set(.farNumbers, Logarithm.onePlus(farNumbers))
    set(.farWords, Logarithm.onePlus(farWords))
    set(.farMass, Logarithm.onePlus(far))
    set(.farNameShare, farNames / (totals.knownNames + 2))
    set(.farNumberShare, farNumbers / (totals.knownNumbers + 2))
    set(.farWordShare, farWords / (totals.knownPlain + 2))
    set(.farShare, far / (totals.known + 2))
    set(.farFacts, (farNames + farNumbers) / max(totals.mass, 1e-3))
    set(.farFactShare, (farNames + farNumbers) / (facts + 2))
    set(.factShare, facts / max(totals.mass, 1e-3))
    set(.plainNovelty, 1 - totals.knownPlain / max(totals.plain, 1))
    set(.plainNear, sum(.nearWords) / max(totals.plain, 1))
  }
}
