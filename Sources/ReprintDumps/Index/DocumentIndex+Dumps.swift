package import Reprint
import ReprintPlatform

extension DocumentIndex {
  /// How to read dumps that are added to an index, or about whose documents it is asked.
  package static func readOptions(
    _ options: IndexOptions, from given: SketchedDump.ReadOptions
  ) -> SketchedDump.ReadOptions {
    var read = given
    read.clustering.threshold = options.threshold
    read.clustering.shingleWords = options.shingleWords
    read.clustering.slots = options.slots
    read.furniture = options.furniture
    return read
  }

  /// For each document of a dump the most similar one of the index.
  ///
  /// - Parameter dump: read with ``readOptions(_:from:)``.
  package func answers(for dump: SketchedDump, threads: Int) throws(DumpError) -> [IndexAnswer?] {
    let count = dump.catalog.count
    let answers = Locked([IndexSearcher.Answer?](repeating: nil, count: count))
    let failure = Locked<DumpError?>(nil)
    let piece = 64
    let next = Counter()
    Threads.run(max(1, min(threads, (count + piece - 1) / piece))) { [snapshot] _ in
      var searcher = IndexSearcher(snapshot)
      do throws(DumpError) {
        while failure.value == nil {
          let start = next.advance(by: piece)
          guard start < count else { return }
          var found: [IndexSearcher.Answer?] = []
          for document in start..<min(count, start + piece) {
            found.append(try searcher.answer(for: document, of: dump))
          }
          let own = found
          answers.withLock { $0.replaceSubrange(start..<start + own.count, with: own) }
        }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.value { throw error }
    var result: [IndexAnswer?] = []
    result.reserveCapacity(count)
    for answer in answers.value {
      result.append(try answer.map { answer throws(DumpError) in IndexAnswer(answer, try match(answer).id) })
    }
    return result
  }

  /// Calls `found` with every live document that reuses one of the originals, in the order of adding.
  ///
  /// - Returns: how many documents were looked at.
  package func trace(
    _ tracer: Tracer, threads: Int, found: @escaping @Sendable (TracedPage) throws(DumpError) -> Void
  ) throws(DumpError) -> Int {
    guard options.keepsTexts else {
      throw DumpError(snapshot.directory.path, "keeps no texts (--texts drop), so nothing can be traced in it")
    }
    var places: [IndexPlace] = []
    for (number, segment) in snapshot.segments.enumerated() {
      for row in 0..<segment.count where !snapshot.isRemoved(try segment.number(row)) {
        places.append(IndexPlace(segment: number, row: row))
      }
    }
    let all = places
    let turn = Monitor(0)
    let failure = Locked<DumpError?>(nil)
    let next = Counter()
    let piece = 32
    Threads.run(max(1, min(threads, (all.count + piece - 1) / piece))) { [snapshot] _ in
      var scout = tracer.scout()
      while true {
        let start = next.advance(by: piece)
        guard start < all.count else { return }
        var pages: [TracedPage] = []
        do throws(DumpError) {
          if failure.value == nil {
            for place in all[start..<min(all.count, start + piece)] {
              let segment = snapshot.segments[place.segment]
              let document = try segment.document(place.row)
              scout.look(plain: try segment.text(document))
              guard !scout.candidates.isEmpty else { continue }
              let article = try segment.article(document)
              let traces = tracer.traces(of: article, among: scout.candidates)
              if !traces.isEmpty { pages.append(TracedPage(page: article, traces: traces)) }
            }
          }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
        // In the order of adding, whoever is done first.
        turn.wait { $0 == start ? () : nil }
        do throws(DumpError) {
          if failure.value == nil { for page in pages { try found(page) } }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
        turn.update { $0 = start + piece }
      }
    }
    if let error = failure.value { throw error }
    return all.count
  }
}

/// The most similar document of an index.
package struct IndexAnswer: Sendable {
  package var id: String
  package var similarity: Double
  package var isEstimated: Bool

  init(_ answer: IndexSearcher.Answer, _ id: String) {
    self.id = id
    similarity = answer.similarity
    isEstimated = answer.isEstimated
  }
}

extension IndexSearcher {
  /// The answer for a document of a dump.
  mutating func answer(for document: Int, of dump: SketchedDump) throws(DumpError) -> Answer? {
    try answer(
      sketch: dump.table.row(document), words: dump.table.wordCounts[document],
      fingerprint: dump.table.fingerprints[document]
    ) { dump.shingles(of: document, with: &$0) }
  }
}

extension NewDocuments {
  /// The documents of a dump.
  init(_ dump: SketchedDump) {
    self.init(table: dump.table) { dump.article($0) }
  }
}
