/// A page read as the work of a word spinner: a path of its sentences through the original's, and the words that were
/// put in the place of others.
///
/// A spinner leaves the skeletons of sentences alone. They find the first pairs; these give a first table; the table
/// finds more pairs, and so on, with ever less weight on the skeletons.
struct SpunPage {
  /// For each row the column of its sentence, or -1.
  private(set) var path: [Int] = []
  private(set) var table = SubstitutionTable()

  private let source: SentenceIndex
  private let copy: SentenceIndex
  private let weights: TermWeights
  private let skeleton: Plane
  /// For each copy term the original's term that it stands for, and how sure that is.
  private var standsFor: [(term: Int32, confidence: Float)]

  /// What a skeleton's evidence weighs in each round.
  private static let skeletonWeights: [Float] = [0.05, 0.04, 0.02, 0.02]
  /// A pair that scores less is no link.
  private static let leastScore: Float = 0.22
  /// Words that have no partner in the other text say at most this, in nats: a spinner's words are all rare, and those
  /// that stand for common words should say no more than these.
  private static let mostUnmatched: Float = 3

  /// - Parameters:
  ///   - known: substitutions known beforehand, by term.
  ///   - skeleton: evidence of the skeletons, in nats.
  init(
    source: SentenceIndex, copy: SentenceIndex, weights: TermWeights, skeleton: Plane,
    known: [CopyAligner.KnownTerm] = []
  ) {
    self.source = source
    self.copy = copy
    self.weights = weights
    self.skeleton = skeleton
    standsFor = weights.sourceTerm.map { ($0, 1) }
    for entry in known { standsFor[Int(entry.copyTerm)] = (entry.sourceTerm, entry.confidence) }
    let scores = PlaneStack(planes: 1, rows: skeleton.rows, columns: skeleton.columns)
    for weight in Self.skeletonWeights {
      score(weight, into: scores[0])
      let found = Self.path(scores[0])
      if found == path { continue }  // it would teach the same
      path = found
      table = learn(pairs(path))
      // A word that the original has stands for itself, whatever was learned.
      standsFor = weights.sourceTerm.map { ($0, 1) }
      for entry in known { standsFor[Int(entry.copyTerm)] = (entry.sourceTerm, entry.confidence) }
      for entry in table.entries { standsFor[Int(entry.copyTerm)] = (entry.sourceTerm, entry.confidence) }
    }
  }

  // MARK: Is it spun at all?

  /// Whether a page has words, in many of its sentences, that the original never has: what a spinner that replaces
  /// common words leaves behind.
  static func showsSubstitution(source: SentenceIndex, copy: SentenceIndex, weights: TermWeights) -> Bool {
    let often = max(3, copy.count / 12)
    let strange = weights.sourceTerm.indices.count { term in
      weights.sourceTerm[term] < 0 && !copy.isNumber[term] && copy.postings.frequency(of: term) >= often
    }
    return strange >= 3
  }

  /// Whether a table learned from one half of the pairs explains the other half, better than it explains wrong pairs.
  ///
  /// Words count by how rare they are in the original: that "the" stands in both sentences explains nothing.
  ///
  /// - Parameter known: a table from elsewhere, which explains all pairs if it is the right one.
  func isConfirmed(_ known: [CopyAligner.KnownTerm] = []) -> Bool {
    let links = path.indices.filter { path[$0] >= 0 }
    guard links.count >= Self.leastLinks else { return false }
    var explained: Float = 0
    var byChance: Float = 0
    var stamps = [Int32](repeating: -1, count: source.terms.count)
    for half in 0..<2 {
      let learned = learn(pairs(at: links.enumerated().filter { $0.offset % 2 == half }.map(\.element)))
      var standsFor = [Int32](repeating: -1, count: copy.terms.count)
      for entry in known { standsFor[Int(entry.copyTerm)] = entry.sourceTerm }
      for entry in learned.entries { standsFor[Int(entry.copyTerm)] = entry.sourceTerm }
      let tested = links.enumerated().filter { $0.offset % 2 != half }.map(\.element)
      for (place, row) in tested.enumerated() {
        explained += mass(row, path[row], standsFor, &stamps)
        byChance += mass(row, path[tested[(place + 1) % tested.count]], standsFor, &stamps)
      }
    }
    return explained >= Self.leastExplained && explained >= 2 * byChance
  }

  private static let leastLinks = 6
  /// In nats: a few content words.
  private static let leastExplained: Float = 20

  /// The mass of a row's substituted words whose partners stand in a column.
  ///
  /// - Parameter stamps: for each term of the original the column that last looked at had it.
  private func mass(_ row: Int, _ column: Int, _ standsFor: [Int32], _ stamps: inout [Int32]) -> Float {
    for position in source.distinctTerms(column) { stamps[Int(source.distinct[position])] = Int32(column) }
    func has(_ term: Int32) -> Bool { term >= 0 && stamps[Int(term)] == Int32(column) }
    var mass: Float = 0
    for position in copy.distinctTerms(row) {
      let term = Int(copy.distinct[position])
      if has(standsFor[term]), !has(weights.sourceTerm[term]) { mass += weights.source[Int(standsFor[term])] }
    }
    return mass
  }

  // MARK: Rounds

  private func pairs(_ path: [Int]) -> [SubstitutionTable.Pair] { pairs(at: path.indices.filter { path[$0] >= 0 }) }

  private func pairs(at rows: [Int]) -> [SubstitutionTable.Pair] {
    rows.map {
      .init(copy: copy.sequence[copy.termRange($0)], source: source.sequence[source.termRange(path[$0])])
    }
  }

  private func learn(_ pairs: [SubstitutionTable.Pair]) -> SubstitutionTable {
    SubstitutionTable(pairs, sourceTerm: weights.sourceTerm, isNumber: copy.isNumber)
  }

  /// Overlap of words that are the same or stand for each other, and the skeletons' evidence.
  private func score(_ skeletonWeight: Float, into scores: Plane) {
    let sourceMass = (0..<source.count).map { sentence in
      source.distinctTerms(sentence).reduce(Float(0)) { $0 + weights.source[Int(source.distinct[$1])] }
    }
    for row in 0..<scores.rows {
      scores.fillRow(row, 0)
      var mass: Float = 0
      for position in copy.distinctTerms(row) {
        let term = Int(copy.distinct[position])
        let (partner, confidence) = standsFor[term]
        guard partner >= 0 else {
          mass += min(weights.copy[term], Self.mostUnmatched)
          continue
        }
        let weight = weights.source[Int(partner)]
        mass += weight
        for place in source.postings.range(of: Int(partner)) {
          scores[row, Int(source.postings.entries[place].sentence)] += confidence * weight
        }
      }
      for column in 0..<scores.columns {
        let overlap = 2 * scores[row, column] / max(1, mass + sourceMass[column])
        scores[row, column] = overlap + skeletonWeight * skeleton[row, column].clamped(-4, 5)
      }
    }
  }

  /// The best path through the pairs that score enough: on by one sentence is best, jumps cost a little, and sentences
  /// may be passed over on both sides.
  private static func path(_ scores: Plane) -> [Int] {
    let (rows, columns) = (scores.rows, scores.columns)
    guard rows > 0, columns > 0 else { return [] }
    let steps: [(step: Int, gain: Float)] = [(0, -0.02), (1, 0.10), (2, 0.05)]
    var best = [Float](repeating: -.infinity, count: columns)
    var none: Float = 0
    // Where each state came from: a column, -1 for no link in the row before.
    var origins = [Int32](repeating: -1, count: rows * (columns + 1))
    for row in 0..<rows {
      var next = [Float](repeating: 0, count: columns)
      let (top, topColumn) = best.enumerated().reduce((-Float.infinity, -1)) {
        $1.element > $0.0 ? ($1.element, $1.offset) : $0
      }
      for column in 0..<columns {
        var (value, origin) = (none, -1)
        if top - 0.05 > value { (value, origin) = (top - 0.05, topColumn) }
        for (step, gain) in steps where column >= step && best[column - step] + gain > value {
          (value, origin) = (best[column - step] + gain, column - step)
        }
        next[column] = value + scores[row, column] - leastScore
        origins[row * (columns + 1) + column] = Int32(origin)
      }
      if top > none { (none, origins[row * (columns + 1) + columns]) = (top, Int32(topColumn)) }
      best = next
    }
    let (top, topColumn) = best.enumerated().reduce((-Float.infinity, -1)) {
      $1.element > $0.0 ? ($1.element, $1.offset) : $0
    }
    var state = top > none ? topColumn : -1
    var path = [Int](repeating: -1, count: rows)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      path[row] = state
      state = Int(origins[row * (columns + 1) + (state < 0 ? columns : state)])
    }
    return path
  }
}
