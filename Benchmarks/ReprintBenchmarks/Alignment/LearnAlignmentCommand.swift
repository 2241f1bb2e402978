import Foundation
import Reprint
import ReprintGold
import ReprintLearning
import ReprintPlatform

/// `reprint-bench learn-alignment`: learns the weights of the pair classifier, and says how good they are.
enum LearnAlignmentCommand {
  static let usage = """
    usage: reprint-bench learn-alignment STORIES [--lessons DIR] [--record] [--check] [--output DIR]
                                         [--threads N]

    Learns alignment weights from the gold stories of a directory. First from all but one, for each story, which
    judges them on what they have not seen; the table says how well. Then from all.
    --lessons: stories that are always learned from and never judged by.
    --record: writes those of all to Sources/Reprint/Alignment/AlignmentWeights.swift.
    --check: ends with status 1 where a figure is below its floor; does not learn from all.
    --output: writes DIR/all.txt and DIR/without-STORY.txt, for reprint align --weights.

    """

  private static let source = "Sources/Reprint/Alignment/AlignmentWeights.swift"

  /// Returns false where a figure is below its floor.
  static func run(_ arguments: inout ArgumentList) throws -> Bool {
    var directory: String?
    var lessons: String?
    var output: String?
    var records = false
    var checks = false
    var threads = Machine.availableProcessors
    while let word = arguments.next() {
      switch word {
      case "--lessons": lessons = try arguments.value(for: word)
      case "--output": output = try arguments.value(for: word)
      case "--record": records = true
      case "--check": checks = true
      case "--threads": threads = try arguments.integer(for: word, atLeast: 1)
      default: directory = try arguments.operand(word)
      }
    }
    guard let directory else { throw BenchmarkError("learn-alignment: name a directory of stories") }
    let stories = try GoldStory.read(directory: directory)
    if let output { try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true) }
    let learner = AlignmentLearner(stories, lessons: try lessons.map(GoldStory.read(directory:)) ?? [])
    var score = AlignmentScore()
    for (name, model) in learner.leaveOneOut(threads: threads) {
      for story in stories where story.id == name { judge(model, on: story, &score) }
      if let output { try write(model.text, to: "\(output)/without-\(name).txt") }
    }
    try StandardStreams.output(Array("each story by weights learned from the others\n\(score)\n".utf8))
    if checks { return try meetsFloors(score) }
    let model = learner.learn(from: learner.stories)
    if let output { try write(model.text, to: "\(output)/all.txt") }
    if records { try write(sourceFile(model), to: source) }
    return true
  }

  /// Aligns a story's pages as the command does.
  private static func judge(_ model: AlignmentModel, on story: GoldStory, _ score: inout AlignmentScore) {
    var options = AlignmentOptions()
    options.model = model
    let original = Original(utf8: GoldLayout(story.original).bytes)
    for page in story.derived {
      score.add(original.align(utf8: GoldLayout(page).bytes, options).found, for: page, of: story)
    }
  }

  private static func meetsFloors(_ score: AlignmentScore) throws -> Bool {
    var isGood = Floors.hold(AlignmentFloors.f1(score))
    for (name, value, ceiling) in AlignmentFloors.falsely(score) where !(value <= ceiling) {
      isGood = false
      StandardStreams.error("reprint-bench: \(name) is \(value), above \(ceiling)")
    }
    return isGood
  }

  private static func sourceFile(_ model: AlignmentModel) -> String {
    let lines = model.text.split(separator: "\n").map { "    \(shortened($0))\n" }.joined()
    return """
      // swift-format-ignore-file
      // Learned by `reprint-bench learn-alignment fixtures/alignment/stories --lessons fixtures/alignment/lessons --record`;
      // do not edit.

      enum AlignmentWeights {
        static let text = \"\"\"
      \(lines)    \"\"\"
      }

      """
  }

  /// A line of a weight table with four digits a number: what is behind them changes no link.
  private static func shortened(_ line: Substring) -> String {
    line.split(separator: " ").map { word in Double(word).map { String(format: "%.4g", $0) } ?? String(word) }
      .joined(separator: " ")
  }

  private static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw BenchmarkError("\(path): can't be written: \(error.localizedDescription)")
    }
  }
}

/// What figures must reach.
enum Floors {
  /// Whether each figure does; names those that do not.
  static func hold(_ figures: [(name: String, value: Double, floor: Double)]) -> Bool {
    let low = figures.filter { !($0.value >= $0.floor) }
    for figure in low {
      StandardStreams.error("reprint-bench: \(figure.name) is \(figure.value), below \(figure.floor)")
    }
    return low.isEmpty
  }
}

/// What alignments of stories that were not learned from must reach.
///
/// Raise a floor when the figure rises.
enum AlignmentFloors {
  static func f1(_ score: AlignmentScore) -> [(name: String, value: Double, floor: Double)] {
    [
      ("F1", score.all.f1, 0.947), ("F1 of verbatim pages", score[GoldPage.Kind.verbatim].f1, 0.98),
      ("F1 of lightly edited pages", score[GoldPage.Kind.lightEdit].f1, 0.985),
      ("F1 of spun pages", score[GoldPage.Kind.spun].f1, 0.985),
      ("F1 of close paraphrases", score[GoldPage.Kind.closeParaphrase].f1, 0.97),
      ("F1 of summaries", score[GoldPage.Kind.summary].f1, 0.935),
      ("F1 of mosaics", score[GoldPage.Kind.mosaic].f1, 0.88),
      ("F1 of heavy paraphrases", score[GoldPage.Kind.heavyParaphrase].f1, 0.79),
      ("share of right kinds", score.all.kind, 0.95),
    ]
  }

  static func falsely(_ score: AlignmentScore) -> [(String, Double, ceiling: Double)] {
    [
      ("share of false links", score.all.falsely, 0.02),
      ("share of false links on independent pages", score[GoldPage.Kind.independent].falsely, 0.02),
    ]
  }
}
