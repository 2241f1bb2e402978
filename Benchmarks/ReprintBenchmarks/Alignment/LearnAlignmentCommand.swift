import Foundation
import Reprint
import ReprintGold
import ReprintLearning
import ReprintPlatform

/// `reprint-bench learn-alignment`: learns the weights of the pair classifier, and says how good they are.
enum LearnAlignmentCommand {
  static let usage = """
    usage: reprint-bench learn-alignment STORIES [--output DIR] [--threads N]

    Learns alignment weights from the gold stories of a directory. First from all but one, for each story, which
    judges them on what they have not seen; the table says how well. Then from all.
    With --output, writes DIR/all.txt and DIR/without-STORY.txt for each story.

    """

  static func run(_ arguments: inout ArgumentList) throws {
    var directory: String?
    var output: String?
    var threads = Machine.availableProcessors
    while let word = arguments.next() {
      switch word {
      case "--output": output = try arguments.value(for: word)
      case "--threads": threads = try arguments.integer(for: word, atLeast: 1)
      default: directory = try arguments.operand(word)
      }
    }
    guard let directory else { throw BenchmarkError("learn-alignment: name a directory of stories") }
    let stories = try GoldStory.read(directory: directory)
    let learner = AlignmentLearner(stories)
    var score = AlignmentScore()
    var models: [(name: String, model: AlignmentModel)] = []
    for (name, model) in learner.leaveOneOut(threads: threads) {
      models.append(("without-\(name)", model))
      for story in stories where story.id == name { Self.judge(model, on: story, &score) }
    }
    try StandardStreams.output(Array("each story by weights learned from the others\n\(score)\n".utf8))
    models.append(("all", learner.learn(from: learner.stories)))
    guard let output else { return }
    for (name, model) in models {
      try Data(model.text.utf8).write(to: URL(fileURLWithPath: "\(output)/\(name).txt"))
    }
  }

  private static func judge(_ model: AlignmentModel, on story: GoldStory, _ score: inout AlignmentScore) {
    let original = GoldLayout(story.original)
    for page in story.derived {
      let problem = AlignmentProblem(original: original.bytes, copy: GoldLayout(page).bytes)
      let columns = problem.columns
      let found = zip(problem.rows, problem.links(model)).map { row, links in
        FoundSentence(range: row, kind: nil, sources: links.map { columns[$0] })
      }
      score.add(found, for: page, of: story)
    }
  }
}
