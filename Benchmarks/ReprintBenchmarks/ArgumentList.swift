/// The words of a command line, taken one by one.
struct ArgumentList {
  private var words: ArraySlice<String>

  init(_ words: [String]) { self.words = words[...] }

  mutating func next() -> String? { words.popFirst() }

  /// The word that an option wants behind it.
  mutating func value(for option: String) throws -> String {
    guard let word = words.popFirst() else { throw BenchmarkError("\(option): a value is missing") }
    return word
  }

  mutating func number(for option: String, where isGood: (Double) -> Bool) throws -> Double {
    let word = try value(for: option)
    guard let number = Double(word), isGood(number) else { throw BenchmarkError("\(option): '\(word)' won't do") }
    return number
  }

  mutating func integer(for option: String, atLeast least: Int) throws -> Int {
    let word = try value(for: option)
    guard let number = Int(word), number >= least else { throw BenchmarkError("\(option): '\(word)' won't do") }
    return number
  }

  /// A word that is no option.
  func operand(_ word: String) throws -> String {
    guard !word.hasPrefix("-") || word == "-" else { throw BenchmarkError("no option '\(word)'") }
    return word
  }
}
