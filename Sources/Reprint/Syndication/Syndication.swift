/// All reuse among the articles of a dump: stories, the outlets that gave and took them, and who took from whom.
public struct Syndication: Sendable {
  /// In the order in which their originals stand in the dump.
  public let stories: [Story]
  /// Those with a page in a story, in the order of their names.
  public let outlets: [Outlet]
  /// In the order of their outlets.
  public let edges: [OutletEdge]
  /// Documents that were looked at.
  public let documents: Int
  /// Pairs of documents that were aligned.
  package var alignments = 0

  package init(stories: [Story], outlets: [Outlet], edges: [OutletEdge], documents: Int) {
    self.stories = stories
    self.outlets = outlets
    self.edges = edges
    self.documents = documents
  }
}

/// A likely original, and the pages that took from it or from a copy of it.
public struct Story: Sendable {
  /// By what the original of a story is told from its copies.
  public enum OriginalBasis: String, Sendable {
    /// It was published before all others.
    case published
    /// Others credit its outlet, or speak of it as it does of itself.
    case selfMention = "self_mention"
    /// Others have a spinner's odd words for its common ones.
    case substitution
    /// Others are parts of it.
    case containment
    /// Nothing decides: it comes first in the dump, or a little speaks for it.
    case undetermined
  }

  /// The likely original first, then the copies in order of time; those without one last, in that of the dump.
  public let pages: [StoryPage]
  public let originalBasis: OriginalBasis

  public var original: StoryPage { pages[0] }
  public var copies: ArraySlice<StoryPage> { pages.dropFirst() }

  package init(pages: [StoryPage], originalBasis: OriginalBasis) {
    self.pages = pages
    self.originalBasis = originalBasis
  }
}

/// A page of a story.
public struct StoryPage: Sendable {
  /// Its number in the dump, from 0.
  public let document: Int
  /// What its record says of it, without text and links; ``Syndication/Source/article(_:)`` has these.
  public let article: TracedArticle
  /// The name of its outlet; nil if its record doesn't say.
  public let outlet: String?
  /// What it took, and from which page; nil for the original.
  public let reuse: Reuse?

  package init(document: Int, article: TracedArticle, outlet: String?, reuse: Reuse?) {
    self.document = document
    self.article = article
    self.outlet = outlet
    self.reuse = reuse
  }
}

/// What a page of a story took from another.
public struct Reuse: Sendable {
  /// The page it took from: its place among the story's pages.
  public let parent: Int
  /// How much of the parent the page has, and how.
  public let verdict: Verdict
  /// How much of the story's original the page has; nil if that is no more than a common topic.
  public let verdictOfOriginal: Verdict?
  /// The credit that the page gives to its parent or to the original, whichever is stronger.
  public let attribution: Attribution
  public let direction: Direction
  /// Seconds from the original's publication to the page's; nil if one is not known.
  public let lagFromOriginal: Double?

  /// Seconds from the parent's publication to the page's; nil if one is not known.
  public var lag: Double? { direction.lag }

  package init(
    parent: Int, verdict: Verdict, verdictOfOriginal: Verdict?, attribution: Attribution, direction: Direction,
    lagFromOriginal: Double?
  ) {
    self.parent = parent
    self.verdict = verdict
    self.verdictOfOriginal = verdictOfOriginal
    self.attribution = attribution
    self.direction = direction
    self.lagFromOriginal = lagFromOriginal
  }
}

/// What an outlet gave and took.
public struct Outlet: Sendable {
  public let name: String
  /// Its pages in the dump.
  public let pages: Int
  /// Stories whose likely original is one of its pages.
  public let storiesOriginated: Int
  /// Stories of other outlets that it has copies in.
  public let storiesTaken: Int
  /// Its pages that are copies of other outlets' pages.
  public let copies: Int
  /// Copies that other outlets took from one of its pages.
  public let copiesGiven: Int
  /// Of the seconds from an original to the outlet's copy; nil if none is known.
  public let medianLag: Double?
  /// Those of its ``copies`` that give credit.
  public let attributedCopies: Int
  /// Its copies by how most of their words were reused; kinds without any are left out.
  public let copiesByKind: [ReuseKind: Int]

  /// Share of its copies that give credit, 0 to 1; 0 without copies.
  public var attributedShare: Double { copies == 0 ? 0 : Double(attributedCopies) / Double(copies) }
  /// Share of its pages in the dump that are copies, 0 to 1.
  public var copiedShare: Double { pages == 0 ? 0 : Double(copies) / Double(pages) }
}

/// What one outlet took from another.
public struct OutletEdge: Sendable {
  /// The outlet that was taken from.
  public let from: String
  /// The outlet that took.
  public let to: String
  /// Copies that ``to`` made of pages of ``from``.
  public let copies: Int
  /// Stories they belong to.
  public let stories: Int
  /// Of the seconds between the two pages; nil if none is known.
  public let medianLag: Double?
  public let attributedCopies: Int

  /// Share of the copies that give credit, 0 to 1.
  public var attributedShare: Double { copies == 0 ? 0 : Double(attributedCopies) / Double(copies) }
}

extension Syndication {
  /// What syndication is found in: articles by their number, read again whenever they are needed.
  ///
  /// Called from several threads at once.
  public protocol Source: Sendable {
    var count: Int { get }
    /// An article with its text.
    func article(_ number: Int) -> TracedArticle
  }

  /// What a page of a story took from its parent, with each sentence's sources: the two articles are read and aligned
  /// again.
  ///
  /// - Returns: the parent's article, the page's, and the trace; nil for an original.
  public static func trace(
    _ page: StoryPage, of story: Story, in source: some Source
  ) -> (parent: TracedArticle, page: TracedArticle, trace: Trace)? {
    guard let reuse = page.reuse else { return nil }
    let parent = source.article(story.pages[reuse.parent].document)
    let article = source.article(page.document)
    let trace = TracedOriginal(parent).trace(of: article, PreparedCopy(article.text))
    return (parent, article, trace)
  }
}
