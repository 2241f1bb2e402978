package import Reprint
package import ReprintGold
import ReprintPlatform

/// Learns from gold stories what makes links reuse, and not a common topic.
///
/// Pages that must be found are reuse, the reports of others and pages of other stories are none; so are those reports
/// of each other's copies. Alignments are made by weights that have not seen the story.
package struct ReuseLearner: Sendable {
  /// A page held against an original.
  package struct Example: Sendable {
    /// The original's story.
    package let story: String
    /// `s02-d3 for s10`.
    package let name: String
    package let isReuse: Bool
    /// Nil where nothing is linked: no weights are needed to tell.
    package let features: ReuseWeights.Features?
    /// Made for learning, not for judging.
    package let isVariant: Bool
    /// A report with one quotation of the original put in: no reuse.
    package let isQuotation: Bool

    /// The same were its words common ones: a copy is one all the same, by its runs and its share.
    fileprivate var inPlainWords: [Example] {
      guard let features else { return [] }
      return [(2.4, .infinity), (2.4, 3), (1.6, .infinity)].map { (nats: Double, run: Double) in
        var plain = features
        (plain[0], plain[3]) = (min(plain[0], nats), min(plain[3], run))
        return Example(
          story: story, name: "\(name), in plain words", isReuse: isReuse, features: plain, isVariant: true,
          isQuotation: false)
      }
    }
  }

  /// How well weights tell pages that they were not learned from.
  package struct Score: Sendable {
    package fileprivate(set) var found = 0
    package fileprivate(set) var missed: [String] = []
    package fileprivate(set) var wrong: [String] = []
    /// The log-odds of the least certain of all pages that were judged rightly, on either side.
    package fileprivate(set) var leastFound = Double.infinity
    package fileprivate(set) var mostRejected = -Double.infinity

    package var precision: Double { Double(found) / Double(max(1, found + wrong.count)) }
    package var recall: Double { Double(found) / Double(max(1, found + missed.count)) }
  }

  package let examples: [Example]
  /// In the order in which they were given.
  package let stories: [String]

  /// What mistakes cost: one that calls a common topic reuse is worse than one that misses reuse, and variants are many.
  private static let (costOfTopic, costOfMiss) = (60, 10)
  /// The same for what was made for learning.
  private static let (costOfMadeTopic, costOfMadeMiss) = (18, 3)
  private static let penalty = 10.0
  /// Whether more of a feature can only speak for reuse.
  private static let speaksFor = [true, true, true, true, false, false, false]

  /// - Parameter models: for each story alignment weights learned from the others; the built-in ones where there are
  ///   none.
  package init(_ stories: [GoldStory], models: [String: AlignmentModel], threads: Int) {
    self.stories = stories.map(\.id)
    let pairs = stories.flatMap { ReusePair.pairs(of: $0, among: stories) }
    let found = Locked([Int: ReuseWeights.Features?]())
    Threads.forEach(pairs.count, threads: threads) { number, _ in
      let pair = pairs[number]
      let evidence = ReuseEvidence(
        of: pair.page, from: Original(utf8: pair.original), models[pair.story] ?? .standard)
      found.withLock { $0[number] = .some(evidence.isAny ? evidence.features : nil) }
    }
    let features = found.value
    examples = pairs.indices.flatMap { number -> [Example] in
      let pair = pairs[number]
      let example = Example(
        story: pair.story, name: pair.name, isReuse: pair.isReuse, features: features[number] ?? nil,
        isVariant: pair.isVariant, isQuotation: pair.isQuotation)
      return [example] + (pair.isNearCopy ? example.inPlainWords : [])
    }
  }

  /// Weights learned from some of the stories.
  ///
  /// A feature whose weight would have the wrong sign, by some accident of few stories, is left out.
  package func learn(from stories: [String]) -> ReuseWeights {
    var isUsed = Self.speaksFor.map { _ in true }
    while true {
      let regression = LogisticRegression(rows(of: Set(stories), isUsed), penalty: Self.penalty)
      let wrong = regression.weights.indices.filter {
        isUsed[$0] && (Self.speaksFor[$0] ? regression.weights[$0] < 0 : regression.weights[$0] > 0)
      }
      guard let first = wrong.first else {
        return ReuseWeights(bias: regression.bias, weights: regression.weights)
      }
      isUsed[first] = false
    }
  }

  private func rows(of stories: Set<String>, _ isUsed: [Bool]) -> Examples {
    var rows = Examples(features: isUsed.count)
    for example in examples where stories.contains(example.story) {
      guard let features = example.features else { continue }
      let row = zip(features, isUsed).map { $1 ? Float($0) : 0 }
      let isMade = example.isVariant || example.isQuotation
      let cost =
        isMade
        ? example.isReuse ? Self.costOfMadeMiss : Self.costOfMadeTopic
        : example.isReuse ? Self.costOfMiss : Self.costOfTopic
      for _ in 0..<cost { rows.append(row, [example.isReuse]) }
    }
    return rows
  }

  /// How well each story is judged by weights learned from the others.
  package func leaveOneOut() -> Score {
    var score = Score()
    for story in stories {
      judge(story, by: learn(from: stories.filter { $0 != story }), &score)
    }
    return score
  }

  /// How well all stories are judged by given weights.
  package func score(_ weights: ReuseWeights) -> Score {
    var score = Score()
    for story in stories { judge(story, by: weights, &score) }
    return score
  }

  private func judge(_ story: String, by weights: ReuseWeights, _ score: inout Score) {
    for example in examples where example.story == story && !example.isVariant {
      let odds = example.features.map(weights.logOdds) ?? -.infinity
      switch (example.isReuse, odds > 0) {
      case (true, true):
        score.found += 1
        score.leastFound = min(score.leastFound, odds)
      case (true, false): score.missed.append(example.name)
      case (false, true): score.wrong.append(example.name)
      case (false, false): score.mostRejected = max(score.mostRejected, odds)
      }
    }
  }
}
