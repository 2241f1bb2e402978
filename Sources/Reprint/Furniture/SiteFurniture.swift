/// Finds page furniture: lines that stand on several pages of a site, around different articles.
///
/// Pages are added one after the other; then ``isFurniture(_:on:)`` knows what menus, teasers, newsletter boxes and
/// notices are. Several versions or copies of one article on a site teach nothing: pages with the same title or the
/// same two longest lines count as one article.
///
/// Memory is that of the lines that recur, 80 bytes each, and a filter of fixed size for those seen once.
package struct SiteFurniture: Sendable {
  /// What a page is about, as far as can be told without knowing its furniture.
  private struct Article: Sendable, Equatable {
    var title: UInt32
    var longest: UInt32
    var second: UInt32

    /// Whether two pages hold different articles, a line that both have left out of consideration.
    func differs(from other: Article, but line: UInt32) -> Bool {
      if title != 0, title == other.title { return false }
      let (a, b) = (longest == line ? second : longest, other.longest == line ? other.second : other.longest)
      return a != b
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
  private var seen: OnceSeen

  /// - Parameter lines: how many different lines to expect; with many more, some recur by mistake, which costs memory.
  package init(expectedLines lines: Int = 1 << 20) { seen = OnceSeen(expected: lines) }

  /// Whether any line may be furniture.
  package var isEmpty: Bool { recurrences.isEmpty }

  /// Adds a page.
  ///
  /// - Parameters:
  ///   - site: a hash of its host or outlet.
  ///   - title: a hash of its title, 0 if it has none.
  /// - Complexity: O(lines).
  package mutating func add(_ page: PageLines, site: UInt64, title: UInt64) {
    pages[site, default: 0] += 1
    let article = Self.article(page, title)
    // Each different line once.
    var own: Set<UInt64> = []
    for line in page.lines where own.insert(line.hash).inserted {
      let key = Self.key(line.hash, site)
      if var recurrence = recurrences.removeValue(forKey: key) {
        recurrence.pages &+= 1
        Self.note(article, line.hash, in: &recurrence)
        recurrences[key] = recurrence
      } else if !seen.insert(key) {
        recurrences[key] = Recurrence(pages: 2, articles: InlineArray(repeating: article), count: 1)
      }
    }
  }

  private static func article(_ page: PageLines, _ title: UInt64) -> Article {
    var longest = (length: 0, hash: UInt64(0))
    var second = longest
    for line in page.lines where line.hash != longest.hash && line.hash != second.hash {
      if line.range.count > longest.length {
        second = longest
        longest = (line.range.count, line.hash)
      } else if line.range.count > second.length {
        second = (line.range.count, line.hash)
      }
    }
    return Article(
      title: UInt32(truncatingIfNeeded: title), longest: UInt32(truncatingIfNeeded: longest.hash),
      second: UInt32(truncatingIfNeeded: second.hash))
  }

  private static func note(_ article: Article, _ line: UInt64, in recurrence: inout Recurrence) {
    let known = Int(recurrence.count)
    guard known < recurrence.articles.count else { return }
    let line = UInt32(truncatingIfNeeded: line)
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
}

/// Whether keys were seen before: a Bloom filter of two bits a key.
///
/// Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970, doi:10.1145/362686.362692.
private struct OnceSeen: Sendable {
  private var words: [UInt64]
  private let mask: UInt64

  init(expected: Int) {
    var count = 1 << 10
    while 64 * count < 8 * expected { count *= 2 }
    words = Array(repeating: 0, count: count)
    mask = UInt64(count - 1)
  }

  /// Returns false if the key, or by chance two others, were here before.
  mutating func insert(_ key: UInt64) -> Bool {
    let index = Int(truncatingIfNeeded: key & mask)
    let bits = 1 << (key >> 40 & 63) | 1 << (key >> 50 & 63) as UInt64
    if words[index] & bits == bits { return false }
    words[index] |= bits
    return true
  }
}
