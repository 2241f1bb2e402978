/// Finds the pairs of documents that share enough to be aligned, among all of a dump, in two passes over the texts.
///
/// The first counts which words, runs and rhythms several documents have; the second keeps only those. A document is
/// then paired with some that may have been its sources and that together have all that it shares with others, so that
/// a story of n pages costs some n alignments and not n * n: each leads to one that comes before it, and so to the first.
struct ReuseCandidates {
  let articles: any Syndication.Source
  let facts: [DocumentFacts]
  /// The documents to compare, in input order.
  let documents: [Int]
  let threads: Int

  /// What more documents have is no sign of reuse.
  private static let mostHaving = 256
  /// So many may be the versions of one story, which all have what it tells.
  private static let fewHaving = 12
  /// Of the documents that share something with one only so many are looked at: those that share most, and the first.
  private static let strongest = 24
  private static let earliest = 8
  /// A document is paired with so many others at most.
  private static let mostSources = 8
  /// What a further source must share that those before it don't, in nats.
  private static let leastGain: Float = 27
  private static let block = 32
  private static let mostBlocks = 48

  /// What two documents must share to be compared, in nats: the more there are, the more of it is chance.
  private func least(_ one: Int, _ other: Int, _ index: OriginalIndex) -> Float {
    let alone = min(index.thresholds[one], index.thresholds[other])
    return min(2 * alone, alone + Logarithm.of(Float(documents.count)))
  }

  /// Pairs to align: the one that is likelier to be the source first.
  ///
  /// - Complexity: O(n log n) in the words of the documents, since no feature and no document has more than so many
  ///   others to be compared with.
  func pairs() -> [ArcSearch.Pair] {
    guard documents.count > 1 else { return [] }
    let index = index()
    let order = order()
    // Every scout costs as much as there are features and documents, so that blocks are some dozens at most.
    let size = max(256, documents.count / Self.mostBlocks)
    let found = ConcurrentMap.blocks(documents.count, size: size, threads: threads) { block in
      var scout = OriginalScout(index)
      return block.flatMap { number in
        articles.article(documents[number]).text.withUnsafeBufferPointer { scout.look(plain: $0) }
        let likely = zip(scout.candidates, scout.strengths).filter { other, strength in
          other != number && strength >= least(number, other, index)
        }
        return chosen(likely, order).map { other, strength in
          order[other] < order[number]
            ? Shared(source: other, page: number, nats: strength)
            : Shared(source: number, page: other, nats: strength)
        }
      }
    }.sorted()
    // One may have been found from both sides.
    let different = found.indices.filter {
      $0 == 0 || (found[$0 - 1].page, found[$0 - 1].source) != (found[$0].page, found[$0].source)
    }.map { found[$0] }
    var pages: [Range<Int>] = []
    for place in different.indices {
      if let last = pages.last, different[last.lowerBound].page == different[place].page {
        pages[pages.count - 1] = last.lowerBound..<place + 1
      } else {
        pages.append(place..<place + 1)
      }
    }
    let features = DocumentFeatures(index)
    return ConcurrentMap.blocks(pages.count, size: 256, threads: threads) { [different, pages] block in
      block.flatMap { page in sources(different[pages[page]], order, features, index) }
    }.map { ArcSearch.Pair(source: documents[$0.source], page: documents[$0.page]) }.sorted()
  }

  /// What two documents share, by their places among ``documents``.
  private struct Shared: Comparable, Sendable {
    var source: Int
    var page: Int
    var nats: Float

    static func < (first: Shared, second: Shared) -> Bool {
      (first.page, first.source, second.nats) < (second.page, second.source, first.nats)
    }
  }

  /// The rank of each document among possible sources: by time, those without one last; then the longer ones, since
  /// pages leave out more than they add.
  private func order() -> [Int] {
    let ranked = documents.indices.sorted { one, other in
      let (a, b) = (facts[documents[one]], facts[documents[other]])
      let (first, second) = (a.published?.seconds ?? .infinity, b.published?.seconds ?? .infinity)
      return (first, -a.bytes, one) < (second, -b.bytes, other)
    }
    var order = [Int](repeating: 0, count: ranked.count)
    for (rank, number) in ranked.enumerated() { order[number] = rank }
    return order
  }

  private func chosen(_ candidates: [(Int, Float)], _ order: [Int]) -> [(Int, Float)] {
    guard candidates.count > Self.strongest + Self.earliest else { return candidates }
    let strong = candidates.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.prefix(Self.strongest)
    let early = candidates.sorted { order[$0.0] < order[$1.0] }.prefix(Self.earliest)
    return strong + early.filter { one in !strong.contains { $0.0 == one.0 } }
  }

  /// Of the possible sources of a page the one that shares most, the first that shares about as much, and those that
  /// share what these don't.
  private func sources(
    _ candidates: ArraySlice<Shared>, _ order: [Int], _ features: DocumentFeatures, _ index: OriginalIndex
  ) -> [Shared] {
    guard candidates.count > 1 else { return Array(candidates) }
    let page = candidates[candidates.startIndex].page
    let own = features.of(page)
    let shared = candidates.map { features.shared(own, features.of($0.source)) }
    let totals = shared.map { places in places.reduce(Float(0)) { $0 + index.weights[Int(own[own.startIndex + $1])] } }
    var isCovered = [Bool](repeating: false, count: own.count)
    var isChosen = [Bool](repeating: false, count: shared.count)
    func choose(_ number: Int) {
      isChosen[number] = true
      for place in shared[number] { isCovered[place] = true }
    }
    let sources = candidates.map(\.source)
    let most = totals.indices.max { (totals[$0], -order[sources[$0]]) < (totals[$1], -order[sources[$1]]) }!
    choose(most)
    let first = totals.indices.filter { 2 * totals[$0] >= totals[most] }
      .min { order[sources[$0]] < order[sources[$1]] }!
    choose(first)
    while isChosen.count(where: { $0 }) < Self.mostSources {
      var best = (gain: Self.leastGain, number: -1)
      for number in shared.indices where !isChosen[number] {
        var gain: Float = 0
        for place in shared[number] where !isCovered[place] { gain += index.weights[Int(own[own.startIndex + place])] }
        if gain > best.gain { best = (gain, number) }
      }
      guard best.number >= 0 else { break }
      choose(best.number)
    }
    return zip(candidates, isChosen).filter(\.1).map(\.0)
  }

  private func index() -> OriginalIndex {
    let bytes = documents.reduce(0) { $0 + facts[$1].bytes }
    let census = FeatureCensus(features: bytes / 3)
    _ = ConcurrentMap.blocks(documents.count, size: Self.block, threads: threads) { block -> [Int] in
      var tokenizer = Tokenizer()
      var keys: [UInt64] = []
      for number in block {
        keys.removeAll(keepingCapacity: true)
        articles.article(documents[number]).text.withUnsafeBufferPointer { bytes in
          guard let base = bytes.baseAddress else { return }
          tokenizer.placeWords(plain: bytes)
          PageFeatures.forEach(
            tokenizer.hashes, tokenizer.places, base, as: PlainEncoding.self, channels: .all
          ) { _, key, _ in keys.append(key) }
        }
        census.count(&keys)
      }
      return []
    }
    let parts = ConcurrentMap.run((documents.count + Self.block - 1) / Self.block, threads: threads) { block in
      features(block * Self.block..<min(documents.count, (block + 1) * Self.block), census)
    }
    return OriginalIndex(
      Array(parts.lazy.map(\.features).joined()), totals: Array(parts.lazy.map(\.totals).joined()),
      mostHaving: Self.mostHaving, fewHaving: Self.fewHaving)
  }

  /// The features of some documents that others have too, and what the rest of each one's tells.
  private func features(_ numbers: Range<Int>, _ census: FeatureCensus) -> (
    features: [OriginalIndex.Feature], totals: [Float]
  ) {
    var reader = OriginalIndex.Reader()
    var shared: [OriginalIndex.Feature] = []
    var totals: [Float] = []
    var own: [OriginalIndex.Feature] = []
    for number in numbers {
      own.removeAll(keepingCapacity: true)
      reader.append(articles.article(documents[number]).text, Int32(number), to: &own)
      var total: Float = 0
      for feature in own {
        if census.isShared(feature.key) { shared.append(feature) } else { total += feature.weight }
      }
      totals.append(total)
    }
    return (shared, totals)
  }
}

/// For each document the features of an index that it has, by their numbers.
private struct DocumentFeatures: Sendable {
  private let starts: [Int]
  private let features: [Int32]

  init(_ index: OriginalIndex) {
    var starts = [Int](repeating: 0, count: index.count + 1)
    for document in index.originals { starts[Int(document) + 1] += 1 }
    for document in 0..<index.count { starts[document + 1] += starts[document] }
    var next = starts
    var features = [Int32](repeating: 0, count: index.originals.count)
    for feature in index.weights.indices {
      for place in Int(index.starts[feature])..<Int(index.starts[feature + 1]) {
        let document = Int(index.originals[place])
        features[next[document]] = Int32(feature)
        next[document] += 1
      }
    }
    (self.starts, self.features) = (starts, features)
  }

  /// In order.
  func of(_ document: Int) -> ArraySlice<Int32> { features[starts[document]..<starts[document + 1]] }

  /// The places in `one` of what both have.
  func shared(_ one: ArraySlice<Int32>, _ other: ArraySlice<Int32>) -> [Int] {
    var result: [Int] = []
    var (place, next) = (one.startIndex, other.startIndex)
    while place < one.endIndex, next < other.endIndex {
      if one[place] == other[next] {
        result.append(place - one.startIndex)
        (place, next) = (place + 1, next + 1)
      } else if one[place] < other[next] {
        place += 1
      } else {
        next += 1
      }
    }
    return result
  }
}
