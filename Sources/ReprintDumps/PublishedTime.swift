/// Times as ISO 8601 writes them, in seconds since 1970.
enum PublishedTime {
  /// Reads `2025-08-21`, `2025-08-21T10:30`, `2025-08-21T10:30:05.25Z`, `2025-08-21 10:30:05+02:00`,
  /// `2025-08-21 10:30:05 UTC` and the like; a time without an offset is taken for UTC.
  ///
  /// Nil for anything else.
  static func seconds(_ text: String) -> Double? {
    var scanner = Scanner(text)
    guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2),
      scanner.skip("-"), let day = scanner.number(digits: 2), (1...12).contains(month),
      (1...daysIn(month: month, year: year)).contains(day)
    else { return nil }
    var seconds = Double(days(year, month, day)) * 86_400
    if scanner.isAtEnd { return seconds }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") else { return nil }
    guard let hour = scanner.number(digits: 2), hour < 25, scanner.skip(":"), let minute = scanner.number(digits: 2),
      minute < 60, hour < 24 || minute == 0
    else { return nil }
    seconds += Double(hour * 3600 + minute * 60)
    if scanner.skip(":") {
      guard let second = scanner.number(digits: 2), second < 61 else { return nil }
      seconds += Double(second)
      if scanner.skip(".") || scanner.skip(",") {
        guard let fraction = scanner.fraction() else { return nil }
        seconds += fraction
      }
    }
    _ = scanner.skip(" ")
    if scanner.isAtEnd || (scanner.skip("Z") || scanner.skip("z")) && scanner.isAtEnd { return seconds }
    if scanner.isLeft("UTC") || scanner.isLeft("GMT") { return seconds }
    let sign: Double = scanner.skip("+") ? 1 : scanner.skip("-") ? -1 : 0
    guard sign != 0, let hours = scanner.number(digits: 2) else { return nil }
    _ = scanner.skip(":")
    let minutes = scanner.isAtEnd ? 0 : scanner.number(digits: 2)
    guard let minutes, scanner.isAtEnd, hours < 24, minutes < 60 else { return nil }
    return seconds - sign * Double(hours * 3600 + minutes * 60)
  }

  /// A time that is not before 1970 in ISO 8601.
  static func text(ofSeconds seconds: Int) -> String {
    let (day, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    var year = 1970 + day / 366
    while days(year + 1, 1, 1) <= day { year += 1 }
    var month = 1
    while month < 12, days(year, month + 1, 1) <= day { month += 1 }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(year)-\(two(month))-\(two(day - days(year, month, 1) + 1))"
    return "\(date)T\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))Z"
  }

  private static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 in the Gregorian calendar, years counted from March so that the leap day comes last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted >= 0 ? shifted / 400 : -1  // January and February of year 0 belong to the year before
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private struct Scanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    func isLeft(_ word: String) -> Bool { bytes[position...].elementsEqual(word.utf8) }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
      position += 1
      return true
    }

    mutating func number(digits: Int) -> Int? {
      guard position + digits <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[position..<position + digits] {
        guard byte &- 48 < 10 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      position += digits
      return value
    }

    mutating func fraction() -> Double? {
      var scale = 0.1
      var value = 0.0
      let start = position
      while position < bytes.count, bytes[position] &- 48 < 10 {
        value += Double(bytes[position] - 48) * scale
        scale /= 10
        position += 1
      }
      return position > start ? value : nil
    }
  }
}
