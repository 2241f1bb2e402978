/// Longer texts for a terminal.
extension TerminalText {
  /// The text without what sets the direction of what follows it: it could make one word look like another.
  static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isDirectionControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isDirectionControl(scalar) { result.append(scalar) }
    return String(result)
  }

  /// The same of several lines, with spaces for control characters but line feeds: a message that may quote anything.
  package static func message(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isDirectionControl(scalar) {
      result.append(scalar != "\n" && isControl(scalar) ? " " : scalar)
    }
    return String(result)
  }

  static func isDirectionControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// Lines of at most `width` columns, broken at spaces, without control characters.
  ///
  /// A word wider than a line is broken where the line ends. What exceeds `limit` lines ends in an ellipsis.
  static func wrapped(_ text: String, width: Int, limit: Int = .max) -> [String] {
    let width = max(2, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in plain(text).split(whereSeparator: { $0.isWhitespace || isControl($0) }) {
      if lines.count > limit { break }
      let columns = Self.width(String(word))
      if used > 0, used + 1 + columns <= width {
        line += " " + word
        used += 1 + columns
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = ("", 0)
      for character in word {
        let columns = Self.width(String(character))
        if used + columns > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += columns
      }
    }
    if used > 0 { lines.append(line) }
    guard lines.count > limit else { return lines }
    // A longer line is cut by the rules for one line, ellipsis included.
    let last = Self.line(lines[limit - 1] + " " + lines[limit], width: width)
    let cut = last.hasSuffix("…") ? last : Self.line(last + " …", width: width)
    return lines[..<(limit - 1)] + [cut]
  }

  private static func isControl(_ character: Character) -> Bool { character.unicodeScalars.contains(where: isControl) }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }
}
