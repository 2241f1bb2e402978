/// Turns probabilities into links: one to three sources a sentence, or none.
struct LinkDecoder {
  /// A copy's sentence may carry several of the original's; more than these are never all right.
  static let mostSources = 3
  /// Fewer words carry no content of their own.
  static let leastWords = 3

  let firstLink: Float
  let furtherLink: Float

  init(_ model: AlignmentModel) {
    firstLink = model.firstLink
    furtherLink = model.furtherLink
  }

  /// The columns that a row is linked to, the likeliest first.
  func links(_ probabilities: Plane, row: Int, words: Int) -> [Int] {
    guard words >= Self.leastWords else { return [] }
    // Insertion into the few best; ties go to the earlier sentence.
    var best: [Int] = []
    for column in 0..<probabilities.columns {
      let value = probabilities[row, column]
      guard value >= min(firstLink, furtherLink) else { continue }
      let place = best.firstIndex { probabilities[row, $0] < value } ?? best.count
      if place < Self.mostSources {
        best.insert(column, at: place)
        if best.count > Self.mostSources { best.removeLast() }
      }
    }
    guard let first = best.first, probabilities[row, first] >= firstLink else { return [] }
    return [first] + best.dropFirst().filter { probabilities[row, $0] >= furtherLink }
  }
}

extension AlignmentProblem {
  /// For each row the columns it is linked to, the likeliest first.
  package func links(_ model: AlignmentModel) -> [[Int]] {
    let decoder = LinkDecoder(model)
    return withProbabilities(model) { probabilities in
      (0..<probabilities.rows).map { decoder.links(probabilities, row: $0, words: pairs.copy.wordCount($0)) }
    }
  }
}
