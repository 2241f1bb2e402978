/// A story's pages, copies of its documents among them.
struct StoryPages: Sendable {
  /// Documents of the tree, each with its near-duplicates; in input order.
  var documents: [Int]
  /// The document that most likely came first.
  var root: Int
  /// Where else a page may have come from: the document that it is nearly the same as, and that one's parent.
  var fallbacks: [Int: [Int]]

  var fromRoot: [ArcSearch.Pair] { documents.map { ArcSearch.Pair(source: root, page: $0) } }

  /// Where some pages may have come from but from the root.
  func fromFallbacks(_ isMeant: (Int) -> Bool) -> [ArcSearch.Pair] {
    documents.filter { $0 != root && isMeant($0) }.flatMap { page in
      (fallbacks[page] ?? []).map { ArcSearch.Pair(source: $0, page: page) }
    }
  }
}

/// Tells the original of a story from its copies, and a copy's copies from the original's.
struct StoryLineage {
  let facts: [DocumentFacts]
  let outlets: OutletDirectory
  let articles: any Syndication.Source

  /// What another page must save more than the original to count as the one that was copied, in bits: three words.
  private static let leastGain = 18.0
  /// The same for each reworded word: the more a page rewords, the more words agree by chance with those of others.
  private static let leastGainOfReworded = 1.8
  /// Runs of words that two pages must share, and the original lack, to be compared.
  private static let fewestRuns = 4
  private static let mostHaving = 64
  private static let mostParents = 2
  /// What decides which page came first, in bits.
  private static let decides = 50.0
  private static let mostRivals = 8

  // MARK: The original

  /// Pages that may have been there before the likely original.
  func rivals(of story: StoryPages) -> [Int] {
    Array(
      story.documents.lazy.filter { $0 != story.root && !facts[story.root].isBefore(facts[$0]) }
        .prefix(Self.mostRivals))
  }

  /// Which page is the original, and by what that is known.
  ///
  /// - Parameter arcs: have those from the root to all pages, and those from its rivals to the root.
  func original(of story: StoryPages, _ arcs: ArcTable) -> (document: Int, basis: Story.OriginalBasis) {
    let rivals = rivals(of: story)
    guard !rivals.isEmpty else {
      return (story.root, facts[story.root].published == nil ? .undetermined : .published)
    }
    let credits = credits([story.root] + rivals, among: story.documents)
    var best = (document: story.root, score: 0.0)
    var closest = Double.infinity
    var basis = Story.OriginalBasis.undetermined
    for rival in rivals {
      let forward = arcs.likely(story.root, rival)
      let backward = arcs.likely(rival, story.root)
      let credit = 60 * Double(credits[story.root]! - credits[rival]!)
      let score = (forward?.directionBits ?? 0) - (backward?.directionBits ?? 0) + credit
      if -score > max(best.score, Self.decides) {
        best = (rival, -score)
        basis = Self.basis(backward, credit: -credit)
      }
      if score < closest {
        closest = score
        if best.document == story.root { basis = Self.basis(forward, credit: credit) }
      }
    }
    if best.document != story.root {
      // The texts contradict what the tree of documents began with; they must not contradict the new one as well.
      let isClear = rivals.allSatisfy { rival in
        guard rival != best.document else { return true }
        let score =
          (arcs.likely(story.root, rival)?.directionBits ?? 0)
          - (arcs.likely(rival, story.root)?.directionBits ?? 0)
        return -score < best.score - Self.decides || facts[best.document].isBefore(facts[rival])
      }
      return (best.document, isClear ? basis : .undetermined)
    }
    return (story.root, closest >= Self.decides ? basis : .undetermined)
  }

  private static func basis(_ arc: ReuseArc?, credit: Double) -> Story.OriginalBasis {
    guard let arc else { return credit > 0 ? .selfMention : .undetermined }
    if arc.attribution.kind != .none || credit >= decides { return .selfMention }
    switch arc.direction.reason {
    case .substitution: return .substitution
    default: return .containment
    }
  }

  /// How many other outlets' pages credit each of some pages, three at most.
  private func credits(_ candidates: [Int], among documents: [Int]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    let pages = documents.prefix(48).map { (document: $0, article: articles.article($0)) }
    for candidate in candidates {
      let article = articles.article(candidate)
      let (names, ownLines) = (OutletNames(article), article.ownLines)
      var count = 0
      for page in pages where page.document != candidate && count < 3 {
        guard outlets.names[page.document] != outlets.names[candidate] else { continue }
        if Self.isCredited(names, by: page.article, except: ownLines) { count += 1 }
      }
      result[candidate] = count
    }
    return result
  }

  /// - Parameter own: lines of the candidate's own page that may give credit.
  private static func isCredited(
    _ names: OutletNames, by page: TracedArticle, except own: Set<ArraySlice<UInt8>>
  ) -> Bool {
    if let canonical = page.canonical, names.isOriginal(canonical) { return true }
    if page.links.contains(where: names.isOriginal) || !names.addresses(in: page.text).isEmpty { return true }
    let words = PlainWords(page.text)
    let isNamed = names.mentions(words.tokens, words.bytes).contains {
      CreditPhrases.find(around: $0.words, words.tokens, words.bytes) != nil
    }
    return isNamed || names.credit(inLines: page.creditLines, except: own).contains { $0.kind <= .named }
  }

  // MARK: Copies of copies

  /// Pairs of pages that share runs of words which the original lacks: what a copy changed, and its copy kept.
  func visibleCopies(of story: StoryPages) -> [ArcSearch.Pair] {
    guard story.documents.count > 2 else { return [] }
    let original = Set(runs(story.root))
    var having: [UInt64: [Int]] = [:]
    let order = facts.inOrderOfTime(story.documents.filter { $0 != story.root })
    for (place, document) in order.enumerated() {
      for run in Set(runs(document)) where !original.contains(run) {
        if having[run, default: []].count < Self.mostHaving { having[run, default: []].append(place) }
      }
    }
    var shared: [[Int: Int]] = Array(repeating: [:], count: order.count)
    for places in having.values where places.count > 1 {
      for (number, later) in places.enumerated() {
        for earlier in places[..<number] { shared[later][earlier, default: 0] += 1 }
      }
    }
    var pairs: [ArcSearch.Pair] = []
    for (later, counts) in shared.enumerated() {
      let likely = counts.filter { isPossible($0.key, later, $0.value, order) }
        .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.prefix(Self.mostParents)
      for (rank, (earlier, _)) in likely.enumerated() {
        if rank == 0 || facts[order[earlier]].isBefore(facts[order[later]]) {
          pairs.append(ArcSearch.Pair(source: order[earlier], page: order[later]))
        }
      }
    }
    return pairs
  }

  private func isPossible(_ earlier: Int, _ later: Int, _ count: Int, _ order: [Int]) -> Bool {
    // What pages of one site have in common is its template.
    let (one, other) = (outlets.names[order[earlier]], outlets.names[order[later]])
    return count >= Self.fewestRuns && (one == nil || one != other)
  }

  private func runs(_ document: Int) -> [UInt64] {
    var tokenizer = Tokenizer()
    var keys: [UInt64] = []
    articles.article(document).text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      tokenizer.placeWords(plain: bytes)
      PageFeatures.forEach(
        tokenizer.hashes, tokenizer.places, base, as: PlainEncoding.self, channels: .runs
      ) { _, key, _ in keys.append(key) }
    }
    return keys
  }

  // MARK: The tree

  /// For each page that took from another of the story the arc it took by.
  ///
  /// The original is preferred unless another page explains clearly more.
  func parents(
    of story: StoryPages, _ pairs: [ArcSearch.Pair], _ arc: (_ source: Int, _ page: Int) -> ReuseArc?
  ) -> [Int: ReuseArc] {
    var numbers: [Int: Int] = [:]
    for (number, document) in story.documents.enumerated() { numbers[document] = number }
    var usable: [ReuseArc] = []
    for pair in Set(pairs).sorted() where pair.page != story.root {
      guard numbers[pair.source] != nil, numbers[pair.page] != nil, let arc = arc(pair.source, pair.page),
        !facts[pair.page].isBefore(facts[pair.source])
      else { continue }
      usable.append(arc)
    }
    let chosen = Arborescence.maximum(
      nodes: story.documents.count,
      usable.map { arc in
        var weight = arc.savedBits
        if arc.source == story.root {
          weight += Self.leastGain + Self.leastGainOfReworded * Double(arc.rewordedWords)
        } else {
          weight += min(0, arc.directionBits)
        }
        return Arborescence.Arc(from: numbers[arc.source]!, to: numbers[arc.page]!, weight: weight)
      })
    var result: [Int: ReuseArc] = [:]
    for (number, arc) in chosen.enumerated() {
      if let arc { result[story.documents[number]] = usable[arc] }
    }
    return result
  }
}
