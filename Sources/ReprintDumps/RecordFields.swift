import Reprint
import ReprintPlatform

/// The names under which a dump's records keep their fields; a dot leads into a nested object (`meta.url`).
public struct RecordFields: Hashable, Sendable {
  public var id = "id"
  public var text = "text"
  /// A page of HTML, which is read where there is no text.
  public var html = "html"
  public var url = "url"
  public var site = "site"
  public var author = "author"
  public var published = "published"
  public var title = "title"

  public init() {}

  func name(of field: RecordField) -> String {
    switch field {
    case .id: id
    case .text: text
    case .url: url
    case .site: site
    case .author: author
    case .published: published
    case .title: title
    case .html: html
    case .canonical: "canonical"
    case .links: "links"
    case .reasons: "reasons"
    case .creditLines: "credit_lines"
    }
  }
}

/// A field of a record that the engine knows what to do with.
package enum RecordField: Int, CaseIterable, Sendable {
  case id, text, url, site, author, published, title, html
  /// The address that a page calls its original one, and where its links lead.
  case canonical, links
  /// For each line of the text why it is furniture, in what was converted so.
  case reasons
  /// Lines that are no part of the text and may give credit, in what was converted.
  case creditLines

  /// Fields that records of a dump have.
  static let own = allCases.filter { $0 != .reasons && $0 != .creditLines }
}

/// The fields to look for in records, prepared for matching keys byte by byte.
///
/// One object, and arrays of plain values in it: what is looked at for every key of a record counts no references.
package final class FieldSelector: Sendable {
  struct Path: Sendable {
    var field: RecordField
    /// Where the keys that lead to the field stand in the selector's.
    fileprivate var keys: Range<Int>
  }

  let paths: [Path]
  /// Which of them lead to the text, a bit each.
  let textPaths: UInt32
  /// Where keys stand in ``names``.
  private let keys: [Range<Int>]
  private let names: [UInt8]

  package init(_ fields: RecordFields, only wanted: [RecordField]) {
    var paths: [Path] = []
    var keys: [Range<Int>] = []
    var names: [UInt8] = []
    for field in wanted {
      let first = keys.count
      for key in fields.name(of: field).split(separator: ".", omittingEmptySubsequences: false) {
        keys.append(names.count..<names.count + key.utf8.count)
        names += key.utf8
      }
      paths.append(Path(field: field, keys: first..<keys.count))
    }
    (self.paths, self.keys, self.names) = (paths, keys, names)
    textPaths = paths.indices.reduce(0) { $0 | (paths[$1].field == .text ? 1 << UInt32($1) : 0) }
  }

  /// Whether a key, as it stands between its quotes, is that of a path at some depth.
  func matches(_ key: UnsafeBufferPointer<UInt8>, _ path: Int, at depth: Int) -> Bool {
    let place = keys[paths[path].keys.lowerBound + depth]
    let isSame = names.withUnsafeBufferPointer {
      // Names of nothing have no bytes to point at.
      key.count == place.count
        && (place.isEmpty || memcmp(key.baseAddress!, $0.baseAddress! + place.lowerBound, place.count) == 0)
    }
    return isSame || key.contains(UInt8(ascii: "\\")) && Array(JSONEscape.decode(key).utf8) == Array(names[place])
  }

  /// Whether a path ends at some depth.
  func ends(_ path: Int, at depth: Int) -> Bool { depth == paths[path].keys.count - 1 }
}

/// The selectors that records are looked at with again and again.
final class FieldSelectors: Sendable {
  let id: FieldSelector
  let text: FieldSelector
  let html: FieldSelector
  let published: FieldSelector
  let description: FieldSelector
  let all: FieldSelector
  let names: RecordFields
  /// What of a page becomes its text.
  let blocks: BlockSelection

  /// - Parameter isConverted: whether records have what conversion gives them beside their own fields.
  init(_ fields: RecordFields, _ blocks: BlockSelection = .article, isConverted: Bool = false) {
    self.blocks = blocks
    names = fields
    id = FieldSelector(fields, only: [.id])
    text = FieldSelector(fields, only: [.text])
    html = FieldSelector(fields, only: [.html])
    published = FieldSelector(fields, only: [.published])
    description = FieldSelector(fields, only: [.url, .site, .author, .published, .title])
    all = FieldSelector(fields, only: isConverted ? RecordField.allCases : RecordField.own)
  }
}
