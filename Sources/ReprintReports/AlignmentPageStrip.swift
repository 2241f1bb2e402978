import Reprint

/// A strip that shows a text's sentences from its beginning to its end, as wide as they have words.
///
/// The closer to the original's wording, the higher and the more colourful; what was not reused is a thin line.
struct AlignmentPageStrip {
  /// Neighbouring sentences too narrow to see one by one are one part, of the kind that most of their words have.
  struct Part: Equatable {
    /// Words before it.
    let start: Int
    let words: Int
    let kind: ReuseKind
    /// The id of its first sentence.
    let id: String
  }

  private(set) var parts: [Part] = []
  private let total: Int

  init(original view: AlignmentPageView) {
    self.init(
      words: view.alignment.original.map(\.words),
      kinds: view.alignment.original.indices.map { view.originalKind($0) ?? .new }, ids: "c\(view.number)-o")
  }

  init(copy view: AlignmentPageView) {
    self.init(
      words: view.alignment.sentences.map(\.words), kinds: view.alignment.sentences.map(\.kind),
      ids: "c\(view.number)-s")
  }

  init(words: [Int], kinds: [ReuseKind], ids: String) {
    total = words.reduce(0, +)
    let narrowest = total / 1000
    var start = 0
    var first = 0
    var sum = 0
    var byKind: [ReuseKind: Int] = [:]
    for index in words.indices {
      sum += words[index]
      byKind[kinds[index], default: 0] += words[index]
      guard sum > 0, sum >= narrowest || index == words.count - 1 else { continue }
      let most = byKind.values.max()
      let kind = ReuseKind.allCases.first { byKind[$0] == most } ?? kinds[index]
      parts.append(Part(start: start, words: sum, kind: kind, id: "\(ids)\(first + 1)"))
      start += sum
      first = index + 1
      sum = 0
      byKind.removeAll(keepingCapacity: true)
    }
  }

  func append(to output: HTMLOutput, label: String) {
    guard total > 0 else { return }
    output.markup(
      "<svg class=\"strip\" viewBox=\"0 0 \(total) 10\" preserveAspectRatio=\"none\" role=\"img\" "
        + "aria-label=\"\(HTMLOutput.escaped(label))\">")
    for part in parts {
      let height = Self.height(part.kind)
      output.markup(
        "<a href=\"#\(part.id)\" tabindex=\"-1\"><rect class=\"\(part.kind.rawValue)\" x=\"\(part.start)\" "
          + "y=\"\(10 - height)\" width=\"\(part.words)\" height=\"\(height)\"/></a>")
    }
    output.markup("</svg>\n")
  }

  private static func height(_ kind: ReuseKind) -> Int {
    switch kind {
    case .verbatim: 10
    case .edited: 8
    case .spun: 7
    case .paraphrase: 5
    case .quote: 4
    case .new, .furniture: 1
    }
  }
}
