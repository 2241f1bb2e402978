import Testing

@testable import Reprint

@Suite struct NumberWordingTests {
  /// Whether the first numbers of two texts may say the same.
  private func maySay(_ text: String, _ other: String) -> Bool {
    func wording(_ text: String) -> NumberWording {
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        NumberWording(PreparedText(bytes).words.first { $0.isNumber }!, in: bytes)
      }
    }
    let (ours, theirs) = (wording(text), wording(other))
    #expect(ours.maySay(theirs) == theirs.maySay(ours))
    return ours.maySay(theirs)
  }

  @Test(arguments: [
    ("fuhren 2300 Menschen", "fuhren 2.300 Menschen"), ("41 300 Gäste", "41.300 Gäste"), ("1.300.000", "1300000"),
    ("since the 80s", "since the 1980s"), ("half a dozen years", "six years"),
    ("more than nine million", "$9.6 million"), ("over 40 people", "43 people"), ("nearly 60 per cent", "57 per cent"),
    ("about 300 tonnes", "314 tonnes"), ("close to £70,000", "£68,900"),
    ("70 per cent of them", "seven in 10 of them"), ("eight in ten of them", "80 per cent of them"),
  ]) func theSameIsSaidInOtherWords(text: String, other: String) {
    #expect(maySay(text, other))
  }

  @Test(arguments: [
    ("more than nine million", "$10.6 million"), ("rose to 40", "rose to 38"), ("over 40 people", "34 people"),
    ("nearly 60", "67"), ("2.300 metres", "23 metres"), ("in the 80s", "in the 1990s"), ("a dozen years", "six years"),
    ("seven in ten", "60 per cent"), ("3.5", "35"), ("about 300", "360"),
  ]) func otherNumbersAreOthers(text: String, other: String) {
    #expect(!maySay(text, other))
  }
}
