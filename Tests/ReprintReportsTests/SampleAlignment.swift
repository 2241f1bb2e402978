import Foundation
import Reprint
import ReprintReports

/// An original, a copy and an alignment between them, written down by hand.
struct SampleAlignment {
  /// A sentence of a copy.
  struct Sentence {
    var text: String
    var kind: ReuseKind
    /// Numbers of the original's sentences, from 0.
    var sources: [Int] = []
    var score = 1.0
    /// Facts that the copy states otherwise, as its words and the original's.
    var altered: [(copy: String?, original: String?)] = []
    /// Words that stand for others.
    var replaced: [(copy: String, original: String)] = []
    /// What stands between it and the sentence before.
    var gap = " "
  }

  var original: NamedText
  var copy: NamedText
  var alignment: Alignment

  init(
    originalName: String = "wire.txt", original: [String], gaps: [Int: String] = [:], copyName: String = "copy.txt",
    copy: [Sentence], lexicon: [Substitution] = [], coverage: Double = 0.48, share: Double = 0.71
  ) {
    var text = ""
    var ranges: [Range<Int>] = []
    for (number, sentence) in original.enumerated() {
      text += number == 0 ? "" : gaps[number] ?? " "
      ranges.append(text.utf8.count..<(text.utf8.count + sentence.utf8.count))
      text += sentence
    }
    self.original = NamedText(name: originalName, bytes: Array(text.utf8))
    var copied = ""
    var matches: [SentenceMatch] = []
    for sentence in copy {
      if !copied.isEmpty { copied += sentence.gap }
      let range = copied.utf8.count..<(copied.utf8.count + sentence.text.utf8.count)
      copied += sentence.text
      let links = sentence.sources.enumerated().map { index, source in
        Self.link(sentence, range, to: source, original[source], ranges[source], isFirst: index == 0)
      }
      matches.append(
        SentenceMatch(
          range: range, words: Self.words(sentence.text).count, kind: sentence.kind, score: sentence.score,
          sources: links))
    }
    self.copy = NamedText(name: copyName, bytes: Array(copied.utf8))
    let sentences = zip(original, ranges).map { SentenceRange(bytes: $1, words: Self.words($0).count) }
    alignment = Alignment(
      original: sentences, sentences: matches, lexicon: Lexicon(lexicon), coverage: coverage, share: share)
  }

  private static func link(
    _ sentence: Sentence, _ range: Range<Int>, to number: Int, _ source: String, _ sourceRange: Range<Int>,
    isFirst: Bool
  ) -> SourceLink {
    var sourceWords: [String: Range<Int>] = [:]
    for (word, place) in words(source) { sourceWords[word] = place }
    func shifted(_ range: Range<Int>, by offset: Int) -> Range<Int> {
      (range.lowerBound + offset)..<(range.upperBound + offset)
    }
    func place(_ word: String, in text: String, from offset: Int) -> Range<Int> {
      let found = text.range(of: word)!
      let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound) + offset
      return start..<(start + word.utf8.count)
    }
    let same = words(sentence.text).compactMap { word, place -> WordMatch? in
      guard let other = sourceWords[word] else { return nil }
      return WordMatch(
        relation: .same, copy: shifted(place, by: range.lowerBound),
        original: shifted(other, by: sourceRange.lowerBound))
    }
    let replaced = sentence.replaced.filter { source.contains($0.original) }.map {
      WordMatch(
        relation: .substitution, copy: place($0.copy, in: sentence.text, from: range.lowerBound),
        original: place($0.original, in: source, from: sourceRange.lowerBound))
    }
    let alterations = (isFirst ? sentence.altered : []).map { copy, original in
      Alteration(
        fact: copy.map { $0.contains(where: \.isNumber) } ?? false ? .number : .negation,
        copy: copy.map { place($0, in: sentence.text, from: range.lowerBound) },
        original: original.map { place($0, in: source, from: sourceRange.lowerBound) })
    }
    return SourceLink(
      sentence: number, range: sourceRange, score: isFirst ? sentence.score : sentence.score / 2,
      alterations: alterations, words: (same + replaced).sorted { $0.copy.lowerBound < $1.copy.lowerBound })
  }

  /// Words in small letters, and where they stand.
  private static func words(_ text: String) -> [(String, Range<Int>)] {
    text.split { !($0.isLetter || $0.isNumber) }.map { word in
      let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
      return (word.lowercased(), start..<(start + word.utf8.count))
    }
  }

  /// A press report and an article made of it, with every kind.
  static let news = SampleAlignment(
    original: [
      "Lantern Court publisher acquires Saltmarsh Saints developer in record Spanish deal",
      "Hoshimori Entertainment, the Osaka-based publisher best known for the Lantern Court series, has agreed to "
        + "acquire Valencian studio Calabaza Roja for €312 million, the highest price yet paid for a Spanish game "
        + "developer.",
      "The deal, announced early Tuesday, gives Hoshimori the rights to Saltmarsh Saints.",
      "The hand-painted adventure about smuggler nuns has sold 6.4 million copies since March 2024.",
      "All 187 employees will keep their jobs, the companies said, and the studio will remain in its converted citrus "
        + "warehouse in Valencia's Cabanyal district.",
      "Noa Ferrandis, who founded Calabaza Roja in 2013 with two college friends, will stay on as creative director.",
      "\"We were offered more money by people who wanted the name and less of us,\" Ferrandis told Second Save.",
      "Talks began in Kyoto last November, after president Takuma Shirogane finished the game on a train.",
      "Hoshimori shares rose 4.2% in Tokyo on Tuesday, their best day since January.",
      "Not everyone was pleased, with a union pointing out that negotiations over a collective agreement are still "
        + "unfinished.",
      "Ferrandis said talks with the union would resume on September 17.",
    ],
    gaps: [1: "\n\n", 4: "\n\n", 6: "\n\n", 8: "\n\n"], copyName: "gamers-daily.html",
    copy: [
      Sentence(text: "Gamers Daily › News › Business", kind: .furniture),
      Sentence(text: "By our own correspondent, 3 September", kind: .furniture, gap: "\n"),
      Sentence(
        text: "Hoshimori Entertainment has agreed to acquire Valencian studio Calabaza Roja for €321 million, the "
          + "highest price yet paid for a Spanish game developer.", kind: .edited, sources: [1], score: 0.97,
        altered: [("321", "312")], gap: "\n\n"),
      Sentence(
        text: "The deal, announced early Tuesday, gives Hoshimori the rights to Saltmarsh Saints.", kind: .verbatim,
        sources: [2]),
      Sentence(
        text: "We have been waiting for this one for a long time, and so have you.", kind: .new, score: 0.07,
        gap: "\n\n"),
      Sentence(
        text: "Nobody at the studio loses a job, and its home stays the old citrus warehouse in Cabanyal, with founder "
          + "Noa Ferrandis as creative director.", kind: .paraphrase, sources: [4, 5], score: 0.83),
      Sentence(
        text: "Nan hand-painted escapade about contrabandist nuns has vended 6.4 million copies since March 2024.",
        kind: .spun, sources: [3], score: 0.92,
        replaced: [("Nan", "The"), ("escapade", "adventure"), ("contrabandist", "smuggler"), ("vended", "sold")]),
      Sentence(
        text: "\"We were offered more money by people who wanted the name and less of us,\" she said.", kind: .quote,
        sources: [6], score: 0.99, gap: "\n\n"),
      Sentence(
        text: "Everyone was pleased, although negotiations with the union are unfinished.", kind: .paraphrase,
        sources: [9], score: 0.64, altered: [(nil, "Not")], gap: "\n\n"),
      Sentence(text: "What do you think? Tell us in the comments!", kind: .new, score: 0.02),
      Sentence(text: "Read next: the ten best games about nuns", kind: .furniture, gap: "\n\n"),
      Sentence(text: "Share · Print · Subscribe", kind: .furniture, gap: "\n"),
    ],
    lexicon: [
      Substitution(copy: "nan", original: "the", count: 1041, confidence: 0.98),
      Substitution(copy: "escapade", original: "adventure", count: 12, confidence: 0.91),
      Substitution(copy: "contrabandist", original: "smuggler", count: 7, confidence: 0.86),
      Substitution(copy: "vended", original: "sold", count: 1, confidence: 0.55),
    ])
}

extension SampleAlignment {
  /// A text that tries to become markup, as a page shows it.
  static let hostileText =
    "</title></style></script><script>injected = 1</script><!-- ]]> \"onmouseover=\"injected = 1\" '><img src=x "
    + "onerror=injected=1> &amp;&lt;b&gt; \u{202E}back\u{2066} \u{FFFD}end"

  /// Texts and names that try to become markup, with broken UTF-8 and control characters.
  static let hostile: SampleAlignment = {
    let raw = hostileText.replacingOccurrences(of: "\u{FFFD}", with: "\0\u{1B}[31m\u{85}?").replacingOccurrences(
      of: "[31m", with: "")
    var sample = SampleAlignment(
      originalName: "\"><script>injected = 1</script>\u{202E}\n.txt", original: [raw, "12 of them."],
      copyName: "' onclick='injected = 1' <b>", copy: [Sentence(text: raw, kind: .spun, sources: [0], score: 0.5)],
      lexicon: [Substitution(copy: "<i>nan</i>", original: "\"the'", count: 1, confidence: 1)])
    func broken(_ text: NamedText) -> NamedText {
      // A question mark stands for a byte that is not UTF-8.
      NamedText(name: text.name, bytes: text.bytes.map { $0 == UInt8(ascii: "?") ? 0xFF : $0 })
    }
    sample.original = broken(sample.original)
    sample.copy = broken(sample.copy)
    return sample
  }()
}
