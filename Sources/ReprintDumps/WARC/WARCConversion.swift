import ReprintPlatform

/// Makes documents of WARC records: of web pages and texts, and of nothing else.
enum WARCConversion {
  /// Converts records up to the end of the bytes or until the part is large; returns how far.
  static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, blocks: BlockSelection = .article,
    into part: inout ConvertedChunk
  ) -> Int {
    var position = from
    while part.lines.bytes.count < ChunkConverter.partSize {
      switch WARCFraming.next(bytes, from: position, atEnd: true) {
      case .record(let record):
        convert(record, of: bytes, blocks, into: &part)
        position = record.end
      case .malformed(let range, let reason):
        part.problems.add(.skipped, at: range.lowerBound, reason)
        position = range.upperBound
      case .end, .garbage, .incomplete: return bytes.count
      }
    }
    return position
  }

  private static func convert(
    _ record: WARCRecordRange, of bytes: UnsafeBufferPointer<UInt8>, _ blocks: BlockSelection,
    into part: inout ConvertedChunk
  ) {
    let lineEnd = LineSplitting.endOfLine(bytes, from: record.start)
    let header = HeaderFields(UnsafeBufferPointer(rebasing: bytes[..<record.headerEnd]), from: lineEnd)
    let block = UnsafeBufferPointer(rebasing: bytes[record.headerEnd..<record.blockEnd])
    let range = record.start..<record.blockEnd
    do throws(MalformedRecord) {
      var found: Found
      switch header["warc-type"]?.lowercased() {
      case "response": found = try response(block, header, blocks)
      case "conversion", "resource": found = try content(block, MediaType(header["content-type"]), blocks)
      case "warcinfo":
        part.addCompanion(range)
        found = .other("warcinfo")
      case "request": found = .other("request")
      case "metadata": found = .other("metadata")
      case "revisit": found = .other("revisit")
      case "continuation": found = .other("continuation")
      case nil: throw MalformedRecord(reason: "a record without a WARC-Type")
      default: found = .other("of an unknown type")
      }
      switch found {
      case .other(let what): part.passOver(what)
      case .page(var page, let remark):
        let address = header["warc-target-uri"].map(address)
        page.url = address ?? page.url
        if page.site == nil { page.site = address.flatMap(host) }
        if page.published?.isEmpty ?? true { page.published = header["warc-date"] }
        part.add(page, at: record.start, range: range)
        if let url = page.url, !url.isEmpty { part.identifyLast(by: url) }
        if let remark { part.problems.add(.repaired, at: record.start, remark) }
      }
    } catch {
      part.problems.add(.skipped, at: record.start, error.reason)
    }
  }

  private enum Found {
    case page(ExtractedPage, remark: String?)
    case other(String)
  }

  private static func response(
    _ block: UnsafeBufferPointer<UInt8>, _ header: HeaderFields, _ blocks: BlockSelection
  ) throws(MalformedRecord) -> Found {
    guard let message = HTTPMessage(block) else {
      if let type = header["content-type"], !type.lowercased().hasPrefix("application/http") {
        return .other("not HTTP")
      }
      throw MalformedRecord(reason: "a response without an HTTP status line")
    }
    guard message.status / 100 == 2 else { return .other("status \(message.status / 100)xx") }
    var media = MediaType(message.header["content-type"])
    if media.name.isEmpty {
      // Servers that name no type are rare and send pages.
      let first = message.storedBody.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      if first == UInt8(ascii: "<") { media.name = "text/html" }
    }
    guard media.isPage else { return .other(media.kind) }
    let (body, remark) = try message.body()
    let result: Result<Found, MalformedRecord> = body.withBytes { bytes in
      do throws(MalformedRecord) {
        guard case .page(let page, _) = try content(bytes, media, blocks) else { return .success(.other(media.kind)) }
        return .success(.page(page, remark: remark))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func content(
    _ bytes: UnsafeBufferPointer<UInt8>, _ media: MediaType, _ blocks: BlockSelection
  ) throws(MalformedRecord) -> Found {
    guard media.isPage else { return .other(media.kind) }
    if media.name == "text/plain" {
      return .page(try PageExtraction.plainText(bytes, charset: media.charset), remark: nil)
    }
    return .page(try PageExtraction.html(bytes, charset: media.charset, blocks: blocks), remark: nil)
  }

  /// Without the angle brackets that older programs write.
  private static func address(_ value: String) -> String {
    value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
  }

  /// The host of an address, in lower case, without a port.
  static func host(_ address: String) -> String? {
    let bytes = Array(address.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[(colon + 1)...].starts(with: "//".utf8) else {
      return nil
    }
    var authority = bytes[(colon + 3)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != 0x23 }
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
    if let end = authority.lastIndex(of: UInt8(ascii: ":")), authority[(end + 1)...].allSatisfy({ $0 &- 48 < 10 }) {
      authority = authority[..<end]
    }
    return authority.isEmpty ? nil : String(decoding: authority, as: UTF8.self).lowercased()
  }
}

/// What a Content-Type header says.
struct MediaType: Equatable {
  /// In lower case, without parameters; empty where there is none.
  var name: String
  var charset: String?

  init(_ value: String?) {
    let parts = (value ?? "").split(separator: ";")
    func trimmed(_ text: some StringProtocol) -> String {
      String(text.filter { $0 != " " && $0 != "\t" && $0 != "\"" })
    }
    name = (value ?? "").hasPrefix(";") ? "" : parts.first.map { trimmed($0).lowercased() } ?? ""
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, trimmed(pair[0]).lowercased() == "charset" else { continue }
      charset = trimmed(pair[1]).filter { $0 != "'" }
      break
    }
  }

  /// Whether such content becomes a document.
  var isPage: Bool { name == "text/html" || name == "application/xhtml+xml" || name == "text/plain" }

  /// What to count such content as; a few kinds only, whatever the header holds.
  var kind: String {
    let known = ["application", "audio", "font", "image", "text", "video"]
    guard let kind = known.first(where: { name.hasPrefix($0 + "/") }) else { return "of an unknown media type" }
    return kind
  }
}
