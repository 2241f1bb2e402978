/// What a word may be at the end or the start of a sentence.
struct WordRoles: OptionSet {
  let rawValue: UInt16

  /// An abbreviation that never ends a sentence: a name or the rest of a phrase follows.
  static let title = WordRoles(rawValue: 1 << 0)
  /// An abbreviation before a number, a word otherwise: `No. 5`, but `He said no. Then …`.
  static let beforeNumber = WordRoles(rawValue: 1 << 1)
  /// An abbreviation that may end a sentence, such as that of Incorporated.
  static let mayEnd = WordRoles(rawValue: 1 << 2)
  /// A word that begins a sentence where an abbreviation stands before it.
  static let starter = WordRoles(rawValue: 1 << 3)
  /// A starter that is part of names too: `Ursula K. Le Guin`.
  static let nameStarter = WordRoles(rawValue: 1 << 4)
  /// The two halves of the day, `a.m.` and `p.m.`, which mostly end what they stand in.
  static let clock = WordRoles(rawValue: 1 << 5)
  /// What follows `a.m.` and `p.m.` within a sentence: days, months, time zones.
  static let afterClock = WordRoles(rawValue: 1 << 6)
  /// A month that follows an ordinal: `3. Oktober`.
  static let ordinalMonth = WordRoles(rawValue: 1 << 7)
  /// A word before an ordinal: `die 5. Klasse`.
  static let beforeOrdinal = WordRoles(rawValue: 1 << 8)
  /// A verb of a quotation's frame, as in `“Who?” Ferrandis asked`.
  static let speech = WordRoles(rawValue: 1 << 9)
  /// The last part of a domain or file name.
  static let suffix = WordRoles(rawValue: 1 << 10)
  /// A name with an exclamation mark, such as Yahoo's.
  static let exclaimed = WordRoles(rawValue: 1 << 11)
}

/// A word of at most 15 bytes, as a key.
struct ShortWord {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  static let longest = 15

  /// - Precondition: at most ``longest`` bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>, folded: Bool = false) {
    for byte in bytes {
      let byte = folded && byte &- 0x41 < 26 ? byte | 0x20 : byte
      high = high &<< 8 | low &>> 56
      low = low &<< 8 | UInt64(byte)
    }
  }

  /// Different for almost all words, as a ``KeyTable`` wants them.
  var key: UInt64 { Mix.finalize(low ^ Mix.finalize(high)) }
}

/// The words that the sentence splitter knows: English, and the most frequent German, French and Spanish ones.
///
/// A word written in lower case here stands for its capitalised forms too; one with capitals only for itself, where the
/// same letters in lower case are a common word.
enum Abbreviations {
  /// The roles of a word, given without its last dot.
  static func roles(of word: UnsafeBufferPointer<UInt8>) -> WordRoles {
    guard word.count <= ShortWord.longest else { return [] }
    let exact = table[ShortWord(word)]
    guard word.contains(where: { $0 &- 0x41 < 26 }) else { return exact }
    return exact.union(table[ShortWord(word, folded: true)])
  }

  private struct Table {
    var words = KeyTable(expected: 1024)
    var roles: [WordRoles] = []

    subscript(word: ShortWord) -> WordRoles {
      let number = words.number(of: word.key)
      return number < 0 ? [] : roles[number]
    }

    mutating func insert(_ role: WordRoles, for word: ShortWord) {
      let number = words.insert(word.key)
      if number == roles.count { roles.append([]) }
      roles[number].insert(role)
    }
  }

  private static let table: Table = {
    var table = Table()
    for (role, words) in words {
      var cursor = TableCursor(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
      repeat {
        while let word = cursor.nextWord() { table.insert(role, for: ShortWord(word)) }
      } while cursor.nextLine()
    }
    return table
  }()

  private static let words: [(WordRoles, StaticString)] = [
    (
      .title,
      """
      mr mrs ms mx dr prof messrs hon Sen Rep Reps Sens Gov Gen Col Lt Sgt Cpl Pvt Capt Cmdr Adm Maj Brig Rev Pres
      Supt Det Insp Fr Amb Atty Spc Ofc Asst Assoc vs v e.g i.e eg cf viz esp incl excl
      hr frl dipl ing bzw evtl ggf inkl exkl sog vgl bspw einschl z.b d.h u.a s.o s.u m.e o.ä z.t u.u i.d.r v.a lt
      mme mlle mm mgr p.ej p.ex c.-à-d sra srta sres dra vda EE avda
      """
    ),
    (
      .beforeNumber,
      """
      no nos nr pop num núm fig figs vol vols ch chap sec sect art arts para par p pp pg pág págs c ca approx est tel ext
      abs ziff kap bd ex op cit ed eds Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur
      Thurs Fri Sat Sun ft sq lb lbs hr hrs Rs n r s b d f ff circa ver v rev
      """
    ),
    (
      .mayEnd,
      """
      inc corp ltd co cos bros jr sr dept univ assn natl intl govt mfg al trans Ave Blvd Rd Hwy Pkwy Sq Ln Ct St Ste Mt
      Ft Pt Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore
      Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que ph.d m.d u.s u.k u.n e.u d.c
      str mio mrd jh tsd usw usf geb gest dt engl franz co kg St Hl UU cía ltda pte
      """
    ),
    (.clock, "a.m p.m"),
    (
      .afterClock,
      """
      monday tuesday wednesday thursday friday saturday sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun january
      february march april May june july august september october november december Jan Feb Mar Apr Jun Jul Aug Sep
      Sept Oct Nov Dec ET EST EDT PT PST PDT CT CST CDT MT MST MDT GMT UTC BST CET CEST IST JST KST HKT SGT AEST AEDT
      eastern pacific central mountain greenwich U.S
      """
    ),
    (
      .starter,
      """
      the a an in on at he she it they we i you but and this that these those for with as however meanwhile after
      before when while if its his her their our my there here so yet or not yes what who why how where which since
      because although though despite during from by to according under over through once then now also both each
      many most some several all today still even instead just only such another nearly about last it's that's he's
      she's they're we're i'm
      es sie wir ihr ich er im am und aber doch nach bei mit auch auf für wenn dies diese dieser
      il elle ils elles les des si par nous vous cette ces mais selon dans pour avec c'est ce
      una un uno pero según para con ella ellos este esta estos estas también
      """
    ),
    (.nameStarter, "der die das den dem ein eine le la une el los las"),
    (
      .ordinalMonth,
      """
      januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts
      """
    ),
    (.beforeOrdinal, "der die das den dem des im vom zum beim zur"),
    (
      .speech,
      """
      said asked says told wrote added replied asks shouted cried exclaimed joked quipped wondered continued
      """
    ),
    (.suffix, "com net org edu gov io ai co js ts py uk tv me app dev info html htm php pdf txt md json"),
    (.exclaimed, "yahoo jeopardy"),
  ]
}
