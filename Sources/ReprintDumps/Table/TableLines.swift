import Reprint

/// Makes lines of JSON of a table's rows: objects with a string for each column.
struct TableLines {
  private let format: DumpFormat
  private let opening: [UInt8]?
  private let delimiter: UInt8
  /// What the columns are called: those that hold a record's fields by the names that were asked for, and of several with
  /// one name the second `NAME_2`.
  private let names: [String]
  private let id: (name: String, column: Int?)

  /// - Parameter origin: that of a table.
  init(_ origin: RecordCatalog.Origin, _ fields: RecordFields) {
    format = origin.format
    opening = origin.opening
    delimiter = format.delimiter!
    let header = TableHeader(opening ?? [], delimiter: delimiter)
    id = (fields.id, header.index(of: fields.id))
    var names = [String?](repeating: nil, count: header.columns.count)
    var taken: Set<String> = []
    for field in TableConversion.fields {
      let name = fields.name(of: field)
      if let column = header.index(of: name), taken.insert(name).inserted { names[column] = name }
    }
    // Most readers of JSON keep one of several members of one name.
    self.names = zip(names, header.columns).map { name, column in
      if let name { return name }
      var unique = column
      var number = 2
      while !taken.insert(unique).inserted {
        unique = "\(column)_\(number)"
        number += 1
      }
      return unique
    }
  }

  /// Whether rows from there have these columns.
  func reads(_ origin: RecordCatalog.Origin) -> Bool { origin.format == format && origin.opening == opening }

  /// The line of a row.
  ///
  /// - Parameter name: what the document is called; the row's id, where that is empty.
  func line(_ row: UnsafeBufferPointer<UInt8>, name: @autoclosure () -> String) -> JSONLine {
    // Half of its newline may stand behind it.
    let row = row.last == 0x0D ? UnsafeBufferPointer(rebasing: row.dropLast()) : row
    var fields: [TableField] = []
    _ = TableFraming.next(row, from: 0, delimiter: delimiter, atEnd: true, fields: &fields)
    var line = JSONLine()
    line.open()
    let hasID = id.column.map { !fields[$0].range.isEmpty } ?? false
    if !hasID { line.member(id.name, name()) }
    for (column, field) in fields.enumerated() where hasID || column != id.column {
      line.member(names[column], String(decoding: TableFraming.content(of: field, in: row), as: UTF8.self))
    }
    line.close()
    return line
  }
}
