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

  /// What a related word counts of an equal one. Anything from 0.3 to 0.7 serves as well.
  private static let relatedWorth: Float = 0.5

  private let source: SentenceIndex
  private let copy: SentenceIndex
  private let weights: TermWeights
  private let sums: PlaneStack
  private let sourceTotals: [Totals]
  private var nearSpellings: NearSpellings
  private var relatedMatches: RelatedMatches
  private var sourceQuotes: QuotedTerms

  init(source: SentenceIndex, copy: SentenceIndex, weights: TermWeights) {
    self.source = source
    self.copy = copy
    self.weights = weights
    sums = PlaneStack(planes: Sum.allCases.count, rows: 1, columns: source.count)
    sourceTotals = (0..<source.count).map { sentence in
      var totals = Totals()
      for position in source.distinctTerms(sentence) {
        let term = Int(source.distinct[position])
        Self.add(weights.source[term], weights.sourceSorts[term], isKnown: false, to: &totals)
      }
      return totals
    }
    nearSpellings = NearSpellings(source: source, copy: copy, weights: weights)
    relatedMatches = RelatedMatches(source: source, copy: copy, weights: weights)
    sourceQuotes = QuotedTerms(source)
  }

  /// Fills the overlap features, the similarity and the claims.
  mutating func measure(into features: borrowing PairFeatures) {
    for row in 0..<copy.count {
      for sum in Sum.allCases { sums[sum.rawValue].fill(0) }
      let totals = addWords(of: row)
      nearSpellings.add(row, to: sums[Sum.soft.rawValue])
      relatedMatches.add(row, to: sums[Sum.related.rawValue])
      addPairs(of: row)
      addQuotes(of: row)
      for column in 0..<source.count { write(row, column, totals, to: features) }
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

  private mutating func addWords(of row: Int) -> Totals {
    var totals = Totals()
    for position in copy.distinctTerms(row) {
      let term = Int(copy.distinct[position])
      let weight = weights.copy[term]
      let sort = weights.copySorts[term]
      let known = Int(weights.sourceTerm[term])
      Self.add(weight, sort, isKnown: known >= 0, to: &totals)
      guard known >= 0 else { continue }
      let range = source.postings.range(of: known)
      let claim = weight / Float(range.count)
      let sourceClaim = weight / Float(copy.postings.frequency(of: term))
      let mutual = claim / Float(copy.postings.frequency(of: term))
      let near: Sum = sort.contains(.number) ? .nearNumbers : sort.contains(.name) ? .nearNames : .nearWords
      var reached = -1
      for place in range {
        let column = Int(source.postings.entries[place].sentence)
        self[.mass, column] += weight
        self[.claim, column] += claim
        self[.sourceClaim, column] += sourceClaim
        self[.mutual, column] += mutual
        if sort.contains(.number) {
          self[.numbers, column] += 1
        } else if sort.contains(.name) {
          self[.names, column] += 1
        } else {
          self[.plain, column] += weight
        }
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

  private func addPairs(of row: Int) {
    let words = copy.sentence(row).words
    guard words.count > 1 else { return }
    var seen = Set<UInt64>(minimumCapacity: words.count)
    for index in words.dropFirst() {
      let key = SentenceIndex.pairKey(copy.text.words[index - 1].key, copy.text.words[index].key)
      let number = source.pairs.number(of: key)
      guard number >= 0, seen.insert(key).inserted else { continue }
      for place in source.pairPostings.range(of: number) {
        self[.pairs, Int(source.pairPostings.entries[place].sentence)] += 1
      }
    }
  }

  private mutating func addQuotes(of row: Int) {
    for term in QuotedTerms.terms(copy, row) {
      let known = Int(weights.sourceTerm[Int(term)])
      guard known >= 0 else { continue }
      for column in sourceQuotes.sentences(with: known) { self[.quoted, Int(column)] += weights.copy[Int(term)] }
    }
  }

  private func write(_ row: Int, _ column: Int, _ totals: Totals, to features: borrowing PairFeatures) {
    let from = sourceTotals[column]
    let related = self[.related, column]
    let soft = self[.soft, column] + Self.relatedWorth * related
    let mass = self[.mass, column] + soft
    let copyShare = mass / max(totals.mass, 1e-3)
    let sourceShare = mass / max(from.mass, 1e-3)
    let geometric = (copyShare * sourceShare).squareRoot()
    let plain = self[.plain, column] + soft
    let numbers = self[.numbers, column]
    let names = self[.names, column]
    func set(_ feature: PairFeature, _ value: Float) { features[feature][row, column] = value }
    set(.relatedMass, Logarithm.onePlus(related))
    set(.relatedShare, related / max(totals.mass, 1e-3))
    set(.copyShare, copyShare)
    set(.sourceShare, sourceShare)
    set(.geometric, geometric)
    set(.largerShare, max(copyShare, sourceShare))
    set(.mass, Logarithm.onePlus(mass))
    set(.plainMass, Logarithm.onePlus(plain))
    set(.contentMass, Logarithm.onePlus(self[.content, column] + soft))
    set(.plainGeometric, plain / (max(totals.plain, 1) * max(from.plain, 1)).squareRoot())
    set(.functionGeometric, self[.function, column] / (max(totals.function, 1) * max(from.function, 1)).squareRoot())
    set(.numbersShared, min(numbers, 3))
    set(.numbersMissing, min(totals.numbers - numbers, 3))
    set(.sourceNumbersMissing, min(from.numbers - numbers, 3))
    set(.numbersElsewhere, min(totals.knownNumberCount - numbers, 2))
    set(.namesShared, min(names, 4))
    set(.namesElsewhere, min(totals.knownNameCount - names, 3))
    set(.namesNew, min(totals.newNames, 3))
    let claim = self[.claim, column] + 0.7 * soft
    set(.claim, Logarithm.onePlus(claim))
    set(.claimShare, claim / max(totals.known, 1))
    set(.sourceClaim, Logarithm.onePlus(self[.sourceClaim, column] + 0.7 * soft))
    set(.mutualClaim, Logarithm.onePlus(self[.mutual, column]))
    set(.novelty, 1 - totals.known / max(totals.mass, 1e-3))
    set(.quotedMass, Logarithm.onePlus(self[.quoted, column]))
    set(.pairsShared, Logarithm.onePlus(self[.pairs, column]))
    writeFar(row, column, totals, to: features)
    features.score[0][row, column] = 0.5 * geometric + 0.5 * max(copyShare, 0.6 * sourceShare)
    features.score[1][row, column] = claim
  }

  /// Mass that the original has two sentences away or more.
  private func writeFar(_ row: Int, _ column: Int, _ totals: Totals, to features: borrowing PairFeatures) {
    let names = max(0, totals.knownNames - self[.nearNames, column])
    let numbers = max(0, totals.knownNumbers - self[.nearNumbers, column])
    let words = max(0, totals.knownPlain - self[.nearWords, column])
    let all = names + numbers + words
    let facts = totals.knownNames + totals.knownNumbers
    func set(_ feature: PairFeature, _ value: Float) { features[feature][row, column] = value }
    set(.farNames, Logarithm.onePlus(names))
    set(.farNumbers, Logarithm.onePlus(numbers))
    set(.farWords, Logarithm.onePlus(words))
    set(.farMass, Logarithm.onePlus(all))
    set(.farNameShare, names / (totals.knownNames + 2))
    set(.farNumberShare, numbers / (totals.knownNumbers + 2))
    set(.farWordShare, words / (totals.knownPlain + 2))
    set(.farShare, all / (totals.known + 2))
    set(.farFacts, (names + numbers) / max(totals.mass, 1e-3))
    set(.farFactShare, (names + numbers) / (facts + 2))
    set(.factShare, facts / max(totals.mass, 1e-3))
    set(.plainNovelty, 1 - totals.knownPlain / max(totals.plain, 1))
    set(.plainNear, self[.nearWords, column] / max(totals.plain, 1))
  }
}
