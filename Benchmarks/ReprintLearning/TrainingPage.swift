import Reprint
import ReprintGold

/// A page of a story, or what was made of one, with the right links.
///
/// ``GoldSentence/from`` numbers the sentences of ``original``.
struct TrainingPage: Sendable {
  let story: String
  /// Another story that sentences of the page are from.
  let borrowed: String?
  let original: GoldLayout
  let page: GoldPage
  /// Made for learning, not for judging.
  let isVariant: Bool

  init(story: String, borrowed: String? = nil, original: GoldLayout, page: GoldPage, isVariant: Bool) {
    (self.story, self.borrowed) = (story, borrowed)
    (self.original, self.page, self.isVariant) = (original, page, isVariant)
  }

  /// Whether all that the page holds is from some of these stories.
  func isFrom(_ stories: Set<String>) -> Bool { stories.contains(story) && borrowed.map(stories.contains) ?? true }
}

extension TrainingPage {
  /// The pages of stories, and variants of them that teach what the stories alone don't: sources that are missing,
  /// sentences that share names and numbers only, originals of a few sentences, pages of which only a part was taken,
  /// and originals that are themselves pages of the web, with furniture around a story that others tell too.
  static func pages(of stories: [GoldStory]) -> [TrainingPage] {
    var random = SplitMix(seed: 7)
    var result: [TrainingPage] = []
    for (place, story) in stories.enumerated() {
      for (number, page) in story.derived.enumerated() {
        result.append(TrainingPage(story: story.id, original: GoldLayout(story.original), page: page, isVariant: false))
        result.append(withoutSources(story, page, share: 0.2, &random))
        if number % 3 == 1 { result.append(withHardNegatives(story, page, &random)) }
        if number % 3 == 2 { result.append(shuffled(story, page, &random)) }
        if page.kind == .verbatim || page.kind == .independent { result.append(hardNegatives(story, like: page)) }
        if page.kind == .independent { result.append(againstExcerpt(story, page, &random)) }
      }
      let other = stories[(place + 1) % stories.count]
      for page in story.derived where Self.mixed.contains(page.kind) && other.id != story.id {
        result.append(mixed(story, page, share: 0.35, with: other, &random))
      }
      for (original, page) in Self.instructive {
        let (original, page) = (story.derived.first { $0.kind == original }, story.derived.first { $0.kind == page })
        if let original, let page { result.append(against(original, story, page)) }
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

  private static let mixed: [GoldPage.Kind] = [.lightEdit, .closeParaphrase, .heavyParaphrase, .summary]

  /// A share of the page in one piece, amid sentences of an unrelated story.
  private static func mixed(
    _ story: GoldStory, _ page: GoldPage, share: Double, with other: GoldStory, _ random: inout SplitMix
  ) -> TrainingPage {
    let count = max(2, Int(Double(page.sentences.count) * share))
    let start = random.below(page.sentences.count - count + 1)
    var sentences = other.original.sentences.prefix(page.sentences.count - count).map {
      GoldSentence(text: $0, from: [], how: .none)
    }
    sentences.insert(contentsOf: page.sentences[start..<start + count], at: random.below(sentences.count + 1))
    return TrainingPage(
      story: story.id, borrowed: other.id, original: GoldLayout(story.original), page: page.with(sentences: sentences),
      isVariant: true)
  }

  /// Pages of one kind that are instructive as originals of those of another.
  private static let instructive: [(original: GoldPage.Kind, page: GoldPage.Kind)] = [
    (.summary, .independent), (.independent, .closeParaphrase), (.closeParaphrase, .lightEdit),
    (.heavyParaphrase, .closeParaphrase),
  ]

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
