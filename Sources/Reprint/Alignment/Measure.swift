/// What a number in a text measures: a length, money, the time of day.
///
/// Told by what stands beside the number. It serves to see whether two different numbers may say the same.
struct Measure: Equatable {
  enum Dimension: Equatable {
    case length, mass, area, volume, speed, temperature, timeOfDay
    /// By the currency's sign or code.
    case money(String)
  }

  var dimension: Dimension
  /// In metres, kilograms, square metres, litres, metres a second, degrees Celsius, minutes; money as it is written.
  var value: Double

  /// Reads what a number of a text measures; nil where nothing beside it says so.
  init?(_ word: PreparedText.Word, in text: UnsafeBufferPointer<UInt8>) {
    if let minutes = Self.timeOfDay(word, text) {
      (dimension, value) = (.timeOfDay, minutes)
      return
    }
    guard let number = Self.number(word, text) else { return nil }
    if let currency = Self.currency(before: word, text) {
      (dimension, value) = (.money(currency), number)
      return
    }
    let behind = Self.words(from: word, text)
    if let unit = behind.first.flatMap({ Self.units[$0] }) {
      (dimension, value) = (unit.dimension, number * unit.factor)
    } else if behind.count > 1, ["square", "sq"].contains(behind[0]), let unit = Self.units[behind[1]],
      unit.dimension == .length
    {
      (dimension, value) = (.area, number * unit.factor * unit.factor)
    } else if behind.count > 1, ["degree", "degrees", "°"].contains(behind[0]) {
      switch behind[1] {
      case "celsius", "centigrade", "c": (dimension, value) = (.temperature, number)
      case "fahrenheit", "f": (dimension, value) = (.temperature, (number - 32) / 1.8)
      default: return nil
      }
    } else if let currency = behind.first.flatMap({ Self.currencyNames[$0] }) {
      (dimension, value) = (.money(currency), number)
    } else {
      return nil
    }
  }

  /// Whether two measures may be the same: about the same amount in other units, or sums in different currencies.
  func mayBe(_ other: Measure) -> Bool {
    switch (dimension, other.dimension) {
    case (.money(let one), .money(let another)): one != another
    case (.timeOfDay, .timeOfDay): value == other.value
    case (.temperature, .temperature): abs(value - other.value) <= max(2, Self.rounding * abs(value))
    case let (one, another) where one == another:
      abs(value - other.value) <= Self.rounding * max(abs(value), abs(other.value))
    default: false
    }
  }

  /// Whether the two may be put for each other: sums of money, times of day, lengths; a price says nothing of a length.
  func isComparable(_ other: Measure) -> Bool {
    switch (dimension, other.dimension) {
    case (.money, .money): true
    case let (one, another): one == another
    }
  }

  /// Whether the same figure means something else: another currency, or another unit of the same kind.
  ///
  /// The dollars of several countries are often written alike, and so are tons and tonnes.
  func isOtherUnit(_ other: Measure) -> Bool {
    switch (dimension, other.dimension) {
    case (.money(let one), .money(let another)): one.last != another.last
    case let (one, another) where one == another && one != .timeOfDay && one != .temperature:
      abs(value - other.value) > Self.spelling * max(abs(value), abs(other.value))
    default: false
    }
  }

  /// A ton is nearly a tonne.
  private static let spelling = 0.12

  /// How far off a converted number may be when it was rounded to two figures.
  private static let rounding = 0.05

  // MARK: Reading

  /// Bytes of a text that decide what a number measures: the number, a currency before it, the two words behind it.
  static func surroundings(of word: PreparedText.Word, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    max(0, word.start - before)..<min(text.count, word.end + behind + longestUnit)
  }

  private static let (before, behind, longestUnit) = (6, 32, 12)

  static func number(_ word: PreparedText.Word, _ text: UnsafeBufferPointer<UInt8>) -> Double? {
    // Without the letters of $US3.8.
    let letters = text[word.start..<word.end].prefix { isLetter($0) }.count
    let start = word.start > 0 && text[word.start - 1] == UInt8(ascii: "$") ? word.start + letters : word.start
    let slice = UnsafeBufferPointer(rebasing: text[start..<word.end])
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokens(of: slice)
    return tokens.isEmpty ? nil : NumberReader.read(tokens, at: 0, in: slice)?.value
  }

  /// The letters written on to a number, and the next two words; the degree sign is one.
  private static func words(from word: PreparedText.Word, _ text: UnsafeBufferPointer<UInt8>) -> [String] {
    var place = word.start
    while place < word.end, !isLetter(text[place]) { place += 1 }
    // Spelled numbers, "31 million", have their letters inside.
    if place < word.end, place == word.start || text[word.start..<place].contains(0x20) { place = word.end }
    var words: [String] = []
    let end = min(text.count, word.end + behind)
    while place < end, words.count < 2 {
      if isLetter(text[place]) {
        let start = place
        while place < text.count, isLetter(text[place]) { place += 1 }
        words.append(lowercased(text[start..<place]))
      } else if place + 1 < end, text[place] == 0xC2, text[place + 1] == 0xB0 {
        words.append("°")
        place += 2
      } else if [0x20, UInt8(ascii: "-"), 0xC2, 0xA0].contains(text[place]) {
        place += 1
      } else {
        break
      }
    }
    return words
  }

  /// Minutes since midnight of "3:12 a.m." and "3.12am".
  private static func timeOfDay(_ word: PreparedText.Word, _ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var place = word.start
    func digits() -> (value: Int, count: Int) {
      var (value, count) = (0, 0)
      while place < text.count, count < 3, 0x30...0x39 ~= text[place] {
        (value, count, place) = (10 * value + Int(text[place] & 0xF), count + 1, place + 1)
      }
      return (value, count)
    }
    let hour = digits()
    guard (1...2).contains(hour.count), hour.value < 24 else { return nil }
    var minutes = (value: 0, count: 0)
    let isColon = place < text.count && text[place] == UInt8(ascii: ":")
    if place < text.count, isColon || text[place] == UInt8(ascii: ".") {
      place += 1
      minutes = digits()
      guard minutes.count == 2, minutes.value < 60 else { return nil }
    }
    let half = halfOfDay(text[place...])
    guard half != nil || isColon else { return nil }
    let afternoon = half == .second && hour.value < 12 ? 12 : 0
    return Double(60 * (hour.value + afternoon) + minutes.value)
  }

  private enum HalfOfDay { case first, second }

  /// The half of the day that "am", "a.m." or " p.m." at the start of a text says.
  private static func halfOfDay(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> HalfOfDay? {
    var rest = text.prefix(6)
    func next(_ isWanted: (UInt8) -> Bool) -> UInt8? {
      guard let first = rest.first, isWanted(first) else { return nil }
      rest = rest.dropFirst()
      return first | 0x20
    }
    _ = next { $0 == 0x20 }
    let letter = next { $0 | 0x20 == UInt8(ascii: "a") || $0 | 0x20 == UInt8(ascii: "p") }
    _ = next { $0 == UInt8(ascii: ".") }
    guard let letter, next({ $0 | 0x20 == UInt8(ascii: "m") }) != nil, next(isLetter) == nil else { return nil }
    return letter == UInt8(ascii: "a") ? .first : .second
  }

  /// The sign before a number, with the letters beside it: "$", "US$" and "$US" are the same.
  private static func currency(before word: PreparedText.Word, _ text: UnsafeBufferPointer<UInt8>) -> String? {
    let before = UnsafeBufferPointer(rebasing: text[max(0, word.start - before)..<word.start])
    guard let sign = signs.first(where: { before.hasSuffix(Array($0.utf8)) }) else { return nil }
    guard sign == "$" else { return sign }
    var letters = before.dropLast().reversed().prefix { isLetter($0) }.reversed().map { $0 }
    letters += text[word.start..<word.end].prefix { isLetter($0) }
    let country = lowercased(letters[...])
    return ["", "us", "u"].contains(country) ? "$" : country + "$"
  }

  private static let signs = ["$", "£", "€", "¥", "₹", "₩", "₽"]

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  private static func lowercased(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  // MARK: Units

  private typealias Unit = (dimension: Dimension, factor: Double)

  private static let units: [String: Unit] = {
    var units: [String: Unit] = [:]
    func add(_ dimension: Dimension, _ factor: Double, _ names: String) {
      for name in names.split(separator: " ") { units[String(name)] = (dimension, factor) }
    }
    add(.length, 1000, "km kilometre kilometres kilometer kilometers")
    add(.length, 1, "m metre metres meter meters")
    add(.length, 0.01, "cm centimetre centimetres centimeter centimeters")
    add(.length, 1609.344, "mi mile miles")
    add(.length, 0.9144, "yd yard yards")
    add(.length, 0.3048, "ft foot feet")
    add(.length, 0.0254, "inch inches")
    add(.mass, 1, "kg kilo kilos kilogram kilograms")
    add(.mass, 1000, "tonne tonnes")
    add(.mass, 907.185, "ton tons")
    add(.mass, 0.453592, "lb lbs pound pounds")
    add(.mass, 0.0283495, "oz ounce ounces")
    add(.mass, 0.001, "g gram grams")
    add(.area, 10_000, "ha hectare hectares")
    add(.area, 4046.86, "acre acres")
    add(.volume, 1, "litre litres liter liters")
    add(.volume, 3.78541, "gallon gallons")
    add(.volume, 158.987, "barrel barrels")
    add(.speed, 0.44704, "mph")
    add(.speed, 0.277778, "kph kmh")
    add(.speed, 0.514444, "knot knots")
    return units
  }()

  private static let currencyNames = [
    "dollar": "$", "dollars": "$", "usd": "$", "euro": "€", "euros": "€", "eur": "€", "gbp": "£", "yen": "¥",
    "jpy": "¥",
    "rupee": "₹", "rupees": "₹", "inr": "₹", "won": "₩", "rouble": "₽", "roubles": "₽", "ruble": "₽", "rubles": "₽",
  ]
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func hasSuffix(_ bytes: [UInt8]) -> Bool {
    count >= bytes.count && suffix(bytes.count).elementsEqual(bytes)
  }
}
