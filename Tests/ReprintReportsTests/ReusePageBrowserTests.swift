import Foundation
import Reprint
import ReprintTestSupport
import Testing

@testable import ReprintReports

/// The report in a real browser; with `REPRINT_SCREENSHOTS=DIRECTORY` its pictures are kept there.
@Suite(.serialized, .enabled(if: Browser.program != nil, "no Chromium is installed"))
final class ReusePageBrowserTests {
  private let page: BrowserPage
  private var browser: Browser { page.browser }

  init() throws { page = try BrowserPage() }

  private func open(_ report: ReuseReport, fragment: String = "", width: Int = 1280) throws {
    try page.open(ReusePage(report).html, fragment: fragment, width: width)
  }

  private func rows() throws -> String {
    try browser.text("[...document.querySelectorAll('.list tbody tr')].filter(r => !r.hidden).map(r => r.id).join(' ')")
  }

  /// Clicks where a reader would, who scrolls there first.
  private func click(_ selector: String) throws {
    try browser.evaluate("document.querySelector(\"\(selector)\").scrollIntoView({ block: 'center' })")
    try browser.click(selector)
  }

  private func chosen() throws -> String {
    try browser.text("[...document.querySelectorAll('.s.chosen')].map(s => s.id).join(' ')")
  }

  private func set(_ name: String, to value: String) throws {
    try browser.evaluate(
      "(() => { const field = document.querySelector('.filters').elements['\(name)']; field.value = '\(value)';"
        + "field.dispatchEvent(new Event('input', { bubbles: true })) })()")
  }

  @Test func sortsByEveryColumn() throws {
    try open(SampleReport.news)
    #expect(try rows() == "r1 r2 r3 r4 r5 r6")
    #expect(try browser.text("document.querySelector('th.coverage').getAttribute('aria-sort')") == "descending")
    try click("th.coverage button")
    #expect(try rows() == "r6 r5 r4 r3 r2 r1")
    #expect(try browser.text("document.querySelector('th.coverage').getAttribute('aria-sort')") == "ascending")
    try click("th.lag button")
    #expect(try rows() == "r1 r3 r2 r5 r4 r6", "without a time at the end")
    try click("th.lag button")
    #expect(try rows() == "r4 r5 r2 r3 r1 r6")
    #expect(try browser.number("document.querySelectorAll('[aria-sort]').length") == 1)
    try browser.evaluate("document.querySelector('th.page button').focus()")
    try browser.press("Enter")
    #expect(try rows().hasPrefix("r6 "), "A founder on being bought")
    try click("th.credit button")
    #expect(try rows().hasPrefix("r1 "))
    page.expectQuiet()
  }

  @Test func filtersByKindPartAndCredit() throws {
    try open(SampleReport.news)
    try click(".filters label.paraphrase")
    #expect(try rows() == "r1 r2 r3 r6")
    #expect(try browser.text("document.querySelector('.count').textContent") == "4 of 6 shown")
    #expect(try browser.number("document.querySelectorAll('.timeline .off').length") == 2)
    try click(".filters label.paraphrase")
    try set("least", to: "30")
    #expect(try rows() == "r1 r2 r3 r4")
    try set("credit", to: "missing")
    #expect(try rows() == "r2 r3")
    try set("credit", to: "leaked")
    #expect(try rows() == "r2")
    try set("credit", to: "")
    try set("words", to: "gamers 321")
    #expect(try rows() == "r3")
    try set("words", to: "nothing is called that")
    #expect(try rows() == "" && browser.text("String(document.querySelector('.none').hidden)") == "false")
    page.expectQuiet()
  }

  @Test func aCopyOpensBesideItsOriginal() throws {
    try open(SampleReport.news)
    try browser.evaluate("document.querySelector('#r3 .open').focus()")
    try browser.press("Enter")
    #expect(try browser.text("document.querySelector('dialog[open] .view').id + location.hash") == "c3#c3")
    #expect(try browser.text("document.querySelector('.place').textContent") == "3 of 6")
    try click("#c3-s6")
    #expect(try chosen() == "c3-o5 c3-o6 c3-s6")
    #expect(try browser.text("document.querySelector('.pairs').textContent").contains("83% sure"))
    #expect(try browser.text("document.querySelector('#c3-o5').className").contains("paraphrase"))
    #expect(try browser.text("document.querySelector('#c3-o2 mark').title") == "copy: 321")
    try click("#c3-o4 + sup a")
    #expect(try chosen() == "c3-o4 c3-s7")
    try page.keep(browser.screenshot(), as: "report-view.png")
    try browser.press("Escape")
    #expect(try chosen() == "" && browser.text("document.querySelector('dialog[open] .view').id") == "c3")
    try click(".compare .next")
    #expect(try browser.text("document.querySelector('dialog[open] .view').id + location.hash") == "c4#c4")
    try browser.press("Escape")
    #expect(try browser.number("document.querySelectorAll('dialog[open]').length") == 0)
    // The dialog tells of its end a little later.
    let place = "location.hash + document.activeElement.dataset.view"
    for _ in 0..<100 where try browser.text(place) != "c4" { Thread.sleep(forTimeInterval: 0.02) }
    #expect(try browser.text(place) == "c4")
    try open(SampleReport.news, fragment: "#c2-s8")
    #expect(try chosen() == "c2-o7 c2-s8")
    page.expectQuiet()
  }

  @Test func theOriginalLooksAsOnAPageOfItsOwn() throws {
    let state = """
      JSON.stringify([...document.querySelectorAll('.original .s')].map(s => [s.className, s.dataset.to || '', \
      s.textContent, s.querySelectorAll('mark').length, s.nextElementSibling?.localName === 'sup' \
      ? s.nextElementSibling.textContent : '']))
      """
    try open(SampleReport.news, fragment: "#c1")
    let shown = try browser.text(state)
    let sample = SampleAlignment.news
    let alone = AlignmentPage(
      original: sample.original, copies: [.init(text: sample.copy, alignment: sample.alignment)])
    try page.open(alone.html)
    #expect(try shown == browser.text(state) && shown.contains("Talks began"))
  }

  @Test func hostilePagesStayTexts() throws {
    try open(SampleReport.hostile)
    #expect(try browser.text("typeof window.injected") == "undefined")
    for number in 1...6 {
      try browser.evaluate("document.querySelector('#r\(number) .open').click()")
      #expect(try browser.text("document.querySelector('.copy .s').textContent") == SampleAlignment.hostileText)
      try browser.evaluate("document.querySelector('.original .s').click()")
      #expect(try chosen() == "c\(number)-o1 c\(number)-s1")
      try browser.evaluate("document.querySelector('.compare .close').click()")
    }
    #expect(try browser.number("document.querySelectorAll('script, style, img, iframe, object').length") == 2)
    #expect(try browser.number("document.querySelectorAll('[onclick], [onmouseover], [onerror], [style]').length") == 0)
    #expect(try browser.text("typeof window.injected") == "undefined")
    page.expectQuiet()
  }

  @Test func fiveHundredCopiesAreFine() throws {
    try open(SampleReport.large(620))
    #expect(try browser.number("document.querySelectorAll('.list tbody tr').length") == 500)
    #expect(try browser.number("document.querySelectorAll('.view').length") == 0, "nothing is laid out before")
    try browser.evaluate("document.querySelector('#r500 .open').click()")
    #expect(try browser.text("document.querySelector('.view').id") == "c500")
    #expect(try browser.number("document.querySelectorAll('.view').length") == 1)
    page.expectQuiet()
  }

  @Test func withoutItsScriptItCanBeRead() throws {
    try browser.send("Emulation.setScriptExecutionDisabled", ["value": true])
    try open(SampleReport.news)
    try page.keep(browser.screenshot(), as: "report-no-script.png")
    try browser.send("Emulation.setScriptExecutionDisabled", ["value": false])
    #expect(try browser.number("document.querySelectorAll('.list tbody tr').length") == 6)
    #expect(try browser.text("getComputedStyle(document.querySelector('.filters')).display") == "none")
    #expect(try browser.number("document.querySelectorAll('.list button').length") == 0)
  }

  @Test(arguments: [1280, 360]) func pictures(width: Int) throws {
    for dark in [false, true] {
      try open(SampleReport.news)
      for (name, height) in [("whole", 2600), ("top", 800)] {
        try browser.setWindow(width: width, height: height, dark: dark)
        #expect(try browser.number("document.documentElement.scrollWidth") <= width, "nothing sticks out")
        let picture = try browser.screenshot()
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) && picture.count > 20_000)
        try page.keep(picture, as: "report-\(width)-\(dark ? "dark" : "light")-\(name).png")
      }
      try browser.evaluate("document.querySelector('#r2 .open').click()")
      #expect(try browser.number("document.querySelector('.stage').scrollWidth") <= width)
      try page.keep(browser.screenshot(), as: "report-\(width)-\(dark ? "dark" : "light")-view.png")
    }
    page.expectQuiet()
  }

  @Test func prints() throws {
    try open(SampleReport.news)
    let pdf = try browser.printed()
    #expect(pdf.starts(with: Array("%PDF".utf8)))
    try page.keep(pdf, as: "report.pdf")
  }
}
