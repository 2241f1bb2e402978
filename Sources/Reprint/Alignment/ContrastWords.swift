/// Words that contradict each other where one stands in the other's place.
enum ContrastWords {
  private enum Kind {
    /// Ordinals and parts, which English counts with the same words, and multiples.
    case order, multiple
    /// Names in dates.
    case weekday, month
    /// Words of two directions, each with the others of its kind.
    case comparison, height, place, course, time, size, age, quality, answer
    /// Four directions.
    case compass

    var fact: Alteration.Fact {
      switch self {
      case .order, .multiple, .weekday, .month: .number
      case .comparison, .height, .place, .course, .time, .size, .age, .quality, .answer, .compass: .opposite
      }
    }
  }

  private struct Meaning {
    var kind: Kind
    var value: Int
  }

  /// What is altered where the one stands for the other; nil where they may say the same, or nothing is known of one.
  static func fact(_ copy: Slice<UnsafeBufferPointer<UInt8>>, _ original: Slice<UnsafeBufferPointer<UInt8>>)
    -> Alteration.Fact?
  {
    guard let ours = meaning(copy), let theirs = meaning(original), ours.kind == theirs.kind,
      ours.value != theirs.value
    else { return nil }
    return ours.kind.fact
  }

  private static func meaning(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Meaning? {
    guard word.count <= longest else { return nil }
    return meanings[String(decoding: word.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)]
  }

  /// Bytes of the longest word.
  private static let longest = meanings.keys.lazy.map(\.utf8.count).max() ?? 0

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    /// Each line has words of one meaning, which contradict those of the other lines.
    func add(_ kind: Kind, _ lines: String...) {
      for (value, line) in lines.enumerated() {
        for word in line.split(separator: " ") { meanings[String(word)] = Meaning(kind: kind, value: value) }
      }
    }
    add(
      .order, "first", "half halves second", "third thirds", "quarter quarters fourth", "fifth fifths", "sixth sixths",
      "seventh sevenths", "eighth eighths", "ninth ninths", "tenth tenths", "eleventh", "twelfth", "thirteenth",
      "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "last final")
    add(
      .multiple, "once", "twice double doubled doubling", "thrice triple tripled treble trebled", "quadrupled",
      "halved halving")
    add(
      .weekday, "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
      "saturday sat", "sunday sun")
    add(
      .month, "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
      "september sep sept", "october oct", "november nov", "december dec")
    add(
      .compass, "north northern northward", "east eastern eastward", "south southern southward",
      "west western westward")
    add(.comparison, "more most", "fewer less least fewest")
    add(.height, "higher highest above over", "lower lowest below under")
    add(.place, "up", "down")
    add(.time, "after later", "before earlier")
    add(
      .size, "larger largest bigger biggest longer longest greater greatest", "smaller smallest shorter shortest")
    add(.age, "older oldest", "younger youngest newer newest")
    add(.quality, "better best stronger strongest faster fastest", "worse worst weaker weakest slower slowest")
    add(
      .answer, "accepted accepts accept approved approves approve supported supports support",
      "rejected rejects reject refused refuses refuse opposed opposes oppose denied denies deny")
    add(
      .course,
      "rose rise rises risen rising increase increases increased increasing grew grow grows growing grown gained gain "
        + "gains climbed climb climbs jumped jump jumps soared surged",
      "fell fall falls fallen falling decrease decreases decreased decreasing declined decline declines dropped drop "
        + "drops shrank shrink shrinks shrunk slid slumped plunged tumbled lost lose loses")
    return meanings
  }()
}
