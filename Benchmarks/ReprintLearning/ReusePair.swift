import ReprintGold

/// A page and an original, and whether the one reuses the other.
struct ReusePair: Sendable {
  /// The story that the original belongs to.
  let story: String
  let name: String
  let original: [UInt8]
  let page: [UInt8]
  let isReuse: Bool
  /// Made for learning, not for judging.
  let isVariant: Bool
  /// Whether the page is the original, word for word or nearly so.
  let isNearCopy: Bool

  /// The original of a story with the pages of all, and variants of both.
  static func pairs(of story: GoldStory, among stories: [GoldStory]) -> [ReusePair] {
    let original = GoldLayout(story.original).bytes
    var result: [ReusePair] = []
    func add(
      _ name: String, _ original: [UInt8], _ page: [UInt8], _ isReuse: Bool, isVariant: Bool = false,
      isNearCopy: Bool = false
    ) {
      result.append(
        ReusePair(
          story: story.id, name: name, original: original, page: page, isReuse: isReuse, isVariant: isVariant,
          isNearCopy: isNearCopy))
    }
    for other in stories {
      for page in other.derived {
        guard let isReuse = page.reuse(of: story) else { continue }
        add(
          "\(page.id) for \(story.id)", original, GoldLayout(page).bytes, isReuse,
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
    var random = SplitMix(seed: 11)
    for page in story.derived where page.kind != .independent {
      for count in 3...6 {
        guard let thin = page.thin(count, among: stories.filter { $0.id != story.id }, &random),
          let isReuse = thin.reuse(of: story)
        else { continue }
        add("\(count) of \(page.id)", original, GoldLayout(thin).bytes, isReuse, isVariant: true)
      }
    }
    return result
  }
}

extension GoldPage {
  /// Whether the page reuses a story's original: nil where it is too little to say.
  ///
  /// Four sentences or a tenth of the original are reuse.
  fileprivate func reuse(of story: GoldStory) -> Bool? {
    let isOwn = story.derived.contains { $0.id == id }
    let sources = sentences.map { sentence -> [Int] in
      if isOwn { return sentence.from }
      return sentence.otherSource.flatMap { $0.id.hasPrefix(story.id) ? $0.from : nil } ?? []
    }
    let used = sources.count { !$0.isEmpty }
    if used == 0 { return false }
    let words = story.original.sentences.map { $0.split(separator: " ").count }
    let reused = Set(sources.joined()).reduce(0) { $0 + words[$1] }
    return used >= 4 || 10 * reused >= words.reduce(0, +) ? true : nil
  }

  /// Some of its reused sentences among those of another story's report; nil if it has fewer.
  fileprivate func thin(_ count: Int, among stories: [GoldStory], _ random: inout SplitMix) -> GoldPage? {
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
