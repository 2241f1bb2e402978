import ReprintTestSupport

@testable import Reprint

/// Makes up articles: English in its small words, invented in the rest.
struct NewsMaker {
  private var generator: SeededGenerator
  private static let common = [
    "the", "of", "and", "to", "in", "that", "for", "with", "on", "by", "from", "after", "before", "said", "its", "was",
  ]
  private static let syllables = [
    "bar", "den", "fol", "gri", "hum", "jor", "kel", "lam", "mur", "nis", "ost", "pra", "quil", "rov", "sten", "tam",
    "ulf", "ver", "wic", "yar", "zem",
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func word() -> String {
    (0..<generator.number(2...3)).map { _ in generator.pick(Self.syllables) }.joined()
  }

  mutating func sentence() -> String {
    var words = (0..<generator.number(12...18)).map { $0 % 2 == 0 ? word() : generator.pick(Self.common) }
    words[0] = words[0].prefix(1).uppercased() + words[0].dropFirst()
    return words.joined(separator: " ") + "."
  }

  mutating func sentences(_ count: Int) -> [String] { (0..<count).map { _ in sentence() } }

  /// A sentence with one of its words changed.
  mutating func edited(_ sentence: String) -> String {
    var words = sentence.split(separator: " ").map(String.init)
    words[words.count / 2] = word()
    return words.joined(separator: " ")
  }

  static func page(_ id: String, _ sentences: [String], hour: Double? = nil) -> TracedArticle {
    var page = TracedArticle(
      id: id, text: sentences.joined(separator: " "), url: "https://\(id).example/news", site: nil)
    page.published = hour.map {
      PublicationTime(seconds: 1_750_000_000 + 3600 * $0, text: "hour \($0)")
    }
    return page
  }
}

extension Syndication {
  /// `original < parent < copy`, a line a copy.
  var told: [String] {
    stories.flatMap { story in
      story.copies.map { page in
        let parent = story.pages[page.reuse!.parent].article.id
        return "\(story.original.article.id) < \(parent) < \(page.article.id)"
      }
    }
  }
}
