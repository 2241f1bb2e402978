import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct LinkDecoderTests {
  private func decoder(_ first: Float, _ further: Float) -> LinkDecoder {
    LinkDecoder(AlignmentModel(passes: [], firstLink: first, furtherLink: further))
  }

  private func links(_ values: [Float], _ first: Float, _ further: Float, words: Int = 9) -> [Int] {
    let stack = PlaneStack(planes: 1, rows: 1, columns: values.count)
    stack[0].set { values[$0] }
    return decoder(first, further).links(stack[0], row: 0, words: words)
  }

  @Test func upToThreeLinksTheLikeliestFirst() {
    #expect(links([0.9, 0.6, 0.1, 0.95], 0.45, 0.5) == [3, 0, 1])
    #expect(links([0.6, 0.9, 0.8, 0.7], 0.45, 0.5) == [1, 2, 3])
    #expect(links([0.7, 0.7, 0.7, 0.7], 0.45, 0.5) == [0, 1, 2])
    #expect(links([0.47, 0.46], 0.45, 0.5) == [0])
    #expect(links([0.44, 0.1], 0.45, 0.5) == [])
    #expect(links([0.5, 0.4], 0.5, 0.4) == [0, 1])
    #expect(links([0.45, 0.44], 0.5, 0.4) == [])
    #expect(links([], 0.45, 0.5) == [])
  }

  @Test func fewWordsHaveNoLinks() {
    #expect(links([0.9], 0.45, 0.5, words: 2) == [])
    #expect(links([0.9], 0.45, 0.5, words: 3) == [0])
  }

  @Test func equalsSorting() {
    var generator = SeededGenerator(seed: 10)
    for trial in 0..<500 {
      let (rows, columns) = (generator.number(1...4), generator.number(1...8))
      let stack = PlaneStack.random(&generator, rows: rows, columns: columns, values: [0, 0.2, 0.4, 0.5, 0.6, 0.9, 1])
      let (first, further) = (generator.pick([0.3, 0.45, 0.6] as [Float]), generator.pick([0.4, 0.5, 0.9] as [Float]))
      for row in 0..<rows {
        let values = (0..<columns).map { stack[0][row, $0] }
        let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
        var expected: [Int] = []
        if values[order[0]] >= first {
          expected = [order[0]] + order.dropFirst().prefix(2).filter { values[$0] >= further }
        }
        #expect(decoder(first, further).links(stack[0], row: row, words: 5) == expected, "trial \(trial)")
      }
    }
  }
}
