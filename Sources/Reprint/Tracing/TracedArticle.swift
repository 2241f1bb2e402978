/// An article with what its record says of it: an original, or a page that may reuse one.
public struct TracedArticle: Sendable {
  public var id: String
  public var url: String?
  /// The outlet's name, or its host.
  public var site: String?
  public var author: String?
  public var title: String?
  public var published: PublicationTime?
  /// The address that the page itself calls its original one.
  public var canonical: String?
  /// Where the page's links lead, as far as that is known.
  public var links: [String] = []
  /// Lines of the page that are no part of the text and may give credit, in UTF-8.
  package var creditLines: [UInt8] = []
  /// UTF-8; ill-formed sequences separate words.
  public var text: [UInt8]

  public init(id: String, text: [UInt8]) {
    self.id = id
    self.text = text
  }

  public init(id: String, text: String, url: String? = nil, site: String? = nil, author: String? = nil) {
    self.init(id: id, text: Array(text.utf8))
    self.url = url
    self.site = site
    self.author = author
  }

  /// Each of its lines that are no part of the text and may give credit.
  var ownLines: Set<ArraySlice<UInt8>> { Set(creditLines.split(separator: 0x0A)) }

  /// What it says of itself, without what stands in it.
  package var withoutContent: TracedArticle {
    var article = self
    (article.text, article.links, article.creditLines) = ([], [], [])
    return article
  }
}

/// When something was published, and how exactly that is known.
public struct PublicationTime: Sendable, Equatable {
  /// Seconds since 1970.
  public let seconds: Double
  /// How many seconds later it may have been: a day for a mere date.
  public let slack: Double
  /// As it was written.
  public let text: String

  /// Clocks that were never set, and dates of another age, say nothing: 1990 to 2099 is believed.
  var isTrusted: Bool { seconds.isFinite && (631_152_000...4_102_444_800).contains(seconds) }

  /// Time zones are at most so far from UTC.
  private static let (eastern, western) = (14 * 3600.0, 12 * 3600.0)

  /// Whether this was certainly earlier than another time, by `lag` seconds at least.
  ///
  /// A mere date is that of a day somewhere on earth, which matters beside a time of day.
  func isBefore(_ other: PublicationTime, by lag: Double) -> Bool {
    var latest = seconds + slack
    var earliest = other.seconds
    if slack > 0, other.slack == 0 { latest += Self.western }
    if slack == 0, other.slack > 0 { earliest -= Self.eastern }
    return earliest - latest >= lag
  }

  /// Seconds since another time; nil if one of them is a mere date and the other a time of that day.
  func lag(after other: PublicationTime) -> Double? {
    let lag = seconds - other.seconds
    if slack > 0, other.slack == 0, lag <= 0, -lag < slack { return nil }
    if slack == 0, other.slack > 0, lag >= 0, lag < other.slack { return nil }
    return lag
  }

  public init(seconds: Double, slack: Double = 0, text: String) {
    self.seconds = seconds
    self.slack = slack
    self.text = text
  }
}
