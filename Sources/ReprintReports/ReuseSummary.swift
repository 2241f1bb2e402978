import Reprint

/// The figures of a report that people quote.
struct ReuseSummary {
  private let report: ReuseReport
  /// Pages that took anything; one that took from two originals counts once.
  let pages: Int
  /// Pages that took a fifth or more of an original.
  let large: Int
  /// Copies that give no credit.
  let uncredited: Int
  let nearExact: Int
  let outlets: Int
  /// Originals that somebody took.
  let originals: Int
  /// Seconds from the original to its first copy after it.
  let firstLag: Double?
  let medianLag: Double?

  /// The part of an original from which on its reuse is more than a mention.
  static let largePart = 0.2

  init(_ report: ReuseReport) {
    self.report = report
    let copies = report.copies
    pages = Set(copies.map(\.page.id)).count
    large = Set(copies.filter { $0.verdict.coverage.words >= Self.largePart }.map(\.page.id)).count
    uncredited = Set(copies.filter { !$0.attribution.isAttributed }.map(\.page.id)).count
    nearExact = Set(copies.filter(\.verdict.isNearExact).map(\.page.id)).count
    outlets = Set(copies.compactMap(\.page.shownOutlet)).count
    originals = Set(copies.map(\.original)).count
    let lags = copies.compactMap(\.lag).filter(\.isFinite).sorted()
    firstLag = lags.first { $0 > 0 }
    medianLag = Median.of(lags)
  }

  /// One sentence, with what a headline would take from it first.
  var quote: (lead: String, rest: String) {
    let all = TerminalText.count(report.basis.pages, "page")
    guard pages > 0 else {
      switch report.question {
      case .originals:
        return ("None of \(all)", " reuses \(report.sources.count == 1 ? "this article" : "an original").")
      case .stories: return ("None of \(all)", " is a copy of another.")
      }
    }
    var rest: String
    switch report.question {
    case .originals where report.sources.count == 1:
      rest = large > 0 ? " took 20% or more of this article" : " took part of this article, none as much as 20%"
    case .originals:
      let some = "\(TerminalText.count(originals)) of \(TerminalText.count(report.sources.count)) originals"
      rest = large > 0 ? " took 20% or more of an original, from \(some)" : " took part of \(some), none as much as 20%"
    case .stories:
      let stories = "\(TerminalText.count(originals)) \(originals == 1 ? "story" : "stories")"
      rest = " \(shown == 1 ? "is a copy" : "are copies") of another, in \(stories)"
    }
    if report.question == .originals, large > 0, pages > large {
      rest += "; \(TerminalText.count(pages - large)) more took less"
    }
    if uncredited == 0 {
      rest += "; all gave credit"
    } else {
      rest += uncredited == pages ? "; none gave credit" : "; \(TerminalText.count(uncredited)) gave no credit"
    }
    if let firstLag {
      rest += "; the first came \(Figures.delay(firstLag)) after \(report.sources.count == 1 ? "it" : "its original")"
    }
    return ("\(TerminalText.count(shown)) of \(all)", rest + ".")
  }

  private var shown: Int { report.question == .originals && large > 0 ? large : pages }
}
