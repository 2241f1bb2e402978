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
    func add(_ kind: Kind, _ value: Int, _ words: String) {
      for word in words.split(separator: " ") { meanings[String(word)] = Meaning(kind: kind, value: value) }
    }
    /// Words of one meaning have a stroke between them.
    func addEach(_ kind: Kind, _ words: String) {
      for (value, same) in words.split(separator: " ").enumerated() {
        for word in same.split(separator: "/") { meanings[String(word)] = Meaning(kind: kind, value: value) }
      }
    }
    let ordinals = [
      "first", "half halves second", "third thirds", "quarter quarters fourth", "fifth fifths", "sixth sixths",
      "seventh sevenths", "eighth eighths", "ninth ninths", "tenth tenths", "eleventh", "twelfth", "thirteenth",
      "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ]
    for (place, words) in ordinals.enumerated() { add(.order, place + 1, words) }
    add(.order, -1, "last final")
    for (place, words) in ["twice double doubled doubling", "thrice triple tripled treble trebled", "quadrupled"]
      .enumerated()
    {
      add(.multiple, place + 2, words)
    }
    add(.multiple, 1, "once")
    add(.multiple, -2, "halved halving")
    addEach(
      .weekday, "monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun")
    addEach(
      .month,
      "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct "
        + "november/nov december/dec")
    addEach(.compass, "north/northern/northward east/eastern/eastward south/southern/southward west/western/westward")
    add(.comparison, 1, "more most")
    add(.comparison, -1, "fewer less least fewest")
    add(.height, 1, "higher highest above over")
    add(.height, -1, "lower lowest below under")
    add(.place, 1, "up")
    add(.place, -1, "down")
    add(.time, 1, "after later")
    add(.time, -1, "before earlier")
    add(.size, 1, "larger largest bigger biggest longer longest greater greatest")
    add(.size, -1, "smaller smallest shorter shortest")
    add(.age, 1, "older oldest")
    add(.age, -1, "younger youngest newer newest")
    add(.quality, 1, "better best stronger strongest faster fastest")
    add(.quality, -1, "worse worst weaker weakest slower slowest")
    add(.answer, 1, "accepted accepts accept approved approves approve supported supports support")
    add(.answer, -1, "rejected rejects reject refused refuses refuse opposed opposes oppose denied denies deny")
    add(
      .course, 1, "rose rise rises risen rising increase increases increased increasing grew grow grows growing grown")
    add(.course, 1, "gained gain gains climbed climb climbs jumped jump jumps soared surged")
    add(.course, -1, "fell fall falls fallen falling decrease decreases decreased decreasing declined decline declines")
    add(.course, -1, "dropped drop drops shrank shrink shrinks shrunk slid slumped plunged tumbled lost lose loses")
    return meanings
  }()
}
