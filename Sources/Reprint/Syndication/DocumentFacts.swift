/// What is kept of every document of a dump: when it was published, and where.
struct DocumentFacts: Sendable {
  /// Nil if it says nothing that can be trusted.
  var published: PublicationTime?
  /// The outlet's name or host, as the record has it.
  var outlet: String?
  var host: String?
  /// Of its text.
  let bytes: Int

  init(_ article: TracedArticle) {
    bytes = article.text.count
    published = article.published.flatMap { $0.isTrusted ? $0 : nil }
    host = article.url.flatMap(WebAddress.host)
    if let site = article.site, !site.isEmpty {
      let isHost = site.contains(".") && !site.contains(" ")
      // An archive's host is not whose page it keeps.
      let name = isHost ? WebAddress.host(site) ?? site : site
      let keeper = isHost ? article.url.flatMap(WebAddress.keeper) : nil
      if keeper?.hasSuffix(name) != true { outlet = name }
    }
  }

  /// Whether it was certainly published before another document.
  func isBefore(_ other: DocumentFacts) -> Bool {
    guard let own = published, let others = other.published else { return false }
    return own.isBefore(others, by: Direction.leastLag)
  }
}

extension [DocumentFacts] {
  /// Some documents in the order of their times, those without one last.
  func inOrderOfTime(_ documents: [Int]) -> [Int] {
    documents.sorted {
      let (a, b) = (self[$0].published?.seconds ?? .infinity, self[$1].published?.seconds ?? .infinity)
      return a == b ? $0 < $1 : a < b
    }
  }
}

extension Syndication {
  /// A source whose articles have only times that can be trusted.
  struct TrustedSource: Source {
    let base: any Source
    var count: Int { base.count }

    func article(_ number: Int) -> TracedArticle {
      var article = base.article(number)
      article.published = DocumentFacts(article).published
      return article
    }
  }
}

/// The outlets of a dump by name, and how many pages each has.
struct OutletDirectory: Sendable {
  /// For each document the name of its outlet; nil if it says none.
  let names: [String?]
  /// Pages in the dump.
  let pages: [String: Int]

  /// A host is known by the name that pages there call their outlet, if it is always the same.
  init(_ facts: [DocumentFacts]) {
    var siteOfHost: [String: String?] = [:]
    for document in facts {
      guard let host = document.host, let outlet = document.outlet else { continue }
      if let known = siteOfHost[host], known != outlet {
        siteOfHost[host] = .some(nil)
      } else {
        siteOfHost[host] = outlet
      }
    }
    var pages: [String: Int] = [:]
    names = facts.map { document in
      let host = document.outlet ?? document.host
      let name = host.flatMap { siteOfHost[$0] ?? nil } ?? host
      if let name { pages[name, default: 0] += 1 }
      return name
    }
    self.pages = pages
  }
}
