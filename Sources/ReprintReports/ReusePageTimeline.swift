import Reprint

/// When the copies came, and how much of the original they have.
///
/// Places are in percent, so that letters and marks keep their size in any width.
extension ReusePage {
  func appendTimeline(to output: HTMLOutput) {
    let placed = shown.enumerated().filter { $0.element.lag?.isFinite ?? false }
    guard !placed.isEmpty else { return }
    let scale = TimeScale(placed.map { $0.element.lag! })
    output.markup(
      """
      <section class="wide" aria-labelledby="timeline-title">
      <h2 id="timeline-title">When it was taken</h2>
      <p class="explained">Each mark is a copy: the further right, the later; the higher, the more of the original it has.</p>
      <figure class="timeline">
      <svg role="img" aria-label="\(TerminalText.count(placed.count, "copy", "copies")) by time after the original and by \
      how much of it they have; the table below has the same figures">
      <g class="grid">

      """)
    for percent in [0, 20, 50, 80, 100] {
      let y = Self.y(Double(percent) / 100)
      output.markup(
        "<line class=\"\(percent == 20 || percent == 80 ? "mark" : "rule")\" x1=\"0\" x2=\"100%\" y1=\"\(y)\" "
          + "y2=\"\(y)\"/><text x=\"0\" y=\"\(y)\" dy=\"-4\">\(percent)%</text>\n")
    }
    for tick in scale.ticks {
      let x = Self.percent(scale.place(tick.seconds))
      output.markup(
        "<line class=\"tick\(tick.seconds == 0 ? " zero" : "")\" x1=\"\(x)\" x2=\"\(x)\" y1=\"6%\" y2=\"90%\"/>"
          + "<text class=\"when\" x=\"\(x)\" y=\"97%\">\(tick.name)</text>\n")
    }
    output.markup("</g>\n")
    for (index, copy) in placed { append(mark: copy, number: index + 1, scale, to: output) }
    output.markup("</svg>\n<figcaption><ul class=\"marks\">")
    for kind in ReuseKind.allCases where placed.contains(where: { $0.element.verdict.kind == kind }) {
      output.markup(
        "<li class=\"\(kind.rawValue)\"><svg viewBox=\"-8 -8 16 16\" aria-hidden=\"true\"><path d=\"\(kind.outline)\"/>"
          + "</svg> \(kind.rawValue)</li>")
    }
    output.markup("</ul>")
    if placed.count < shown.count {
      let missing = shown.count - placed.count
      output.markup(
        "<p>\(TerminalText.count(missing)) more \(missing == 1 ? "has" : "have") no time of publication.</p>")
    }
    output.markup("</figcaption>\n</figure>\n</section>\n")
  }

  private func append(mark copy: ReuseReport.Copy, number: Int, _ scale: TimeScale, to output: HTMLOutput) {
    let verdict = copy.verdict
    let x = Self.percent(scale.place(copy.lag!))
    let y = Self.y(verdict.coverage.words)
    output.markup(
      "<svg class=\"mark \(verdict.kind.rawValue)\" x=\"\(x)\" y=\"\(y)\" data-row=\"r\(number)\" data-view=\"c\(number)\">"
        + "<path d=\"\(verdict.kind.outline)\"/><title>")
    output.text(copy.page.shownOutlet ?? copy.page.shownTitle)
    output.markup(
      ": \(Figures.percent(verdict.coverage.words)), \(verdict.kind.rawValue), \(Figures.delay(copy.lag!)) after"
        + "</title></svg>\n")
  }

  private static func y(_ part: Double) -> String { percent(0.9 - 0.82 * min(1, max(0, part))) }

  static func percent(_ part: Double) -> String { "\((part * 10_000).rounded() / 100)%" }
}

/// Times after the original on a scale that gives minutes, days and years their room.
struct TimeScale {
  struct Tick: Equatable {
    let seconds: Double
    let name: String
  }

  private let first: Double
  private let last: Double
  let ticks: [Tick]

  private static let units: [(seconds: Double, name: String)] = [
    (900, "15 min"), (3600, "1 h"), (21_600, "6 h"), (86_400, "1 day"), (259_200, "3 days"), (604_800, "1 week"),
    (2_592_000, "1 month"), (7_776_000, "3 months"), (31_536_000, "1 year"), (157_680_000, "5 years"),
    (788_400_000, "25 years"),
  ]

  init(_ lags: [Double]) {
    first = Self.bent(min(0, lags.min() ?? 0))
    last = Self.bent(max(3600, lags.max() ?? 0))
    var ticks: [Tick] = []
    var positions: [Double] = []
    let before = Self.units.reversed().map { Tick(seconds: -$0.seconds, name: "-\($0.name)") }
    let after = Self.units.map { Tick(seconds: $0.seconds, name: $0.name) }
    for tick in [Tick(seconds: 0, name: "original")] + after + before.reversed() {
      let position = Self.bent(tick.seconds)
      guard position >= first, position <= last else { continue }
      let room = (last - first) * 0.09
      guard positions.allSatisfy({ abs($0 - position) >= room }) else { continue }
      positions.append(position)
      ticks.append(tick)
    }
    self.ticks = ticks.sorted { $0.seconds < $1.seconds }
  }

  /// Where a time stands, from 0 to 1, with a margin on both sides.
  func place(_ seconds: Double) -> Double {
    0.08 + 0.87 * (Self.bent(seconds) - first) / max(1e-9, last - first)
  }

  /// Linear for minutes, then growing ever less: by one for each ten times, as digits do.
  private static func bent(_ seconds: Double) -> Double {
    var value = 1 + min(1e12, abs(seconds)) / 900
    var bent = 0.0
    while value >= 10 {
      value /= 10
      bent += 1
    }
    // Straight lines between the powers of ten do for a drawing.
    return (seconds < 0 ? -1 : 1) * (bent + (value - 1) / 9)
  }
}

extension ReuseKind {
  /// A mark about the origin that differs in shape from that of every other kind.
  var outline: String {
    switch self {
    case .verbatim: "M-5.5-5.5h11v11h-11z"
    case .edited: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z"
    case .spun: "M0-7L6.5 5.5h-13z"
    case .paraphrase: "M0-7.5L7.5 0L0 7.5L-7.5 0z"
    case .quote: "M-2-6.5h4v4.5h4.5v4h-4.5v4.5h-4v-4.5h-4.5v-4h4.5z"
    case .new, .furniture: "M-4-1h8v2h-8z"
    }
  }
}
