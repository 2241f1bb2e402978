import Testing

@testable import Reprint

@Suite struct SpunOrderTests {
  private let original = AlignmentTexts.prepared(
    """
    The first ship left the harbour at dawn. A second one followed with coal. The third had nobody aboard. All of them \
    reached the cape. The owner of the fleet said nothing.
    """)
  private let copy = AlignmentTexts.prepared(
    """
    The foremost hull left the harbour at dawn. An additional one pursued with fuel. The tertiary did not own anybody. \
    Every one of them hit the cape. The proprietor of the armada articulated not a thing.
    """)

  /// - Parameter sources: for each sentence of the copy its only source, or -1.
  private func order(_ sources: [Int], copy: PreparedText? = nil) -> SpunOrder {
    SpunOrder(
      sources.map { $0 < 0 ? [] : [.init(sentence: $0, score: 1)] }, copy: copy ?? self.copy, original: original)
  }

  @Test func aLinkBesideANeighboursIsInOrder() {
    let found = order([0, 1, 2, 3, 1])
    #expect(found.isInOrder(2, 2) && found.isInOrder(0, 0))
    #expect(!found.isInOrder(1, 1), "another sentence has it too")
    #expect(!found.isInOrder(4, 1) && !found.isInOrder(4, 2))
    #expect(!order([0, 3, -1, -1, -1]).isInOrder(1, 3))
  }

  @Test func whatIsLeftBetweenTwoNeighboursIsASentencesSource() {
    let found = order([0, -1, 2, -1, 4])
    #expect((0..<5).map { found.missing($0) } == [nil, 1, nil, 3, nil])
    #expect(order([0, -1, -1, 3, 4]).missing(1) == nil, "there are two")
    #expect(order([0, -1, 1, 2, 3]).missing(1) == nil, "nothing is left")
    #expect(order([2, -1, 0, 1, 3]).missing(1) == nil)
    #expect(order([-1, 1, 2, 3, -1]).missing(0) == nil, "nothing stands before")
  }

  @Test func aSentenceIsAboutAsLongAsItsSource() {
    let text = AlignmentTexts.prepared(
      "The foremost hull left the harbour at dawn. Ad. The tertiary did not own anybody. Every one of them hit it. Yes."
    )
    #expect(order([0, -1, 2, 3, 4], copy: text).missing(1) == nil)
    #expect(!order([0, 1, 2, 3, 4], copy: text).isInOrder(4, 4))
  }

  @Test func headingsDoNotStandBetweenSentences() {
    let text = AlignmentTexts.prepared(
      "The foremost hull left.\n\nShips and coal\n\nAn additional one pursued.\n\nMore news\n\nThe tertiary did not.")
    #expect(text.sentences.map(\.isTerminated) == [true, false, true, false, true])
    let found = order([0, 1, -1, -1, 2], copy: text)
    #expect(found.missing(2) == 1, "a heading's source is not taken")
    #expect(found.isInOrder(4, 2) == false && order([0, -1, 1, -1, 2], copy: text).isInOrder(4, 2))
  }

  @Test func ofTextsWithOtherNumbersTheOrderSaysNothing() {
    let report = "Sales rose to 31 million. Profits fell to 4 million. The chief had no comment to make."
    let original = AlignmentTexts.prepared(report)
    for (copy, isExpected) in [(report, true), (report.replacing("31", with: "35").replacing("4 ", with: "9 "), false)]
    {
      let links = [0, 1, 2].map { [CopyAligner.Reading.Link(sentence: $0, score: 1)] }
      let order = SpunOrder(links, copy: AlignmentTexts.prepared(copy), original: original)
      #expect(order.isInOrder(2, 2) == isExpected)
    }
  }
}
