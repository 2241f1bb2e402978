import Foundation
import Reprint
import ReprintTestSupport
import Testing

@testable import ReprintReports

/// The page in a real browser; with `REPRINT_SCREENSHOTS=DIRECTORY` its pictures are kept there.
@Suite(.serialized, .enabled(if: Browser.program != nil, "no Chromium is installed"))
final class BrowserTests {
  private let page: BrowserPage
  private var browser: Browser { page.browser }

  init() throws { page = try BrowserPage() }

  private func open(_ samples: [SampleAlignment], fragment: String = "", width: Int = 1280) throws {
    let copies = samples.map { AlignmentPage.Copy(text: $0.copy, alignment: $0.alignment) }
    let page = AlignmentPage(original: samples[0].original, copies: copies)
    try self.page.open(page.html, fragment: fragment, width: width)
  }

  private func chosen() throws -> String {
    try browser.text("[...document.querySelectorAll('.s.chosen')].map(s => s.id).join(' ')")
  }

  private func count(_ selector: String) throws -> Int {
    try browser.number("document.querySelectorAll(\"\(selector)\").length")
  }

  @Test func aClickShowsThePartnerAndEscapeClears() throws {
    try open([.news])
    #expect(try chosen() == "")
    try browser.click("#c1-s6")
    #expect(try chosen() == "c1-o5 c1-o6 c1-s6")
    let details = try browser.text("document.querySelector('.pairs').textContent")
    #expect(details.contains("paraphrase") && details.contains("83% sure") && details.contains("original 6"))
    #expect(try browser.text("document.activeElement.id + location.hash") == "c1-s6#c1-s6")
    try browser.press("Escape")
    #expect(try chosen() == "")
    #expect(try browser.text("document.querySelector('.pairs').textContent").hasPrefix("Choose a sentence"))

    try browser.click("#c1-o2")
    #expect(try chosen() == "c1-o2 c1-s3")
    let altered = try browser.text("document.querySelector('.pairs dl').innerText")
    #expect(altered.contains("altered number") && altered.contains("321, original 312"))
    try browser.click("#c1-o2")
    #expect(try chosen() == "", "a second click clears")
    try browser.click("#c1-s5")
    #expect(try browser.text("document.querySelector('.pairs').textContent").contains("Likeliest source: 7%"))
    page.expectQuiet()
  }

  @Test func theKeyboardReachesEverything() throws {
    try open([.news])
    try browser.evaluate("document.querySelector('#c1-s4').focus()")
    #expect(try browser.text("[...document.querySelectorAll('.near')].map(s => s.id).join(' ')") == "c1-o3 c1-s4")
    try browser.press("Enter")
    #expect(try chosen() == "c1-o3 c1-s4")
    try browser.press("ArrowDown")
    #expect(try browser.text("document.activeElement.id") == "c1-s5")
    try browser.press("ArrowUp")
    try browser.press("ArrowLeft")
    #expect(try browser.text("document.activeElement.id") == "c1-o3")
    try browser.press("ArrowRight")
    #expect(try browser.text("document.activeElement.id") == "c1-s4")
    let stops = try count(".text [tabindex='0'], .text a:not([tabindex])")
    #expect(stops == 2, "one stop for each text")
    page.expectQuiet()
  }

  @Test func filtersStripsLinksAndAddresses() throws {
    try open([.news], fragment: "#c1-s8")
    #expect(try chosen() == "c1-o7 c1-s8")
    try browser.click(".legend [data-kind=spun] button")
    #expect(try browser.text("document.querySelector('.view').className") == "view only-spun only")
    let colours = "getComputedStyle(document.querySelector('#c1-s7')).textDecorationColor"
    #expect(try browser.text(colours) != browser.text(colours.replacingOccurrences(of: "s7", with: "s4")))
    try browser.click(".legend [data-kind=spun] button")
    #expect(try browser.text("document.querySelector('.view').className") == "view")
    try browser.click(".copy .strip a[href='#c1-s6']")
    #expect(try chosen() == "c1-o5 c1-o6 c1-s6")
    try browser.click(".facts li:last-child a")
    #expect(try chosen() == "c1-o10 c1-s9")
    try browser.click("#c1-o4 + sup a")
    #expect(try chosen() == "c1-o4 c1-s7")
    let painted = try browser.number("CSS.highlights.get('replaced').size")
    #expect(painted == 8, "four words on either side")
    page.expectQuiet()
  }

  @Test func everyCopyHasItsView() throws {
    var other = SampleAlignment.news
    other.copy = NamedText(name: "second.txt", bytes: other.copy.bytes)
    try open([.news, other])
    let shown = "[...document.querySelectorAll('.view')].filter(v => !v.hidden).map(v => v.id).join(' ')"
    #expect(try browser.text(shown) == "c1")
    try browser.click(".copies li:nth-child(2) a")
    #expect(try browser.text(shown) == "c2")
    #expect(try browser.text("document.querySelector('[aria-current]').textContent") == "second.txt 71%")
    try browser.click("#c2-s4")
    #expect(try chosen() == "c2-o3 c2-s4")
    try page.keep(browser.screenshot(), as: "copies.png")
    page.expectQuiet()
  }

  @Test func partnersAreScrolledIntoView() throws {
    let sentences = (0..<400).map { "This is sentence number \($0) of a text that is rather long." }
    let copy = sentences.enumerated().map { number, _ in
      SampleAlignment.Sentence(text: sentences[399 - number], kind: .verbatim, sources: [399 - number])
    }
    try open([SampleAlignment(original: sentences, copy: copy)])
    try browser.click("#c1-s2")
    let isSeen = """
      (() => { const s = document.querySelector('#c1-o399').getBoundingClientRect();
      const pane = document.querySelector('.original .text').getBoundingClientRect();
      return s.top >= pane.top && s.bottom <= pane.bottom ? 'seen' : 'not seen' })()
      """
    #expect(try browser.text(isSeen) == "seen")
    page.expectQuiet()
  }

  @Test func hostileTextsStayTexts() throws {
    try open([.hostile])
    #expect(try count("script, style, img, iframe, object, svg script") == 2)
    #expect(try count("[onclick], [onmouseover], [onerror], [onload], [style]") == 0)
    #expect(try browser.text("typeof window.injected") == "undefined")
    #expect(try browser.text("document.querySelector('#c1-s1').textContent") == SampleAlignment.hostileText)
    for sentence in ["#c1-s1", "#c1-o1"] {
      try browser.click(sentence)
      #expect(try chosen() == "c1-o1 c1-s1")
    }
    #expect(try browser.text("typeof window.injected") == "undefined")
    #expect(try count("script, style, img, iframe, object") == 2)
    page.expectQuiet()
  }

  @Test func everyLineAndSentenceRunsItsWay() throws {
    let hebrew = "כך נמסר (אתמול)."
    let sample = SampleAlignment(
      original: [hebrew, "All is well."], gaps: [1: "\n"],
      copy: [
        .init(text: hebrew, kind: .verbatim, sources: [0]),
        .init(text: "All is well.", kind: .verbatim, sources: [1], gap: "\n"),
      ])
    try open([sample])
    let directions = "[...document.querySelectorAll('.copy .text p')].map(p => getComputedStyle(p).direction).join(' ')"
    #expect(try browser.text(directions) == "rtl ltr")
    try browser.click("#c1-s1")
    #expect(try chosen() == "c1-o1 c1-s1")
    try page.keep(browser.screenshot(), as: "right-to-left.png")
    page.expectQuiet()
  }

  @Test func scriptsAreBlockedEvenIfTheyGotIn() throws {
    try open([.news])
    try browser.evaluate(
      """
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.injected = 1"><p style="color: red">');
      const script = document.createElement('script');
      script.textContent = 'window.injected = 1';
      document.body.append(script);
      """)
    #expect(try browser.text("typeof window.injected") == "undefined")
  }

  @Test func withoutItsScriptItCanBeRead() throws {
    try browser.send("Emulation.setScriptExecutionDisabled", ["value": true])
    try open([.news])
    try page.keep(browser.screenshot(), as: "no-script.png")
    try browser.send("Emulation.setScriptExecutionDisabled", ["value": false])
    #expect(try count("html.js, [role=button], button") == 0)
    #expect(try count(".text sup a[href^='#c1-']") > 0)
  }

  @Test(arguments: [(1440, 900), (1000, 700), (390, 844)])
  func pictures(width: Int, height: Int) throws {
    for dark in [false, true] {
      try open([.news])
      try browser.setWindow(width: width, height: height, dark: dark)
      #expect(try browser.number("document.documentElement.scrollWidth") <= width, "nothing sticks out")
      let name = "\(width)-\(dark ? "dark" : "light")"
      try page.keep(browser.screenshot(), as: "\(name).png")
      try browser.evaluate("document.querySelector('#c1-s7').click()")
      let picture = try browser.screenshot()
      #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) && picture.count > 20_000)
      try page.keep(picture, as: "\(name)-chosen.png")
    }
    page.expectQuiet()
  }

  @Test func prints() throws {
    try open([.news])
    try browser.click("#c1-s7")
    let pdf = try browser.printed()
    #expect(pdf.starts(with: Array("%PDF".utf8)))
    try page.keep(pdf, as: "print.pdf")
  }

  @Test func twentyThousandSentencesAreFine() throws {
    let sentences = (0..<20_000).map { "Sentence \($0) says this and that, and then some." }
    let copy = sentences.indices.map {
      SampleAlignment.Sentence(
        text: sentences[$0], kind: ReuseKind.allCases[$0 % 5], sources: [$0],
        gap: $0 % 7 == 0 ? "\n\n" : " ")
    }
    try open([SampleAlignment(original: sentences, copy: copy)])
    try browser.click("#c1-s3")
    #expect(try chosen() == "c1-o3 c1-s3")
    try browser.click(".copy .strip a:nth-child(900)")
    #expect(try chosen().hasPrefix("c1-o1"))
    page.expectQuiet()
  }
}
