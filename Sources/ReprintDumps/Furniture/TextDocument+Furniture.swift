import Reprint

extension TextDocument {
  /// For each of some documents the lines that stand around different ones of its site, in UTF-8 bytes; nothing if there
  /// are none.
  ///
  /// - Complexity: O(n) in the bytes of the texts.
  public static func furniture(of documents: [TextDocument]) -> [[Range<Int>]] {
    var furniture = SiteFurniture()
    var sites: [UInt64] = []
    for document in documents {
      let site = PageSite.hash(url: document.url, site: document.site)
      sites.append(site)
      guard site != 0 else { continue }
      furniture.add(
        document.text.withUnsafeBufferPointer { PageLines($0, isJSON: false) }, site: site,
        title: PageLines.hash(of: document.title ?? ""), address: PageLines.hash(of: document.url ?? ""))
    }
    if furniture.isEmpty { return [] }
    return zip(documents, sites).map { document, site in
      SiteFurniture.dropped(of: document.text, on: site, furniture).map(\.range)
    }
  }
}
