package import Reprint

/// The copies of one original, of several, or of the stories of a dump: what a page for people is made of.
///
/// Copies are added in any fixed order; the report is the same for the same order. Texts are kept of those copies only
/// that have most of what they took from.
package struct ReuseReport: Sendable {
  /// What was asked.
  package enum Question: Sendable {
    /// Who took these originals?
    case originals
    /// Who took what from whom in a dump?
    case stories
  }

  /// What the report was made from, as its reader is told.
  package struct Basis: Sendable {
    package var version = ""
    package var inputs: [String] = []
    /// Options that decide what is found, as they would be given.
    package var options: [String] = []
    /// Pages that were looked at.
    package var pages = 0
    /// The most recent time of publication among the originals and the copies.
    fileprivate(set) var newest: PublicationTime?

    package init() {}
  }

  /// A page that took from another.
  package struct Copy: Sendable {
    /// What its record says, without text and links.
    let page: TracedArticle
    /// The number of the article that it took from, among ``ReuseReport/sources``.
    let source: Int
    /// The number of the article that its story began with: the same unless it is a copy of a copy.
    let original: Int
    let verdict: Verdict
    let attribution: Attribution
    /// Seconds after the original.
    let lag: Double?
    /// Seconds after the article that it took from.
    let lagFromSource: Double?
    /// Which of the two took from the other.
    let direction: Direction.Verdict
    /// Its text and where the sentences came from; nil if it has no view.
    fileprivate(set) var view: View?
  }

  package struct View: Sendable {
    let text: [UInt8]
    let alignment: Alignment
  }

  package let question: Question
  /// Articles that were taken from: originals, and copies that have copies.
  package private(set) var sources: [TracedArticle]
  package private(set) var copies: [Copy] = []
  package var basis = Basis()
  private var viewCount = 0

  /// Views in one page at most.
  package static let mostViews = 500

  package init(_ question: Question, sources: [TracedArticle]) {
    self.question = question
    self.sources = sources
    for source in sources { note(source.published) }
  }

  /// Adds a page and what it took from one of the sources.
  ///
  /// - Parameters:
  ///   - original: the source that the page's story began with, if it is another.
  ///   - lag: seconds after that one's publication.
  package mutating func add(_ page: TracedArticle, _ trace: Trace, original: Int? = nil, lag: Double? = nil) {
    add(
      Copy(
        page: page.withoutContent, source: trace.original, original: original ?? trace.original, verdict: trace.verdict,
        attribution: trace.attribution, lag: original == nil ? trace.direction.lag : lag,
        lagFromSource: trace.direction.lag, direction: trace.direction.verdict,
        view: View(text: page.text, alignment: trace.alignment)))
    viewCount += 1
    if viewCount >= 2 * Self.mostViews { dropViews() }
  }

  /// Adds a copy, its view perhaps to come.
  mutating func add(_ copy: Copy) {
    note(copy.page.published)
    copies.append(copy)
  }

  /// Gives a copy its view, and what it took from its text.
  mutating func show(_ copy: Int, _ view: View, source text: [UInt8]) {
    copies[copy].view = view
    sources[copies[copy].source].text = text
  }

  /// The numbers of copies in the order of the part that they have of what they took from, the largest first.
  var ranking: [Int] { ranked(Array(copies.indices)) }

  private func ranked(_ numbers: [Int]) -> [Int] {
    numbers.sorted { first, second in
      let (a, b) = (copies[first].verdict.coverage.words, copies[second].verdict.coverage.words)
      return a == b ? first < second : a > b
    }
  }

  private mutating func dropViews() {
    let shown = ranked(copies.indices.filter { copies[$0].view != nil })
    for number in shown.dropFirst(Self.mostViews) { copies[number].view = nil }
    viewCount = Self.mostViews
  }

  private mutating func note(_ time: PublicationTime?) {
    if let time, time.seconds > basis.newest?.seconds ?? -.infinity { basis.newest = time }
  }
}

extension TracedArticle {
  /// What a reader knows it by.
  var shownTitle: String { Self.shown(title ?? url ?? id, most: 200) }

  /// Its outlet's name, or else its host.
  var shownOutlet: String? {
    if let site, !site.isEmpty { return Self.shown(site, most: 60) }
    return url.flatMap(WebAddress.host).map { Self.shown($0, most: 60) }
  }

  /// The page's address, if it is one that a browser can safely be sent to.
  var safeAddress: String? {
    guard let url, url.utf8.count <= 2000 else { return nil }
    let isPlain = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    let start = url.prefix(8).lowercased()
    return isPlain && (start.hasPrefix("http://") || start.hasPrefix("https://")) ? url : nil
  }

  /// A name on one line, cut where it gets too long.
  static func shown(_ text: String, most: Int) -> String {
    let line = DisplayText.line(String(String.UnicodeScalarView(text.unicodeScalars.prefix(4 * most))))
    return line.count <= most ? line : String(line.prefix(most - 1)) + "…"
  }
}
