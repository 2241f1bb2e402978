/// Dates as pages write them, made ISO 8601 where that can be done without guessing.
enum PageDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The zones that have names in RFC 822, which feeds go by.
  private static let zones: [Substring: String] = [
    "GMT": "Z", "UTC": "Z", "UT": "Z", "Z": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00",
    "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
  ]

  /// The date in ISO 8601: `20250611`, `March 5, 2025`, `5 March 2025`, `Wed, 05 Mar 2025 10:00:00 GMT` and what is
  /// ISO 8601 already, offsets with a colon.
  ///
  /// Anything else, such as `05/03/25`, comes back as it is.
  static func normalized(_ text: String) -> String {
    let bytes = Array(text.utf8)
    if let date = compact(bytes) ?? named(text) { return date }
    guard PublishedTime.seconds(text) != nil, bytes.count > 10 else { return text }
    var iso = bytes
    if iso[10] | 0x20 == UInt8(ascii: "t") || iso[10] == 0x20 { iso[10] = UInt8(ascii: "T") }
    if iso.suffix(3).elementsEqual("UTC".utf8) || iso.suffix(3).elementsEqual("GMT".utf8) {
      iso.replaceSubrange((iso.count - 3)..., with: "Z".utf8)
    }
    if iso.last == UInt8(ascii: "z") { iso[iso.count - 1] = UInt8(ascii: "Z") }
    iso.removeAll { $0 == 0x20 }
    // An offset of four digits lacks its colon, one of two its minutes.
    if let sign = iso[10...].lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
      let digits = iso.count - sign - 1
      if digits == 4 { iso.insert(UInt8(ascii: ":"), at: sign + 3) }
      if digits == 2 { iso += ":00".utf8 }
    }
    return String(decoding: iso, as: UTF8.self)
  }

  /// Eight digits.
  private static func compact(_ bytes: [UInt8]) -> String? {
    guard bytes.count == 8, bytes.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    let digits = String(decoding: bytes, as: UTF8.self)
    let date = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    return PublishedTime.seconds(date) == nil ? nil : date
  }

  /// A date with the English name of a month, and the time behind it if that is all there is.
  private static func named(_ text: String) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    var words = text.split { $0 == " " || $0 == "," }
    guard let first = words.first else { return nil }
    if first.utf8.count >= 3, month(first) == nil, first.utf8.allSatisfy({ $0 | 0x20 >= 97 && $0 | 0x20 < 123 }) {
      words.removeFirst()  // the day of the week
    }
    guard words.count >= 3 else { return nil }
    let isMonthFirst = month(words[0]) != nil
    guard let month = month(words[isMonthFirst ? 0 : 1]), let day = Int(words[isMonthFirst ? 1 : 0]), day < 32,
      let year = Int(words[2]), (1000..<10_000).contains(year)
    else { return nil }
    let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    guard PublishedTime.seconds(date) != nil else { return nil }
    if words.count == 3 { return date }
    let zone = words.count == 5 ? words[4] : ""
    let moment = normalized("\(date)T\(words[3])\(zones[zone] ?? String(zone))")
    return words.count <= 5 && PublishedTime.seconds(moment) != nil ? moment : date
  }

  /// 1 to 12 for an English month or its abbreviation.
  private static func month(_ word: Substring) -> Int? {
    let lower = word.lowercased()
    let full = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    let bare = lower.hasSuffix(".") ? String(lower.dropLast()) : lower
    if let index = full.firstIndex(of: bare) { return index + 1 }
    if bare == "sept" { return 9 }
    return months.firstIndex(of: bare).map { $0 + 1 }
  }
}
