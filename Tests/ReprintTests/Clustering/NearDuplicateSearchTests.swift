import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct NearDuplicateSearchTests {
  private func options(
    _ threshold: Double, words: Int = 5, slots: Int = 128, linkage: Linkage = .star, keep: KeepPolicy = .longest,
    threads: Int = 1
  ) -> ClusteringOptions {
    var options = ClusteringOptions()
    options.threshold = threshold
    options.shingleWords = words
    options.slots = slots
    options.linkage = linkage
    options.keep = keep
    options.threads = threads
    return options
  }

  private func corpus(_ seed: UInt64, stories: Int = 25, copies: Int = 3) -> [InMemoryDocuments.Document] {
    var maker = DocumentMaker(seed: seed)
    return maker.corpus(stories: stories, copies: copies)
  }

  // MARK: Pairs

  @Test(arguments: [
    (0.3, 5, 128), (0.5, 5, 128), (0.5, 3, 256), (0.7, 1, 128), (0.8, 5, 128), (0.8, 5, 64), (0.95, 5, 128),
    (1, 5, 128),
  ])
  func pairsAreThoseOfAllPairs(threshold: Double, words: Int, slots: Int) {
    let documents = InMemoryDocuments(corpus(UInt64(threshold * 100)), options(threshold, words: words, slots: slots))
    let truth = documents.allPairs(atLeast: threshold)
    #expect(truth.count > 20, "the corpus has something to find")
    let found = documents.foundPairs()

    // Each pair is true, exact, in order and there once.
    for pair in found {
      let expected = truth[Pair(Int(pair.a), Int(pair.b))]
      #expect(expected != nil && abs(expected! - pair.similarity) < 1e-12, "\(pair)")
    }
    #expect(found.allSatisfy { $0.a < $0.b })
    #expect(zip(found, found.dropFirst()).allSatisfy { ($0.a, $0.b) < ($1.a, $1.b) })

    let names = Set(found.map { Pair(Int($0.a), Int($0.b)) })
    let sure = truth.filter { $0.value >= min(1, threshold + 0.12) }
    let missed = sure.filter { !names.contains($0.key) }
    #expect(missed.isEmpty, "well above the threshold nothing is missed")
    #expect(Double(names.count) >= 0.97 * Double(truth.count), "\(names.count) of \(truth.count)")
  }

  @Test func pairsAreFoundWithSimilarityAllTheWayToTheThreshold() {
    // Pairs right at the threshold: 45 and 45 shingles of which 40 are shared, J = 0.8.
    var maker = DocumentMaker(seed: 8)
    var all: [InMemoryDocuments.Document] = []
    for _ in 0..<150 {
      let shared = maker.words(44)
      all.append(InMemoryDocuments.Document(shared + maker.words(5)))
      all.append(InMemoryDocuments.Document(shared + maker.words(5)))
    }
    let documents = InMemoryDocuments(all, options(0.8))
    #expect(documents.similarity(0, 1) == 0.8)
    let found = documents.foundPairs()
    // 0.99 of them, give or take three standard errors.
    #expect(found.count >= 144, "\(found.count) of 150")
    #expect(found.allSatisfy { $0.similarity == 0.8 })
  }

  // MARK: Clusters

  /// What star linkage means: in order of preference, each document that is still there is kept and takes the others
  /// that are still there and similar to it.
  private func starClusters(_ documents: InMemoryDocuments, _ pairs: [Pair: Double]) -> [Int: [Int: Double]] {
    var left = Set(documents.documents.indices)
    var clusters: [Int: [Int: Double]] = [:]
    for kept in documents.byPreference where left.remove(kept) != nil {
      for other in left.sorted() {
        guard let similarity = pairs[Pair(kept, other)] else { continue }
        left.remove(other)
        clusters[kept, default: [:]][other] = similarity
      }
    }
    return clusters
  }

  /// What connected linkage means: the parts of the graph of similar pairs, each with its preferred document kept.
  private func connectedClusters(_ documents: InMemoryDocuments, _ pairs: [Pair: Double]) -> [Int: [Int: Double]] {
    var part = Array(documents.documents.indices)
    var isDone = false
    while !isDone {
      isDone = true
      for pair in pairs.keys where part[pair.a] != part[pair.b] {
        let smaller = min(part[pair.a], part[pair.b])
        part[pair.a] = smaller
        part[pair.b] = smaller
        isDone = false
      }
    }
    var clusters: [Int: [Int: Double]] = [:]
    var kept: [Int: Int] = [:]
    for document in documents.byPreference {
      if let first = kept[part[document]] {
        clusters[first, default: [:]][document] = documents.similarity(first, document)
      } else {
        kept[part[document]] = document
      }
    }
    return clusters
  }

  private func byNumber(_ clusters: [DocumentCluster]) -> [Int: [Int: Double]] {
    var result: [Int: [Int: Double]] = [:]
    for cluster in clusters {
      for member in cluster.removed {
        result[Int(cluster.kept), default: [:]][Int(member.document)] = member.similarity
      }
    }
    return result
  }

  private func expectSame(
    _ found: [Int: [Int: Double]], _ expected: [Int: [Int: Double]], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      found.mapValues { $0.keys.sorted() } == expected.mapValues { $0.keys.sorted() }, sourceLocation: sourceLocation)
    let isExact = found.allSatisfy { kept, members in
      members.allSatisfy { abs($0.value - (expected[kept]?[$0.key] ?? -1)) < 1e-12 }
    }
    #expect(isExact, sourceLocation: sourceLocation)
  }

  @Test(arguments: KeepPolicy.allCases, [0.4, 0.8])
  func starClustersFollowFromThePairs(keep: KeepPolicy, threshold: Double) {
    let documents = InMemoryDocuments(corpus(31), options(threshold, keep: keep))
    // No bucket of this corpus is crowded, so clusters see the same candidates as pairs.
    let pairs = Dictionary(
      uniqueKeysWithValues: documents.foundPairs().map { (Pair(Int($0.a), Int($0.b)), $0.similarity) })
    let (clusters, statistics) = documents.foundClusters()
    #expect(statistics.hotBuckets == 0)
    expectSame(byNumber(clusters), starClusters(documents, pairs))
  }

  @Test(arguments: KeepPolicy.allCases, [0.4, 0.8])
  func connectedClustersFollowFromThePairs(keep: KeepPolicy, threshold: Double) {
    let documents = InMemoryDocuments(corpus(32), options(threshold, linkage: .connected, keep: keep))
    let pairs = Dictionary(
      uniqueKeysWithValues: documents.foundPairs().map { (Pair(Int($0.a), Int($0.b)), $0.similarity) })
    expectSame(byNumber(documents.foundClusters().clusters), connectedClusters(documents, pairs))
  }

  /// The promises of star clusters, whatever was found: every document is in one cluster at most; every removed one is
  /// truly as similar to the kept one as reported, which is at least the threshold; and no two documents that are left
  /// (kept, or in no cluster) are a pair that the search finds.
  @Test(arguments: [0.3, 0.6, 0.9])
  func starClustersKeepTheirPromises(threshold: Double) {
    let documents = InMemoryDocuments(corpus(33, stories: 30), options(threshold))
    let (clusters, _) = documents.foundClusters()
    #expect(clusters.allSatisfy { !$0.removed.isEmpty })
    #expect(zip(clusters, clusters.dropFirst()).allSatisfy { $0.kept < $1.kept }, "in the order of the kept ones")
    var seen = Set<UInt32>()
    var removed = Set<Int>()
    for cluster in clusters {
      #expect(seen.insert(cluster.kept).inserted)
      for member in cluster.removed {
        #expect(seen.insert(member.document).inserted)
        removed.insert(Int(member.document))
        #expect(member.similarity >= threshold)
        #expect(abs(member.similarity - documents.similarity(Int(cluster.kept), Int(member.document))) < 1e-12)
      }
      let isOrdered = zip(cluster.removed, cluster.removed.dropFirst()).allSatisfy {
        $0.similarity > $1.similarity || $0.similarity == $1.similarity && $0.document < $1.document
      }
      #expect(isOrdered, "most similar first, then in input order")
    }
    for pair in documents.foundPairs() {
      #expect(removed.contains(Int(pair.a)) || removed.contains(Int(pair.b)), "\(pair)")
    }
  }

  @Test func chainsJoinOnlyWhereTheyAreAskedTo() {
    // Windows over one long text: neighbours at J = 0.77, every other one at 0.59.
    var maker = DocumentMaker(seed: 21)
    let text = maker.words(104 + 13 * 20)
    let all = (0...20).map { number in
      InMemoryDocuments.Document(Array(text[(13 * number)...].prefix(104)), id: String(100 + number))
    }
    let star = InMemoryDocuments(all, options(0.6, keep: .first))
    #expect(star.similarity(0, 1) > 0.76 && star.similarity(0, 2) < 0.6)
    #expect(star.foundClusters().clusters.map(\.kept) == [0, 2, 4, 6, 8, 10, 12, 14, 16, 18])
    #expect(star.foundClusters().clusters.allSatisfy { $0.removed.count == 1 })

    let connected = InMemoryDocuments(all, options(0.6, linkage: .connected, keep: .first)).foundClusters().clusters
    #expect(connected.count == 1 && connected[0].kept == 0 && connected[0].removed.count == 20)
    #expect(connected[0].removed.last?.similarity == 0, "the far end shares nothing with the kept one")
  }

  // MARK: What to keep

  @Test func policiesKeepWhatTheySay() {
    var maker = DocumentMaker(seed: 5)
    let story = maker.words(100)
    let all = [
      InMemoryDocuments.Document(story, id: "b", published: nil),
      InMemoryDocuments.Document(story + ["more"], id: "c", published: 300),
      InMemoryDocuments.Document(story, id: "a", published: 100),
      InMemoryDocuments.Document(Array(story.dropLast()), id: "d", published: 500),
    ]
    func kept(_ policy: KeepPolicy, _ linkage: Linkage) -> [UInt32] {
      InMemoryDocuments(all, options(0.8, linkage: linkage, keep: policy)).foundClusters().clusters.map(\.kept)
    }
    for linkage in Linkage.allCases {
      #expect(kept(.longest, linkage) == [1])
      #expect(kept(.first, linkage) == [0])
      #expect(kept(.oldest, linkage) == [2])
      #expect(kept(.newest, linkage) == [3])
    }
  }

  @Test(arguments: KeepPolicy.allCases)
  func tiesGoToTheSmallerIdentifierInByteOrder(policy: KeepPolicy) {
    var maker = DocumentMaker(seed: 6)
    let story = maker.words(50)
    // In byte order: "", "10", "9", "Z", "a", "a" again, "é".
    let ids = ["é", "a", "Z", "9", "a", "10", ""]
    for isExact in [true, false] {
      let all = ids.enumerated().map { number, id in
        // Near copies, and all of them as long: ties are between different documents as well as between copies.
        let words = isExact ? story : Array(story.dropLast()) + ["end\(number)"]
        return InMemoryDocuments.Document(words, id: id, published: policy == .newest ? nil : 7)
      }
      let clusters = InMemoryDocuments(all, options(0.8, keep: policy)).foundClusters().clusters
      #expect(clusters.map(\.kept) == [policy == .first ? 0 : 6])
      let without = InMemoryDocuments(Array(all[..<5]), options(0.8, keep: policy)).foundClusters().clusters
      #expect(without.map(\.kept) == [policy == .first ? 0 : 3])
    }
    let same = ["x", "x", "x"].map { InMemoryDocuments.Document(story, id: $0) }
    #expect(InMemoryDocuments(same, options(0.8, keep: policy)).foundClusters().clusters.map(\.kept) == [0])
  }

  // MARK: Special documents

  @Test func identicalDocumentsAreNotComparedWithEachOther() {
    var maker = DocumentMaker(seed: 7)
    let (first, second) = (maker.words(60), maker.words(60))
    let all = (0..<400).map { InMemoryDocuments.Document($0 % 2 == 0 ? first : second, id: String(1000 + $0)) }
    let documents = InMemoryDocuments(all, options(0.8))
    let (clusters, statistics) = documents.foundClusters()
    #expect(clusters.map(\.kept) == [0, 1])
    #expect(clusters.allSatisfy { $0.removed.count == 199 && $0.removed.allSatisfy { $0.similarity == 1 } })
    #expect(statistics.verified == 0)
    #expect(documents.foundPairs().count == 2 * 200 * 199 / 2)
  }

  @Test func copiesFollowTheirLeaderIntoACluster() {
    var maker = DocumentMaker(seed: 9)
    let story = maker.words(80)
    let near = maker.edited(story, changes: 1)
    let all = [near, story + ["x"], near, near].map { InMemoryDocuments.Document($0) }
    let documents = InMemoryDocuments(all, options(0.7))
    let clusters = documents.foundClusters().clusters
    #expect(clusters.map(\.kept) == [1])
    #expect(clusters[0].removed.map(\.document) == [0, 2, 3])
    #expect(clusters[0].removed.allSatisfy { abs($0.similarity - documents.similarity(0, 1)) < 1e-12 })
    #expect(documents.foundPairs().count == 6)
  }

  /// The same set of shingles, but not as often: no identical documents, and still of similarity 1.
  @Test func repeatedTextsAreSimilarToTheirSets() {
    let words = (0..<12).map { "w\($0)" }
    let all = [words + words, words + words + words].map { InMemoryDocuments.Document($0) }
    let documents = InMemoryDocuments(all, options(1))
    #expect(documents.similarity(0, 1) == 1)
    #expect(documents.foundPairs().map(\.similarity) == [1])
    #expect(documents.foundClusters().clusters.map(\.kept) == [1])
  }

  @Test(arguments: Linkage.allCases)
  func shortDocumentsAreComparedWhole(linkage: Linkage) {
    let texts = [
      [], ["a"], ["a", "b"], [], ["a"], ["b", "a"], ["a", "b"], ["a", "b", "c", "d"], ["a", "b", "c", "d", "e"],
      ["a", "b", "c", "d", "e", "f"],
    ]
    let documents = InMemoryDocuments(
      texts.map { InMemoryDocuments.Document($0) }, options(0.3, linkage: linkage, keep: .first))
    let expected = [Pair(1, 4): 1, Pair(2, 6): 1, Pair(8, 9): 0.5]
    #expect(documents.allPairs(atLeast: 0.3) == expected)
    let found = documents.foundPairs()
    #expect(Dictionary(uniqueKeysWithValues: found.map { (Pair(Int($0.a), Int($0.b)), $0.similarity) }) == expected)
    #expect(documents.foundClusters().clusters.map(\.kept) == [1, 2, 8])
  }

  @Test func nothingInNothingOut() {
    for texts in [[], [[]], [["a", "b", "c", "d", "e"]], [[], []]] as [[[String]]] {
      let documents = InMemoryDocuments(texts.map { InMemoryDocuments.Document($0) }, options(0.5, threads: 2))
      #expect(documents.foundPairs().isEmpty)
      #expect(documents.foundClusters().clusters.isEmpty)
    }
  }

  // MARK: Threads

  @Test(arguments: Linkage.allCases)
  func resultsDoNotDependOnTheNumberOfThreads(linkage: Linkage) {
    let all = corpus(40, stories: 40)
    func results(_ threads: Int) -> [String] {
      let documents = InMemoryDocuments(all, options(0.5, linkage: linkage, threads: threads))
      return documents.foundClusters().clusters.map { "\($0)" } + documents.foundPairs().map { "\($0)" }
    }
    let one = results(1)
    #expect(one.count > 50)
    #expect(results(2) == one)
    #expect(results(7) == one)
  }

  // MARK: Crowded buckets

  /// Many stories on one template, so that unrelated pages land in one bucket, each story with copies.
  private func template(
    stories: Int, copies: Int, shared: Int, own: Int, seed: UInt64
  ) -> (documents: [InMemoryDocuments.Document], story: [Int]) {
    var maker = DocumentMaker(seed: seed)
    let template = maker.words(shared)
    var pages: [(words: [String], story: Int)] = []
    for story in 0..<stories {
      let page = template + maker.words(own)
      pages.append((page, story))
      for _ in 1..<copies { pages.append((Array(page.dropLast()) + maker.words(1), story)) }
    }
    pages.shuffle(using: &maker.generator)
    return (
      pages.enumerated().map { InMemoryDocuments.Document($1.words, id: String(10_000 + $0)) }, pages.map(\.story)
    )
  }

  @Test func crowdedBucketsLoseNoDuplicateOfARepresentative() {
    #if DEBUG
      let (stories, copies) = (30, 25)
    #else
      let (stories, copies) = (50, 100)
    #endif
    // Pages of different stories at J = 0.69, those of one at 0.98: a plan for 0.9 puts many of them together.
    let (all, story) = template(stories: stories, copies: copies, shared: 200, own: 45, seed: 50)
    let documents = InMemoryDocuments(all, options(0.9))
    let (clusters, statistics) = documents.foundClusters()
    #expect(statistics.hotBuckets > 0, "the bucket is crowded")
    #expect(statistics.cappedBuckets == 0)
    // Every story is one cluster.
    #expect(clusters.count == stories)
    #expect(clusters.reduce(0) { $0 + $1.removed.count } == stories * (copies - 1))
    for cluster in clusters {
      #expect(cluster.removed.allSatisfy { story[Int($0.document)] == story[Int(cluster.kept)] })
    }
    let possible = all.count * (all.count - 1) / 2
    #expect(statistics.verified < possible / 50, "\(statistics.verified) of \(possible) pairs compared")
  }

  /// Pages of different stories at J = 0.86 look like near-duplicates at 0.9 now and then.
  @Test func crowdedBucketsFindCopiesOfWhatOnlyLooksLikeARepresentative() {
    let (all, _) = template(stories: 40, copies: 10, shared: 200, own: 16, seed: 52)
    let documents = InMemoryDocuments(all, options(0.9))
    let (clusters, statistics) = documents.foundClusters()
    #expect(statistics.hotBuckets > 0)
    let removed = clusters.reduce(0) { $0 + $1.removed.count }
    #expect(removed == 40 * 9)
  }

  @Test func overfullBucketsReportTheirLimitAndStayExact() {
    let (all, story) = template(stories: 130, copies: 3, shared: 200, own: 20, seed: 53)
    let documents = InMemoryDocuments(all, options(0.9))
    let (clusters, statistics) = documents.foundClusters()
    #expect(statistics.cappedBuckets > 0)
    for cluster in clusters {
      for member in cluster.removed {
        #expect(member.similarity >= 0.9)
        #expect(abs(member.similarity - documents.similarity(Int(cluster.kept), Int(member.document))) < 1e-12)
        #expect(story[Int(member.document)] == story[Int(cluster.kept)])
      }
    }
    // Pairs are asked for one by one, and are all there.
    #expect(documents.foundPairs().count == 130 * 3)
  }

  @Test func crowdedBucketsGiveTheSameForAnyNumberOfThreads() {
    let (all, _) = template(stories: 30, copies: 20, shared: 200, own: 20, seed: 51)
    func results(_ threads: Int) -> [String] {
      let (clusters, statistics) = InMemoryDocuments(all, options(0.9, threads: threads)).foundClusters()
      #expect(statistics.hotBuckets > 0)
      return clusters.map { "\($0)" }
    }
    let one = results(1)
    #expect(results(2) == one)
    #expect(results(7) == one)
  }
}
