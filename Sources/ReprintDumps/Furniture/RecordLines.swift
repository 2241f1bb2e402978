import Reprint
import ReprintPlatform

/// Reads of records what furniture is told by: site, title and lines.
struct RecordLines {
  private(set) var parser: JSONRecordParser
  private var pageParser: JSONRecordParser
  private let fields: RecordFields
  private let blocks: BlockSelection
  /// 0 where the record names none.
  private(set) var site: UInt64 = 0
  /// 0 where the record has none.
  private(set) var title: UInt64 = 0
  /// 0 where the record has none.
  private(set) var address: UInt64 = 0
  /// Empty where there is no site.
  private(set) var lines = PageLines()
  /// The page of a record that has no text.
  private(set) var page: ExtractedPage?

  init(_ fields: RecordFields, blocks: BlockSelection = .article, only wanted: [RecordField]) {
    parser = JSONRecordParser(FieldSelector(fields, only: wanted))
    pageParser = JSONRecordParser(FieldSelector(fields, only: [.html]))
    self.fields = fields
    self.blocks = blocks
  }

  /// For counting.
  init(counting fields: RecordFields) { self.init(fields, only: [.url, .site, .title, .text]) }

  /// Reads a record's site and title, and its lines if it has a site.
  ///
  /// - Throws: what is wrong with the record, as far as that shows here.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(MalformedRecord) {
    guard line.count <= Int(UInt32.max) else { throw MalformedRecord(reason: "a line of more than 4 GiB") }
    try parse(line)
    guard let text = parser[.text], text.isText else {
      let found = try pageParser.page(in: line, fields, instead: parser[.text], blocks: blocks)
      // What its record says counts more.
      let own = (parser[.url].flatMap(Self.string), parser[.site].flatMap(Self.string))
      site = PageSite.hash(url: own.0 ?? found.url, site: own.1 ?? found.site)
      if title == 0, let own = found.title { title = PageLines.hash(of: own) }
      if address == 0, let own = found.url { address = PageLines.hash(of: own) }
      found.text.withUnsafeBufferPointer { lines.read($0, isJSON: false) }
      page = found
      return
    }
    guard site != 0 else { return }
    lines.read(text.bytes, isJSON: true)
  }

  /// Reads site and title only.
  mutating func parse(_ line: UnsafeBufferPointer<UInt8>) throws(MalformedRecord) {
    page = nil
    lines.clear()
    try parser.parse(line)
    site = Self.site(parser[.url], parser[.site])
    (title, address) = (0, 0)
    if let value = parser[.url] { address = Self.hash(of: value) }
    if let value = parser[.title] { title = Self.hash(of: value) }
  }

  private static func string(_ value: RecordValue) -> String? {
    value.kind == .string && !value.bytes.isEmpty ? value.text : nil
  }

  private static func hash(of value: RecordValue) -> UInt64 {
    guard value.kind == .string, !value.bytes.isEmpty else { return 0 }
    return value.hasEscapes ? PageLines.hash(of: value.text) : PageLines.hash(value.bytes)
  }

  private static func site(_ url: RecordValue?, _ site: RecordValue?) -> UInt64 {
    if _slowPath(url?.hasEscapes ?? false || site?.hasEscapes ?? false) {
      return PageSite.hash(url: url.flatMap(string), site: site.flatMap(string))
    }
    func bytes(_ value: RecordValue?) -> UnsafeBufferPointer<UInt8>? { value?.kind == .string ? value!.bytes : nil }
    return PageSite.hash(url: bytes(url), site: bytes(site))
  }
}
