/// A run of text in a page: a paragraph, a heading, a row of a table, a line.
package struct PageBlock: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    case paragraph, heading, listItem, tableRow, preformatted, caption
  }

  /// Where it stands in the page's text, in bytes.
  package var text: Range<Int>
  package var kind: Kind
  /// 1 to 6 for headings, else 0.
  package var headingLevel: UInt8
  package var context: BlockContext
  /// How many bytes of its text are in links.
  package var linkedBytes: Int
  /// The number of the element that holds it and its neighbours: see `PageStructure`.
  package var container: Int
}

/// A link of a page.
package struct PageLink: Sendable, Hashable {
  /// Where it leads, resolved against the page's address where that is known.
  package var target: String
  /// Its text, in bytes of the page's text; empty for a picture's.
  package var text: Range<Int>
  /// The `rel` attribute: `author`, `nofollow sponsored`.
  package var rel: String
}

/// The elements of a page that hold blocks, as a tree.
package struct PageStructure: Sendable, Hashable {
  /// The parent of each element, which has a lower number; the root, number 0, is its own.
  package var parents: [Int32] = [0]
}

/// A part of a page that its markup says something about, such as a `nav` or an element of class `comments`.
struct PageRegion {
  var parent: Int32
  /// What the element itself says.
  var own: BlockContext
  /// The bytes of text in it that are in no link.
  var plainBytes = 0
  var hasHeadline = false
  var hasArticle = false

  /// What is to be believed of each region, and holds inside it.
  ///
  /// Names and landmarks lie: whole pages stand in a `form`, or in a `div` of class `widget`. One that would make
  /// furniture of the headline, of an `article`, or of three quarters of the page's text isn't believed. Readers'
  /// comments are written as articles and may be longer than the article.
  static func contexts(_ regions: inout [PageRegion]) -> [BlockContext] {
    for index in stride(from: regions.count - 1, to: 0, by: -1) {
      let parent = Int(regions[index].parent)
      regions[parent].plainBytes += regions[index].plainBytes
      let isComments = regions[index].own.contains(.comments)
      regions[parent].hasHeadline = regions[parent].hasHeadline || regions[index].hasHeadline
      regions[parent].hasArticle = regions[parent].hasArticle || regions[index].hasArticle && !isComments
    }
    let all = regions[0].plainBytes
    var contexts: [BlockContext] = [[]]
    contexts.reserveCapacity(regions.count)
    for region in regions.dropFirst() {
      var own = region.own
      if region.hasHeadline {
        own.subtract(.furniture)
      } else if !own.contains(.comments), region.hasArticle || region.plainBytes > all / 4 * 3 {
        own.subtract(.furniture)
      }
      contexts.append(contexts[Int(region.parent)].union(own))
    }
    return contexts
  }
}
