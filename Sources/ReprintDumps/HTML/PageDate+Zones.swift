extension PageDate {
  /// Hours and minutes from UTC as ISO 8601 writes them, of what stands behind a time of day: `CEST`, `+2`, `GMT+01:00`,
  /// `GMT+0100 (Central European Time)`, `ET`; nothing of nothing.
  ///
  /// Nil if it is no zone, or one whose name has several meanings.
  ///
  /// - Parameters:
  ///   - words: in lower case.
  ///   - date: the day in ISO 8601, and the hour there, on which it depends which of two zones `ET` is.
  static func offset(_ words: ArraySlice<Substring>, on date: String, hour: Int) -> String? {
    guard var zone = words.first else { return "" }
    var rest = words.dropFirst()
    if let name = Self.zones[zone] {
      guard name == "Z", let next = rest.first, isSigned(next) else {
        // `Eastern Time` is `ET`.
        return rest.isEmpty || rest.elementsEqual(["time"]) ? offset(of: name, on: date, hour: hour) : nil
      }
      // `UTC +2`
      (zone, rest) = (next, rest.dropFirst())
    } else if zone.hasPrefix("utc") || zone.hasPrefix("gmt") {
      zone = zone.dropFirst(3)
    }
    guard isSigned(zone), let offset = hoursAndMinutes(zone) else { return nil }
    // Behind a whole offset its name may stand, whatever that is.
    return rest.isEmpty || offset.utf8.count == zone.utf8.count || zone.utf8.count == 5 ? offset : nil
  }

  private static func isSigned(_ word: Substring) -> Bool { word.first == "+" || word.first == "-" }

  /// `+02:00` of `+2`, `+02`, `+0200` and `+2:00`.
  private static func hoursAndMinutes(_ word: Substring) -> String? {
    let digits = word.utf8.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard (1...4).contains(digits.count), digits.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    let hours = digits.count == 4 ? digits.prefix(2) : digits.count == 3 ? digits.prefix(1) : digits[...]
    let text = String(decoding: hours, as: UTF8.self)
    let minutes = digits.count > 2 ? String(decoding: digits.suffix(2), as: UTF8.self) : "00"
    return "\(word.prefix(1))\(hours.count == 1 ? "0" : "")\(text):\(minutes)"
  }

  private static func offset(of zone: String, on date: String, hour: Int) -> String? {
    guard let standard = americanZones[zone] else { return zone }
    guard let isSummer = isAmericanSummer(date, hour: hour) else { return nil }
    return "-0\(standard - (isSummer ? 1 : 0)):00"
  }

  /// Whether clocks are an hour ahead in most of North America: since 2007 from the second Sunday of March to the first of
  /// November, at two o'clock; nil for days before that year.
  private static func isAmericanSummer(_ date: String, hour: Int) -> Bool? {
    guard let year = Int(date.prefix(4)), year >= 2007, let moment = PublishedTime.seconds(date),
      let marchEighth = PublishedTime.seconds("\(date.prefix(4))-03-08"),
      let novemberFirst = PublishedTime.seconds("\(date.prefix(4))-11-01")
    else { return nil }
    // 1970 began on a Thursday.
    func sunday(from day: Double) -> Double { day + Double((10 - Int(day / 86_400) % 7) % 7) * 86_400 }
    let time = moment + Double(hour) * 3600
    return time >= sunday(from: marchEighth) + 7200 && time < sunday(from: novemberFirst) + 7200
  }

  /// Hours behind UTC in winter.
  private static let americanZones = ["eastern": 5, "central": 6, "mountain": 7, "pacific": 8]

  /// The zones that have names in RFC 822, which feeds go by, those that nobody else's name means, and those of North
  /// America that go by one name in summer and winter.
  private static let zones: [Substring: String] = [
    "gmt": "Z", "utc": "Z", "ut": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00",
    "mez": "+01:00", "mesz": "+02:00", "eet": "+02:00", "eest": "+03:00", "wet": "Z", "west": "+01:00", "msk": "+03:00",
    "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00",
    "et": "eastern", "ct": "central", "mt": "mountain", "pt": "pacific", "eastern": "eastern", "pacific": "pacific",
  ]
}
