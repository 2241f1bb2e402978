/// Reads numbers in the notations that news uses: `1,150`, `14.3bn`, `$14.3 billion`, `3rd`, `twenty-four`, `a dozen`,
/// `a hundred and twenty`, `two and a half million`.
enum NumberReader {
  /// The value of a number and how many tokens spell it.
  struct Reading: Equatable {
    var value: Double
    var tokens: Int
  }

  /// Reads the number that starts at `index`, if one does.
  ///
  /// "One" is not read: it is a pronoun as often as a number.
  static func read(_ tokens: [Token], at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Reading? {
    var first = word(tokens[index], text)
    if isAmount(tokens[index], text) { first = String(first.drop { !$0.isNumber }) }
    var reading: Reading
    if let value = figures(first) {
      reading = Reading(value: product(value.number, value.scale), tokens: 1)
      if value.isFinal { return reading }
    } else if let value = belowHundred(first, tokens, index, text) {
      reading = value
    } else if first == "hundred", index > 0, word(tokens[index - 1], text) == "a" {
      reading = Reading(value: 100, tokens: 1)
    } else {
      return nil
    }
    if reading.value < 100, isHalf(tokens, index + reading.tokens, text) {
      reading = Reading(value: reading.value + 0.5, tokens: reading.tokens + 3)
    }
    if first == "hundred" { addRest(to: &reading, tokens, index, text) }
    while let next = nextWord(tokens, index + reading.tokens, text, joined: [UInt8(ascii: " "), UInt8(ascii: "-")]),
      next.utf8.count > 1, let scale = scales[next],  // a lone m is a metre
      reading.value * scale < largest
    {
      reading.value = product(reading.value, scale)
      reading.tokens += 1
      if next == "hundred" { addRest(to: &reading, tokens, index, text) }
    }
    return reading
  }

  /// Whether "and a half" stands behind a number.
  private static func isHalf(_ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, wanted) in ["and", "a", "half"].enumerated() {
      let joined = [UInt8(ascii: " "), UInt8(ascii: "-")]
      guard nextWord(tokens, index + place, text, joined: joined) == wanted else { return false }
    }
    return true
  }

  /// Adds "and twenty-four" to hundreds.
  private static func addRest(
    to reading: inout Reading, _ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) {
    let and = index + reading.tokens
    guard reading.value < 1000, nextWord(tokens, and, text, joined: [UInt8(ascii: " ")]) == "and",
      let next = nextWord(tokens, and + 1, text, joined: [UInt8(ascii: " ")]), next != "dozen",
      let rest = belowHundred(next, tokens, and + 1, text)
    else { return }
    reading.value += rest.value
    reading.tokens += 1 + rest.tokens
  }

  /// Reads `twenty-four`, or one word, which stands at `index`.
  private static func belowHundred(
    _ word: String, _ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Reading? {
    guard let value = spelled[word] else { return nil }
    guard value >= 20, let ones = nextWord(tokens, index + 1, text, joined: [UInt8(ascii: "-")]),
      let unit = spelled[ones] ?? (ones == "one" ? 1 : nil), unit < 10
    else { return Reading(value: value, tokens: 1) }
    return Reading(value: value + unit, tokens: 2)
  }

  /// Scales that would make a number larger than this are words.
  private static let largest = 1e300

  /// The product; 16.1 thousand is 16,100, though 16.1 times a thousand misses it by the last bit.
  private static func product(_ number: Double, _ scale: Double) -> Double {
    let product = number * scale
    let whole = product.rounded()
    return abs(product - whole) <= 2 * product.ulp ? whole : product
  }

  /// A number in figures with what is written on to it: `14.3bn`, `3rd`, `25km`.
  ///
  /// It is final if letters follow that are no scale.
  private static func figures(_ word: String) -> (number: Double, scale: Double, isFinal: Bool)? {
    guard let first = word.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let end = word.utf8.firstIndex { !(0x30...0x39).contains($0) && $0 != 0x2E && $0 != 0x2C } ?? word.utf8.endIndex
    // Commas part thousands: 1,150.
    guard let number = Double(String(decoding: word.utf8[..<end].filter { $0 != 0x2C }, as: UTF8.self)),
      number.isFinite
    else { return nil }
    let suffix = String(word[end...])
    if suffix.isEmpty { return (number, 1, false) }
    return (number, scales[suffix] ?? 1, true)
  }

  /// The token at `index` in lower case, if one of `joined` and nothing else stands before it.
  private static func nextWord(
    _ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>, joined: [UInt8]
  ) -> String? {
    guard index < tokens.count, tokens[index].start - tokens[index - 1].end == 1,
      joined.contains(text[tokens[index - 1].end])
    else { return nil }
    return word(tokens[index], text)
  }

  /// A token in lower case; empty if it is too long for a number.
  private static func word(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> String {
    guard token.end - token.start <= 24 else { return "" }
    return String(unsafeUninitializedCapacity: token.end - token.start) { bytes in
      for (place, index) in (token.start..<token.end).enumerated() {
        let byte = text[index]
        bytes[place] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      }
      return token.end - token.start
    }
  }

  /// Whether a word is an amount with the letters of its dollars: `$US3.8`.
  static func isAmount(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.start > 0, text[token.start - 1] == UInt8(ascii: "$") else { return false }
    let letters = text[token.start..<token.end].prefix { 0x41...0x5A ~= $0 }.count
    return (1...3).contains(letters) && letters < token.end - token.start
      && 0x30...0x39 ~= text[token.start + letters]
  }

  /// Whether a word may start a number: a quick look before the slow one.
  static func mayStart(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = text[token.start]
    if first < 0x41 { return first >= 0x30 && first <= 0x39 }
    let length = token.end - token.start
    guard (3...longestSpelled).contains(length), isFirst >> UInt32(first & 0x1F) & 1 == 1 else { return false }
    var letters: UInt64 = 0
    for place in token.start..<token.start + min(length, 8) { letters = letters << 8 | UInt64(text[place] | 0x20) }
    return beginnings.number(of: Mix.finalize(letters)) >= 0
  }

  /// The length of the longest number in letters.
  private static let longestSpelled = 9

  /// For each letter, from A as 1, a bit that says whether a number in letters starts with it.
  private static let isFirst: UInt32 = spelledStarts.reduce(0) {
    $0 | 1 << UInt32($1.utf8.first! & 0x1F)
  }

  /// The first eight letters of the numbers in letters.
  private static let beginnings: KeyTable = {
    var table = KeyTable(expected: 64)
    for word in spelledStarts {
      _ = table.insert(Mix.finalize(word.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }))
    }
    return table
  }()

  /// Words that a number in letters may start with.
  private static let spelledStarts = spelled.keys + ["hundred"]

  private static let spelled: [String: Double] = {
    var values: [String: Double] = ["dozen": 12]
    let small = [
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    for (place, word) in small.enumerated() { values[word] = Double(place + 2) }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (place, word) in tens.enumerated() { values[word] = Double(10 * (place + 2)) }
    return values
  }()

  private static let scales: [String: Double] = [
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
    "trillion": 1e12, "tn": 1e12,
  ]
}
