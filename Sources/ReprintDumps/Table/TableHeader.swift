/// The first row of a table, which names the columns.
struct TableHeader: Sendable {
  let columns: [String]

  /// - Parameter row: the row as it stands, a byte order mark before it and the newline behind it included.
  init(_ row: [UInt8], delimiter: UInt8) {
    columns = row.withUnsafeBufferPointer { bytes in
      var fields: [TableField] = []
      let start = LineSplitting.byteOrderMark(bytes)
      guard case .row = TableFraming.next(bytes, from: start, delimiter: delimiter, atEnd: true, fields: &fields)
      else { return [] }
      return fields.map { String(decoding: TableFraming.content(of: $0, in: bytes), as: UTF8.self) }
    }
  }

  /// The number of the column of this name, the last of several; where there is none, of the first that differs only in
  /// case or in white space around it.
  func index(of name: String) -> Int? {
    func folded(_ name: String) -> String {
      let words = name.lowercased().split(whereSeparator: \.isWhitespace)
      return words.joined(separator: " ")
    }
    return columns.lastIndex(of: name) ?? columns.firstIndex { folded($0) == folded(name) }
  }

  /// What to say where there is neither a text nor a page in the table.
  func missing(_ fields: RecordFields) -> String {
    if columns.contains(where: { $0.contains("\0") }) {
      return "the file is \(WideText.reason)"
    }
    if columns.count == 1, columns[0].contains(";") {
      return "the fields are parted by semicolons: make them commas, as in csvformat -d ';' FILE"
    }
    if columns.contains(where: { $0.contains("\r") }) {
      return "the lines end in carriage returns alone: make them newlines, as in tr '\\r' '\\n' < FILE"
    }
    let listed = columns.prefix(40).map { "\"\($0.prefix(60))\"" }.joined(separator: ", ")
    return "there is no column \"\(fields.text)\" or \"\(fields.html)\"; there are: \(listed)"
      + (columns.count > 40 ? " and \(columns.count - 40) more" : "")
  }

  /// Whether there is a text or a page in each row.
  func hasText(_ fields: RecordFields) -> Bool { index(of: fields.text) ?? index(of: fields.html) != nil }
}
