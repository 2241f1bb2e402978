import ReprintCorpora
import ReprintGold

/// A page and an original, and whether the one reuses the other.
struct ReusePair: Sendable {
  /// The story that the original belongs to.
  let story: String
  let name: String
  let original: [UInt8]
  let page: [UInt8]
  let isReuse: Bool
  /// Whether the page as a whole tells of the original's event, be it reuse or another report.
  let isOnEvent: Bool
  /// Made for learning, not for judging.
  let isVariant: Bool
  /// Whether it is a report with one quotation of the original put in.
  let isQuotation: Bool
  /// Whether the page is the original, word for word or nearly so.
  let isNearCopy: Bool

  /// The original of a story with the pages of all, and variants of both.
  static func pairs(of story: GoldStory, among stories: [GoldStory]) -> [ReusePair] {
    let original = GoldLayout(story.original).bytes
    var result: [ReusePair] = []
    func add(
      _ name: String, _ original: [UInt8], _ page: [UInt8], _ isReuse: Bool, isOnEvent: Bool = true,
      isVariant: Bool = false, isQuotation: Bool = false, isNearCopy: Bool = false
    ) {
      result.append(
        ReusePair(
          story: story.id, name: name, original: original, page: page, isReuse: isReuse, isOnEvent: isOnEvent,
          isVariant: isVariant, isQuotation: isQuotation, isNearCopy: isNearCopy))
    }
    for other in stories {
      for page in other.derived {
        guard let isReuse = page.reuse(of: story) else { continue }
        add(
          "\(page.id) for \(story.id)", original, GoldLayout(page).bytes, isReuse,
          isOnEvent: isReuse || other.id == story.id,
          isNearCopy: isReuse && other.id == story.id && (page.kind == .verbatim || page.kind == .lightEdit))
      }
    }
    add("hard negatives for \(story.id)", original, GoldLayout(lines: story.hardNegatives).bytes, false)
    // Reports of others are no reuse of the copies either, nor the copies of them.
    for report in story.derived where report.kind == .independent {
      let text = GoldLayout(report).bytes
      for copy in story.derived where copy.kind != .independent {
        let other = GoldLayout(copy).bytes
        add("\(report.id) for \(copy.id)", other, text, false)
        add("\(copy.id) for \(report.id)", text, other, false)
      }
    }
    for quoting in quotations(of: story, among: stories) {
      add(
        quoting.name, original, quoting.page, false, isOnEvent: quoting.isOwn, isVariant: quoting.isVariant,
        isQuotation: true)
    }
    var random = SeededGenerator(seed: 11)
    for page in story.derived where page.kind != .independent {
      for count in 2...6 {
        guard let thin = page.thin(count, among: stories.filter { $0.id != story.id }, &random),
          let isReuse = thin.reuse(of: story)
        else { continue }
        add(
          "\(count) of \(page.id)", original, GoldLayout(thin).bytes, isReuse, isOnEvent: false, isVariant: true)
      }
    }
    return result
  }

  /// Reports of the same event and of another, each with one sentence of the original that quotes somebody: a public
  /// quotation and its frame are no reuse.
  ///
  /// Variants are short: the sentence makes up much of them.
  private static func quotations(
    of story: GoldStory, among stories: [GoldStory]
  ) -> [(name: String, page: [UInt8], isOwn: Bool, isVariant: Bool)] {
    var random = SeededGenerator(seed: 12)
    let own = story.derived.filter { $0.kind == .independent }
    let others = stories.filter { $0.id != story.id }.flatMap(\.derived).filter { $0.kind == .independent }
    var result: [(name: String, page: [UInt8], isOwn: Bool, isVariant: Bool)] = []
    for (number, text) in story.original.sentences.enumerated() where GoldPage.quotes(text) {
      let quotation = GoldSentence(text: text, from: [number], how: .quote)
      for (hosts, isOwn) in [(own, true), (others, false)] where !hosts.isEmpty {
        let host = random.pick(hosts)
        let name = "\(host.id) with quotation \(number) for \(story.id)"
        // Its own quotation of the original would make it two.
        let report = host.sentences.filter { !isOwn || $0.from.isEmpty }
        guard report.count > 6 else { continue }
        let place = random.below(report.count)
        let long = host.with(sentences: Array(report[..<place]) + [quotation] + report[place...])
        result.append((name, GoldLayout(long).bytes, isOwn, false))
        let start = random.below(report.count - 6)
        let short = host.with(sentences: report[start..<start + 3] + [quotation] + report[start + 3..<start + 6])
        result.append((name + ", short", GoldLayout(short).bytes, isOwn, true))
      }
    }
    return result
  }
}

extension GoldPage {
  private static let quotationMarks: Set<Character> = ["“", "„", "«", "\"", "「"]

  /// Whether a sentence has a quotation of some words.
  fileprivate static func quotes(_ text: String) -> Bool {
    guard let mark = text.firstIndex(where: { quotationMarks.contains($0) }) else { return false }
    return text[mark...].split(separator: " ").count > 5 || mark > text.startIndex && text.count > 40
  }

  /// Whether the page reuses a story's original: nil where it is too little to say.
  ///
  /// Four sentences or a tenth of the original are reuse; the quotations of an independent report are none.
  fileprivate func reuse(of story: GoldStory) -> Bool? {
    let isOwn = story.derived.contains { $0.id == id }
    let sources = sentences.map { sentence -> [Int] in
      if isOwn { return sentence.from }
      return sentence.otherSource.flatMap { $0.id.hasPrefix(story.id) ? $0.from : nil } ?? []
    }
    let used = sources.count { !$0.isEmpty }
    if used == 0 || isOwn && kind == .independent { return false }
    let words = story.original.sentences.map { $0.split(separator: " ").count }
    let reused = Set(sources.joined()).reduce(0) { $0 + words[$1] }
    return used >= 4 || 10 * reused >= words.reduce(0, +) ? true : nil
  }

  /// Some of its reused sentences among those of another story's report; nil if it has fewer.
  fileprivate func thin(_ count: Int, among stories: [GoldStory], _ random: inout SeededGenerator) -> GoldPage? {
    let reused = sentences.filter { !$0.from.isEmpty }
    let reports = stories.flatMap(\.derived).filter { $0.kind == .independent }
    guard reused.count > count, !reports.isEmpty else { return nil }
    let start = random.below(reused.count - count + 1)
    let report = random.pick(reports)
    let own = report.sentences.map { GoldSentence(text: $0.text, from: [], how: .none) }
    let place = random.below(own.count)
    return with(sentences: Array(own[..<place]) + reused[start..<start + count] + Array(own[place...]))
  }
}
