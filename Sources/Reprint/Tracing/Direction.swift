/// Which of two texts took from the other, and how that is known.
public struct Direction: Sendable, Equatable {
  public enum Verdict: String, Sendable {
    /// The page took from the original.
    case fromOriginal = "from_original"
    /// The original took from the page, which is older.
    case fromPage = "from_page"
    case undetermined
  }

  public enum Reason: String, Sendable {
    /// One was published before the other.
    case published
    /// The copy speaks of the outlet it took from as its source does of itself.
    case selfMention = "self_mention"
    /// One has a spinner's odd words for the other's common ones.
    case substitution
    /// Nearly all of the one is a small part of the other.
    case containment
  }

  public let verdict: Verdict
  /// Nil if nothing decides.
  public let reason: Reason?
  /// Seconds from the original's publication to the page's; nil if one is not known, or only the day of one and the other
  /// is of that day.
  public let lag: Double?

  package init(verdict: Verdict, reason: Reason?, lag: Double?) {
    self.verdict = verdict
    self.reason = reason
    self.lag = lag
  }
}

extension Direction {
  /// Times closer than this say nothing: clocks and feeds differ by as much.
  static let leastLag = 300.0

  init(
    original: PublicationTime?, page: PublicationTime?, alignment: Alignment, verdict: Reprint.Verdict,
    attribution: Attribution
  ) {
    var lag: Double?
    if let original, let page, original.isTrusted, page.isTrusted {
      lag = page.lag(after: original)
      if original.isBefore(page, by: Self.leastLag) {
        self.init(verdict: .fromOriginal, reason: .published, lag: lag)
        return
      }
      if page.isBefore(original, by: Self.leastLag) {
        self.init(verdict: .fromPage, reason: .published, lag: lag)
        return
      }
    }
    if attribution.evidence.contains(where: { $0.kind <= .named || $0.kind == .leaked }) {
      self.init(verdict: .fromOriginal, reason: .selfMention, lag: lag)
    } else if verdict.kind == .spun, !alignment.lexicon.isEmpty {
      self.init(verdict: .fromOriginal, reason: .substitution, lag: lag)
    } else if verdict.share.words >= 0.85, verdict.coverage.words <= 0.5 {
      self.init(verdict: .fromOriginal, reason: .containment, lag: lag)
    } else {
      self.init(verdict: .undetermined, reason: nil, lag: lag)
    }
  }
}
