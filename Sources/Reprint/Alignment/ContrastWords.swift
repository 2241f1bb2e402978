/// Words that contradict each other where one stands in the other's place.
enum ContrastWords {
  /// What is altered where the one stands for the other; nil where they may say the same, or nothing is known of one.
  static func fact(_ copy: Slice<UnsafeBufferPointer<UInt8>>, _ original: Slice<UnsafeBufferPointer<UInt8>>)
    -> Alteration.Fact?
  {
    let (ours, theirs) = (lowercased(copy), lowercased(original))
    if isDenied(ours, by: theirs) || isDenied(theirs, by: ours) { return .opposite }
    guard let meanings = meanings[ours], let others = self.meanings[theirs] else { return nil }
    for meaning in meanings {
      for other in others where other.group == meaning.group {
        return other.value == meaning.value ? nil : groups[meaning.group].fact
      }
    }
    return nil
  }

  /// Whether one word is the other with a syllable that denies it: "unsafe" and "safe".
  ///
  /// What is left must be long enough to be no accident, as in "union", and longer behind the syllables that deny less
  /// often than not: "inform", "important".
  static func isDenied(_ word: [UInt8], by longer: [UInt8]) -> Bool {
    guard longer.count > word.count, longer.suffix(word.count).elementsEqual(word) else { return false }
    return switch String(decoding: longer.dropLast(word.count), as: UTF8.self) {
    case "un", "non", "non-", "dis": word.count >= 4 && String(decoding: word, as: UTF8.self) != "less"
    case "in", "im", "il", "ir": word.count >= 6
    default: false
    }
  }

  static func lowercased(_ word: some Collection<UInt8>) -> [UInt8] {
    word.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
  }

  private struct Meaning {
    /// The place of the words' group among all.
    var group: Int
    /// The line in the group: words of two lines contradict each other.
    var value: Int
  }

  private static let meanings: [[UInt8]: [Meaning]] = {
    var meanings: [[UInt8]: [Meaning]] = [:]
    for (group, entry) in groups.enumerated() {
      for (value, line) in entry.lines.enumerated() {
        for word in line.split(separator: " ") {
          meanings[Array(word.utf8), default: []].append(Meaning(group: group, value: value))
        }
      }
    }
    return meanings
  }()

  /// Groups of words that can stand in one place.
  ///
  /// Each line has words that say about the same there.
  ///
  /// Pronouns are left out, and words of today and tomorrow: they change with who tells, and when.
  private static let groups: [(fact: Alteration.Fact, lines: [String])] =
    quantities.map { (.number, $0) } + opposites.map { (.opposite, $0) }

  private static let quantities = [
    // Ordinals and parts, which English counts with the same words.
    [
      "first", "half halves second", "third thirds", "quarter quarters fourth", "fifth fifths", "sixth sixths",
      "seventh sevenths", "eighth eighths", "ninth ninths", "tenth tenths", "eleventh", "twelfth", "thirteenth",
      "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "last final",
    ],
    ["once", "twice double doubled doubling", "thrice triple tripled treble trebled", "quadrupled", "halved halving"],
    ["dozens scores tens", "hundreds", "thousands", "millions", "billions"],
    [
      "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
      "sunday sun",
    ],
    [
      "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
      "september sep sept", "october oct", "november nov", "december dec",
    ],
    ["spring", "summer", "autumn fall", "winter"],
    ["morning", "afternoon", "evening night overnight"],
    [
      "minute minutes", "hour hours", "day days", "week weeks", "month months", "year years", "decade decades",
      "century centuries",
    ],
    ["hourly", "daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly annual annually"],
  ]

  private static let opposites = [
    // How much, how many, how often.
    ["more most many much", "fewer less least fewest few little"],
    ["all every everyone everybody everything something someone somebody", "none nobody nothing"],
    ["always often frequently usually regularly", "never rarely seldom"],
    ["both", "neither"],
    ["higher highest high above over", "lower lowest low below under nearly almost"],
    ["maximum", "minimum"],
    ["majority", "minority"],
    // Up and down.
    ["up", "down"],
    [
      "rose rise rises risen rising increase increases increased increasing grew grow grows growing grown gained gain "
        + "gains climbed climb climbs jumped jump jumps soared surged raise raises raised raising lift lifts lifted boost "
        + "boosts boosted hike hikes hiked expand expands expanded widened widens",
      "fell fall falls fallen falling decrease decreases decreased decreasing declined decline declines dropped drop "
        + "drops shrank shrink shrinks shrunk slid slumped plunged tumbled lost lose loses cut cuts cutting reduce "
        + "reduces reduced reducing lowered lowers lowering slashed narrowed narrows sank",
    ],
    ["improve improves improved improving", "worsen worsens worsened worsening deteriorated"],
    ["profit profits surplus", "loss losses deficit"],
    // Time and place.
    ["after later late since", "before earlier early until till"],
    ["next following coming", "last previous past"],
    ["start starts started starting begin begins began begun", "end ends ended ending stop stops stopped finished"],
    ["north northern northward", "east eastern eastward", "south southern southward", "west western westward"],
    ["inside within", "outside beyond"],
    ["top", "bottom"],
    ["left", "right"],
    ["to", "from"],
    ["open opens opened opening", "close closes closed closing shut shuts shutting"],
    ["arrive arrives arrived join joins joined enter enters entered", "leave leaves left quit quits departed"],
    // What things are like.
    [
      "large larger largest big bigger biggest long longer longest great greater greatest",
      "small smaller smallest short shorter shortest little",
    ],
    ["old older oldest", "young younger youngest new newer newest"],
    [
      "good better best well strong stronger strongest",
      "bad worse worst badly weak weaker weakest poor poorer poorest",
    ],
    ["fast faster fastest quickly", "slow slower slowest slowly"],
    ["easy easier easiest easily", "hard harder hardest difficult tough"],
    ["cheap cheaper cheapest", "expensive costly dear dearer"],
    ["hot hotter hottest warm warmer warmest", "cold colder coldest cool cooler coolest"],
    ["rich richer richest wealthy", "poor poorer poorest"],
    ["same", "different"],
    ["true", "false"],
    ["public publicly", "private privately"],
    ["temporary temporarily", "permanent permanently"],
    ["voluntary voluntarily", "compulsory mandatory obligatory"],
    ["major", "minor"],
    ["positive optimistic", "negative pessimistic"],
    ["alive living", "dead"],
    // What people say and do.
    ["for", "against"],
    [
      "accepted accepts accept approved approves approve supported supports support agreed agrees agree welcomed welcomes "
        + "welcome backed backs endorsed endorses admitted admits admit confirmed confirms confirm",
      "rejected rejects reject refused refuses refuse opposed opposes oppose denied denies deny declined declines decline "
        + "disputed disputes dispute",
    ],
    [
      "praised praises praise hailed hails", "criticised criticises criticized criticizes condemned condemns denounced",
    ],
    [
      "allowed allows allow allowing permitted permits permit permitting",
      "banned bans ban banning barred forbade forbidden forbids forbid prohibited prohibits prohibit",
    ],
    ["upheld upholds uphold", "dismissed dismisses dismiss overturned overturns overturn quashed"],
    ["guilty convicted", "innocent acquitted cleared"],
    ["won win wins winning winner winners", "lost lose loses losing loser losers"],
    ["succeeded succeeds succeed success successes", "failed fails fail failure failures"],
    ["bought buy buys buying buyer buyers", "sold sell sells selling seller sellers"],
    ["hired hires hire hiring", "fired fires sacked sacks dismissed dismisses"],
    ["import imports imported importing", "export exports exported exporting"],
    ["include includes included including", "exclude excludes excluded excluding"],
    ["supporter supporters backer backers ally allies", "opponent opponents critic critics enemy enemies"],
    // Who.
    ["man men", "woman women"],
    ["boy boys", "girl girls"],
    [
      "father fathers", "mother mothers", "brother brothers", "sister sisters", "son sons", "daughter daughters",
      "wife",
      "husband", "uncle uncles", "aunt aunts", "nephew nephews", "niece nieces", "cousin cousins", "grandfather",
      "grandmother",
    ],
  ]
}
