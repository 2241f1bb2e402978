/// Finds page furniture: lines that stand on several pages of a site, around different articles.
///
/// Pages are added one after the other; then ``isFurniture(_:on:)`` knows what menus, teasers, newsletter boxes and
/// notices are. Several versions or copies of one article on a site teach nothing: pages with the same address or title, or
/// with the same longest lines, count as one article.
///
/// Memory is that of the lines that recur, some 150 bytes each, and a few for each of the others. Where either gets out
/// of hand, the lines that recur least are forgotten, and all that were seen once.
package struct SiteFurniture: Sendable {
  /// What a page is about, as far as can be told without knowing its furniture: its address, its title and its longest
  /// lines, the longest first; 0 where there are fewer.
  private struct Article: Sendable {
    var address: UInt32
    var title: UInt32
    var longest = InlineArray<4, UInt32>(repeating: 0)

    /// Whether two pages hold different articles, a line that both have left out of consideration.
    ///
    /// An article under another title has the same longest lines; pages with different ones may share notices that are
    /// longer than what they say. Without titles, versions of an article share most of their longest lines.
    func differs(from other: Article, but line: UInt32) -> Bool {
      if address != 0, address == other.address { return false }
      if title != 0, title == other.title { return false }
      var (own, others, shared) = (0, 0, 0)
      for place in longest.indices {
        if other.longest[place] != 0, other.longest[place] != line { others += 1 }
        let hash = longest[place]
        guard hash != 0, hash != line else { continue }
        own += 1
        for index in other.longest.indices where other.longest[index] == hash { shared += 1 }
      }
      let count = min(own, others)
      if count == 0 { return own != others }
      if title != 0, other.title != 0 { return shared < count }
      let (first, second) = (longest[longest[0] == line ? 1 : 0], other.longest[other.longest[0] == line ? 1 : 0])
      return first != second || shared < max(1, count - 1)
    }
  }

  private struct Recurrence: Sendable {
    /// Pages that have the line.
    var pages: UInt32
    /// Different articles among them, the first page's not counted: it was not known then that the line recurs.
    var articles: InlineArray<4, Article>
    var count: UInt8
  }

  /// Pages with different articles that a line must stand on.
  private static let leastPages = 3
  /// A whole paragraph must stand on more: an article may be posted under several titles.
  private static let leastPagesOfProse = 5
  /// Share of the site's pages that a line must stand on, lest a sentence that a running story repeats counts on a site
  /// of thousands.
  private static let leastShare = 0.01

  private var recurrences: [UInt64: Recurrence] = [:]
  private var pages: [UInt64: Int] = [:]
  private var seen: SeenKeys
  /// The different lines of the page that is being added.
  private var own: Set<UInt64> = []
  private let mostRecurrences: Int

  /// - Parameters:
  ///   - lines: how many different lines to expect.
  ///   - bytes: about how much memory to take at most.
  package init(expectedLines lines: Int = 1 << 16, memory bytes: Int = 1 << 30) {
    seen = SeenKeys(expected: lines, most: max(1 << 13, bytes / 8))
    mostRecurrences = max(1 << 10, bytes / 300)
  }

  /// How many lines recur, as far as they are not forgotten.
  var recurrenceCount: Int { recurrences.count }

  /// Whether no line is furniture.
  package var isEmpty: Bool {
    !recurrences.contains { $0.value.count + 1 >= Self.leastPages }
  }

  /// Adds a page.
  ///
  /// - Parameters:
  ///   - site: a hash of its host or outlet.
  ///   - title: a hash of its title, 0 if it has none.
  ///   - address: a hash of its address, 0 if it has none.
  /// - Complexity: O(lines).
  package mutating func add(_ page: PageLines, site: UInt64, title: UInt64, address: UInt64 = 0) {
    pages[site, default: 0] += 1
    let article = Self.article(page, title, address)
    // Each different line once.
    own.removeAll(keepingCapacity: own.capacity < 4096)
    for line in page.lines where own.insert(line.hash).inserted {
      let key = Self.key(line.hash, site)
      if let place = recurrences.index(forKey: key) {
        recurrences.values[place].pages &+= 1
        Self.note(article, line.hash, in: &recurrences.values[place])
      } else if !seen.insert(key) {
        recurrences[key] = Recurrence(pages: 2, articles: InlineArray(repeating: article), count: 1)
      }
    }
    if recurrences.count > mostRecurrences { forgetRarest() }
  }

  /// Forgets the lines that recur least, at least half of them.
  private mutating func forgetRarest() {
    var least: UInt32 = 3
    while recurrences.count > mostRecurrences / 2 {
      recurrences = recurrences.filter { $0.value.pages >= least }
      least = least &* 2
      if least == 0 { recurrences = [:] }
    }
  }

  private static func article(_ page: PageLines, _ title: UInt64, _ address: UInt64) -> Article {
    var article = Article(address: UInt32(truncatingIfNeeded: address), title: UInt32(truncatingIfNeeded: title))
    var lengths = InlineArray<4, UInt32>(repeating: 0)
    for line in page.lines where line.length > lengths[3] && line.hash != title {
      let hash = max(1, UInt32(truncatingIfNeeded: line.hash))
      var place = 3
      if article.longest.indices.contains(where: { article.longest[$0] == hash }) { continue }
      while place > 0, line.length > lengths[place - 1] {
        (lengths[place], article.longest[place]) = (lengths[place - 1], article.longest[place - 1])
        place -= 1
      }
      (lengths[place], article.longest[place]) = (line.length, hash)
    }
    return article
  }

  private static func note(_ article: Article, _ line: UInt64, in recurrence: inout Recurrence) {
    let known = Int(recurrence.count)
    guard known < recurrence.articles.count else { return }
    let line = max(1, UInt32(truncatingIfNeeded: line))
    for index in 0..<known where !article.differs(from: recurrence.articles[index], but: line) { return }
    recurrence.articles[known] = article
    recurrence.count += 1
  }

  private static func key(_ line: UInt64, _ site: UInt64) -> UInt64 { Mix.fold(line ^ Mix.a, site | 1) }

  /// Whether a line of a page is furniture of its site.
  package func isFurniture(_ line: PageLines.Line, on site: UInt64) -> Bool {
    guard let recurrence = recurrences[Self.key(line.hash, site)] else { return false }
    let least = line.isProse ? Self.leastPagesOfProse : Self.leastPages
    // The first page's article is taken for another one.
    return Int(recurrence.count) + 1 >= least
      && Double(recurrence.pages) >= Self.leastShare * Double(pages[site] ?? 0)
  }

  /// For each line of a page whether it is furniture of its site; empty if none is.
  ///
  /// If all lines would be, those that are prose are not: the page is an article that stands there again and again.
  ///
  /// - Parameter isLeftOut: whether a line, by its place among the lines, is no part of the page's text anyway.
  package func furniture(
    among page: PageLines, on site: UInt64, leavingOut isLeftOut: (Int) -> Bool = { _ in false }
  ) -> [Bool] {
    guard site != 0, pages[site] ?? 0 >= Self.leastPages else { return [] }
    var found: [Bool] = []
    var isAll = true
    for (place, line) in page.lines.enumerated() {
      if isLeftOut(place) { continue }
      guard isFurniture(line, on: site) else {
        isAll = false
        continue
      }
      if found.isEmpty { found = Array(repeating: false, count: page.lines.count) }
      found[place] = true
    }
    if isAll, !found.isEmpty {
      for place in found.indices where page.lines[place].isProse { found[place] = false }
    }
    return found.contains(true) ? found : []
  }
}
