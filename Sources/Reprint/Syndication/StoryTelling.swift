/// Makes a story of its pages and of what each took.
struct StoryTelling {
  private let pages: StoryPages
  private let parents: [Int: ReuseArc]
  private let lineage: StoryLineage
  private let arcs: ArcTable

  init(_ pages: StoryPages, _ parents: [Int: ReuseArc], _ lineage: StoryLineage, _ arcs: ArcTable) {
    self.pages = pages
    self.parents = parents
    self.lineage = lineage
    self.arcs = arcs
  }

  /// The story with all pages that hang on its original; nil if there are none.
  func story(_ basis: Story.OriginalBasis) -> Story? {
    var children: [Int: [Int]] = [:]
    for page in parents.keys.sorted() { children[parents[page]!.source, default: []].append(page) }
    var copies: [Int] = []
    var reached = children[pages.root] ?? []
    while let page = reached.popLast() {
      copies.append(page)
      reached += children[page] ?? []
    }
    guard !copies.isEmpty else { return nil }
    let documents = [pages.root] + lineage.facts.inOrderOfTime(copies)
    var places: [Int: Int] = [:]
    for (place, document) in documents.enumerated() { places[document] = place }
    return Story(
      pages: documents.map { document in
        StoryPage(
          document: document, article: lineage.articles.article(document).withoutContent,
          outlet: lineage.outlets.names[document],
          reuse: parents[document].map { reuse(document, $0, parent: places[$0.source]!) })
      }, originalBasis: basis)
  }

  private func reuse(_ page: Int, _ arc: ReuseArc, parent: Int) -> Reuse {
    let direct = arcs[pages.root, page]
    var credit = arc.attribution
    if let direct, direct.attribution.kind < credit.kind { credit = direct.attribution }
    var lag: Double?
    if let first = lineage.facts[pages.root].published, let own = lineage.facts[page].published {
      lag = own.lag(after: first)
    }
    return Reuse(
      parent: parent, verdict: arc.verdict, verdictOfOriginal: direct?.verdict, attribution: credit,
      direction: arc.direction, lagFromOriginal: lag)
  }
}
