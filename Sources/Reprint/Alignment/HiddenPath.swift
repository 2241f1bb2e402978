/// The place in the original that the copy has come to at each of its sentences, linked or not.
///
/// A hidden Markov model: between two sentences the place stays, goes on by a few sentences or, seldom, jumps; a sentence
/// is a link to its place by the odds of that pair. The forward-backward algorithm gives what both sides of a sentence
/// say of it, so that a sentence between two sure links has a likely place whatever its words are.
///
/// Rabiner, "A Tutorial on Hidden Markov Models and Selected Applications in Speech Recognition", 1989,
/// doi:10.1109/5.18626.
struct HiddenPath {
  /// Chances of steps from two back to four on; what is left jumps anywhere.
  private static let steps: InlineArray<7, Float> = [0.02, 0.05, 0.12, 0.36, 0.12, 0.06, 0.02]
  private static let furthestBack = 2
  private static let furthestOn = 4
  private static let jump: Float = 0.25
  /// Chances that a link follows a link, and that one follows a sentence from elsewhere.
  private static let linkAfterLink: Float = 0.8
  private static let linkAfterNone: Float = 0.35

  private let rows: Int
  private let columns: Int
  /// Row sums of the step chances, which are cut off at the ends of the text.
  private let normal: [Float]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    normal = (0..<columns).map { place in
      Self.steps.indices.reduce(Self.jump) {
        (0..<columns).contains(place + $1 - Self.furthestBack) ? $0 + Self.steps[$1] : $0
      }
    }
  }

  /// The planes to fill, with a figure for each live pair.
  struct Result {
    /// Log-odds of the link with everything known.
    var link: Plane
    /// Logarithm of the chance that the copy stands at a place, linked or not.
    var place: Plane
    /// The same from the other sentences alone.
    var prior: Plane
    var priorLink: Plane
  }

  /// - Parameters:
  ///   - live: the pairs whose figures are wanted; nil for all.
  ///   - trust: what the log-odds are multiplied with, 1 or less.
  /// - Complexity: O(rows x columns).
  func run(_ probabilities: Plane, _ live: LivePairs? = nil, trust: Float, into result: Result) {
    guard rows > 0, columns > 0 else { return }
    let live = live ?? LivePairs(all: probabilities)
    let odds = PlaneStack(planes: 1, rows: rows, columns: columns)
    odds[0].set { Logarithm.exponential((trust * Logarithm.odds(probabilities[$0])).bounded(by: 7)) }
    let predicted = PlaneStack(planes: 2, rows: rows, columns: columns)  // linked, not, before the row is looked at
    let behind = PlaneStack(planes: 2, rows: rows, columns: columns)  // what the rows behind say
    forward(odds[0], predicted[0], predicted[1])
    backward(odds[0], behind[0], behind[1])
    for row in 0..<rows {
      var total: Float = 0
      var priorTotal: Float = 0
      for column in 0..<columns {
        let linked = predicted[0][row, column] * behind[0][row, column]
        let other = predicted[1][row, column] * behind[1][row, column]
        priorTotal += linked + other
        total += linked * odds[0][row, column] + other
      }
      (total, priorTotal) = (max(total, 1e-30), max(priorTotal, 1e-30))
      live.forEach(in: row) { column, pair in
        let linked = predicted[0][row, column] * behind[0][row, column]
        let other = predicted[1][row, column] * behind[1][row, column]
        let link = linked * odds[0][row, column] / total
        result.link[pair] = Logarithm.odds(min(1, link))
        result.place[pair] = Logarithm.of(link + other / total + 1e-3)
        result.prior[pair] = Logarithm.of((linked + other) / priorTotal + 1e-3)
        result.priorLink[pair] = Logarithm.of(linked / priorTotal + 1e-3)
      }
    }
  }

  private func forward(_ odds: Plane, _ linked: Plane, _ other: Plane) {
    for column in 0..<columns {
      linked[0, column] = 0.5 / Float(columns)
      other[0, column] = 0.5 / Float(columns)
    }
    // With room for steps over either end.
    var leaving = [Float](repeating: 0, count: columns + Self.furthestBack + Self.furthestOn)
    for row in 1..<max(rows, 1) {
      var total: Float = 0
      for column in 0..<columns {
        total += linked[row - 1, column] * odds[row - 1, column] + other[row - 1, column]
      }
      let scale = 1 / max(total, 1e-30)
      var anywhere: Float = 0
      for column in 0..<columns {
        let link = linked[row - 1, column] * odds[row - 1, column] * scale
        let none = other[row - 1, column] * scale
        let value = (link * Self.linkAfterLink + none * Self.linkAfterNone) / normal[column]
        leaving[column + Self.furthestOn] = value
        anywhere += value
        other[row, column] = link * (1 - Self.linkAfterLink) + none * (1 - Self.linkAfterNone)
      }
      anywhere *= Self.jump / Float(columns)
      for column in 0..<columns {
        var sum = anywhere
        for step in Self.steps.indices {
          sum += leaving[column + Self.furthestOn + Self.furthestBack - step] * Self.steps[step]
        }
        linked[row, column] = sum
      }
    }
  }

  private func backward(_ odds: Plane, _ linked: Plane, _ other: Plane) {
    linked.fillRow(rows - 1, 1)
    other.fillRow(rows - 1, 1)
    var arriving = [Float](repeating: 0, count: columns + Self.furthestBack + Self.furthestOn)
    for row in stride(from: rows - 1, to: 0, by: -1) {
      var anywhere: Float = 0
      for column in 0..<columns {
        let value = linked[row, column] * odds[row, column]
        arriving[column + Self.furthestBack] = value
        anywhere += value
      }
      anywhere *= Self.jump / Float(columns)
      var total: Float = 0
      for column in 0..<columns {
        var sum = anywhere
        for step in Self.steps.indices { sum += arriving[column + step] * Self.steps[step] }
        sum /= normal[column]
        let stay = other[row, column]
        linked[row - 1, column] = Self.linkAfterLink * sum + (1 - Self.linkAfterLink) * stay
        other[row - 1, column] = Self.linkAfterNone * sum + (1 - Self.linkAfterNone) * stay
        total += linked[row - 1, column] + other[row - 1, column]
      }
      let scale = Float(2 * columns) / max(total, 1e-30)
      for column in 0..<columns {
        linked[row - 1, column] *= scale
        other[row - 1, column] *= scale
      }
    }
  }
}
