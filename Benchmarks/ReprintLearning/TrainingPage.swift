import Reprint
import ReprintGold

/// A page of a story, or what was made of one, with the right links.
///
/// ``GoldSentence/from`` numbers the sentences of ``original``.
struct TrainingPage: Sendable {
  let story: String
  let original: GoldLayout
  let page: GoldPage
  /// Made for learning, not for judging.
  let isVariant: Bool
}

extension TrainingPage {
  /// The pages of stories, and variants of them that teach what the stories alone don't: sources that are missing,
  /// sentences that share names and numbers only, originals of a few sentences, and originals that are themselves
  /// pages of the web, with furniture around a story that others tell too.
  static func pages(of stories: [GoldStory]) -> [TrainingPage] {
    var random = SplitMix(seed: 7)
    var result: [TrainingPage] = []
    for story in stories {
      for (number, page) in story.derived.enumerated() {
        result.append(TrainingPage(story: story.id, original: GoldLayout(story.original), page: page, isVariant: false))
        result.append(withoutSources(story, page, share: 0.2, &random))
        if number % 3 == 1 { result.append(withHardNegatives(story, page, &random)) }
        if number % 3 == 2 { result.append(shuffled(story, page, &random)) }
        if page.kind == .verbatim || page.kind == .independent { result.append(hardNegatives(story, like: page)) }
        if page.kind == .independent || number % 4 == 0 { result.append(againstExcerpt(story, page, &random)) }
      }
      for original in story.derived {
        result += story.derived.filter { Self.teaches(original.kind, $0.kind) }.map { against(original, story, $0) }
      }
    }
    return result
  }

  /// The page against an original that lacks a share of its sentences.
  private static func withoutSources(
    _ story: GoldStory, _ page: GoldPage, share: Double, _ random: inout SplitMix
  ) -> TrainingPage {
    let kept = story.original.sentences.indices.filter { _ in !random.chance(share) }
    let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let original = story.original.with(sentences: kept.map { story.original.sentences[$0] })
    let sentences = page.sentences.map { $0.with(from: $0.from.compactMap { place[$0] }) }
    return TrainingPage(
      story: story.id, original: GoldLayout(original), page: page.with(sentences: sentences), isVariant: true)
  }

  /// The page against a few sentences of the original.
  private static func againstExcerpt(_ story: GoldStory, _ page: GoldPage, _ random: inout SplitMix) -> TrainingPage {
    let count = min(8 + random.below(6), story.original.sentences.count)
    let start = random.below(story.original.sentences.count - count + 1)
    let original = story.original.with(sentences: Array(story.original.sentences[start..<start + count]))
    let sentences = page.sentences.map { sentence in
      sentence.with(from: sentence.from.filter { $0 >= start && $0 < start + count }.map { $0 - start })
    }
    return TrainingPage(
      story: story.id, original: GoldLayout(original), page: page.with(sentences: sentences), isVariant: true)
  }

  /// Whether a page of one kind is an instructive original for one of another.
  private static func teaches(_ original: GoldPage.Kind, _ page: GoldPage.Kind) -> Bool {
    switch (original, page) {
    case (.summary, .independent), (.closeParaphrase, .independent), (.heavyParaphrase, .independent): true
    case (.independent, .closeParaphrase), (.independent, .summary), (.spun, .independent): true
    case (.summary, .verbatim), (.closeParaphrase, .lightEdit), (.heavyParaphrase, .closeParaphrase): true
    default: false
    }
  }

  /// One page against another: sentences are linked that carry the same of the story.
  private static func against(_ original: GoldPage, _ story: GoldStory, _ page: GoldPage) -> TrainingPage {
    let sentences = page.sentences.map { sentence in
      let from = Set(sentence.from)
      return sentence.with(
        from: original.sentences.indices.filter { !from.isDisjoint(with: original.sentences[$0].from) })
    }
    return TrainingPage(
      story: story.id, original: GoldLayout(original),
      page: page.with(sentences: sentences), isVariant: true)
  }

  private static func withHardNegatives(_ story: GoldStory, _ page: GoldPage, _ random: inout SplitMix) -> TrainingPage
  {
    var sentences = page.sentences
    for text in story.hardNegatives {
      sentences.insert(GoldSentence(text: text, from: [], how: .none), at: 1 + random.below(sentences.count))
    }
    return TrainingPage(
      story: story.id, original: GoldLayout(story.original), page: page.with(sentences: sentences), isVariant: true)
  }

  private static func shuffled(_ story: GoldStory, _ page: GoldPage, _ random: inout SplitMix) -> TrainingPage {
    TrainingPage(
      story: story.id, original: GoldLayout(story.original),
      page: page.with(sentences: random.shuffled(page.sentences)),
      isVariant: true)
  }

  private static func hardNegatives(_ story: GoldStory, like page: GoldPage) -> TrainingPage {
    let sentences = story.hardNegatives.map { GoldSentence(text: $0, from: [], how: .none) }
    return TrainingPage(
      story: story.id, original: GoldLayout(story.original), page: page.with(sentences: sentences), isVariant: true)
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
