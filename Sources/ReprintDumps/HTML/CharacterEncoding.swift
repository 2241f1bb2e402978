/// A page declares an encoding that Reprint does not read.
public struct UnsupportedCharset: Error, Hashable, Sendable, CustomStringConvertible {
  /// The label as the page or its HTTP header gives it, in lower case.
  public let label: String

  public var description: String { "the charset '\(label)' is not supported" }
}

/// How the characters of a page are written in bytes.
enum CharacterEncoding: Equatable {
  case utf8, utf16LittleEndian, utf16BigEndian
  case windows1250, windows1251, windows1252, windows1253, windows1254, windows1255, windows1256, windows1257
  case windows1258
  case iso2, iso5, iso7, iso15, koi8R, koi8U
  /// An encoding that the Encoding Standard knows and Reprint does not read.
  case unsupported

  /// The encoding a label stands for, as in the Encoding Standard; nil for a label that it does not know.
  init?(label: String) {
    switch Self.normalized(label) {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8": self = .utf8
    case "utf-16", "utf-16le", "ucs-2", "unicode", "unicodefeff", "iso-10646-ucs-2", "csunicode":
      self = .utf16LittleEndian
    case "utf-16be", "unicodefffe": self = .utf16BigEndian
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "iso-ir-100",
      "iso_8859-1:1987", "latin1", "l1", "ascii", "us-ascii", "ansi_x3.4-1968", "cp819", "ibm819", "csisolatin1":
      self = .windows1252
    case "windows-1250", "cp1250", "x-cp1250": self = .windows1250
    case "windows-1251", "cp1251", "x-cp1251": self = .windows1251
    case "windows-1253", "cp1253", "x-cp1253": self = .windows1253
    case "windows-1254", "cp1254", "x-cp1254", "iso-8859-9", "iso8859-9", "iso88599", "iso_8859-9", "iso-ir-148",
      "iso_8859-9:1989", "latin5", "l5", "csisolatin5":
      self = .windows1254
    case "windows-1255", "cp1255", "x-cp1255": self = .windows1255
    case "windows-1256", "cp1256", "x-cp1256": self = .windows1256
    case "windows-1257", "cp1257", "x-cp1257": self = .windows1257
    case "windows-1258", "cp1258", "x-cp1258": self = .windows1258
    case "iso-8859-2", "iso8859-2", "iso88592", "iso_8859-2", "iso-ir-101", "iso_8859-2:1987", "latin2", "l2",
      "csisolatin2":
      self = .iso2
    case "iso-8859-5", "iso8859-5", "iso88595", "iso_8859-5", "iso-ir-144", "cyrillic": self = .iso5
    case "iso-8859-7", "iso8859-7", "iso88597", "iso_8859-7", "iso-ir-126", "greek", "greek8": self = .iso7
    case "iso-8859-15", "iso8859-15", "iso885915", "iso_8859-15", "l9", "csisolatin9": self = .iso15
    case "koi8-r", "koi8", "koi", "koi8_r", "cskoi8r": self = .koi8R
    case "koi8-u", "koi8-ru": self = .koi8U
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "ms932", "windows-31j", "csshiftjis", "euc-jp",
      "x-euc-jp", "iso-2022-jp", "csiso2022jp", "gbk", "gb2312", "gb_2312", "gb_2312-80", "x-gbk", "gb18030",
      "chinese", "csgb2312", "hz-gb-2312", "big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5", "euc-kr",
      "ks_c_5601-1987",
      "ksc5601", "korean", "windows-949", "cseuckr", "iso-2022-kr", "iso-2022-cn", "windows-874", "tis-620", "dos-874",
      "iso-8859-11", "iso-8859-3", "latin3", "iso-8859-4", "latin4", "iso-8859-6", "arabic", "iso-8859-8",
      "iso-8859-8-i", "hebrew", "iso-8859-10", "latin6", "iso-8859-13", "iso-8859-14", "iso-8859-16", "ibm866",
      "cp866", "macintosh", "mac", "x-mac-roman", "x-mac-cyrillic", "x-user-defined":
      self = .unsupported
    default: return nil
    }
  }

  /// The label without white space around it, in lower case.
  static func normalized(_ label: String) -> String {
    var bytes = Array(label.utf8)[...]
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    return String(decoding: bytes.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// What the bytes from 128 on stand for; nil for encodings of more bytes a character.
  var singleByteTable: [UInt16]? {
    switch self {
    case .windows1250: SingleByteTables.windows1250
    case .windows1251: SingleByteTables.windows1251
    case .windows1252: SingleByteTables.windows1252
    case .windows1253: SingleByteTables.windows1253
    case .windows1254: SingleByteTables.windows1254
    case .windows1255: SingleByteTables.windows1255
    case .windows1256: SingleByteTables.windows1256
    case .windows1257: SingleByteTables.windows1257
    case .windows1258: SingleByteTables.windows1258
    case .iso2: SingleByteTables.iso2
    case .iso5: SingleByteTables.iso5
    case .iso7: SingleByteTables.iso7
    case .iso15: SingleByteTables.iso15
    case .koi8R: SingleByteTables.koi8R
    case .koi8U: SingleByteTables.koi8U
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .unsupported: nil
    }
  }
}
