import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct PlaneTests {
  /// Few values, so that there are ties.
  private static let coarse: [Float] = [0, 0.25, 0.5, 0.75, 1]

  @Test func planesOfAStackAreApart() {
    let stack = PlaneStack(planes: 3, rows: 2, columns: 4)
    #expect(stack.all.map(\.values) == Array(repeating: Array(repeating: 0, count: 8), count: 3))
    stack[1].set { Float($0) }
    stack[2].fill(5)
    stack[2].fillRow(1, 7)
    #expect(stack[0].values == Array(repeating: 0, count: 8))
    #expect(stack[1].values == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(stack[1][1, 2] == 6)
    #expect(stack[2].values == [5, 5, 5, 5, 7, 7, 7, 7])
    let empty = PlaneStack(planes: 2, rows: 0, columns: 3)
    #expect(empty[1].count == 0 && empty[1].rowLeaders().isEmpty)
  }

  /// The best two of values as sorting gives them, the earlier first of equals.
  private func sorted(_ values: [Float]) -> [Int] {
    values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
  }

  @Test func leadersAreTheTwoLargest() {
    var generator = SeededGenerator(seed: 8)
    for trial in 0..<200 {
      let (rows, columns) = (generator.number(1...6), generator.number(1...6))
      let stack = PlaneStack.random(&generator, rows: rows, columns: columns, values: Self.coarse)
      let plane = stack[0]
      func check(_ leaders: Leaders, _ values: [Float], _ what: String) {
        let order = sorted(values)
        #expect(leaders.place == order[0] && leaders.first == values[order[0]], "trial \(trial), \(what)")
        #expect(leaders.secondPlace == (order.count > 1 ? order[1] : -1), "trial \(trial), \(what)")
        for place in values.indices {
          let other = order.first { $0 != place }
          #expect(leaders.other(than: place) == other.map { values[$0] } ?? 0, "trial \(trial), \(what)")
        }
      }
      for (row, leaders) in plane.rowLeaders().enumerated() {
        let values = (0..<columns).map { plane[row, $0] }
        check(leaders, values, "row \(row)")
        let largest = plane.largestInRow(row)
        #expect(largest == (leaders.first, leaders.place), "trial \(trial), row \(row)")
      }
      for (column, leaders) in plane.columnLeaders().enumerated() {
        let values = (0..<rows).map { plane[$0, column] }
        check(leaders, values, "column \(column)")
        let largest = plane.largestInColumn(column)
        #expect(largest == (leaders.first, leaders.place), "trial \(trial), column \(column)")
      }
    }
  }

  @Test func aSingleColumnHasNoOther() {
    let stack = PlaneStack(planes: 1, rows: 2, columns: 1)
    stack[0][1, 0] = 0.5
    let leaders = stack[0].rowLeaders()
    #expect(leaders.map { $0.other(than: 0) } == [0, 0])
    #expect(leaders.map(\.secondPlace) == [-1, -1])
    #expect(leaders.map(\.first) == [0, 0.5])
    #expect(stack[0].columnLeaders()[0].other(than: 1) == 0)
  }

  @Test func lanesAreThePlanesInVectors() {
    let stack = PlaneStack(planes: 2, rows: 1, columns: 16)
    for place in 0..<16 { (stack[0][place], stack[1][place]) = (Float(place), Float(100 + place)) }
    let lanes = stack.lanes(SIMD8<Float>.self)
    #expect(lanes[0] == SIMD8(0, 1, 2, 3, 4, 5, 6, 7) && lanes[3] == SIMD8(108, 109, 110, 111, 112, 113, 114, 115))
    #expect(Int(bitPattern: lanes) % MemoryLayout<SIMD8<Float>>.alignment == 0)
  }

  @Test func supportIsTheBestOfTheDiagonalsBeside() {
    var generator = SeededGenerator(seed: 9)
    // How much a value counts that lies so many rows and columns on.
    func weight(_ rows: Int, _ columns: Int) -> Float {
      switch rows {
      case 1: (-1...2).contains(columns) ? 1 : 0
      case 2: (-1...3).contains(columns) ? 0.7 : 0
      case -1: (-2...1).contains(columns) ? 1 : 0
      case -2: (-3...1).contains(columns) ? 0.7 : 0
      default: 0
      }
    }
    for trial in 0..<100 {
      let (rows, columns) = (generator.number(0...7), generator.number(0...7))
      let stack = PlaneStack.random(&generator, rows: rows, columns: columns)
      let framed = FramedPlane(stack[0])
      let all = PlaneStack(planes: 1, rows: rows, columns: columns, isPadded: true, isFilled: false)
      framed.writeSupport(to: all[0])
      #expect(framed[-2, 0] == 0 && framed[rows + 1, columns + 3] == 0, "trial \(trial)")
      for row in 0..<rows {
        for column in 0..<columns {
          #expect(all[0][row, column] == stack[0].support(row, column), "trial \(trial)")
          #expect(framed[row, column] == stack[0][row, column], "trial \(trial)")
          var best: Float = 0
          for other in 0..<rows {
            for place in 0..<columns { best = max(best, weight(other - row, place - column) * stack[0][other, place]) }
          }
          #expect(abs(stack[0].support(row, column) - best) < 1e-6, "trial \(trial)")
        }
      }
    }
  }
}
