/// Finds all reuse among the articles of a source.
///
/// Near-duplicates first, since they are many and cheap to tell; then what the documents that are left share, however
/// disguised; then stories among those, and in each story who took from whom.
package struct SyndicationSearch: Sendable {
  private let articles: Syndication.TrustedSource
  private let search: ArcSearch
  private let threads: Int

  package init(_ source: some Syndication.Source, threads: Int = 1) {
    articles = Syndication.TrustedSource(base: source)
    self.threads = max(1, threads)
    search = ArcSearch(articles: articles, threads: self.threads)
  }

  /// How near-duplicates are found that count as versions of one text.
  package static func clustering(threads: Int) -> ClusteringOptions {
    var options = ClusteringOptions()
    options.keep = .oldest
    options.threads = threads
    return options
  }

  /// Near-duplicates more similar than this are not aligned before they count as versions of one text.
  private static let surelyCopied = 0.95

  /// - Parameter clusters: near-duplicates, the oldest of each kept.
  /// - Complexity: O(n log n) in the words of the articles, plus the alignments: some for each page of a story, and for
  ///   each document as many as ``ReuseCandidates`` allows.
  package func run(_ clusters: [DocumentCluster]) -> Syndication {
    let facts = ConcurrentMap.blocks(articles.count, size: 64, threads: threads) { block in
      block.map { DocumentFacts(articles.article($0)) }
    }
    let outlets = OutletDirectory(facts)
    var arcs = ArcTable()
    let versions = versions(clusters, &arcs)

    let candidates = ReuseCandidates(
      articles: articles, facts: facts, documents: versions.leaders, threads: threads)
    let pairs = candidates.pairs()
    var leaderArcs = ArcTable()
    leaderArcs.find(pairs, eitherWayIn: facts, search)
    var finder = StoryFinder(leaderArcs.all, facts: facts)
    let stories = stories(finder.trees(), versions)
    arcs.merge(leaderArcs)

    let lineage = StoryLineage(facts: facts, outlets: outlets, articles: articles)
    let found = lineages(of: stories, lineage, &arcs)
    let result = found.enumerated().sorted {
      ($0.element.original.document, $0.offset) < ($1.element.original.document, $1.offset)
    }.map(\.element)
    var syndication = Syndication(result, outlets, documents: articles.count)
    syndication.alignments = arcs.count
    return syndication
  }

  /// Documents that stand for their near-duplicates, and these.
  private struct Versions {
    var leaders: [Int] = []
    /// By leader; the leader is not among them.
    var copies: [Int: [Int]] = [:]
  }

  private func versions(_ clusters: [DocumentCluster], _ arcs: inout ArcTable) -> Versions {
    // What is alike by a template only is not the same article.
    let doubtful = clusters.flatMap { cluster in
      cluster.removed.filter { $0.similarity < Self.surelyCopied }
        .map { ArcSearch.Pair(source: Int(cluster.kept), page: Int($0.document)) }
    }
    arcs.find(doubtful, search)
    var result = Versions()
    var isCopy = [Bool](repeating: false, count: articles.count)
    for cluster in clusters {
      for member in cluster.removed {
        let (kept, document) = (Int(cluster.kept), Int(member.document))
        guard member.similarity >= Self.surelyCopied || arcs[kept, document] != nil else { continue }
        isCopy[document] = true
        result.copies[kept, default: []].append(document)
      }
    }
    result.leaders = isCopy.indices.filter { !isCopy[$0] }
    return result
  }

  /// The pages of each tree with their near-duplicates; and near-duplicates that nobody else took from.
  private func stories(_ trees: [StoryFinder.Tree], _ versions: Versions) -> [StoryPages] {
    var result: [StoryPages] = []
    var isTold: Set<Int> = []
    func add(_ tree: StoryFinder.Tree) {
      var fallbacks: [Int: [Int]] = [:]
      for (document, parent) in zip(tree.documents, tree.parents) {
        isTold.insert(document)
        fallbacks[document] = parent.map { [$0] } ?? []
        for copy in versions.copies[document] ?? [] { fallbacks[copy] = [document] + (parent.map { [$0] } ?? []) }
      }
      result.append(
        StoryPages(documents: fallbacks.keys.sorted(), root: tree.documents[0], fallbacks: fallbacks))
    }
    for tree in trees { add(tree) }
    for leader in versions.copies.keys.sorted() where !isTold.contains(leader) {
      add(StoryFinder.Tree(documents: [leader], parents: [nil]))
    }
    return result
  }

  /// Who took from whom in each story; all alignments of one step are done at once, so that every thread has work.
  private func lineages(of stories: [StoryPages], _ lineage: StoryLineage, _ arcs: inout ArcTable) -> [Story] {
    arcs.find(stories.flatMap { $0.fromRoot }, search)
    let rivals = stories.flatMap { story in
      lineage.rivals(of: story).map { ArcSearch.Pair(source: $0, page: story.root) }
    }
    arcs.find(rivals.filter { [arcs] in arcs.likely($0.source, $0.page) == nil }, search)
    let known = arcs
    let originals = ConcurrentMap.run(stories.count, threads: threads) { lineage.original(of: stories[$0], known) }
    var settled = stories
    for (number, original) in originals.enumerated() { settled[number].root = original.document }
    arcs.find(settled.flatMap { $0.fromRoot }, search)
    // Pages that have nothing of the original any more still have something of what they were found by.
    let hanging = settled.map { [arcs] story in story.fromFallbacks { arcs[story.root, $0] == nil } }
    let visible = ConcurrentMap.run(stories.count, threads: threads) { [settled] in
      lineage.visibleCopies(of: settled[$0])
    }
    arcs.find(hanging.flatMap { $0 }, search)
    arcs.find(visible.flatMap { $0 }, eitherWayIn: lineage.facts, search)
    let pairs = settled.indices.map { number in
      settled[number].fromRoot + hanging[number] + visible[number].flatMap { [$0, $0.reversed] }
    }
    // What is told in the end is told by an alignment of its own.
    let likely = settled.indices.flatMap { [arcs] number in
      lineage.parents(of: settled[number], pairs[number]) { arcs.likely($0, $1) }.values
        .map { ArcSearch.Pair(source: $0.source, page: $0.page) }.sorted()
    }
    arcs.find(likely, search)
    return settled.indices.compactMap { [arcs] number in
      let parents = lineage.parents(of: settled[number], pairs[number]) { arcs[$0, $1] }
      return StoryTelling(settled[number], parents, lineage, arcs).story(originals[number].basis)
    }
  }
}
