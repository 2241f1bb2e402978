/// A line of a page that is furniture.
package struct DroppedLine: Sendable, Equatable {
  /// UTF-8 bytes of the text.
  package var range: Range<Int>
  /// Why: ``site``, or what its page says of it.
  package var why: String

  package init(range: Range<Int>, why: String) {
    self.range = range
    self.why = why
  }

  /// Why lines are dropped that stand around different articles of a site.
  package static let site = "site"
}

extension SiteFurniture {
  /// The lines of a page that are furniture, in order.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - reasons: for each line, empty ones counted, why its page says that it is furniture, or nothing; may be empty.
  package static func dropped(
    of text: [UInt8], on site: UInt64, _ furniture: SiteFurniture?, reasons: [String] = []
  ) -> [DroppedLine] {
    guard furniture != nil || !reasons.isEmpty else { return [] }
    let page = text.withUnsafeBufferPointer { PageLines($0, isJSON: false) }
    func reason(_ place: Int) -> String {
      let number = Int(page.lines[place].number)
      return number < reasons.count ? reasons[number] : ""
    }
    let isOfSite = furniture?.furniture(among: page, on: site) { !reason($0).isEmpty } ?? []
    return page.lines.indices.compactMap { place in
      let own = reason(place)
      guard !own.isEmpty || !isOfSite.isEmpty && isOfSite[place] else { return nil }
      return DroppedLine(range: page.lines[place].range, why: own.isEmpty ? DroppedLine.site : own)
    }
  }
}
