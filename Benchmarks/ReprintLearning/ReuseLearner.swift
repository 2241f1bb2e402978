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
    /// Whether the page as a whole tells of the original's event, be it reuse or another report.
    package let isOnEvent: Bool
    /// Nil where nothing is linked: no weights are needed to tell.
    package let features: ReuseFeatures?
    /// Made for learning, not for judging.
    package let isVariant: Bool
    /// A report with one quotation of the original put in: no reuse.
    package let isQuotation: Bool

    /// What was made for learning is much.
    fileprivate var weight: Int { isVariant || isQuotation ? 30 : 100 }

    /// The same were its words common ones, and names in it others: a copy is one all the same.
    fileprivate var inPlainWords: [Example] {
      guard let features else { return [] }
      return [(2.4, 0.0, .infinity), (2.4, 1.6, 0), (1.6, 1.6, .infinity)].map {
        (nats: Double, strangers: Double, run: Double) in
        var plain = features
        plain[topic: .nats] = min(plain[topic: .nats], nats)
        if run == 0 { plain[topic: .run] = min(plain[topic: .run], 3) }
        plain[report: .detail] = min(plain[report: .detail], 0.1)
        plain[report: .figures] = 0
        plain[report: .run] = min(plain[report: .run], run)
        plain[report: .strangers] = max(plain[report: .strangers], strangers)
        return Example(
          story: story, name: "\(name), in plain words", isReuse: isReuse, isOnEvent: isOnEvent, features: plain,
          isVariant: true, isQuotation: false)
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
  /// Always learned from and never judged by.
  private let lessons: Set<String>

  /// How much worse it is to call a common topic reuse than to miss reuse.
  private static let costOfTopic = 3.0
  /// How many pages that tell of an article's event reuse it for one that is another report.
  ///
  /// Between the lessons, which were written to have as many reports as can be (1.6), and the gold stories, which have
  /// pages as an article gets them (6).
  private static let oddsOfReuse = 4.0
  private static let penalty = 100.0

  /// - Parameters:
  ///   - lessons: stories that are always learned from and never judged by.
  ///   - models: for each story alignment weights learned from the others; the built-in ones where there are none.
  package init(
    _ stories: [GoldStory], lessons: [GoldStory] = [], models: [String: AlignmentModel] = [:], threads: Int
  ) {
    self.stories = stories.map(\.id)
    self.lessons = Set(lessons.map(\.id))
    let pairs = [stories, lessons].flatMap { group in
      group.flatMap { ReusePair.pairs(of: $0, among: group) }
    }
    let found = Locked([Int: ReuseFeatures?]())
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
        story: pair.story, name: pair.name, isReuse: pair.isReuse, isOnEvent: pair.isOnEvent,
        features: features[number] ?? nil, isVariant: pair.isVariant, isQuotation: pair.isQuotation)
      return [example] + (pair.isNearCopy ? example.inPlainWords : [])
    }
  }

  /// Weights learned from some of the stories and all lessons: of reuse against all that tells of something else, and against other
  /// reports of the event.
  package func learn(from stories: [String]) -> ReuseWeights {
    let stories = lessons.union(stories)
    let examples = examples.filter { stories.contains($0.story) }
    let topic = Problem(
      examples: examples.filter { $0.isReuse || !$0.isOnEvent }, features: \.topic,
      speaksFor: ReuseFeatures.Topic.allCases.map { $0 != .doubt && $0 != .scarcity }, cost: Self.costOfTopic)
    let onEvent = examples.filter { $0.isOnEvent && $0.features != nil }
    let reuse = onEvent.filter(\.isReuse).reduce(0) { $0 + $1.weight }
    let reports = onEvent.filter { !$0.isReuse }.reduce(0) { $0 + $1.weight }
    let report = Problem(
      examples: onEvent, features: \.report, speaksFor: ReuseFeatures.Report.allCases.map { $0 != .strangers },
      cost: Double(reuse) / Double(max(1, reports)) / Self.oddsOfReuse)
    return ReuseWeights(topic: topic.solved(penalty: Self.penalty), report: report.solved(penalty: Self.penalty))
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

extension ReuseLearner {
  /// One decision to be learned.
  private struct Problem {
    let examples: [Example]
    let features: KeyPath<ReuseFeatures, [Double]>
    /// Whether more of a feature can only speak for reuse, or against it.
    let speaksFor: [Bool]
    /// What it costs to take for reuse what is none; to miss reuse costs 1.
    let cost: Double

    /// A feature whose weight would have the wrong sign, by some accident of few stories, is left out.
    func solved(penalty: Double) -> ReuseWeights.Decision {
      var isUsed = speaksFor.map { _ in true }
      while true {
        let regression = LogisticRegression(rows(isUsed), penalty: penalty)
        let wrong = regression.weights.indices.first {
          isUsed[$0] && (speaksFor[$0] ? regression.weights[$0] < 0 : regression.weights[$0] > 0)
        }
        guard let wrong else { return .init(bias: regression.bias, weights: regression.weights) }
        isUsed[wrong] = false
      }
    }

    private func rows(_ isUsed: [Bool]) -> Examples {
      var rows = Examples(features: isUsed.count)
      for example in examples {
        guard let figures = example.features?[keyPath: features] else { continue }
        let row = zip(figures, isUsed).map { $1 ? Float($0) : 0 }
        let copies = Double(example.weight) * (example.isReuse ? 1 : cost)
        for _ in 0..<Int(copies.rounded()) { rows.append(row, [example.isReuse]) }
      }
      return rows
    }
  }
}
