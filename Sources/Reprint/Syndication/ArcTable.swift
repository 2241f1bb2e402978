/// Arcs by the pair they join.
struct ArcTable: Sendable {
  private var arcs: [ArcSearch.Pair: ReuseArc] = [:]
  /// Arcs told from the alignment the other way round, where there is none of their own.
  private var transposed: [ArcSearch.Pair: ReuseArc] = [:]
  private var known: Set<ArcSearch.Pair> = []

  /// Finds the arcs of pairs that were not yet looked at.
  mutating func find(_ pairs: [ArcSearch.Pair], _ search: ArcSearch) {
    for finding in search.find(new(pairs)) { add(finding) }
  }

  /// Finds the arcs of pairs either document of which may be the source, for the most part by one alignment.
  ///
  /// The shorter text is looked at as the page, since what it shares is more of it: where even that is no reuse, the
  /// other way is none.
  mutating func find(_ pairs: [ArcSearch.Pair], eitherWayIn facts: [DocumentFacts], _ search: ArcSearch) {
    var certain: [ArcSearch.Pair] = []
    var open: [ArcSearch.Pair] = []
    for pair in pairs {
      if facts[pair.source].isBefore(facts[pair.page]) {
        certain.append(pair)
      } else if facts[pair.page].isBefore(facts[pair.source]) {
        certain.append(pair.reversed)
      } else if arcs[pair] == nil, arcs[pair.reversed] == nil {
        open.append(facts[pair.source].bytes >= facts[pair.page].bytes ? pair : pair.reversed)
      } else {
        certain += [pair, pair.reversed]
      }
    }
    find(certain, search)
    var reverse: [ArcSearch.Pair] = []
    for finding in search.find(new(open), transposes: true) {
      add(finding)
      if finding.needsReverse { reverse += finding.arcs.map { ArcSearch.Pair(source: $0.page, page: $0.source) } }
    }
    find(reverse, search)
  }

  private mutating func new(_ pairs: [ArcSearch.Pair]) -> [ArcSearch.Pair] {
    pairs.filter { $0.source != $0.page && known.insert($0).inserted }
  }

  private mutating func add(_ finding: ArcSearch.Finding) {
    for arc in finding.arcs { arcs[ArcSearch.Pair(source: arc.source, page: arc.page)] = arc }
    if let arc = finding.transposed { transposed[ArcSearch.Pair(source: arc.source, page: arc.page)] = arc }
  }

  /// What the page took from the source, by their own alignment.
  subscript(source: Int, page: Int) -> ReuseArc? { arcs[ArcSearch.Pair(source: source, page: page)] }

  /// What the page took from the source, by whatever alignment.
  func likely(_ source: Int, _ page: Int) -> ReuseArc? {
    let pair = ArcSearch.Pair(source: source, page: page)
    return arcs[pair] ?? (known.contains(pair) ? nil : transposed[pair])
  }

  /// All that are likely, in the order of sources, then pages.
  var all: [ReuseArc] {
    Set(arcs.keys).union(transposed.keys).sorted().compactMap { likely($0.source, $0.page) }
  }

  /// Pairs that were aligned.
  var count: Int { known.count }

  /// Takes in the arcs of another table.
  mutating func merge(_ other: ArcTable) {
    arcs.merge(other.arcs) { first, _ in first }
    transposed.merge(other.transposed) { first, _ in first }
    known.formUnion(other.known)
  }
}
