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

extension AlignmentProblem {
  /// A sentence of the original that a row carries nearly whole.
  struct Owner {
    var row: Int
    var similarity: Float
  }

  /// Similarity from which a row carries a sentence nearly whole.
  ///
  /// Another row carries it too if its similarity is most of that, or if it says little else: sentences of one text may
  /// resemble each other, as verses and clauses do.
  private static let nearlyWhole: Float = 0.6
  private static let leastOfOwner: Float = 0.8
  private static let littleElse: Float = 0.6
  private static let halfOfRest: Float = 0.5

  /// For each column the row that carries it nearly whole, if one does.
  func owners(_ probabilities: Plane) -> [Owner?] {
    let similarity = pairs[.geometric]
    return (0..<similarity.columns).map { column in
      let (value, row) = similarity.largestInColumn(column)
      return value >= Self.nearlyWhole && probabilities[row, column] > 0.9 ? Owner(row: row, similarity: value) : nil
    }
  }

  /// Whether a column belongs to another row that is far more similar to it, or is a single word.
  ///
  /// Headlines and points of a summary may say again what the text says.
  func isTaken(_ column: Int, from row: Int, _ owners: [Owner?]) -> Bool {
    if pairs.source.wordCount(column) < 2 { return true }
    guard let owner = owners[column], owner.row != row, pairs.copy.sentence(row).isTerminated else { return false }
    // A second source that explains what the first leaves open is merged in.
    let isMerged = pairs[.isRowBest][row, column] == 0 && pairs[.restOfLeft][row, column] >= Self.halfOfRest
    return !isMerged && pairs[.geometric][row, column] < Self.leastOfOwner * owner.similarity
      && pairs[.copyShare][row, column] < Self.littleElse
  }
}
