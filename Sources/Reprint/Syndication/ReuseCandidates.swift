/// Finds the pairs of documents that share enough to be aligned, among all of a dump, in two passes over the texts.
///
/// The first counts which words, runs and rhythms several documents have; the second keeps only those.
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
  /// A document is aligned with so many others that it shares most with, and with the earliest.
  private static let strongest = 24
  private static let earliest = 8
  private static let block = 32

  /// Pairs to align: the earlier document first, and both ways where none is certainly the earlier one.
  ///
  /// - Complexity: O(n log n) in the words of the documents, since no feature and no document has more than so many
  ///   others to be compared with.
  func pairs() -> [ArcSearch.Pair] {
    guard documents.count > 1 else { return [] }
    let index = index()
    let found = ConcurrentMap.blocks(documents.count, size: 256, threads: threads) { block in
      var scout = OriginalScout(index)
      return block.flatMap { number in
        articles.article(documents[number]).text.withUnsafeBufferPointer { scout.look(plain: $0) }
        return chosen(zip(scout.candidates, scout.strengths).filter { $0.0 != number }).map {
          ($0, number)
        }
      }
    }
    var pairs: Set<ArcSearch.Pair> = []
    for (one, other) in found {
      let (a, b) = (documents[one], documents[other])
      if !facts[b].isBefore(facts[a]) { pairs.insert(ArcSearch.Pair(source: a, page: b)) }
      if !facts[a].isBefore(facts[b]) { pairs.insert(ArcSearch.Pair(source: b, page: a)) }
    }
    return pairs.sorted()
  }

  private func chosen(_ candidates: [(Int, Float)]) -> [Int] {
    guard candidates.count > Self.strongest + Self.earliest else { return candidates.map(\.0) }
    let strong = candidates.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.prefix(Self.strongest).map(\.0)
    let early = candidates.map(\.0).sorted {
      let a = facts[documents[$0]].published?.seconds ?? .infinity
      let b = facts[documents[$1]].published?.seconds ?? .infinity
      return a == b ? $0 < $1 : a < b
    }
    return Set(strong + early.prefix(Self.earliest)).sorted()
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
    var tokenizer = Tokenizer()
    var shared: [OriginalIndex.Feature] = []
    var totals: [Float] = []
    for number in numbers {
      let bytes = articles.article(documents[number]).text
      let text = bytes.withUnsafeBufferPointer { PreparedText($0) }
      var own: [OriginalIndex.Feature] = []
      OriginalIndex.append(text, bytes, Int32(number), .all, &tokenizer, to: &own)
      var total: Float = 0
      for feature in own {
        if census.isShared(feature.key) { shared.append(feature) } else { total += feature.weight }
      }
      totals.append(total)
    }
    return (shared, totals)
  }
}
