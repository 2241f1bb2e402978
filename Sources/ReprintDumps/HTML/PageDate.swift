/// Dates as pages write them, made ISO 8601 where that can be done without guessing.
enum PageDate {
  /// The date in ISO 8601, with the time of day if its zone is known or none is named: `20250611`, `2025/06/11 8:30`,
  /// `11.06.2025`, `March 5, 2025 at 8:00 PM`, `5 mars 2025`, `Wed, 05 Mar 2025 10:00:00 GMT`, seconds or milliseconds
  /// since 1970, and what is ISO 8601 already, offsets with a colon.
  ///
  /// Anything else, such as `05/03/25`, comes back as it is.
  static func normalized(_ text: String) -> String {
    if PublishedTime.seconds(text) != nil { return canonical(text) }
    guard text.utf8.count <= 128 else { return text }
    if let moment = digits(text) { return moment }
    let words = words(text)
    guard let (date, rest) = date(words[...]), PublishedTime.seconds(date) != nil else { return text }
    guard let clock = clock(rest, on: date) else { return date }
    let moment = "\(date)T\(clock)"
    return PublishedTime.seconds(moment) == nil ? date : canonical(moment)
  }

  /// A time in ISO 8601 with a `T`, a `Z` for the zone and offsets with a colon.
  private static func canonical(_ text: String) -> String {
    var iso = Array(text.utf8)
    guard iso.count > 10 else { return text }
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

  // MARK: Digits alone

  /// Eight digits of a date, 14 with the time, as archives write it, or 10 and 13 of seconds and milliseconds since 1970,
  /// if that is of this age.
  private static func digits(_ text: String) -> String? {
    var digits = text.utf8.filter { $0 | 0x20 != UInt8(ascii: "t") }
    // Without a T archives mean UTC.
    let isUTC = digits.count == text.utf8.count || digits.last.map { $0 | 0x20 == UInt8(ascii: "z") } ?? false
    if let last = digits.last, last | 0x20 == UInt8(ascii: "z") { digits.removeLast() }
    // Fractions of seconds.
    if digits.count > 11, digits[10] == UInt8(ascii: "."), number(digits[11...]) != nil { digits.removeSubrange(10...) }
    guard let number = number(digits) else { return nil }
    func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
    let moment: String
    switch digits.count {
    case 8: moment = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
    case 14:
      moment =
        "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))\(isUTC ? "Z" : "")"
    case 10, 13:
      let seconds = digits.count == 10 ? number : number / 1000
      guard believedSeconds.contains(seconds) else { return nil }
      moment = PublishedTime.text(ofSeconds: seconds)
    default: return nil
    }
    return PublishedTime.seconds(moment) == nil ? nil : moment
  }

  /// From 2000 to 2099: other numbers of as many digits are something else.
  private static let believedSeconds = 946_684_800..<4_102_444_800

  /// Digits as a number; nil if there is something else, or too many of them.
  private static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18, bytes.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    return bytes.reduce(0) { 10 * $0 + Int($1 - 48) }
  }

  // MARK: Words

  /// The words of a date in lower case, without those that say nothing.
  private static func words(_ text: String) -> [Substring] {
    let text = text.lowercased().replacing("年", with: "-").replacing("月", with: "-").replacing("日", with: " ")
    var words = text.split { " ,|·\u{A0}\u{202F}()".unicodeScalars.contains($0.unicodeScalars.first!) }
      .filter { !fillers.contains($0) }
    // `20:05, 5 March 2025`
    if words.count > 1, words[0].contains(":") { words.append(words.removeFirst()) }
    return words.flatMap { word in
      // `5-Mar-2025`
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      return parts.count == 3 && months[parts[1]] != nil ? parts : [word]
    }
  }

  private static let fillers: Set<Substring> = [
    "-", "–", "—", "/", "at", "of", "on", "the", "de", "del", "den", "le", "el", "um", "uhr", "à", "às", "alle", "ore",
    "om", "klo", "kl", "kl.", "o", "godz.", "v", "в", "r.", "г.", "г", "р.",
  ]

  /// The date that words begin with, and what is left of them.
  private static func date(_ words: ArraySlice<Substring>) -> (String, ArraySlice<Substring>)? {
    guard let first = words.first else { return nil }
    if let date = numeric(first) { return (date, words.dropFirst()) }
    if words.count >= 3 {
      let three = Array(words.prefix(3))
      let isMonthFirst = months[bare(three[0])] != nil
      if let month = months[bare(three[isMonthFirst ? 0 : 1])], let day = day(three[isMonthFirst ? 1 : 0]),
        three[2].utf8.count == 4, let year = number(Array(three[2].utf8))
      {
        return ("\(year)-\(padded(month))-\(padded(day))", words.dropFirst(3))
      }
      // `Wed Mar 5 20:05:00 +0000 2025`
      if isMonthFirst, three[2].contains(":"), words.last!.utf8.count == 4 {
        return date(three[..<2] + [words.last!] + words.dropFirst(2).dropLast())
      }
    }
    // The day of the week may stand before.
    let isWord = first.utf8.count >= 2 && first.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "." }
    guard isWord, words.startIndex == 0 else { return nil }
    return date(words.dropFirst())
  }

  /// `2025-03-05`, `2025/03/05`, `2025.3.5`, and `5.3.2025`: dots are between days and months in that order.
  private static func numeric(_ word: Substring) -> String? {
    guard let mark = word.first(where: { "-/.".contains($0) }) else { return nil }
    let parts = word.split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number(Array($0.utf8)) }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].utf8.count == 4, years.contains(numbers[0]) {
      return "\(parts[0])-\(padded(numbers[1]))-\(padded(numbers[2]))"
    }
    guard mark == ".", parts[2].utf8.count == 4, years.contains(numbers[2]) else { return nil }
    return "\(parts[2])-\(padded(numbers[1]))-\(padded(numbers[0]))"
  }

  /// Others are of other calendars, or nobody's (`01.01.0001`).
  private static let years = 1900..<2100

  /// `5`, `05`, `5.`, `5th`, `1er`.
  private static func day(_ word: Substring) -> Int? {
    let digits = word.utf8.prefix { $0 &- 48 < 10 }
    guard digits.count <= 2, ["", ".", "st", "nd", "rd", "th", "er", "º", "°"].contains(word.dropFirst(digits.count))
    else { return nil }
    return number(digits)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func bare(_ word: Substring) -> Substring { word.hasSuffix(".") ? word.dropLast() : word }

  /// Months by name and abbreviation in English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish,
  /// Norwegian, Polish, Czech, Russian, Ukrainian, Turkish and Indonesian.
  private static let months: [Substring: Int] = {
    let names: [Substring] = [
      "jan january januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia sty ledna "
        + "января янв січня ocak",
      "feb february februar février févr fév febrero febbraio fevereiro fev februari lutego lut února "
        + "февраля фев лютого şubat",
      "mar march märz mrz mär mars marzo março maart mrt marts marca března марта мар березня mart maret",
      "apr april avril avr abril abr aprile kwietnia kwi dubna апреля апр квітня nisan",
      "may mai mayo maggio mag maio mei maj maja května мая травня mayıs",
      "jun june juni juin junio giugno giu junho czerwca cze června июня июн червня haziran",
      "jul july juli juillet juil julio luglio lug julho lipca lip července июля июл липня temmuz",
      "aug august août agosto ago augustus augusti sierpnia sie srpna августа авг серпня ağustos agustus",
      "sep sept september septembre septiembre settembre set setembro września wrz září сентября сен "
        + "вересня eylül",
      "oct october okt oktober octobre octubre ottobre ott outubro out października paź října октября окт "
        + "жовтня ekim",
      "nov november novembre noviembre novembro listopada lis listopadu ноября ноя листопада kasım",
      "dec december dez dezember décembre déc diciembre dic dicembre dezembro desember grudnia gru prosince "
        + "декабря дек грудня aralık",
    ]
    var months: [Substring: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names.split(separator: " ") { months[name] = index + 1 }
    }
    return months
  }()

  // MARK: Time of day

  /// `20:05:33+02:00` of `8:05:33 pm cest` on some date; nil if there is none, or something behind it that is no zone.
  private static func clock(_ words: ArraySlice<Substring>, on date: String) -> String? {
    guard var time = words.first else { return nil }
    var rest = words.dropFirst()
    var half = ["am", "pm"].first { time.hasSuffix($0) }
    if half != nil {
      time = time.dropLast(2)
    } else if let next = rest.first, let found = ["am", "pm"].first(where: { $0 == next.filter { $0 != "." } }) {
      half = found
      rest = rest.dropFirst()
    }
    let zone = time.drop { $0.isNumber || $0 == ":" || $0 == "." || $0 == "h" }
    time = time.dropLast(zone.count)
    if !zone.isEmpty { rest = [zone] + rest }
    // `20.05`, as Danes write it.
    if !time.contains(":") { time = time.replacing(".", with: ":")[...] }
    let parts = time.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
    guard (half == nil ? 2...3 : 1...3).contains(parts.count), var hour = number(Array(parts[0].utf8)), hour < 25 else {
      return nil
    }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
    }
    guard let offset = offset(rest, on: date, hour: hour) else { return nil }
    let minutes = parts.count > 1 ? parts[1...].joined(separator: ":") : "00"
    return "\(padded(hour)):\(minutes)\(offset)"
  }
}
