import Reprint
import ReprintCorpora
import ReprintGold

/// A page of a story, or what was made of one, with the right links.
struct TrainingPage: Sendable {
  let story: String
  let original: GoldOriginal
  let page: GoldPage
  /// Made for learning, not for judging.
  let isVariant: Bool
}

extension TrainingPage {
  /// The pages of stories, and variants of them that teach what the stories alone don't: sources that are missing, and
  /// sentences that share names and numbers only.
  static func pages(of stories: [GoldStory]) -> [TrainingPage] {
    var random = SeededGenerator(seed: 7)
    var result: [TrainingPage] = []
    for story in stories {
      for (number, page) in story.derived.enumerated() {
        result.append(TrainingPage(story: story.id, original: story.original, page: page, isVariant: false))
        result.append(withoutSources(story, page, share: 0.2, &random))
        if number % 3 == 1 { result.append(withHardNegatives(story, page, &random)) }
        if number % 3 == 2 { result.append(shuffled(story, page, &random)) }
        if page.kind == .verbatim || page.kind == .independent { result.append(hardNegatives(story, like: page)) }
      }
    }
    return result
  }

  /// The page against an original that lacks a share of its sentences.
  private static func withoutSources(
    _ story: GoldStory, _ page: GoldPage, share: Double, _ random: inout SeededGenerator
  ) -> TrainingPage {
    let kept = story.original.sentences.indices.filter { _ in !random.chance(share) }
    let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let original = story.original.with(sentences: kept.map { story.original.sentences[$0] })
    let sentences = page.sentences.map { $0.with(from: $0.from.compactMap { place[$0] }) }
    return TrainingPage(story: story.id, original: original, page: page.with(sentences: sentences), isVariant: true)
  }

  private static func withHardNegatives(_ story: GoldStory, _ page: GoldPage, _ random: inout SeededGenerator)
    -> TrainingPage
  {
    var sentences = page.sentences
    for text in story.hardNegatives {
      sentences.insert(GoldSentence(text: text, from: [], how: .none), at: 1 + random.below(sentences.count))
    }
    return TrainingPage(
      story: story.id, original: story.original, page: page.with(sentences: sentences), isVariant: true)
  }

  private static func shuffled(_ story: GoldStory, _ page: GoldPage, _ random: inout SeededGenerator) -> TrainingPage {
    TrainingPage(
      story: story.id, original: story.original, page: page.with(sentences: random.shuffled(page.sentences)),
      isVariant: true)
  }

  private static func hardNegatives(_ story: GoldStory, like page: GoldPage) -> TrainingPage {
    let sentences = story.hardNegatives.map { GoldSentence(text: $0, from: [], how: .none) }
    return TrainingPage(
      story: story.id, original: story.original, page: page.with(sentences: sentences), isVariant: true)
  }
}

extension GoldOriginal {
  func with(sentences: [String]) -> GoldOriginal {
    GoldOriginal(outlet: outlet, url: url, published: published, title: title, sentences: sentences)
  }
}

extension GoldPage {
  func with(sentences: [GoldSentence]) -> GoldPage {
    GoldPage(
      id: id, kind: kind, attributed: attributed, outlet: outlet, url: url, published: published, lang: lang,
      sentences: sentences)
  }
}
