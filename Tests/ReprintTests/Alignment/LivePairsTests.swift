import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct LivePairsTests {
  @Test func pairsStandRowByRow() {
    var generator = SeededGenerator(seed: 21)
    for trial in 0..<50 {
      let (rows, columns) = (generator.number(0...6), generator.number(0...6))
      let stack = PlaneStack.random(&generator, rows: rows, columns: columns, values: [0, 0.2, 0.4])
      let plane = stack[0]
      let live = LivePairs(plane, atLeast: 0.2)
      let expected = plane.values.indices.filter { plane[$0] >= 0.2 }
      #expect(live.count == expected.count, "trial \(trial)")
      var found: [Int] = []
      live.forEach { row, column, number in
        #expect(number == found.count, "trial \(trial)")
        found.append(row * columns + column)
      }
      #expect(found == expected, "trial \(trial)")
      for row in 0..<rows {
        var columnsFound: [Int] = []
        live.forEach(in: row) { column, number in
          #expect(expected[number] == row * columns + column, "trial \(trial)")
          columnsFound.append(column)
        }
        #expect(columnsFound == (0..<columns).filter { plane[row, $0] >= 0.2 }, "trial \(trial)")
      }
    }
  }

  @Test func figuresAreTakenOutAndPutBack() {
    let stack = PlaneStack(planes: 2, rows: 2, columns: 3)
    for (place, value) in [0.1, 0.9, 0.2, 0.8, 0.7, 0].enumerated() { stack[0][place] = Float(value) }
    let live = LivePairs(stack[0], atLeast: 0.5)
    let figures = PlaneStack(planes: 1, rows: 1, columns: live.count)
    live.gather(stack[0], into: figures[0])
    #expect(figures[0].values == [0.9, 0.8, 0.7])
    for number in 0..<3 { figures[0][number] *= 10 }
    live.scatter(figures[0], into: stack[1])
    #expect(stack[1].values == [0, 9, 0, 8, 7, 0])
    #expect(LivePairs(all: stack[0]).count == 6)
  }
}
