/// Tells lines of page furniture from sentences, by what they look like: one page alone says no more.
enum FurnitureLines {
  /// An unpunctuated line of fewer words is an item of a menu, a label, a byline, a teaser.
  private static let shortLine = 12
  /// Longer sentences are about something else, whatever words they have.
  private static let longest = 30

  /// Words that pages use to speak of themselves.
  private static let words: Set<UInt64> = Set(
    [
      "subscribe", "subscribed", "subscription", "newsletter", "unsubscribe", "advertisement", "sponsored", "cookies",
      "comments", "login", "copyright", "privacy", "reserved", "bookmark", "inbox", "webinar", "paywall", "reprinted",
      "republished", "abonnieren", "anzeige", "datenschutz", "impressum", "publicidad", "suscríbete",
    ].compactMap { PreparedText.key(ofWord: $0) })

  static func isFurniture(
    _ sentence: PreparedText.Sentence, _ text: PreparedText, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if sentence.words.isEmpty { return true }
    if !sentence.isTerminated, sentence.words.count < shortLine { return true }
    return sentence.words.count < longest && sentence.words.contains { words.contains(text.words[$0].key) }
  }
}
