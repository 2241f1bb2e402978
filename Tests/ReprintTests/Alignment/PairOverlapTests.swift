import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

/// The figures of ``PairOverlap`` from the word lists of both texts, one pair at a time.
private struct SlowOverlap {
  let source: SentenceIndex
  let copy: SentenceIndex
  private let sourceWords: [Set<UInt64>]
  private let copyWords: [Set<UInt64>]
  private let sourceList: [[UInt64]]
  private let copyList: [[UInt64]]
  private var weight: [UInt64: Float] = [:]
  private var sort: [UInt64: TermWeights.Sort] = [:]
  private var stem: [UInt64: StemBytes] = [:]

  init(_ source: SentenceIndex, _ copy: SentenceIndex, _ weights: TermWeights) {
    (self.source, self.copy) = (source, copy)
    sourceList = AlignmentTexts.keys(source)
    copyList = AlignmentTexts.keys(copy)
    sourceWords = sourceList.map { Set($0) }
    copyWords = copyList.map { Set($0) }
    for (term, key) in source.terms.keys.enumerated() {
      (weight[key], sort[key], stem[key]) = (weights.source[term], weights.sourceSorts[term], source.stems[term])
    }
    for (term, key) in copy.terms.keys.enumerated() {
      (weight[key], sort[key], stem[key]) = (weights.copy[term], weights.copySorts[term], copy.stems[term])
    }
  }

  private func mass(_ keys: some Collection<UInt64>) -> Float { keys.reduce(0) { $0 + weight[$1, default: 0] } }

  private func isNumber(_ key: UInt64) -> Bool { sort[key, default: []].contains(.number) }
  private func isName(_ key: UInt64) -> Bool { !isNumber(key) && sort[key, default: []].contains(.name) }
  private func isPlain(_ key: UInt64) -> Bool { !isNumber(key) && !isName(key) }

  /// Near spellings of the row's words in the column, the words themselves missing.
  private func soft(_ row: Int, _ column: Int) -> Float {
    var sum: Float = 0
    for word in copyWords[row] where !isNumber(word) && !sourceWords[column].contains(word) {
      for other in sourceWords[column] where !isNumber(other) && !copyWords[row].contains(other) {
        guard let one = stem[word], let two = stem[other], one.count >= 4, two.count >= 4 else { continue }
        let shared = one.commonPrefix(two)
        let share = Float(shared) / Float(max(one.count, two.count))
        if shared >= 4, share >= 0.55 { sum += share * 0.8 * min(weight[word, default: 0], weight[other, default: 0]) }
      }
    }
    return sum
  }

  /// For each of the row's words that the column lacks its best related word that the row lacks.
  private func related(_ row: Int, _ column: Int) -> Float {
    copyWords[row].subtracting(sourceWords[column]).reduce(0) { sum, word in
      let related = sourceWords[column].subtracting(copyWords[row])
        .filter { RelatedWords.english.areRelated(word, $0) }
      return sum + (related.map { min(weight[word, default: 0], weight[$0, default: 0]) }.max() ?? 0)
    }
  }

  private func quoted(_ index: SentenceIndex, _ sentence: Int) -> Set<UInt64> {
    Set(index.sentence(sentence).words.filter { index.text.words[$0].isQuoted }.map { index.text.words[$0].key })
  }

  private func adjacent(_ words: [UInt64]) -> Set<[UInt64]> { Set(zip(words, words.dropFirst()).map { [$0, $1] }) }

  func features(_ row: Int, _ column: Int) -> [PairFeature: Float] {
    let (mine, theirs) = (copyWords[row], sourceWords[column])
    let shared = mine.intersection(theirs)
    let known = mine.filter { word in sourceWords.contains { $0.contains(word) } }
    let related = related(row, column)
    let soft = soft(row, column) + 0.5 * related
    let (total, sourceTotal) = (max(mass(mine), 1e-3), max(mass(theirs), 1e-3))
    let copyShare = (mass(shared) + soft) / total
    let sourceShare = (mass(shared) + soft) / sourceTotal
    func inSource(_ word: UInt64) -> Float { Float(sourceWords.count { $0.contains(word) }) }
    func inCopy(_ word: UInt64) -> Float { Float(copyWords.count { $0.contains(word) }) }
    func sum(_ value: (UInt64) -> Float) -> Float { shared.reduce(0) { $0 + weight[$1, default: 0] / value($1) } }
    let claim = sum(inSource) + 0.7 * soft
    let plain = mass(shared.filter(isPlain)) + soft
    let content = mass(shared.filter { sort[$0, default: []].contains(.content) }) + soft
    func functions(_ words: Set<UInt64>) -> Float { mass(words.filter { sort[$0, default: []].contains(.function) }) }
    let beside = (max(0, column - 1)...min(source.count - 1, column + 1)).reduce(into: Set<UInt64>()) {
      $0.formUnion(sourceWords[$1])
    }
    let far = known.subtracting(beside)
    let facts = mass(known.filter { !isPlain($0) })
    let farFacts = mass(far.filter { !isPlain($0) })
    func count(_ words: Set<UInt64>, _ isIncluded: (UInt64) -> Bool, atMost: Int) -> Float {
      Float(min(words.count(where: isIncluded), atMost))
    }
    return [
      .relatedMass: log(1 + related), .relatedShare: related / total, .copyShare: copyShare,
      .sourceShare: sourceShare, .geometric: sqrt(copyShare * sourceShare),
      .largerShare: max(copyShare, sourceShare), .mass: log(1 + mass(shared) + soft), .plainMass: log(1 + plain),
      .contentMass: log(1 + content),
      .plainGeometric: plain / sqrt(max(mass(mine.filter(isPlain)), 1) * max(mass(theirs.filter(isPlain)), 1)),
      .functionGeometric: functions(shared) / sqrt(max(functions(mine), 1) * max(functions(theirs), 1)),
      .numbersShared: count(shared, isNumber, atMost: 3), .namesShared: count(shared, isName, atMost: 4),
      .numbersMissing: count(mine.subtracting(theirs), isNumber, atMost: 3),
      .sourceNumbersMissing: count(theirs.subtracting(mine), isNumber, atMost: 3),
      .numbersElsewhere: count(known.subtracting(theirs), isNumber, atMost: 2),
      .namesElsewhere: count(known.subtracting(theirs), isName, atMost: 3),
      .namesNew: count(mine.subtracting(known), isName, atMost: 3),
      .claim: log(1 + claim), .claimShare: claim / max(mass(known), 1),
      .sourceClaim: log(1 + sum(inCopy) + 0.7 * soft),
      .mutualClaim: log(1 + sum { inSource($0) * inCopy($0) }), .novelty: 1 - mass(known) / total,
      .quotedMass: log(1 + mass(quoted(copy, row).intersection(quoted(source, column)))),
      .pairsShared: log(1 + Float(adjacent(copyList[row]).intersection(adjacent(sourceList[column])).count)),
      .farNames: log(1 + mass(far.filter(isName))), .farNumbers: log(1 + mass(far.filter(isNumber))),
      .farWords: log(1 + mass(far.filter(isPlain))), .farMass: log(1 + mass(far)),
      .farNameShare: mass(far.filter(isName)) / (mass(known.filter(isName)) + 2),
      .farNumberShare: mass(far.filter(isNumber)) / (mass(known.filter(isNumber)) + 2),
      .farWordShare: mass(far.filter(isPlain)) / (mass(known.filter(isPlain)) + 2),
      .farShare: mass(far) / (mass(known) + 2), .farFacts: farFacts / total, .farFactShare: farFacts / (facts + 2),
      .factShare: facts / total,
      .plainNovelty: 1 - mass(known.filter(isPlain)) / max(mass(mine.filter(isPlain)), 1),
      .plainNear: mass(known.intersection(beside).filter(isPlain)) / max(mass(mine.filter(isPlain)), 1),
    ]
  }
}

@Suite struct PairOverlapTests {
  private func check(_ original: String, _ page: String, _ name: String) {
    let (source, copy) = (AlignmentTexts.index(original), AlignmentTexts.index(page))
    let features = PairFeatures(source: source, copy: copy)
    let slow = SlowOverlap(source, copy, features.weights)
    for row in 0..<copy.count {
      for column in 0..<source.count {
        for (feature, value) in slow.features(row, column) {
          let found = features[feature][row, column]
          #expect(abs(found - value) < 1e-4, "\(name): \(feature) of \(row), \(column) of \(page) and \(original)")
        }
      }
    }
  }

  @Test func figuresOfRandomTextsEqualThoseFromTheWordLists() {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let original = AlignmentTexts.random(&generator)
      check(original, AlignmentTexts.random(&generator), "seed \(seed)")
      if seed % 8 == 0 { check(original, original, "seed \(seed), itself") }
    }
  }

  @Test func sentencesWithoutWordsInCommonShareNothing() {
    let features = PairFeatures(
      source: AlignmentTexts.index("The harbour opened at noon."),
      copy: AlignmentTexts.index("Profits fell by 12 points."))
    for feature in [.copyShare, .sourceShare, .mass, .claim, .pairsShared, .quotedMass] as [PairFeature] {
      #expect(features[feature].values == [0])
    }
    #expect(features[.novelty].values == [1])
    #expect(features[.numbersMissing].values == [1])
  }

  @Test func theSameSentenceSharesAll() {
    let text = "Marlow said “the harbour opened 12 days ago” on Tuesday."
    let features = PairFeatures(source: AlignmentTexts.index(text), copy: AlignmentTexts.index(text))
    for feature in [.copyShare, .sourceShare, .geometric, .largerShare, .gramCosine, .claimShare] as [PairFeature] {
      #expect(abs(features[feature][0] - 1) < 1e-5, "\(feature)")
    }
    #expect(features[.quotedMass][0] > 1)
    #expect(abs(features[.pairsShared][0] - log(10)) < 1e-5)
    #expect(features[.novelty].values == [0])
  }
}
