import ReprintCorpora
import Testing

@Suite struct PlantedCorpusTests {
  private static func corpus(
    documents: Int = 2000, planted: Int = 40, words: Int = 60, seed: UInt64 = 1
  ) -> PlantedCorpus {
    var options = PlantedCorpus.Options()
    options.documents = documents
    options.planted = planted
    options.words = words
    options.seed = seed
    return PlantedCorpus(options)
  }

  private static func record(_ document: Int, _ corpus: PlantedCorpus) -> String {
    var bytes: [UInt8] = []
    corpus.appendRecord(document, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func isTheSameEveryTimeAndAnotherForAnotherSeed() {
    let (first, second, other) = (Self.corpus(), Self.corpus(), Self.corpus(seed: 2))
    for document in stride(from: 0, to: 2000, by: 97) {
      #expect(Self.record(document, first) == Self.record(document, second))
      #expect(first.label(of: document) == second.label(of: document))
      #expect(Self.record(document, first) != Self.record(document, other))
    }
  }

  @Test(arguments: [0, 10, 40, 95, 100]) func plantsAsManyAsAsked(_ planted: Int) {
    let corpus = Self.corpus(planted: planted)
    var sizes: [Int: Int] = [:]
    for document in 0..<corpus.count { corpus.label(of: document).cluster.map { sizes[$0, default: 0] += 1 } }
    let members = sizes.values.reduce(0, +)
    #expect(members <= 2000 * planted / 100)
    #expect(members >= 2000 * planted / 100 - 1)
    #expect(sizes.count == corpus.clusters)
    #expect(sizes.values.allSatisfy { (2...50).contains($0) })
  }

  /// Exact copies say the same; edited ones share most of their words with the first of their cluster.
  @Test func labelsTellHowCopiesCameAbout() {
    let corpus = Self.corpus(words: 200)
    var members: [Int: [Int]] = [:]
    for document in 0..<corpus.count {
      corpus.label(of: document).cluster.map { members[$0, default: []].append(document) }
    }
    var (copies, edited) = (0, 0)
    for documents in members.values {
      let texts = documents.map { (corpus.label(of: $0), Self.words(Self.record($0, corpus))) }
      guard let original = texts.filter({ $0.0.edits == 0 && !$0.0.isRearranged }).first?.1 else { continue }
      for (label, words) in texts where !label.isRearranged {
        if label.edits == 0 {
          copies += 1
          #expect(words == original)
        } else {
          edited += 1
          let shared = Double(Set(words).intersection(original).count) / Double(Set(original).count)
          #expect(shared > 0.6)
        }
      }
    }
    #expect(copies > 100 && edited > 100)
  }

  @Test func recordsAreLinesOfPlainWords() {
    let corpus = Self.corpus(documents: 300)
    for document in 0..<corpus.count {
      let line = Self.record(document, corpus)
      #expect(line.hasPrefix("{\"id\": \"d\(document)\", \"text\": \""))
      #expect(line.hasSuffix(".\"}\n"))
      #expect(line.utf8.allSatisfy { $0 < 0x80 })
      #expect(line.utf8.filter { $0 == 0x0A }.count == 1)
      #expect(Self.words(line).count >= 8)
    }
  }

  private static func words(_ record: String) -> [String] {
    let text = record.split(separator: "\"text\": \"")[1].dropLast(3)
    return text.replacing("\\n", with: " ").lowercased().split { !$0.isLetter }.map(String.init)
  }
}
