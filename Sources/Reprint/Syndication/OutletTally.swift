extension Syndication {
  /// Stories, with the outlets and edges counted from them.
  init(_ stories: [Story], _ directory: OutletDirectory, documents: Int) {
    self.init(stories, pagesOfOutlets: directory.pages, documents: documents)
  }

  /// Stories, with the outlets and edges counted from them.
  ///
  /// - Parameter pagesOfOutlets: how many pages of the dump each outlet has.
  package init(_ stories: [Story], pagesOfOutlets: [String: Int], documents: Int) {
    var tally = OutletTally()
    for (number, story) in stories.enumerated() { tally.count(story, number) }
    self.init(
      stories: stories, outlets: tally.outlets(pagesOfOutlets), edges: tally.edges, documents: documents)
  }

  /// The pages that `admits` holds for, those that such a page took from, and the originals; stories without a copy
  /// left are dropped.
  ///
  /// - Parameter admits: is asked about copies.
  package func filtered(_ admits: (Reuse) -> Bool) -> Syndication {
    let pages = Dictionary(outlets.map { ($0.name, $0.pages) }) { first, _ in first }
    var result = Syndication(
      stories.compactMap { $0.filtered(admits) }, pagesOfOutlets: pages, documents: documents)
    result.alignments = alignments
    return result
  }
}

extension Story {
  fileprivate func filtered(_ admits: (Reuse) -> Bool) -> Story? {
    var isKept = pages.map { $0.reuse.map(admits) ?? true }
    for place in pages.indices where isKept[place] {
      var parent = pages[place].reuse?.parent
      while let next = parent, !isKept[next] {
        isKept[next] = true
        parent = pages[next].reuse?.parent
      }
    }
    guard isKept.dropFirst().contains(true) else { return nil }
    var places: [Int] = []
    var kept = 0
    for isKept in isKept {
      places.append(kept)
      if isKept { kept += 1 }
    }
    return Story(
      pages: pages.indices.filter { isKept[$0] }.map { place in
        let page = pages[place]
        return StoryPage(
          document: page.document, article: page.article, outlet: page.outlet,
          reuse: page.reuse.map {
            Reuse(
              parent: places[$0.parent], verdict: $0.verdict, verdictOfOriginal: $0.verdictOfOriginal,
              attribution: $0.attribution, direction: $0.direction, lagFromOriginal: $0.lagFromOriginal)
          })
      }, originalBasis: originalBasis)
  }
}

/// Counts what outlets gave and took.
private struct OutletTally {
  private struct Count {
    var originated: Set<Int> = []
    var taken: Set<Int> = []
    /// Documents, since a page may be in several stories, and whether each gives credit.
    var copies: [Int: Bool] = [:]
    var given = 0
    var lags: [Double] = []
    var kinds: [ReuseKind: Int] = [:]
  }

  private var counts: [String: Count] = [:]
  private var flows = OutletFlows()

  mutating func count(_ story: Story, _ number: Int) {
    if let outlet = story.original.outlet { counts[outlet, default: Count()].originated.insert(number) }
    for page in story.copies {
      guard let reuse = page.reuse else { continue }
      let source = story.pages[reuse.parent].outlet
      // What an outlet takes from itself is no syndication.
      guard source == nil || source != page.outlet else { continue }
      if let source { counts[source, default: Count()].given += 1 }
      guard let outlet = page.outlet else { continue }
      var count = counts.removeValue(forKey: outlet) ?? Count()
      if story.original.outlet == nil || story.original.outlet != outlet { count.taken.insert(number) }
      let known = count.copies[page.document]
      count.copies[page.document] = known ?? false || reuse.attribution.isAttributed
      if known == nil { count.kinds[reuse.verdict.kind, default: 0] += 1 }
      if let lag = reuse.lagFromOriginal { count.lags.append(lag) }
      counts[outlet] = count
      guard let source else { continue }
      flows.count(
        from: source, to: outlet, story: number, lag: reuse.lag, isAttributed: reuse.attribution.isAttributed)
    }
  }

  func outlets(_ pages: [String: Int]) -> [Outlet] {
    counts.sorted { $0.key < $1.key }.map { name, count in
      Outlet(
        name: name, pages: pages[name] ?? count.copies.count, storiesOriginated: count.originated.count,
        storiesTaken: count.taken.count, copies: count.copies.count, copiesGiven: count.given,
        medianLag: Median.of(count.lags), attributedCopies: count.copies.values.count { $0 },
        copiesByKind: count.kinds)
    }
  }

  var edges: [OutletEdge] { flows.edges }
}
