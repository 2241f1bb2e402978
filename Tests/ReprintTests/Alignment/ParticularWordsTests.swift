import Testing

@testable import Reprint

@Suite struct ParticularWordsTests {
  private func strangers(_ page: String, of original: String) -> [Int] {
    let (original, page) = (AlignmentTexts.prepared(original), AlignmentTexts.prepared(page))
    let words = ParticularWords(original: original, page: page)
    return page.sentences.map { words.strangers(in: $0, of: page) }
  }

  private static let original =
    "The bridge at Denny Lock will be closed for two weeks. Ida Cole, who runs the post office, said the work would cost 340,000 pounds."

  @Test func namesAndNumbersThatTheOriginalLacksAreStrangers() {
    #expect(strangers(Self.original, of: Self.original) == [0, 0])
    #expect(
      strangers(
        "Drivers were warned by Ida Cole on Monday. At least 1,200 of them live in Tarn with Bela Orme.",
        of: Self.original) == [1, 4])
  }

  @Test func otherWordsAreNone() {
    #expect(
      strangers("Motorists will have to find another route while engineers repair it.", of: Self.original) == [0])
    // A word at the start of a sentence may be any.
    #expect(strangers("Yesterday nobody came. Nobody ever comes.", of: Self.original) == [0, 0])
  }

  @Test func headlinesTellNoNames() {
    #expect(strangers("Lock Bridge Shut While Bearings Are Replaced\n\nIt is shut.", of: Self.original) == [0, 0])
    #expect(strangers("Lock Bridge Shut For 14 Days Says Council\n\nIt is shut.", of: Self.original) == [1, 0])
  }

  @Test func capitalsOfNounsTellNoNames() {
    let original = "Die Brücke an der Schleuse bleibt für Autos zwei Wochen geschlossen. Die Lager werden ersetzt."
    let page = "Wegen der Arbeiten an den Lagern müssen Fahrer über das Dorf ausweichen, sagte die Stadt am Montag."
    #expect(strangers(page, of: original) == [0])
  }

  @Test func sentencesWithNamesOfTheOriginalAreOnTopic() {
    let (original, page) = (
      AlignmentTexts.prepared(Self.original),
      AlignmentTexts.prepared(
        "It was dark. The shop of Ida Cole was shut. The post office was shut. She met Bela Orme there.")
    )
    let words = ParticularWords(original: original, page: page)
    #expect(page.sentences.map { words.isOnTopic($0, of: page) } == [false, true, false, false])
  }
}
