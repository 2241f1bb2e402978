import Testing

@testable import Reprint

@Suite struct MeasureTests {
  /// The measure of the first number of a text.
  private func measure(_ text: String) -> Measure? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      PreparedText(buffer).words.first(where: \.isNumber).flatMap { Measure($0, in: buffer) }
    }
  }

  @Test(arguments: [
    ("about 68 miles away", Measure.Dimension.length, 109_435.4), ("a 25km run", .length, 25_000),
    ("an 8-foot wall", .length, 2.4384), ("some 3 kg of salt", .mass, 3), ("12 acres of wood", .area, 48_562.3),
    ("over 5 square miles", .area, 12_949_940.6), ("at 30 °C", .temperature, 30),
    ("at 590 degrees Fahrenheit", .temperature, 310), ("by 3:12 a.m.", .timeOfDay, 192), ("by 3.12pm", .timeOfDay, 912),
    ("by 11 p.m. on", .timeOfDay, 1380), ("for $3.8 million", .money("$"), 3.8e6), ("for £34m", .money("£"), 34e6),
    ("for €5", .money("€"), 5), ("for $US3.8 million", .money("$"), 3.8e6), ("for US$3.8 million", .money("$"), 3.8e6),
    ("for A$3.8 million", .money("a$"), 3.8e6), ("for 31 million euros", .money("€"), 31e6),
  ])
  func measuresAreReadByWhatStandsBeside(text: String, dimension: Measure.Dimension, value: Double) throws {
    let measure = try #require(self.measure(text))
    #expect(measure.dimension == dimension)
    #expect(abs(measure.value - value) <= 1e-5 * value)
  }

  @Test(arguments: ["the 31 bells", "in 2019 alone", "at 40 degrees", "31", "5 ambitious men", "12:75", "3.12 amps"])
  func otherNumbersMeasureNothing(text: String) { #expect(measure(text) == nil) }

  @Test func conversionsMayBeRounded() throws {
    func mayBe(_ one: String, _ other: String) throws -> Bool {
      try #require(self.measure(one)).mayBe(try #require(self.measure(other)))
    }
    #expect(try mayBe("68 miles", "110 kilometres"))
    #expect(try mayBe("19 miles", "30 kilometres"))
    #expect(try !mayBe("19 miles", "40 kilometres"))
    #expect(try !mayBe("19 miles", "30 kg"))
    #expect(try mayBe("$45 million", "£34m"))
    #expect(try !mayBe("$45 million", "$34m"))
    #expect(try mayBe("590 °F", "310 °C"))
    #expect(try mayBe("3:12 a.m.", "3.12am"))
    #expect(try !mayBe("3:12 a.m.", "3.12pm"))
  }
}
