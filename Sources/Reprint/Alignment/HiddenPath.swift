/// The place in the original that the copy has come to at each of its sentences, linked or not.
///
/// A hidden Markov model: between two sentences the place stays, goes on by a few sentences or, seldom, jumps; a sentence
/// is a link to its place by the odds of that pair. The forward-backward algorithm gives what both sides of a sentence
/// say of it, so that a sentence between two sure links has a likely place whatever its words are.
///
/// Rabiner, "A Tutorial on Hidden Markov Models and Selected Applications in Speech Recognition", 1989,
/// doi:10.1109/5.18626.
struct HiddenPath: ~Copyable {
  /// Chances of steps from two back to four on; what is left jumps anywhere.
  private static let steps: InlineArray<7, Float> = [0.02, 0.05, 0.12, 0.36, 0.12, 0.06, 0.02]
  private static let furthestBack = 2
  private static let jump: Float = 0.25
  /// Chances that a link follows a link, and that one follows a sentence from elsewhere.
  private static let linkAfterLink: Float = 0.8
  private static let linkAfterNone: Float = 0.35

  private let rows: Int
  private let columns: Int
  /// From one row to the next, with room for steps over either end.
  private let width: Int
  /// Row sums of the step chances, which are cut off at the ends of the text; and 1 for each place, 0 outside.
  private let normal: PlaneStack

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    width = (columns + Plane.width - 1) / Plane.width * Plane.width + 2 * Plane.width
    normal = PlaneStack(planes: 2, rows: 1, columns: width)
    normal[0].fill(1)
    for place in 0..<columns {
      normal[0][Plane.width + place] = Self.steps.indices.reduce(Self.jump) {
        (0..<columns).contains(place + $1 - Self.furthestBack) ? $0 + Self.steps[$1] : $0
      }
      normal[1][Plane.width + place] = 1
    }
  }

  /// The planes to fill, with a figure for each live pair: padded ones.
  struct Result {
    /// Log-odds of the link with everything known.
    var link: Plane
    /// Logarithm of the chance that the copy stands at a place, linked or not.
    var place: Plane
    /// The same from the other sentences alone.
    var prior: Plane
    var priorLink: Plane
  }

  /// Calls `body` with the place of each four columns of a row.
  @inline(__always)
  private func forEachLanes(_ row: Int, _ body: (_ place: Int) -> Void) {
    let start = row &* width
    for place in stride(from: start &+ Plane.width, to: start &+ width &- Plane.width, by: Plane.width) { body(place) }
  }

  /// The log-odds of all pairs, for ``run(odds:_:trust:into:)``.
  static func odds(_ probabilities: Plane, into result: Plane) {
    for pair in stride(from: 0, to: probabilities.count, by: Plane.width) {
      result.setLanes(pair, Logarithm.odds(probabilities.lanes(pair)))
    }
  }

  /// - Parameters:
  ///   - logOdds: of all pairs.
  ///   - live: the pairs whose figures are wanted; nil for all.
  ///   - trust: what the log-odds are multiplied with, 1 or less.
  /// - Complexity: O(rows x columns).
  func run(odds logOdds: Plane, _ live: LivePairs? = nil, trust: Float, into result: Result) {
    guard rows > 0, columns > 0 else { return }
    let live = live ?? LivePairs(all: logOdds)
    let wide = PlaneStack(planes: 5, rows: rows, columns: width)
    let odds = wide[0]
    for row in 0..<rows {
      forEachLanes(row) { place in
        let column = place - row * width - Plane.width
        let value = (trust * logOdds.lanes(row * columns + column)).bounded(by: 7)
        let isPlace = Lanes(repeating: 0).isLess(than: normal[1].lanes(Plane.width + column))
        odds.setLanes(place, Lanes.select(isPlace, Logarithm.exponential(value), Lanes(repeating: 0)))
      }
    }
    let predicted = (wide[1], wide[2])  // linked, not, before the row is looked at
    let behind = (wide[3], wide[4])  // what the rows behind say
    forward(odds, predicted.0, predicted.1)
    backward(odds, behind.0, behind.1)
    let figures = PlaneStack(planes: 5, rows: 1, columns: live.count, isPadded: true, isFilled: false)
    let (linked, other, weight) = (figures[0], figures[1], figures[2])
    let (totals, priorTotals) = (figures[3], figures[4])
    for row in 0..<rows where !live.isEmpty(row) {
      var total = Lanes(repeating: 0)
      var priorTotal = Lanes(repeating: 0)
      forEachLanes(row) { place in
        let linked = predicted.0.lanes(place) * behind.0.lanes(place)
        let other = predicted.1.lanes(place) * behind.1.lanes(place)
        priorTotal += linked + other
        total += linked * odds.lanes(place) + other
      }
      let (sum, priorSum) = (max(total.sum(), 1e-30), max(priorTotal.sum(), 1e-30))
      live.forEach(in: row) { column, pair in
        let place = row * width + Plane.width + column
        linked[pair] = predicted.0[place] * behind.0[place]
        other[pair] = predicted.1[place] * behind.1[place]
        weight[pair] = odds[place]
        totals[pair] = sum
        priorTotals[pair] = priorSum
      }
    }
    for pair in stride(from: 0, to: live.count, by: Plane.width) {
      let (linked, other) = (linked.lanes(pair), other.lanes(pair))
      let (total, priorTotal) = (totals.lanes(pair), priorTotals.lanes(pair))
      let link = linked * weight.lanes(pair) / total
      result.link.setLanes(pair, Logarithm.odds(link.atMost(1)))
      result.place.setLanes(pair, Logarithm.of(link + other / total + 1e-3))
      result.prior.setLanes(pair, Logarithm.of((linked + other) / priorTotal + 1e-3))
      result.priorLink.setLanes(pair, Logarithm.of(linked / priorTotal + 1e-3))
    }
  }

  private func forward(_ odds: Plane, _ linked: Plane, _ other: Plane) {
    forEachLanes(0) { place in
      let start = normal[1].lanes(place) * (0.5 / Float(columns))
      linked.setLanes(place, start)
      other.setLanes(place, start)
    }
    let buffer = PlaneStack(planes: 1, rows: 1, columns: width)
    let leaving = buffer[0]
    for row in 1..<max(rows, 1) {
      var total = Lanes(repeating: 0)
      forEachLanes(row - 1) { total += linked.lanes($0) * odds.lanes($0) + other.lanes($0) }
      let scale = 1 / max(total.sum(), 1e-30)
      var all = Lanes(repeating: 0)
      forEachLanes(row - 1) { place in
        let column = place &- (row &- 1) &* width
        let link = linked.lanes(place) * odds.lanes(place) * scale
        let none = other.lanes(place) * scale
        let value = (link * Self.linkAfterLink + none * Self.linkAfterNone) / normal[0].lanes(column)
        leaving.setLanes(column, value)
        all += value
        other.setLanes(place &+ width, link * (1 - Self.linkAfterLink) + none * (1 - Self.linkAfterNone))
      }
      let anywhere = all.sum() * (Self.jump / Float(columns))
      forEachLanes(row) { place in
        let column = place &- row &* width
        var sum = Lanes(repeating: anywhere)
        for step in Self.steps.indices { sum += leaving.lanes(column &+ Self.furthestBack &- step) * Self.steps[step] }
        linked.setLanes(place, sum * normal[1].lanes(column))
      }
    }
  }

  private func backward(_ odds: Plane, _ linked: Plane, _ other: Plane) {
    forEachLanes(rows - 1) { place in
      let start = normal[1].lanes(place - (rows - 1) * width)
      linked.setLanes(place, start)
      other.setLanes(place, start)
    }
    let buffer = PlaneStack(planes: 1, rows: 1, columns: width)
    let arriving = buffer[0]
    for row in stride(from: rows - 1, to: 0, by: -1) {
      var all = Lanes(repeating: 0)
      forEachLanes(row) { place in
        let value = linked.lanes(place) * odds.lanes(place)
        arriving.setLanes(place &- row &* width, value)
        all += value
      }
      let anywhere = all.sum() * (Self.jump / Float(columns))
      var total = Lanes(repeating: 0)
      forEachLanes(row) { place in
        let column = place &- row &* width
        var sum = Lanes(repeating: anywhere)
        for step in Self.steps.indices {
          sum += arriving.lanes(column &+ step &- Self.furthestBack) * Self.steps[step]
        }
        sum = sum / normal[0].lanes(column) * normal[1].lanes(column)
        let stay = other.lanes(place)
        let link = Self.linkAfterLink * sum + (1 - Self.linkAfterLink) * stay
        let none = Self.linkAfterNone * sum + (1 - Self.linkAfterNone) * stay
        linked.setLanes(place &- width, link)
        other.setLanes(place &- width, none)
        total += link + none
      }
      let scale = Float(2 * columns) / max(total.sum(), 1e-30)
      forEachLanes(row - 1) { place in
        linked.setLanes(place, linked.lanes(place) * scale)
        other.setLanes(place, other.lanes(place) * scale)
      }
    }
  }
}
