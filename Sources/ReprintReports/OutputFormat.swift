/// How results are printed.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// For people; may change from version to version.
  case text
  /// One JSON object a line; only ever added to.
  case ndjson
  /// A header line, then tab-separated values.
  case tsv
}

/// How what syndication found is printed.
public enum SyndicationFormat: String, CaseIterable, Sendable {
  /// For people; may change from version to version.
  case text
  /// One JSON object a line, for stories, then outlets, then edges; only ever added to.
  case ndjson
  /// A header line, then a line for each copy (RFC 4180).
  case csv
  /// The network of outlets, and that of pages.
  case graphml
}

/// A field of a TSV line: tabs, line breaks and backslashes are written as `\t`, `\n`, `\r` and `\\`.
enum TSV {
  static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x5C }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Text for a terminal: what it may not contain, and how much fits.
package enum TerminalText {
  /// One line without control characters and what sets the direction of text, at most `width` characters, cut with an
  /// ellipsis.
  package static func line(_ text: String, width: Int) -> String {
    var result = ""
    var used = 0
    for character in plain(text) {
      let isControl = character.unicodeScalars.contains(where: isControl)
      let columns = isControl ? 1 : columns(of: character)
      if used + columns > max(1, width) {
        while used >= max(1, width), let last = result.popLast() { used -= self.columns(of: last) }
        return result + "…"
      }
      result.append(isControl ? " " : character)
      used += columns
    }
    return result
  }

  /// How wide a line is.
  package static func width(_ text: String) -> Int { text.reduce(0) { $0 + columns(of: $1) } }

  /// Two for East Asian wide characters and emoji, else one.
  private static func columns(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first?.value else { return 0 }
    switch first {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Text at the right end of a column.
  package static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - self.width(text))) + text
  }

  /// Text at the left end of a column, with a space at least behind it.
  package static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - self.width(text)))
  }

  /// A similarity with three decimals, rounded down so that only identical documents show 1.000.
  package static func similarity(_ value: Double) -> String {
    let thousandths = min(1000, Int(value * 1000))
    let digits = String(1000 + thousandths % 1000).dropFirst()
    return "\(thousandths / 1000).\(digits)"
  }

  /// A number of things: `1 cluster`, `2 clusters`.
  package static func count(_ value: Int, _ thing: String) -> String {
    "\(count(value)) \(thing)\(value == 1 ? "" : "s")"
  }

  /// A whole number with its thousands apart.
  package static func count(_ value: Int) -> String {
    var digits = String(value.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
