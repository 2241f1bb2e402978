import ReprintTestSupport

/// A random table, and how it is written.
struct RandomTable {
  let cells: [[String]]
  let bytes: [UInt8]

  init(_ generator: inout SeededGenerator, delimiter: UInt8, columns: [String]) {
    let separator = String(Unicode.Scalar(delimiter))
    let words = ["a", "", " ", "word", "\"", "\"\"", ",", "\t", "\n", "\r\n", "é", "路", "x\"y", "long text here"]
    var cells = [columns]
    for _ in 0..<generator.number(0...12) {
      cells.append(
        columns.map { _ in (0..<generator.number(0...4)).map { _ in generator.pick(words) }.joined() })
    }
    // A row of nothing would be an empty line.
    for row in cells.indices where cells[row].allSatisfy(\.isEmpty) { cells[row][0] = "x" }
    var text = ""
    for (index, row) in cells.enumerated() {
      text += row.map { cell in
        // By bytes: CR and LF are one character.
        let needsQuotes = cell.utf8.contains { [0x22, 0x0A, 0x0D, delimiter].contains($0) }
        guard needsQuotes || generator.chance(0.2) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      }.joined(separator: separator)
      if index < cells.count - 1 || generator.chance(0.7) { text += generator.pick(["\n", "\r\n"]) }
    }
    self.cells = cells
    bytes = Array(text.utf8)
  }
}
