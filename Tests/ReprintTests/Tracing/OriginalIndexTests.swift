import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct OriginalIndexTests {
  /// Texts that share words, runs and whole sentences.
  private static func texts(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var maker = NewsMaker(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let common = maker.sentences(30)
    return (0..<count).map { _ in
      var sentences = maker.sentences(generator.number(0...8))
      for _ in 0..<generator.number(0...6) { sentences.append(generator.pick(common)) }
      return Array(sentences.shuffled(using: &generator).joined(separator: " ").utf8)
    }
  }

  private static func features(_ texts: [[UInt8]]) -> [OriginalIndex.Feature] {
    var reader = OriginalIndex.Reader()
    var features: [OriginalIndex.Feature] = []
    for (number, text) in texts.enumerated() { reader.append(text, Int32(number), to: &features) }
    return features
  }

  /// What the index should say, by dictionaries.
  @Test(arguments: [2, 3, 4] as [UInt64]) func everyFeatureIsThereOnceWithTheOriginalsThatHaveIt(seed: UInt64) {
    let texts = Self.texts(40, seed: seed)
    let features = Self.features(texts)
    let index = OriginalIndex(texts)
    let mostHaving = 4
    var having: [UInt64: [Int32]] = [:]
    var told: [UInt64: Float] = [:]
    for feature in features {
      let known = having[feature.key] ?? []
      if !known.contains(feature.original) { having[feature.key] = known + [feature.original] }
      if known.isEmpty || known == [feature.original] {
        told[feature.key] = max(told[feature.key] ?? 0, feature.weight)
      }
    }
    // What many have counts for those that have little else.
    var all = [Float](repeating: 0, count: texts.count)
    var crowded = all
    for key in having.keys.sorted() {
      for original in having[key]! {
        all[Int(original)] += told[key]!
        if having[key]!.count > mostHaving { crowded[Int(original)] += told[key]! }
      }
    }
    let hasLittleElse = zip(crowded, all).map { $0 > 0 && 2 * $0 >= $1 }
    #expect(hasLittleElse.contains(true) && hasLittleElse.contains(false), "seed \(seed)")
    var totals = [Float](repeating: 0, count: texts.count)
    var kept = 0
    var dropped = 0
    for key in having.keys.sorted() {
      let isCrowded = having[key]!.count > mostHaving
      let originals = isCrowded ? having[key]!.filter { hasLittleElse[Int($0)] } : having[key]!
      let weight = told[key]! - max(0, Logarithm.of(Float(min(having[key]!.count, mostHaving))))
      let number = index.table.number(of: key)
      guard weight > 0.5, !originals.isEmpty else {
        #expect(number == -1, "seed \(seed)")
        dropped += 1
        continue
      }
      kept += 1
      guard number >= 0 else {
        Issue.record("seed \(seed): a feature is missing")
        continue
      }
      #expect(index.weights[number] == weight)
      #expect(Array(index.originals[Int(index.starts[number])..<Int(index.starts[number + 1])]) == originals.sorted())
      for original in originals { totals[Int(original)] += weight }
    }
    #expect(kept == index.weights.count && kept > 500 && dropped > 20, "\(kept) \(dropped)")
    #expect(index.thresholds == totals.map { max(4, min(27, 0.3 * $0)) })
  }

  /// The vocabulary passes over what can be in no original, and over nothing else.
  @Test(arguments: [1, 2, 3] as [UInt64]) func vocabulariesChangeNothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = Self.texts(60, seed: seed)
    let other = Self.texts(60, seed: seed + 100)
    let small = OriginalIndex(texts)
    let large = OriginalIndex(texts, mostCached: 0)
    #expect(small.vocabulary == nil && large.vocabulary != nil)
    var one = OriginalScout(small)
    var another = OriginalScout(large)
    var found = 0
    for _ in 0..<200 {
      var page = generator.pick(other)
      for _ in 0..<generator.number(0...3) {
        let text = generator.pick(texts)
        let start = generator.number(0...text.count)
        page += [0x20] + text[start..<min(text.count, start + generator.number(0...600))]
      }
      page.withUnsafeBufferPointer {
        one.look(plain: $0)
        another.look(plain: $0)
      }
      #expect(one.candidates == another.candidates && one.strengths == another.strengths, "seed \(seed)")
      found += one.candidates.count
    }
    #expect(found > 50)
  }

  @Test func originalsWithoutWordsAreNeverFound() {
    for mostCached in [0, 1 << 18] {
      let index = OriginalIndex([[], [0x20], [0xFF, 0xC0], Array("a".utf8)], mostCached: mostCached)
      #expect(index.count == 4 && index.weights.isEmpty)
      var scout = OriginalScout(index)
      let page = Array("A page of no interest to anybody, a b c.".utf8)
      page.withUnsafeBufferPointer { scout.look(plain: $0) }
      #expect(scout.candidates.isEmpty)
    }
  }

  @Test func rhythmsOfListsSayNothing() {
    // One word and a comma, again and again.
    #expect(OriginalIndex.weight(ofRhythm: 0x0102_0102_0102_0102) <= 0)
    // Long clauses with odd marks.
    #expect(OriginalIndex.weight(ofRhythm: 0x1806_1904_2006_2103) > 2)
  }
}
