/// Makes documents of a table's rows.
struct TableConversion {
  /// The fields of a record that a column may hold.
  static let fields: [RecordField] = [.id, .text, .html, .url, .site, .author, .published, .title]

  private let header: TableHeader
  private let delimiter: UInt8
  private let text: Int?
  private let html: Int?
  private let id: Int?
  private let url: Int?
  private let site: Int?
  private let author: Int?
  private let published: Int?
  private let title: Int?
  private let blocks: BlockSelection

  init(_ header: TableHeader, _ fields: RecordFields, delimiter: UInt8, blocks: BlockSelection = .article) {
    self.blocks = blocks
    self.header = header
    self.delimiter = delimiter
    text = header.index(of: fields.text)
    html = header.index(of: fields.html)
    id = header.index(of: fields.id)
    url = header.index(of: fields.url)
    site = header.index(of: fields.site)
    author = header.index(of: fields.author)
    published = header.index(of: fields.published)
    title = header.index(of: fields.title)
  }

  /// Converts rows up to the end of the bytes or until the part is large; returns how far.
  func convert(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, into part: inout ConvertedChunk) -> Int {
    var position = from
    var fields: [TableField] = []
    while part.lines.bytes.count < ChunkConverter.partSize {
      switch TableFraming.next(bytes, from: position, delimiter: delimiter, atEnd: true, fields: &fields) {
      case .row(let range, let next):
        let line = part.lineCount + TableFraming.newlines(bytes, position..<range.lowerBound)
        do throws(MalformedRecord) {
          part.add(try page(fields, bytes), id: value(id, fields, bytes), at: line, range: range)
        } catch {
          part.problems.add(.skipped, at: line, error.reason)
        }
        part.lineCount += TableFraming.newlines(bytes, position..<next)
        position = next
      case .malformed(let range, let reason):
        let line = part.lineCount + TableFraming.newlines(bytes, position..<range.lowerBound)
        part.problems.add(.skipped, at: line, reason)
        part.lineCount += TableFraming.newlines(bytes, position..<range.upperBound)
        position = range.upperBound
      case .end, .incomplete:
        part.lineCount += TableFraming.newlines(bytes, position..<bytes.count)
        return bytes.count
      }
    }
    return position
  }

  private func page(
    _ fields: [TableField], _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(MalformedRecord) -> ExtractedPage {
    guard fields.count == header.columns.count else {
      throw MalformedRecord(
        reason:
          "\(fields.count) \(fields.count == 1 ? "field" : "fields"), where the header has \(header.columns.count)")
    }
    var page = ExtractedPage()
    if let text {
      page.text = TableFraming.content(of: fields[text], in: bytes)
    } else if let html {
      page = try TableFraming.content(of: fields[html], in: bytes).page(blocks)
    }
    page.url = value(url, fields, bytes) ?? page.url
    page.site = value(site, fields, bytes) ?? page.site
    page.author = value(author, fields, bytes) ?? page.author
    page.published = value(published, fields, bytes) ?? page.published
    page.title = value(title, fields, bytes) ?? page.title
    return page
  }

  /// The content of a row's field, unless it is empty.
  private func value(_ column: Int?, _ fields: [TableField], _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let column, !fields[column].range.isEmpty else { return nil }
    return String(decoding: TableFraming.content(of: fields[column], in: bytes), as: UTF8.self)
  }
}
