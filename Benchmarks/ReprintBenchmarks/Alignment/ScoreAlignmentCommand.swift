import Foundation
import Reprint
import ReprintGold
import ReprintPlatform

/// `reprint-bench score-alignment`: how well alignments agree with gold stories, hard-spun pages and parallel texts.
enum ScoreAlignmentCommand {
  static let usage = """
    usage: reprint-bench score-alignment STORIES [--models DIR] [--spinners N] [--verses FILE]
           reprint-bench score-alignment STORIES --found FILE

    Aligns the pages of the gold stories of a directory with the built-in weights, or with those that
    learn-alignment --output wrote to DIR: for each story DIR/without-STORY.txt, for translations DIR/all.txt.
    --spinners: also N pages of each story, spun harder than any spinner does.
    --verses: also Bible translations, {"version","chapter","verses":[[1,"…"],…]} a line.
    --found: scores what another program found in the files of story-pages: lines as `reprint align` prints
    them, "copy" the path of a page; prints one JSON object.

    """

  static func run(_ arguments: inout ArgumentList) throws {
    var directory: String?
    var models: String?
    var verses: String?
    var spinners = 0
    var found: String?
    while let word = arguments.next() {
      switch word {
      case "--models": models = try arguments.value(for: word)
      case "--spinners": spinners = try arguments.integer(for: word, atLeast: 1)
      case "--verses": verses = try arguments.value(for: word)
      case "--found": found = try arguments.value(for: word)
      default: directory = try arguments.operand(word)
      }
    }
    guard let directory else { throw BenchmarkError("score-alignment: name a directory of stories") }
    let stories = try GoldStory.read(directory: directory)
    if let found { return try scoreFound(found, stories) }
    try scoreStories(stories, models: models)
    if spinners > 0 { try scoreSpinners(stories, pages: spinners) }
    if let verses { try scoreVerses(verses, models: models) }
  }

  /// Scores links that were found by whatever program, page by page.
  private static func scoreFound(_ path: String, _ stories: [GoldStory]) throws {
    guard let data = FileManager.default.contents(atPath: path) else { throw BenchmarkError("\(path): can't be read") }
    struct Copy: Decodable { let copy: String }
    var pages: [String: [UInt8]] = [:]
    for line in data.split(separator: 0x0A) {
      let copy = try JSONDecoder().decode(Copy.self, from: line).copy
      pages[copy.split(separator: "/").last.map(String.init) ?? "", default: []] += Array(line) + [0x0A]
    }
    var score = AlignmentScore()
    for story in stories {
      for page in story.derived {
        let lines = pages["\(StoryPagesCommand.name(of: page)).txt"] ?? []
        score.add(try FoundSentence.parse(ndjson: lines, path: path), for: page, of: story)
      }
    }
    var line = JSONLine()
    line.open()
    line.member("f1", score.all.f1)
    line.member("precision", score.all.precision)
    line.member("recall", score.all.recall)
    line.member("falsely", score.all.falsely)
    for kind in GoldPage.Kind.allCases where !score[kind].f1.isNaN {
      line.member("f1 \(kind.rawValue)", score[kind].f1)
    }
    line.close()
    try StandardStreams.output(line.bytes)
  }

  private static func scoreStories(_ stories: [GoldStory], models: String?) throws {
    var score = AlignmentScore()
    var alterations = AlterationScore()
    var negatives = (linked: 0, all: 0)
    var speed = (pages: 0, seconds: 0.0)
    for story in stories {
      var options = AlignmentOptions()
      if let models { options.model = try AlignmentModel(path: "\(models)/without-\(story.id).txt") }
      let original = Original(utf8: GoldLayout(story.original).bytes)
      _ = original.align("", options)  // reads the weights
      for page in story.derived {
        let text = GoldLayout(page).bytes
        let start = Clock.threadCPU
        let alignment = original.align(utf8: text, options)
        speed = (speed.pages + 1, speed.seconds + Clock.threadCPU - start)
        score.add(alignment.found, for: page, of: story)
        alterations.add(alignment, for: page)
      }
      let alignment = original.align(utf8: GoldLayout(lines: story.hardNegatives).bytes, options)
      negatives.linked += alignment.sentences.count { !$0.sources.isEmpty }
      negatives.all += alignment.sentences.count
    }
    let rate = Int((Double(speed.pages) / max(speed.seconds, 1e-9)).rounded())
    try print(
      "\(score)\nhard negatives linked: \(negatives.linked) of \(negatives.all)\n\(alterations)\n\(rate) pages a CPU second"
    )
  }

  private static func scoreSpinners(_ stories: [GoldStory], pages: Int) throws {
    var score = AlignmentScore()
    var words = (right: 0, judged: 0)
    for story in stories {
      let original = Original(utf8: GoldLayout(story.original).bytes)
      for seed in 0..<pages {
        let spun = HardSpinner(seed: UInt64(seed)).spin(story, among: stories)
        let alignment = original.align(utf8: GoldLayout(spun.page).bytes)
        score.add(alignment.found, for: spun.page, of: story)
        let lexicon = LexiconScore(alignment.lexicon, against: spun.table, leastCount: 3)
        words.right += lexicon.right
        words.judged += lexicon.judged
      }
    }
    try print("hard-spun pages, one at a time\n\(score)\nlexicon: \(words.right) of \(words.judged) entries right\n")
  }

  private static func scoreVerses(_ path: String, models: String?) throws {
    let text = try ParallelText(path: path)
    var options = AlignmentOptions()
    if let models { options.model = try AlignmentModel(path: "\(models)/all.txt") }
    var score = AlignmentScore()
    for chapter in text.chapters() {
      for version in ["asv", "web", "ylt"] {
        for order in [ParallelText.Order.inOrder, .shuffled] {
          guard let page = text.page(chapter, of: version, from: "kjv", order: order) else { continue }
          let alignment = Original(utf8: page.original.bytes).align(utf8: page.copy.bytes, options)
          score.add(alignment.found, for: page)
        }
      }
    }
    try print("translations\n\(score)\n")
  }

  private static func print(_ text: String) throws { try StandardStreams.output(Array((text + "\n").utf8)) }
}

extension AlignmentModel {
  /// Reads a weight table that learn-alignment wrote.
  init(path: String) throws {
    do {
      self = try AlignmentModel(text: String(contentsOfFile: path, encoding: .utf8))
    } catch {
      throw BenchmarkError("\(path): \(error)")
    }
  }
}
