import Reprint

/// What the NDJSON of traces and of stories says in the same words.
extension JSONLine {
  /// Words of a page by the kind of reuse.
  mutating func members(kinds words: [ReuseKind: Int]) {
    openObject("kinds")
    for kind in ReuseKind.allCases {
      if let count = words[kind] { member(kind.rawValue, count) }
    }
    close()
  }

  /// Whether a page gives credit, and the strongest evidence of it.
  mutating func members(_ attribution: Attribution) {
    member("attributed", attribution.isAttributed)
    openObject("attribution")
    member("class", attribution.kind.rawValue)
    if let evidence = attribution.evidence.first {
      member("text", evidence.text)
      if let range = evidence.range {
        member("start", range.lowerBound)
        member("end", range.upperBound)
      }
    }
    close()
  }

  /// Who took from whom, and how that is known.
  mutating func members(_ direction: Direction) {
    member("direction", direction.verdict.rawValue)
    if let reason = direction.reason { member("direction_by", reason.rawValue) }
  }
}
