/// What a record without a text has instead, for the message: a text under another name, or records inside it, as answers
/// of news services have them.
struct MissingText {
  /// A value, and the names that lead to it.
  private struct Place {
    var path: String
    var count: Int
    var isPage = false
  }

  private var longestText: Place?
  private var longestList: Place?

  /// Bytes from which on a string may be an article's text.
  private static let shortestText = 100
  /// Names that a path may have: records of `response.results` are as deep as they come.
  private static let deepest = 3

  /// - Complexity: O(n) in the length of the line.
  init(in line: UnsafeBufferPointer<UInt8>) {
    guard let start = line.baseAddress else { return }
    var cursor = JSONCursor(start..<start + line.count)
    cursor.skipSpace()
    if cursor.isAt("{") { try? look(&cursor, in: "", depth: 1) }
  }

  /// What to do about it; nil if there is nothing of the kind.
  var advice: String? {
    if let list = longestList, list.count > longestText?.count ?? 0 {
      return "\"\(list.path)\" is a list of objects: jq -c '.\(list.path)[]' makes records of them"
    }
    guard let text = longestText else { return nil }
    return "the longest is in \"\(text.path)\": --\(text.isPage ? "html" : "text")-field \(text.path)"
  }

  private mutating func look(_ cursor: inout JSONCursor, in path: String, depth: Int) throws(MalformedRecord) {
    _ = cursor.skip("{")
    cursor.skipSpace()
    if cursor.skip("}") { return }
    repeat {
      let key = try cursor.skipKey()
      // Other names would have to be quoted.
      let isPlain = !key.isEmpty && key.allSatisfy(Self.isPlain)
      let member = (path.isEmpty ? "" : path + ".") + String(decoding: key, as: UTF8.self)
      if isPlain, depth < Self.deepest, cursor.isAt("{") {
        try look(&cursor, in: member, depth: depth + 1)
        continue
      }
      let value = try cursor.skipValue()
      if isPlain { note(value, at: member) }
    } while try cursor.skipSeparator(.object)
  }

  private mutating func note(_ value: RecordValue, at path: String) {
    let count = value.bytes.count
    if value.kind == .string {
      // An address or a picture has no blanks.
      let blanks = value.bytes.count { $0 == 0x20 }
      guard count >= Self.shortestText, blanks * 40 > count, count > longestText?.count ?? 0 else { return }
      let isPage = value.text.contains("</")
      longestText = Place(path: path, count: count, isPage: isPage)
    } else if value.bytes.first == UInt8(ascii: "["), count > longestList?.count ?? 0 {
      let inner = value.bytes.dropFirst().first { $0 > 0x20 }
      if inner == UInt8(ascii: "{") { longestList = Place(path: path, count: count) }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
  }
}
