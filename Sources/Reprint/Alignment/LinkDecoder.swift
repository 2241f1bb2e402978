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
  package func links(_ model: AlignmentModel) -> [[Int]] { reading(model).links.map { $0.map(\.sentence) } }

  /// For each row its links, by column, and the likeliest column's probability.
  func reading(_ model: AlignmentModel) -> CopyAligner.Reading {
    let decoder = LinkDecoder(model)
    return withProbabilities(model) { probabilities in
      var reading = CopyAligner.Reading(links: [], scores: [])
      let owners = owners(probabilities)
      for row in 0..<probabilities.rows {
        let links = decoder.links(probabilities, row: row, words: wordCount(row)).filter {
          !isTaken($0, from: row, owners)
        }
        reading.links.append(links.map { .init(sentence: $0, score: probabilities[row, $0]) })
        reading.scores.append(probabilities.columns == 0 ? 0 : probabilities.largestInRow(row).value)
      }
      return reading
    }
  }

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
