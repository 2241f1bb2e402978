/// A way of writing, as far as a tokeniser cares: which letters, how marked off, with what punctuation.
package enum Script: CaseIterable {
  /// Plain ASCII letters.
  case english
  /// Latin letters, many with accents.
  case accented
  case cyrillic
  /// Han with some Kana, no spaces.
  case chinese
  /// No spaces but between phrases.
  case thai

  package var separatesWords: Bool {
    switch self {
    case .english, .accented, .cyrillic: true
    case .chinese, .thai: false
    }
  }

  package var comma: String { self == .chinese ? "，" : self == .thai ? " " : "," }
  package var stop: String { self == .chinese ? "。" : self == .thai ? " " : "." }
  package var questionMark: String { self == .chinese ? "？" : "?" }

  /// A made-up word; the more frequent it is to be, the shorter.
  func word(rank: Int, _ random: inout SeededGenerator) -> String {
    let most = rank < 100 ? 1 : rank < 1000 ? 2 : rank < 6000 ? 3 : 4
    let syllables = most == 1 ? 1 : most - random.below(2)
    return (0..<syllables).map { _ in syllable(&random) }.joined()
  }

  private func syllable(_ random: inout SeededGenerator) -> String {
    switch self {
    case .english: return random.pick(Self.onsets) + random.pick(Self.vowels) + random.pick(Self.codas)
    case .accented: return random.pick(Self.onsets) + random.pick(Self.accentedVowels) + random.pick(Self.codas)
    case .cyrillic:
      return random.pick(Self.cyrillicOnsets) + random.pick(Self.cyrillicVowels) + random.pick(Self.cyrillicCodas)
    case .chinese:
      let isKana = random.oneIn(4)
      let code = isKana ? 0x3042 + random.below(80) : 0x4E00 + random.below(50) * random.below(50)
      return String(Character(Unicode.Scalar(UInt32(code))!))
    case .thai: return random.pick(Self.thaiConsonants) + random.pick(Self.thaiVowels) + random.pick(Self.thaiCodas)
    }
  }

  private static let onsets = letters(
    "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w y")
  private static let vowels = letters("a e i o u a e i o ai ea ou io")
  private static let codas = letters("n r s t l nd st ng m") + ["", "", "", "", ""]
  private static let accentedVowels = letters("a e i o u é è ê ü ö ä å ø ñe ça ã í ó ú")
  private static let cyrillicOnsets = letters("б в г д ж з к л м н п р с т ф х ц ч ш ст пр тр")
  private static let cyrillicVowels = letters("а е и о у ы я ё ю")
  private static let cyrillicCodas = letters("н р с т л й ть") + ["", "", "", ""]
  private static let thaiConsonants = letters("ก ข ค ง จ ช ด ต ท น บ ป พ ม ย ร ล ว ส ห อ")
  private static let thaiVowels = ["า", "ะ", "ิ", "ี", "ุ", "ู", "่า", "้อ", "ั"]
  private static let thaiCodas = letters("น ง ก ม") + ["", "", "์"]

  private static func letters(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
