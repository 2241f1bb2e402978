/// The order of a spun page's sentences: a spinner changes words, and leaves numbers alone and sentences where they are.
///
/// Two texts of one template, such as the results of two quarters, have the same order and other numbers: there it says
/// nothing.
struct SpunOrder {
  /// For each sentence of the copy its likeliest source, or -1; headlines have none.
  private let sources: [Int]
  /// For each sentence of the original how many have it for their source.
  private var copies: [Int]
  private let copy: PreparedText
  private let original: PreparedText
  private let keepsNumbers: Bool

  /// How much longer or shorter a spinner makes a sentence, in words; those of the gold stories' spun pages are 0.97 to 1.9
  /// times as long as their sources.
  private static let longest = 2.2
  private static let shortest = 0.5

  init(_ links: [[CopyAligner.Reading.Link]], copy: PreparedText, original: PreparedText) {
    sources = links.indices.map { copy.sentences[$0].isTerminated ? links[$0].first?.sentence ?? -1 : -1 }
    self.copy = copy
    self.original = original
    copies = [Int](repeating: 0, count: original.sentences.count)
    var (kept, changed) = (0, 0)
    for (row, column) in sources.enumerated() where column >= 0 {
      copies[column] += 1
      let numbers = copy.words[copy.sentences[row].words].lazy.filter(\.isNumber).map(\.key)
      guard !numbers.isEmpty else { continue }
      let others = Set(original.words[original.sentences[column].words].lazy.filter(\.isNumber).map(\.key))
      if numbers.allSatisfy(others.contains) { kept += 1 } else { changed += 1 }
    }
    keepsNumbers = kept >= changed
  }

  /// Whether a sentence's source stands beside a neighbour's, and is no other sentence's.
  func isInOrder(_ row: Int, _ column: Int) -> Bool {
    let others = copies[column] - (sources[row] == column ? 1 : 0)
    guard keepsNumbers, others == 0, fits(row, column) else { return false }
    return before(row) == column - 1 || after(row) == column + 1
  }

  /// The source that is left for a sentence between two with neighbouring ones; nil if it is not the only sentence there.
  func missing(_ row: Int) -> Int? {
    guard keepsNumbers, sources[row] < 0, copy.sentences[row].isTerminated, let before = before(row),
      after(row) == before + 2, copies[before + 1] == 0, fits(row, before + 1)
    else { return nil }
    return before + 1
  }

  /// Whether a sentence may be the other with words replaced, by the number of words.
  private func fits(_ row: Int, _ column: Int) -> Bool {
    let ratio = Double(copy.sentences[row].words.count) / Double(max(1, original.sentences[column].words.count))
    return ratio >= Self.shortest && ratio <= Self.longest
  }

  /// The source of the sentence before, or of the one before that if it has none and is no sentence.
  private func before(_ row: Int) -> Int? { neighbour(stride(from: row - 1, through: 0, by: -1)) }

  private func after(_ row: Int) -> Int? { neighbour(stride(from: row + 1, to: sources.count, by: 1)) }

  private func neighbour(_ rows: some Sequence<Int>) -> Int? {
    for row in rows {
      if sources[row] >= 0 { return sources[row] }
      // An advertisement or heading in between.
      if copy.sentences[row].isTerminated { return nil }
    }
    return nil
  }
}
