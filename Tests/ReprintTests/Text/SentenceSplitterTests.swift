import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

struct SentenceSplitterTests {
  /// A text, given by its sentences and what stands between them.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let sentences: [String]
    var separator = " "

    var testDescription: String { name }

    init(_ name: String, _ sentences: [String], by separator: String = " ") {
      self.name = name
      self.sentences = sentences
      self.separator = separator
    }
  }

  /// A text and its sentences, where what is between them is no single separator.
  struct Page: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let sentences: [String]

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ sentences: [String]) {
      self.name = name
      self.text = text
      self.sentences = sentences
    }
  }

  private func split(_ text: String) -> [TextSentence] {
    var text = text
    return text.withUTF8 { SentenceSplitter.sentences(of: $0) }
  }

  private func strings(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return split(text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  // MARK: - Within a paragraph

  static let abbreviations: [Case] = [
    Case("soft hyphens within words", ["They met on Saturday even\u{AD}ing.", "\u{AD}It rained."]),
    Case("plain", ["The fox ran.", "The dog slept!", "Did it?", "Yes."]),
    Case("titles", ["Mr. Fox met Dr. Hen and Prof. Owl.", "Mrs. Goose and Ms. Duck were late."]),
    Case("military titles", ["Gen. Barrow and Lt. Col. Finch spoke.", "Sen. Reed and Gov. Marsh listened."]),
    Case("initials", ["J. K. Rowling wrote it.", "George W. Bush read it.", "So did R.R. Martin."]),
    Case("non-ASCII initials", ["А. С. Пушкин писал стихи.", "Потом он уехал."]),
    Case("a letter at the end", ["That was plan B.", "The next one was worse."]),
    Case("acronyms inside", ["The U.S. Senate and the U.K. Parliament met."]),
    Case("an acronym at the end", ["They moved to the U.S. in May and left the U.S.", "The Senate met."]),
    Case("Latin", ["Fruit, e.g. Apples, i.e. Pomes, cf. Pears, vs. Plums et al. Smith."]),
    Case("clock before a day", ["It opened at 9 a.m. Tuesday and shut at 5 p.m. EST sharp."]),
    Case("clock at the end", ["It shut at 5 p.m.", "Police came at 6 a.m.", "Nobody was there."]),
    Case("companies", ["Acme Inc. Chief Ann Lee left Bolt Corp. Ltd. for Nut & Co. in May."]),
    Case("a company at the end", ["She joined Acme Inc.", "The firm grew.", "He left Bolt Corp.", "It shrank."]),
    Case("juniors", ["Sammy Davis Jr. Park opened.", "It honours Sammy Davis Jr.", "He sang."]),
    Case("numbers", ["No. 5 beat No. 7 on p. 12 of vol. 3, fig. 4.", "He said no.", "She said yes."]),
    Case("months", ["On Jan. 5 and Sept. 11 it rained, but not in Dec.", "It snowed on Feb. 2, 2024."]),
    Case("streets and saints", ["St. Peter lived near Mt. Olive.", "He had a shop on Main St.", "The shop shut."]),
    Case("degrees", ["Ann Lee, Ph.D. Fellow, met Bob Ray, M.D., there."]),
    Case("datelines", ["LOS ANGELES, Calif. — The port shut.", "WASHINGTON, Jan. 5 (Wire) — It opened."]),
    Case("before lower case", ["The approx. value of the dept. store etc. was small."]),
    Case("a list ends", ["They sold apples, pears, etc.", "Nobody bought any."]),
    Case("no capitals at all", ["what is it?", "i think it ended.", "the dept. store is ok."]),
    Case("law", ["In Roe v. Wade the court ruled.", "It met again."]),
    Case("decimals", ["It rose 3.5 percent to $14.3 billion in v2.0.1 of 1.5.", "Then it fell."]),
    Case("a year at the end", ["That was in 2020.", "In 2021 it fell to 15.", "Shares rose."]),
    Case("addresses", ["See TechCrunch.com and node.js at www.a.com/x.y?z=1.", "Write to a.b@c.org. now please."]),
    Case("a web address starts", ["Read the report.", "https://example.com/a.b has it."]),
    Case("names in lower case", ["It ended.", "iPhone sales fell.", "xAI grew.", "eBay did too."]),
    Case("a name with a dot in front", ["They left Java.", ".NET won."]),
    Case("exclaimed names", ["Yahoo! Finance and Yahoo! said so.", "He left Yahoo!", "The firm shrank."]),
    Case("a forgotten space", ["It ended in the Review.", "Monday came.", "Nobody cared."], by: ""),
    Case("names with dots", ["Booking.Com and Next.Js and e.V.Foo stayed."]),
  ]

  static let quotes: [Case] = [
    Case("attribution", ["“It is late,” she said.", "He said, “No.”", "Then he left."]),
    Case("a question in a quotation", ["“Really?” she asked.", "“Go!” he cried."]),
    Case("a question, named speaker", ["“Who’s there?” Noa Ferrandis asked.", "\"Go!\" Ms. Lee shouted."]),
    Case("a question, then another sentence", ["“Really?”", "He said nothing.", "“Go!”", "The door fell."]),
    Case("straight quotes", ["He said \"stop.\"", "\"Why?\" she asked.", "'No.'", "It ended."]),
    Case("quotation of two sentences", ["“We waited.", "Nobody came,” she said."]),
    Case("titles with marks", ["The “Who’s There?” tour and the Wham! reunion went on."]),
    Case("brackets", ["He left (it was late).", "(She stayed.)", "Then [sic] it ended."]),
    Case("a bracket inside", ["The plan (see p. 4.) was bad.", "It failed."]),
    Case("German quotes", ["„Nein.“", "»Doch!«, sagte er.", "Sie ging."]),
    Case("French quotes", ["« Non ! »", "Il part.", "« Oui ? » dit-elle.", "Elle reste."]),
    Case("Spanish", ["¿Qué pasa?", "¡Nada!", "La Sra. Gómez vive en EE. UU. desde 2010.", "Pág. 5."]),
    Case("footnotes", ["It was so.[1]", "It is not.[12][a]", "Or is it?¹", "Yes."]),
    Case("markup", ["**It ended.**", "_Or did it?_", "Yes.*"]),
    Case("a dash behind a mark", ["“Stop!” – he said.", "It ended.", "— Jane Doe"]),
    Case("ellipsis", ["Well… maybe not… and then.", "He left...", "She stayed."]),
    Case("a spaced ellipsis", ["He paused . . . and went on.", "It ended."]),
    Case("an ellipsis in a quotation", ["“A leader there… and I also expect more.”", "So he said."]),
    Case("an ellipsis at the start", ["…and so on.", "...and on.", "... and on."], by: "\n"),
    Case("several marks", ["What?!", "No!!!", "Why?..", "Really…?", "Yes."]),
    Case("a mark in the middle", ["The Jeopardy! host and the Yahoo! chief met."]),
  ]

  static let lists: [Case] = [
    Case("numbers stay with items", ["1. First item", "2. Second item.", "3) Third", "(4) Fourth"], by: "\n"),
    Case("numbers within a line", ["1. Open the box.", "2. Close it.", "10. Stop."]),
    Case("letters and numerals", ["a. The first", "B. The second", "iv. The fourth", "1.2. The rest"], by: "\n"),
    Case("bullets", ["• One.", "- Two", "– Three", "* Four", "▪ Five", "· Six", "‣ Seven", "◦ Eight"], by: "\n"),
    Case("labels", ["Root cause: The agent's account stayed active.", "Key Points:", "It was late."], by: "\n"),
    Case("nav", ["HOME", "NEWS", "ABOUT US", "Log in / Register", "Privacy • Cookies • Contact"], by: "\n"),
    Case(
      "bylines",
      ["By Jane Doe", "Posted 2 May 2025 in News", "Dr. Sarah Chen", "AI Expert", "A seasoned expert writes."], by: "\n"
    ),
    Case("headline and line", ["Storm hits the coast", "A storm hit the coast on Monday."], by: "\n"),
  ]

  static let languages: [Case] = [
    Case("Chinese", ["我们走吧。", "“好！”", "他问：“去哪里？”", "「不知道。」"], by: ""),
    Case("Japanese", ["「行こう。」と彼は言った。", "なぜ？", "分からない！！", "終わり｡"], by: ""),
    Case("Japanese, spaces", ["今日は雨だ。", "明日は晴れる。"]),
    Case("Han with ASCII marks", ["真的?", "是的!", "好."], by: ""),
    Case("Korean", ["비가 온다.", "정말?", "그렇다."]),
    Case("Thai", ["ภาษาไทย ไม่มีจุด", "บรรทัดใหม่ เริ่มที่นี่"], by: "\n"),
    Case("Khmer and Burmese", ["នេះជាប្រយោគ។", "មួយទៀត។", "မြန်မာစာ။", "နောက်တစ်ခု။"]),
    Case("Hindi", ["यह पहला है।", "यह दूसरा है॥", "क्या?", "हाँ!"]),
    Case("Arabic and Urdu", ["ذهب الولد.", "لماذا؟", "لا أعرف!", "یہ اردو ہے۔", "ٹھیک ہے۔"]),
    Case("Armenian and Ethiopic", ["Սա հայերեն է։", "Այո։", "ይህ አማርኛ ነው።", "አዎ፧"]),
    Case("Greek and Russian", ["Είναι αργά.", "Ναι!", "Это конец.", "Да?", "Нет."]),
    Case(
      "German",
      ["Am 3. Oktober aß Hr. Meier z. B. Äpfel, d.h. Obst.", "Auch die 5. Klasse sang usw.", "Der Rest schwieg."]),
    Case("German abbreviations", ["Nr. 7 kostet ca. 5 Mio. Euro bzw. Dollar, vgl. Abs. 3.", "Das ist viel."]),
    Case("French", ["M. Dupont et Mme. Durand sont là.", "Les autres, p.ex. Paul, non.", "C'est tout."]),
  ]

  @Test(arguments: abbreviations + quotes + lists + languages)
  func splits(_ example: Case) {
    #expect(strings(example.sentences.joined(separator: example.separator)) == example.sentences)
  }

  /// Sentences of a paragraph stay the same whatever white space is between them.
  @Test(arguments: [
    " ", "  ", "\t", "\u{A0}", "\u{200B} ", "\u{3000}", "\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\n\n",
  ])
  func takesAnyWhiteSpace(_ space: String) {
    let sentences = ["It ended.", "“Really?” she asked.", "Yes!", "The U.S. team left."]
    #expect(strings(space + sentences.joined(separator: space) + space) == sentences)
  }

  // MARK: - Lines

  static let pages: [Page] = [
    Page(
      "a bullet alone on its line", "Key Points:\n-\nFirst: it rose.\n-\nSecond: it fell\n2.\nThird\n",
      ["Key Points:", "First: it rose.", "Second: it fell", "Third"]),
    Page(
      "a wrapped paragraph",
      """
      The harbour was shut on Monday after a crane fell into the water near
      Pier 7, the port said. Nobody was hurt, according to the master, Capt.
      Finch, who saw it from his ship. A second crane was checked and found
      to be safe.
      The port will open again on Friday.
      """,
      [
        "The harbour was shut on Monday after a crane fell into the water near\nPier 7, the port said.",
        "Nobody was hurt, according to the master, Capt.\nFinch, who saw it from his ship.",
        "A second crane was checked and found\nto be safe.", "The port will open again on Friday.",
      ]),
    Page(
      "a headline over a wrapped paragraph",
      """
      Crane falls into harbour
      The harbour was shut on Monday after a crane fell into the water near the
      old pier, where ships from the islands land their fish in the morning and
      take on mail.
      - The first item of a list that is also wrapped at the column as is all of
        this page
      - The second
      """,
      [
        "Crane falls into harbour",
        "The harbour was shut on Monday after a crane fell into the water near the\nold pier, where ships from the "
          + "islands land their fish in the morning and\ntake on mail.",
        "- The first item of a list that is also wrapped at the column as is all of\n  this page", "- The second",
      ]),
    Page(
      "wrapped German",
      """
      Der Hafen wurde am Montag geschlossen, nachdem ein Kran in das Wasser der
      Bucht gefallen war. Niemand wurde verletzt, sagte der Kapitän, der an Bord
      eines Schiffes alles gesehen hatte.
      """,
      [
        "Der Hafen wurde am Montag geschlossen, nachdem ein Kran in das Wasser der\nBucht gefallen war.",
        "Niemand wurde verletzt, sagte der Kapitän, der an Bord\neines Schiffes alles gesehen hatte.",
      ]),
    Page(
      "wrapped Japanese",
      """
      港は月曜日に閉鎖された。港によると、古い桟橋の近くでクレーンが海に落ちたためで
      あるが、けが人はいなかった。二台目のクレーンも点検を受け、安全であることが確認
      された。
      """,
      [
        "港は月曜日に閉鎖された。", "港によると、古い桟橋の近くでクレーンが海に落ちたためで\nあるが、けが人はいなかった。",
        "二台目のクレーンも点検を受け、安全であることが確認\nされた。",
      ]),
    Page(
      "headlines of like length",
      """
      Harbour is shut after a crane falls into the sea
      Islands wait for their mail as the port is shut
      Fish prices climb for the third day in a row in
      Captain Finch tells what he saw from the old pier
      """,
      [
        "Harbour is shut after a crane falls into the sea", "Islands wait for their mail as the port is shut",
        "Fish prices climb for the third day in a row in", "Captain Finch tells what he saw from the old pier",
      ]),
    Page(
      "a line for each paragraph",
      "crane falls into the harbour and shuts it for a week\n" + String(repeating: "the port said so, ", count: 8)
        + "and so it was\nand then a short line",
      [
        "crane falls into the harbour and shuts it for a week",
        String(repeating: "the port said so, ", count: 8) + "and so it was", "and then a short line",
      ]),
    Page(
      "addresses under a line",
      "Write to our newsroom if you know more about this story\nnews@example.com\nexample.com/tips",
      ["Write to our newsroom if you know more about this story", "news@example.com", "example.com/tips"]),
    Page("nothing but white space", " \r\n\t\u{A0}\u{FEFF}\n", []),
    Page("nothing but marks", "...\n!!!\n", ["...", "!!!"]),
  ]

  @Test(arguments: pages)
  func readsPages(_ page: Page) {
    #expect(strings(page.text) == page.sentences)
    #expect(strings(page.text.replacing("\n", with: "\r\n")).map { $0.replacing("\r\n", with: "\n") } == page.sentences)
  }

  /// Running text in paragraphs of three sentences, all else on lines of its own: every sentence is found exactly.
  @Test func wordsWithoutMarksAreCut() {
    let words = (0..<300).map { "word\($0) isn't so-called" }
    let text = words.joined(separator: " ")
    let pieces = strings(text)
    #expect(pieces.joined(separator: " ") == text)
    #expect(pieces.dropLast().allSatisfy { (120...240).contains($0.utf8.count) })
    #expect((pieces.last?.utf8.count ?? 0) <= SentenceSplitter.longestUnmarked)
    // With a mark now and then it is a long sentence; and what has no words is left as it is.
    #expect(strings(words.joined(separator: ", ")).count == 2)
    #expect(strings(String(repeating: "a", count: 3000)).count == 1)
  }

  @Test
  func findsEverySentenceOfAPage() {
    let lines: Set = [0, 1, 2, 9, 10, 11, 18, 19]
    let sentences = [
      "MENU", "Log in / Register", "Crane falls into harbour, mail waits",
      "A crane fell into the harbour of St. Annen at 7.15 a.m. Monday, the port said.",
      "“We heard it before we saw it,” said Capt. R. J. Finch, who had come from the U.S. that day.",
      "No. 2 crane, built by Hoist & Co. Inc. in 1987, weighed 4.6 tons.", "“Was anyone hurt?” a reporter asked.",
      "“Nobody,” said Ann Lee, Ph.D., the port’s chief.", "The mail – letters, parcels, etc. – waits until Feb. 3.",
      "• Harbour: shut", "- Ferries: not before noon, e.g. the Dr. Hook", "Related News",
      "He added: “It will take a week... or two.”", "Fish rose to $3.50.", "The islands (pop. 900) eat little else!",
      "See port.example.org for news.", "Then the sun came out.", "Who would have thought?",
      "© 2025 The Pier", "Privacy · Terms",
    ]
    var text = ""
    var run = 0
    for (index, sentence) in sentences.enumerated() {
      let isAlone = lines.contains(index)
      if index > 0 {
        text += isAlone ? "\n" : run % 3 == 0 ? "\n\n" : " "
        if isAlone { run = 0 }
      }
      text += sentence
      run = isAlone ? 0 : run + 1
    }
    #expect(strings(text) == sentences)
  }

  @Test
  func describesPlaces() {
    let text = "\u{FEFF}Head line\n It ended.  Did it?”\t\nYes.\n\n- Item.\nLast"
    let found = split(text)
    #expect(found.map(\.paragraph) == [0, 1, 1, 1, 2, 3])
    #expect(found.map(\.startsLine) == [true, true, false, true, true, true])
    #expect(found.map(\.endsLine) == [true, false, true, true, true, true])
    #expect(found.map(\.isTerminated) == [false, true, true, true, true, false])
    #expect(found.first?.range == 3..<12)
  }
}
