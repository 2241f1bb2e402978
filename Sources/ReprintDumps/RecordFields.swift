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

  /// Fields that records of a dump have.
  static let own = allCases.filter { $0 != .reasons }
}

/// The fields to look for in records, prepared for matching keys byte by byte.
package struct FieldSelector: Sendable {
  struct Path: Sendable {
    var field: RecordField
    var components: [[UInt8]]
  }

  let paths: [Path]

  package init(_ fields: RecordFields, only wanted: [RecordField]) {
    paths = wanted.map { field in
      let components = fields.name(of: field).split(separator: ".", omittingEmptySubsequences: false)
      return Path(field: field, components: components.map { Array($0.utf8) })
    }
  }
}

/// The selectors that records are looked at with again and again.
struct FieldSelectors: Sendable {
  let id: FieldSelector
  let text: FieldSelector
  let html: FieldSelector
  let published: FieldSelector
  let description: FieldSelector
  let all: FieldSelector
  /// What of a page becomes its text.
  let blocks: BlockSelection

  init(_ fields: RecordFields, _ blocks: BlockSelection = .article) {
    self.blocks = blocks
    id = FieldSelector(fields, only: [.id])
    text = FieldSelector(fields, only: [.text])
    html = FieldSelector(fields, only: [.html])
    published = FieldSelector(fields, only: [.published])
    description = FieldSelector(fields, only: [.url, .site, .author, .published, .title])
    all = FieldSelector(fields, only: RecordField.allCases)
  }
}
