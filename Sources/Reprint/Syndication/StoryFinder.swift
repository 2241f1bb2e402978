/// Cuts verified reuse into stories: a likely original each, and the documents that took from it or from a copy of it.
///
/// What a document took decides, not that it took something: a page that mixes two stories is in both and joins neither
/// to the other. Every story explains arcs; the next are looked for among those that are left, until none is.
struct StoryFinder {
  /// A tree of documents.
  struct Tree: Sendable, Equatable {
    /// The root first; every document behind the one it took from.
    var documents: [Int]
    /// For each of them the one it took from; nil for the root.
    var parents: [Int?]
  }

  private let arcs: [ReuseArc]
  private let facts: [DocumentFacts]
  private var isActive: [Bool]
  /// For each document the numbers of the arcs by which it may have taken something.
  private let incoming: [Int: [Int]]

  /// Words of a document that must come from a story for it to belong there, or half of what it took, if that is less.
  private static let fewestWords = 25
  /// And one of so many words that it took.
  private static let leastPart = 4
  /// What little is left of an arc behind a story is no story.
  private static let fewestLeft = 40
  private static let mostRounds = 64

  /// - Parameter arcs: in an order that does not change from run to run.
  init(_ arcs: [ReuseArc], facts: [DocumentFacts]) {
    self.arcs = arcs
    self.facts = facts
    isActive = [Bool](repeating: true, count: arcs.count)
    incoming = Dictionary(grouping: arcs.indices) { arcs[$0].page }
  }

  /// The stories, in the order of their roots.
  mutating func trees() -> [Tree] {
    var found: [Tree] = []
    for _ in 0..<Self.mostRounds {
      var round = nextRound(bridges: true)
      if round.isEmpty { round = nextRound(bridges: false) }
      guard !round.isEmpty else { break }
      found += round
    }
    // A round may tell more of a story that one before it told, of other sentences.
    var places: [Int: Int] = [:]
    var stories: [Tree] = []
    for tree in found {
      guard let place = places[tree.documents[0]] else {
        places[tree.documents[0]] = stories.count
        stories.append(tree)
        continue
      }
      let known = Set(stories[place].documents)
      for (document, parent) in zip(tree.documents, tree.parents) where !known.contains(document) {
        stories[place].documents.append(document)
        stories[place].parents.append(parent)
      }
    }
    return stories.sorted { $0.documents[0] < $1.documents[0] }
  }

  /// Stories in the arcs that no story explains so far.
  ///
  /// - Parameter bridges: whether to follow what was taken back to where a story told before says that it comes from.
  private mutating func nextRound(bridges: Bool) -> [Tree] {
    var numbers: [Int: Int] = [:]
    var documents: [Int] = []
    var isTaking = Set<Int>()
    for (number, arc) in arcs.enumerated() where isActive[number] {
      isTaking.insert(arc.page)
      for document in [arc.source, arc.page] where numbers[document] == nil {
        numbers[document] = 0
        documents.append(document)
      }
    }
    guard !documents.isEmpty else { return [] }
    // A page that took from a copy, and maybe not visibly from the original, is in the original's story.
    var known: Set<Int> = []
    var reached = bridges ? arcs.indices.filter { isActive[$0] && !isTaking.contains(arcs[$0].source) } : []
    while let arc = reached.popLast() {
      for number in incoming[arcs[arc].source] ?? [] where !known.contains(number) && carries(number, into: arc) {
        known.insert(number)
        if numbers.updateValue(0, forKey: arcs[number].source) == nil { documents.append(arcs[number].source) }
        if !isTaking.contains(arcs[number].source) { reached.append(number) }
      }
    }
    documents.sort()
    for (number, document) in documents.enumerated() { numbers[document] = number }
    // Copies of a page that mixes stories are copies of it in each.
    let usable = arcs.indices.filter {
      isActive[$0] || isTaking.contains(arcs[$0].source) && isTaking.contains(arcs[$0].page) || known.contains($0)
    }
    let forest = Arborescence.maximum(
      nodes: documents.count,
      usable.map {
        Arborescence.Arc(
          from: numbers[arcs[$0].source]!, to: numbers[arcs[$0].page]!,
          weight: arcs[$0].savedBits + arcs[$0].directionBits)
      })
    var children: [Int: [Int]] = [:]
    for (node, arc) in forest.enumerated() {
      if let arc { children[numbers[arcs[usable[arc]].source]!, default: []].append(node) }
    }
    var between: [ArcSearch.Pair: Int] = [:]
    for number in usable { between[ArcSearch.Pair(source: arcs[number].source, page: arcs[number].page)] = number }

    var trees: [Tree] = []
    var membership = [Int](repeating: -1, count: documents.count)
    var derived: [Int: Set<Int32>] = [:]
    for root in documents.indices where forest[root] == nil {
      var tree = Tree(documents: [documents[root]], parents: [nil])
      var reached: [(node: Int, parent: Int)] = (children[root] ?? []).map { ($0, root) }
      var next = 0
      membership[root] = trees.count
      while next < reached.count {
        let (node, parent) = reached[next]
        next += 1
        let arc = arcs[usable[forest[node]!]]
        var own = Self.derived(through: arc, parent == root ? nil : derived[parent])
        if parent != root,
          let direct = between[ArcSearch.Pair(source: documents[root], page: documents[node])]
        {
          own.formUnion(Self.derived(through: arcs[direct], nil))
        }
        // What hangs on a copy by something else than the story is another story.
        let words = arc.words { own.contains($0.page) }
        guard words >= min(Self.fewestWords, max(1, arc.words / 2)), words * Self.leastPart >= arc.words else {
          continue
        }
        derived[node] = own
        membership[node] = trees.count
        tree.documents.append(documents[node])
        tree.parents.append(documents[parent])
        reached += (children[node] ?? []).map { ($0, node) }
      }
      if tree.documents.count > 1 {
        trees.append(tree)
      } else {
        membership[root] = -1
      }
    }
    return explain(membership, derived, numbers) ? trees : []
  }

  /// Whether most of what an arc hands on came by another one.
  private func carries(_ number: Int, into other: Int) -> Bool {
    let handed = Set(arcs[number].links.lazy.map(\.page))
    return 2 * arcs[other].words { handed.contains($0.source) } > arcs[other].words
  }

  /// The sentences of a page that come from the story, if those of its source do; nil for all.
  private static func derived(through arc: ReuseArc, _ source: Set<Int32>?) -> Set<Int32> {
    var result: Set<Int32> = []
    var last: Int32 = -1
    // A sentence's first source says where it is from; further ones may only resemble it.
    for link in arc.links where link.page != last {
      last = link.page
      if source?.contains(link.source) ?? true { result.insert(link.page) }
    }
    return result
  }

  /// Puts arcs aside that the stories of a round explain; returns whether there are any.
  private mutating func explain(_ membership: [Int], _ derived: [Int: Set<Int32>], _ numbers: [Int: Int]) -> Bool {
    var isProgress = false
    for (number, arc) in arcs.enumerated() where isActive[number] {
      let (source, page) = (numbers[arc.source]!, numbers[arc.page]!)
      guard membership[source] >= 0, membership[source] == membership[page] else { continue }
      let left: Int
      if let own = derived[page] {
        left = arc.words { !own.contains($0.page) }
      } else {
        // The root: all of it is the story.
        left = 0
      }
      if left < Self.fewestLeft || 2 * left < arc.words {
        isActive[number] = false
        isProgress = true
      }
    }
    return isProgress
  }
}
