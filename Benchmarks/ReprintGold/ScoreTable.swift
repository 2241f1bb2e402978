import Foundation

/// Rows of figures: a name to the left, columns to the right.
package enum ScoreTable {
  static func row(_ name: String, _ columns: [(text: String, width: Int)]) -> String {
    let padding = String(repeating: " ", count: max(0, 24 - name.count))
    return columns.reduce(name + padding) { row, column in
      row + String(repeating: " ", count: max(0, column.width - column.text.count)) + column.text
    }
  }

  /// A figure with three decimals.
  package static func figure(_ value: Double) -> String {
    // The sign of "not a number" is the processor's whim.
    value.isNaN ? "nan" : String(format: "%.3f", value)
  }

  /// Names in the order of a table: `all`, then the others.
  static func sorted(_ names: some Sequence<String>) -> [String] {
    names.sorted { ($0 == "all" ? 0 : 1, $0) < ($1 == "all" ? 0 : 1, $1) }
  }
}
