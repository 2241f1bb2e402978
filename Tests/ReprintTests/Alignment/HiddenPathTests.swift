import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct HiddenPathTests {
  /// A sentence's state: where the copy stands, and whether the sentence is a link to there.
  private struct State {
    var place: Int
    var isLink: Bool
  }

  private static let steps = [0: 0.12, 1: 0.36, 2: 0.12, 3: 0.06, -1: 0.05, -2: 0.02, 4: 0.02]

  /// The chance of going from a state to the next sentence's.
  private func transition(_ from: State, _ to: State, columns: Int) -> Double {
    let link = from.isLink ? 0.8 : 0.35
    guard to.isLink else { return to.place == from.place ? 1 - link : 0 }
    func chance(_ place: Int) -> Double { (Self.steps[place - from.place] ?? 0) + 0.25 / Double(columns) }
    return link * chance(to.place) / (0..<columns).reduce(0) { $0 + chance($1) }
  }

  /// What is to be known of a pair, as chances.
  private struct Posterior {
    var link = 0.0
    var place = 0.0
    var prior = 0.0
    var priorLink = 0.0
  }

  /// Goes through all paths.
  private func enumerate(_ odds: [[Double]], rows: Int, columns: Int) -> [[Posterior]] {
    let states = (0..<columns).flatMap { [State(place: $0, isLink: true), State(place: $0, isLink: false)] }
    var result = [[Posterior]](repeating: Array(repeating: Posterior(), count: columns), count: rows)
    var total = 0.0
    var priorTotals = [Double](repeating: 0, count: rows)
    func extend(_ path: [State], _ chance: Double) {
      guard path.count == rows else {
        for state in states {
          let next = path.last.map { transition($0, state, columns: columns) } ?? 0.5 / Double(columns)
          extend(path + [state], chance * next)
        }
        return
      }
      let evidence = path.enumerated().map { $1.isLink ? odds[$0][$1.place] : 1 }
      let weight = chance * evidence.reduce(1, *)
      total += weight
      for (row, state) in path.enumerated() {
        let prior = weight / evidence[row]
        priorTotals[row] += prior
        result[row][state.place].place += weight
        result[row][state.place].prior += prior
        if state.isLink {
          result[row][state.place].link += weight
          result[row][state.place].priorLink += prior
        }
      }
    }
    extend([], 1)
    for row in 0..<rows {
      for column in 0..<columns {
        result[row][column].link /= total
        result[row][column].place /= total
        result[row][column].prior /= priorTotals[row]
        result[row][column].priorLink /= priorTotals[row]
      }
    }
    return result
  }

  private static func odds(_ probabilities: Plane) -> PlaneStack {
    let stack = PlaneStack(planes: 1, rows: probabilities.rows, columns: probabilities.columns, isPadded: true)
    HiddenPath.odds(probabilities, into: stack[0])
    return stack
  }

  private func check(_ probabilities: Plane, trust: Double, _ name: String) {
    let (rows, columns) = (probabilities.rows, probabilities.columns)
    let odds = (0..<rows).map { row in
      (0..<columns).map { column in
        let value = Double(probabilities[row, column])
        return exp(max(-7, min(7, trust * log((value + 1e-4) / (1 - value + 1e-4)))))
      }
    }
    let expected = enumerate(odds, rows: rows, columns: columns)
    let planes = PlaneStack(planes: 4, rows: rows, columns: columns, isPadded: true)
    let logOdds = Self.odds(probabilities)
    HiddenPath(rows: rows, columns: columns).run(
      odds: logOdds[0], trust: Float(trust),
      into: .init(link: planes[0], place: planes[1], prior: planes[2], priorLink: planes[3]))
    for row in 0..<rows {
      for column in 0..<columns {
        let posterior = expected[row][column]
        let link = log((posterior.link + 1e-4) / (1 - posterior.link + 1e-4))
        let pair = "\(name), row \(row), column \(column)"
        // Log-odds of a sure link hang on the last bits of the probability.
        #expect(abs(Double(planes[0][row, column]) - link) < 0.02, "\(pair)")
        #expect(abs(Double(planes[1][row, column]) - log(posterior.place + 1e-3)) < 2e-3, "\(pair)")
        #expect(abs(Double(planes[2][row, column]) - log(posterior.prior + 1e-3)) < 2e-3, "\(pair)")
        #expect(abs(Double(planes[3][row, column]) - log(posterior.priorLink + 1e-3)) < 2e-3, "\(pair)")
      }
    }
  }

  @Test func posteriorsEqualAllPathsTogether() {
    var generator = SeededGenerator(seed: 11)
    for (rows, columns) in [(1, 1), (1, 4), (4, 1), (2, 2), (3, 3), (2, 7), (4, 2), (3, 4)] {
      for trust in [1, 0.6] {
        let some = PlaneStack.random(&generator, rows: rows, columns: columns)
        check(some[0], trust: trust, "\(rows) x \(columns)")
        let sure = PlaneStack.random(&generator, rows: rows, columns: columns, values: [0, 1, 0, 0.01])
        check(sure[0], trust: trust, "sure, \(rows) x \(columns)")
      }
    }
  }

  @Test func aSentenceBetweenTwoLinksHasALikelyPlace() {
    let p = PlaneStack(planes: 1, rows: 5, columns: 9)
    p[0].fill(0.02)
    for row in [0, 1, 3, 4] { p[0][row, row + 2] = 0.98 }
    let planes = PlaneStack(planes: 4, rows: 5, columns: 9, isPadded: true)
    let odds = Self.odds(p[0])
    HiddenPath(rows: 5, columns: 9).run(
      odds: odds[0], trust: 1, into: .init(link: planes[0], place: planes[1], prior: planes[2], priorLink: planes[3]))
    #expect(planes[3].largestInRow(2).column == 4)
    #expect(planes[0].largestInRow(2).column == 4)
    #expect(planes[0][2, 4] > planes[0][2, 8] + 1)
  }

  @Test func longPathsAndNoneStayFinite() {
    let p = PlaneStack(planes: 1, rows: 400, columns: 30)
    p[0].set { $0 % 7 == 0 ? 1 : 0 }
    let planes = PlaneStack(planes: 4, rows: 400, columns: 30, isPadded: true)
    let odds = Self.odds(p[0])
    HiddenPath(rows: 400, columns: 30).run(
      odds: odds[0], trust: 1, into: .init(link: planes[0], place: planes[1], prior: planes[2], priorLink: planes[3]))
    let values = planes.all.flatMap(\.values)
    #expect(values.allSatisfy { $0.isFinite })
    for (rows, columns) in [(0, 0), (0, 3), (3, 0)] {
      let none = PlaneStack(planes: 4, rows: rows, columns: columns, isPadded: true)
      HiddenPath(rows: rows, columns: columns).run(
        odds: none[0], trust: 1, into: .init(link: none[0], place: none[1], prior: none[2], priorLink: none[3]))
    }
  }
}
