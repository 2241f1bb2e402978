import Reprint
import ReprintCorpora

/// Aligning pages to an article: 40 sentences against 30.
enum AlignmentBenchmarks {
  static var cases: [BenchmarkCase] {
    [
      // Every fifth word is another: most of the time goes into learning which.
      BenchmarkCase("align/page", item: "page") { aligning(pages { $0.below(5) == 0 }) },
      // Every tenth sentence has another word, as an edited copy has.
      BenchmarkCase("align/edited", item: "page") { aligning(pages { $0.below(200) == 0 }) },
      BenchmarkCase("align/original", item: "text") {
        let texts = (0..<32).map { Array(text(sentences(seed: UInt64($0), count: 30)).utf8) }
        return BenchmarkWork(items: texts.count) {
          var digest = Digest()
          for text in texts { digest.add(Original(utf8: text).sentences.count) }
          return digest.value
        }
      },
    ]
  }

  /// Aligns all pages to the article.
  private static func aligning(_ pages: [[UInt8]]) -> BenchmarkWork {
    let original = Original(text(sentences(seed: 1, count: 30)))
    return BenchmarkWork(items: pages.count) {
      var digest = Digest()
      for page in pages {
        let alignment = original.align(utf8: page)
        digest.add(alignment.sentences.count)
        digest.add(alignment.sentences.count { !$0.sources.isEmpty })
      }
      return digest.value
    }
  }

  /// Copies of an article's sentences, some of their words replaced, among ten sentences from elsewhere.
  private static func pages(replacing: (inout SeededGenerator) -> Bool) -> [[UInt8]] {
    let article = sentences(seed: 1, count: 30)
    return (0..<16).map { number in
      var random = SeededGenerator(seed: UInt64(100 + number))
      var page = article.map { sentence in
        sentence.map { replacing(&random) ? word(&random) : $0 }
      }
      for sentence in sentences(seed: UInt64(200 + number), count: 10) {
        page.insert(sentence, at: random.below(page.count + 1))
      }
      return Array(text(page).utf8)
    }
  }

  private static func sentences(seed: UInt64, count: Int) -> [[String]] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in (0..<14 + random.below(14)).map { _ in word(&random) } }
  }

  private static let common = [
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "with", "as", "was", "on", "by", "at", "from",
  ]

  /// A common word, else one of some thousand.
  private static func word(_ random: inout SeededGenerator) -> String {
    if random.below(5) < 2 { return common[random.below(common.count)] }
    let syllables = ["ka", "lo", "mi", "ten", "dar", "vel", "sho", "rin", "pu", "gor"]
    return (0..<2 + random.below(2)).map { _ in syllables[random.below(syllables.count)] }.joined()
  }

  /// Paragraphs of three sentences.
  private static func text(_ sentences: [[String]]) -> String {
    sentences.enumerated().map { place, words in
      let sentence = words.joined(separator: " ")
      return sentence.prefix(1).uppercased() + sentence.dropFirst() + (place % 3 == 2 ? ".\n\n" : ". ")
    }.joined()
  }
}
