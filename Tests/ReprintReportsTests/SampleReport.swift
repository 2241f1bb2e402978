import Foundation

@testable import Reprint
@testable import ReprintReports

/// Reports written down by hand.
enum SampleReport {
  /// A copy and the figures that a tracer would give it.
  struct Copy {
    var page: TracedArticle
    var alignment: Alignment
    var original = 0
    var kind = ReuseKind.edited
    var coverage = 0.5
    var share = 0.7
    var words = 150
    var run = 12
    var credit: (kind: Attribution.Class, text: String)?
    var lag: Double?

    var trace: Trace {
      func part(_ value: Double) -> Verdict.Part { Verdict.Part(words: value, sentences: value) }
      let verdict = Verdict(
        isReuse: true, confidence: 0.99, kind: kind, coverage: part(coverage), coverageWithoutQuotes: part(coverage),
        share: part(share), shareWithoutQuotes: part(share), matchedWords: words, longestRun: run,
        longestRunRange: 0..<0, sentences: alignment.sentences.count, wordsByKind: [kind: words],
        evidence: ReuseEvidence())
      let evidence = credit.map { [Attribution.Evidence(kind: $0.kind, text: $0.text, range: nil)] } ?? []
      return Trace(
        original: original, isOriginal: false, alignment: alignment, verdict: verdict,
        attribution: Attribution(evidence), direction: Direction(verdict: .fromOriginal, reason: nil, lag: lag))
    }
  }

  static func article(
    _ id: String, _ text: [UInt8], title: String? = nil, site: String? = nil, hours: Double? = nil
  ) -> TracedArticle {
    var article = TracedArticle(id: id, text: text)
    article.title = title
    article.site = site
    article.url = site.map { "https://\($0.lowercased().filter(\.isLetter)).example/\(id)" }
    article.published = hours.map {
      PublicationTime(seconds: 1_756_800_000 + $0 * 3600, text: "2025-09-02 + \($0) h")
    }
    return article
  }

  static func report(_ copies: [Copy], originals: [TracedArticle], pages: Int = 212) -> ReuseReport {
    var report = ReuseReport(.originals, sources: originals)
    for copy in copies { report.add(copy.page, copy.trace) }
    report.basis.inputs = ["story.json", "scrape.jsonl.zst"]
    report.basis.options = ["--min-coverage 0.1"]
    report.basis.version = "reprint 1.2.3"
    report.basis.pages = pages
    return report
  }

  static let original: TracedArticle = {
    var article = SampleReport.article(
      "wire-1", SampleAlignment.news.original.bytes, title: "Lantern Court publisher buys the Saltmarsh Saints studio",
      site: "Second Save", hours: 0)
    article.author = "Ines Quiroga"
    return article
  }()

  /// Six copies of one original, of every kind, with and without credit and time.
  static let news: ReuseReport = {
    let sample = SampleAlignment.news
    let given: [(String, String, ReuseKind, Double, (Attribution.Class, String)?, Double?)] = [
      ("Gamers Daily", "Saltmarsh Saints studio sold for €321 million", .edited, 0.48, nil, 2),
      ("LevelUpFeedz", "Nan adventure developer has been vended", .spun, 0.97, (.leaked, "told Second Save"), 38),
      ("Console Courier", "Hoshimori buys Calabaza Roja", .verbatim, 1, (.linked, "secondsave.example"), 1.3),
      (
        "Joypad Weekly", "What the deal means for Valencia", .paraphrase, 0.31, (.named, "according to Second Save"),
        190
      ),
      ("Nunsense", "A founder on being bought", .quote, 0.09, (.named, "Second Save reports"), nil),
      ("Gamers Daily", "The week in games", .paraphrase, 0.24, nil, 120),
    ]
    let copies = given.enumerated().map { number, copy in
      Copy(
        page: article("p\(number + 1)", sample.copy.bytes, title: copy.1, site: copy.0, hours: copy.5),
        alignment: sample.alignment, kind: copy.2, coverage: copy.3, words: 40 + Int(copy.3 * 500), credit: copy.4,
        lag: copy.5.map { $0 * 3600 })
    }
    return report(copies, originals: [original])
  }()

  /// Everything that a dump says of a page tries to become markup or code.
  static let hostile: ReuseReport = {
    let sample = SampleAlignment.hostile
    let text = SampleAlignment.hostileText + "\u{2028}\u{0}\u{1B}\n"
    func attack(_ id: String, _ url: String) -> TracedArticle {
      var page = article(id + text, sample.copy.bytes, title: text, site: text)
      page.url = url
      page.author = text
      page.published = PublicationTime(seconds: .infinity, text: text)
      return page
    }
    var original = attack("o", "javascript:injected=1//")
    original.text = sample.original.bytes
    let addresses = [
      "javascript:injected=1//https://x.example/", "\"><script>injected = 1</script>", "https://x.example/\u{202E}gpj",
      "https://x.example/\" onclick=\"injected=1", "data:text/html,<script>injected=1</script>",
      "HTTPS://X.example/?a='&b=<",
    ]
    let copies = addresses.enumerated().map { number, url in
      Copy(
        page: attack("c\(number)", url), alignment: sample.alignment, kind: .spun, credit: (.leaked, text),
        lag: [nil, .infinity, -.infinity, .nan, 1e300, -5][number])
    }
    var report = SampleReport.report(copies, originals: [original])
    report.basis.inputs = [text]
    report.basis.options = [text]
    report.basis.version = text
    return report
  }()

  /// As many copies as asked for, of texts as long as articles are.
  static func large(_ count: Int) -> ReuseReport {
    let sentences = (0..<30).map {
      "Sentence \($0) of this article says this and that, and then goes on for some time."
    }
    let sample = SampleAlignment(
      original: sentences, gaps: [10: "\n\n", 20: "\n\n"],
      copy: sentences.enumerated().map { number, text in
        SampleAlignment.Sentence(text: text, kind: ReuseKind.allCases[number % 5], sources: [number])
      })
    let copies = (0..<count).map { number -> Copy in
      let hours = Double(number % 400)
      let page = article(
        "p\(number)", sample.copy.bytes, title: "Copy number \(number)", site: "Outlet \(number % 70)", hours: hours)
      var copy = Copy(page: page, alignment: sample.alignment)
      copy.kind = ReuseKind.allCases[number % 5]
      copy.coverage = Double(number % 101) / 100
      copy.lag = hours * 3600
      return copy
    }
    return report(
      copies, originals: [article("o", sample.original.bytes, title: "The original", site: "Wire", hours: 0)],
      pages: 100_000)
  }

  static func html(_ report: ReuseReport) -> String { String(decoding: ReusePage(report).html, as: UTF8.self) }

  /// What stands between two strings, each time.
  static func contents(of page: String, from start: String, to end: String) -> [String] {
    page.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
  }
}
