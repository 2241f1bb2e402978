/// What ends a sentence, by how sure it is that it does.
enum Terminator {
  /// `.`, which also ends abbreviations and stands in numbers and names.
  case dot
  /// `…`, or several dots.
  case ellipsis
  /// `!` and `?`, which may stand in a name or a quotation.
  case exclamation
  /// A mark that does nothing else, and needs no space behind it: `。`, `।`, `؟`.
  case certain
}

/// What the scalars around the end of a sentence are.
enum ScalarClass {
  /// White space, line breaks among it, and invisible characters that stand about like white space.
  @inline(__always)
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09...0x0D: true
    case 0..<0x80: false
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x200E...0x200F, 0x2028...0x202F, 0x205F...0x2060, 0x2066...0x2069,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }

  @inline(__always)
  static func isLineBreak(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A...0x0D, 0x85, 0x2028...0x2029: true
    default: false
    }
  }

  /// The sentence terminators of the Unicode Character Database that living scripts use.
  static func terminator(_ scalar: UInt32) -> Terminator? {
    switch scalar {
    case 0x2E, 0x2024, 0xFE52, 0xFF0E: .dot
    case 0x2026: .ellipsis
    case 0x21, 0x3F, 0x37E, 0x203C...0x203D, 0x2047...0x2049: .exclamation
    case 0x589, 0x61D...0x61F, 0x6D4, 0x700...0x702, 0x7F9, 0x964...0x965, 0x104B, 0x1362, 0x1367...0x1368, 0x166E,
      0x1735...0x1736, 0x17D4...0x17D5, 0x1803, 0x1809, 0x1944...0x1945, 0x1B5A...0x1B5B, 0x1B5E...0x1B5F,
      0x1C3B...0x1C3C, 0x1C7E...0x1C7F, 0x3002, 0xA4FF, 0xA60E...0xA60F, 0xA6F3, 0xA6F7, 0xA876...0xA877,
      0xA8CE...0xA8CF, 0xA92F, 0xA9C8...0xA9C9, 0xAA5D...0xAA5F, 0xABEB, 0xFE56...0xFE57, 0xFF01, 0xFF1F, 0xFF61:
      .certain
    default: nil
    }
  }

  /// Quotes and brackets that may close right behind a terminator, in any language's fashion, and footnote marks.
  static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2A, 0x5F: true  // " ' ) ] } * _
    case 0..<0x80: false
    case 0xAB, 0xBB, 0x2018...0x201F, 0x2039...0x203A: true  // « » ‘ ’ “ ” ‹ ›
    case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0x301E...0x301F: true  // 〉》」』】
    case 0xFF02, 0xFF07, 0xFF09, 0xFF3D, 0xFF5D, 0xFF63: true
    case 0xB2...0xB3, 0xB9, 0x2020...0x2021, 0x2070...0x2079: true  // ² ³ ¹ † ‡
    default: false
    }
  }

  /// Quotes, brackets and marks that may open a sentence.
  static func isOpener(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x2A, 0x5F: true  // " ' ( [ { * _
    case 0..<0x80: false
    case 0xA1, 0xBF, 0xAB, 0xBB, 0x2018...0x201F, 0x2039...0x203A: true  // ¡ ¿ « » ‘ ’ “ ”
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D: true  // 〈《「『【
    case 0xFF08, 0xFF3B, 0xFF5B, 0xFF62: true
    default: false
    }
  }

  static func isDash(_ scalar: UInt32) -> Bool { scalar == 0x2D || (0x2010...0x2015).contains(scalar) }

  /// Marks that go on with the sentence before them.
  static func isJoint(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x3A, 0x3B, 0x29, 0x5D, 0x7D, 0x25, 0x26, 0x2B, 0x2F, 0x3D: true  // , : ; ) ] } % & + / =
    case 0..<0x80: false
    case 0x3001, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF64, 0x60C, 0x61B: true  // 、，：；､ ، ؛
    default: false
    }
  }

  /// Glyphs that stand before an item of a list.
  static func isBullet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2A, 0x2D, 0xB7, 0x2013...0x2014, 0x2022...0x2023, 0x2043, 0x204C...0x204D, 0x2219, 0x25A0...0x25FF,
      0x2713...0x2714, 0x2794, 0x27A4, 0x30FB:
      true
    default: false
    }
  }

  @inline(__always)
  static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  /// Letters, digits and marks of any script.
  @inline(__always)
  static func isWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
    case 0..<0x80, 0x110000...: false
    default: ScalarTable.shared[scalar].kind != .separator && ScalarTable.shared[scalar].kind != .ignorable
    }
  }

  static func isLower(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x61 < 26 }
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
  }

  static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x41 < 26 }
    return Unicode.Scalar(scalar).map { $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter }
      ?? false
  }

  /// Han, Kana, Hangul and what is as wide.
  @inline(__always)
  static func isWide(_ scalar: UInt32) -> Bool {
    (0x1100...0x115F).contains(scalar) || (0x2E80...0xD7FB).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
      || (0xFE30...0xFE6F).contains(scalar) || (0xFF00...0xFF60).contains(scalar)
      || (0x1F300...0x3FFFF).contains(scalar)
  }

  /// Thai, Lao, Myanmar and Khmer, where spaces part phrases, not words.
  static func partsPhrasesBySpaces(_ scalar: UInt32) -> Bool {
    (0xE00...0xEFF).contains(scalar) || (0x1000...0x109F).contains(scalar) || (0x1780...0x17FF).contains(scalar)
  }
}
