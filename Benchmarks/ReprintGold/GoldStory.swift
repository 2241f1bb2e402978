/// An article, the pages that came of it, and which of its sentences each of their sentences carries.
package struct GoldStory: Sendable, Equatable, Decodable {
  package let id: String
  package let original: GoldOriginal
  package let derived: [GoldPage]
  /// Sentences that share names and numbers with the original and state other facts.
  package let hardNegatives: [String]

  package init(id: String, original: GoldOriginal, derived: [GoldPage], hardNegatives: [String]) {
    self.id = id
    self.original = original
    self.derived = derived
    self.hardNegatives = hardNegatives
  }

  enum CodingKeys: String, CodingKey {
    case id, original, derived
    case hardNegatives = "hard_negatives"
  }
}

/// An article as first published.
package struct GoldOriginal: Sendable, Equatable, Decodable {
  package let outlet: String
  package let url: String
  package let published: String
  package let title: String
  package let sentences: [String]

  package init(outlet: String, url: String, published: String, title: String, sentences: [String]) {
    self.outlet = outlet
    self.url = url
    self.published = published
    self.title = title
    self.sentences = sentences
  }
}

/// A page that came of an article, or one about the same event that did not.
package struct GoldPage: Sendable, Equatable, Decodable {
  /// How a page came about.
  package enum Kind: String, Sendable, Decodable, CaseIterable {
    /// A copy inside heavy page furniture.
    case verbatim
    case lightEdit = "light-edit"
    case spun
    case closeParaphrase = "close-paraphrase"
    case heavyParaphrase = "heavy-paraphrase"
    case summary
    /// Part of it from the story, the rest from elsewhere.
    case mosaic
    /// Another outlet's own reporting of the same event.
    case independent
  }

  package let id: String
  package let kind: Kind
  /// Whether the page itself credits the original's outlet.
  package let attributed: Bool
  package let outlet: String
  package let url: String
  package let published: String
  /// The language if it is not the original's.
  package let lang: String?
  package let sentences: [GoldSentence]

  package init(
    id: String, kind: Kind, attributed: Bool = false, outlet: String, url: String, published: String,
    lang: String? = nil, sentences: [GoldSentence]
  ) {
    self.id = id
    self.kind = kind
    self.attributed = attributed
    self.outlet = outlet
    self.url = url
    self.published = published
    self.lang = lang
    self.sentences = sentences
  }
}

/// A sentence of a derived page, and the original's sentences whose content it carries.
package struct GoldSentence: Sendable, Equatable, Decodable {
  /// How a sentence came about.
  package enum Origin: String, Sendable, Decodable, CaseIterable {
    case verbatim, edited, spun, paraphrase, summary, quote
    /// Not from the original.
    case none
    /// Page furniture.
    case boilerplate

    /// The kinds that an alignment may rightly give such a sentence.
    package var rightKinds: Set<String> {
      switch self {
      case .verbatim: ["verbatim"]
      case .edited: ["edited", "verbatim"]
      case .spun: ["spun"]
      case .paraphrase: ["paraphrase", "edited"]
      case .summary: ["paraphrase", "edited", "summary"]
      case .quote: ["quote", "verbatim", "edited"]
      case .none, .boilerplate: []
      }
    }
  }

  package enum Role: String, Sendable, Decodable {
    case headline
  }

  /// A kind of fact that a sentence states otherwise than its source.
  package enum AlteredFact: String, Sendable, Decodable {
    case number, negation
  }

  /// Sentences of another story.
  package struct OtherSource: Sendable, Equatable, Decodable {
    package let id: String
    package let from: [Int]
  }

  package let text: String
  /// Numbers of sentences of the original, from 0; none for a sentence that is not from it.
  package let from: [Int]
  package let how: Origin
  package let role: Role?
  /// Whether the page moved the sentence.
  package let reordered: Bool?
  /// Where the sentence came from instead.
  package let otherSource: OtherSource?
  package let altered: [AlteredFact]?

  package init(text: String, from: [Int], how: Origin, role: Role? = nil, altered: [AlteredFact]? = nil) {
    self.text = text
    self.from = from
    self.how = how
    self.role = role
    self.altered = altered
    reordered = nil
    otherSource = nil
  }

  enum CodingKeys: String, CodingKey {
    case text, from, how, role, reordered, altered
    case otherSource = "other_source"
  }
}

extension GoldSentence {
  /// The sentence with other sources.
  package func with(from: [Int]) -> GoldSentence {
    GoldSentence(text: text, from: from, how: how, role: role, altered: altered)
  }
}
