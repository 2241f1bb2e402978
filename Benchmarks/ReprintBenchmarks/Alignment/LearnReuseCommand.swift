import Foundation
import Reprint
import ReprintGold
import ReprintLearning
import ReprintPlatform

/// `reprint-bench learn-reuse`: learns what makes links reuse, and not a common topic or another report on the same event,
/// and says how well that is told.
enum LearnReuseCommand {
  static let usage = """
    usage: reprint-bench learn-reuse STORIES [--lessons DIR] [--models DIR] [--record] [--check] [--examples]
                                     [--threads N]

    Learns the weights of the decisions between reuse and a common topic, and between reuse and another report on the
    same event, from the gold stories of a directory: first from all but one, for each story, which judges them on
    what they have not seen; then from all.
    --lessons: stories that are always learned from and never judged by.
    --models: aligns each story with DIR/without-STORY.txt, which learn-alignment --output wrote; else with the
    built-in weights, which have seen it.
    --record: writes those against other reports to Sources/Reprint/Alignment/ReuseWeightTable.swift.
    --check: ends with status 1 where a figure is below its floor.
    --examples: prints what was learned from, {"name","reuse","event","topic","report",...} a line.

    """

  private static let source = "Sources/Reprint/Alignment/ReuseWeightTable.swift"

  /// What weights must reach on stories that they were not learned from.
  private static let (leastPrecision, leastRecall) = (0.96, 0.96)

  /// Returns false where a figure is below its floor.
  static func run(_ arguments: inout ArgumentList) throws -> Bool {
    var directory: String?
    var lessons: String?
    var models: String?
    var records = false
    var prints = false
    var checks = false
    var threads = Machine.availableProcessors
    while let word = arguments.next() {
      switch word {
      case "--lessons": lessons = try arguments.value(for: word)
      case "--models": models = try arguments.value(for: word)
      case "--record": records = true
      case "--check": checks = true
      case "--examples": prints = true
      case "--threads": threads = try arguments.integer(for: word, atLeast: 1)
      default: directory = try arguments.operand(word)
      }
    }
    guard let directory else { throw BenchmarkError("learn-reuse: name a directory of stories") }
    let stories = try GoldStory.read(directory: directory)
    var known: [String: AlignmentModel] = [:]
    if let models {
      for story in stories { known[story.id] = try AlignmentModel(path: "\(models)/without-\(story.id).txt") }
    }
    let learner = ReuseLearner(
      stories, lessons: try lessons.map(GoldStory.read(directory:)) ?? [], models: known, threads: threads)
    if prints {
      try print(learner.examples)
      return true
    }
    let unseen = learner.leaveOneOut()
    try report("each story by weights learned from the others", unseen)
    if checks { return meetsFloors(unseen) }
    let weights = learner.learn(from: learner.stories).rounded
    try report("all by the weights of all", learner.score(weights))
    try report("all by the built-in weights", learner.score(.standard))
    try StandardStreams.output(Array((sourceFile(weights) + "\n").utf8))
    if records { try Data(sourceFile(weights).utf8).write(to: URL(fileURLWithPath: source)) }
    return true
  }

  private static func meetsFloors(_ score: ReuseLearner.Score) -> Bool {
    Floors.hold([("precision", score.precision, leastPrecision), ("recall", score.recall, leastRecall)])
  }

  private static func report(_ title: String, _ score: ReuseLearner.Score) throws {
    let text = """
      \(title)
        precision  \(ScoreTable.figure(score.precision))
        recall     \(ScoreTable.figure(score.recall))
        missed     \(score.missed.joined(separator: ", "))
        wrong      \(score.wrong.joined(separator: ", "))
        log-odds   \(ScoreTable.figure(score.leastFound)) and more if found, \(ScoreTable.figure(score.mostRejected)) \
      and less if not

      """
    try StandardStreams.output(Array(text.utf8))
  }

  private static func print(_ examples: [ReuseLearner.Example]) throws {
    var output: [UInt8] = []
    for example in examples {
      var line = JSONLine()
      line.open()
      line.member("story", example.story)
      line.member("name", example.name)
      line.member("reuse", example.isReuse)
      line.member("variant", example.isVariant)
      line.member("event", example.isOnEvent)
      line.member("quotation", example.isQuotation)
      line.member("topic", Self.figures(example.features?.topic))
      line.member("report", Self.figures(example.features?.report))
      line.close()
      output += line.bytes
    }
    try StandardStreams.output(output)
  }

  private static func figures(_ features: [Double]?) -> String {
    features?.map { String(format: "%.5g", $0) }.joined(separator: " ") ?? ""
  }

  private static func sourceFile(_ weights: ReuseWeights) -> String {
    """
    // Learned by `reprint-bench learn-reuse fixtures/alignment/stories --lessons fixtures/alignment/reports --record`;
    // do not edit.

    extension ReuseWeights {
      static let learnedReport = \(decision(weights.report))
    }

    """
  }

  private static func decision(_ decision: ReuseWeights.Decision) -> String {
    "Decision(bias: \(decision.bias), weights: [\(decision.weights.map { "\($0)" }.joined(separator: ", "))])"
  }
}

extension ReuseWeights {
  /// The weights to two decimals: more says nothing.
  fileprivate var rounded: ReuseWeights {
    func rounded(_ decision: Decision) -> Decision {
      Decision(
        bias: (decision.bias * 100).rounded() / 100, weights: decision.weights.map { ($0 * 100).rounded() / 100 })
    }
    return ReuseWeights(topic: rounded(topic), report: rounded(report))
  }
}
