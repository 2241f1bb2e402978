import Foundation
import ReprintTestSupport
import Testing

/// A page of ours in a browser of its own.
final class BrowserPage {
  let browser: Browser
  private let directory = TemporaryDirectory()

  init() throws {
    browser = try Browser(#require(Browser.program))
    try browser.send(
      "Page.addScriptToEvaluateOnNewDocument",
      ["source": "addEventListener('securitypolicyviolation', e => console.error('policy', e.violatedDirective))"])
  }

  deinit { browser.close() }

  func open(_ html: [UInt8], fragment: String = "", width: Int = 1280) throws {
    try browser.setWindow(width: width, height: 800)
    try browser.open(directory.write(html, to: "page.html"), fragment: fragment)
  }

  /// Nothing was logged, thrown, blocked or asked.
  func expectQuiet(_ location: SourceLocation = #_sourceLocation) {
    let events = [
      "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Page.javascriptDialogOpening",
    ]
    for event in events {
      #expect(browser.events(event).map { "\($0)" } == [], sourceLocation: location)
    }
  }

  /// Keeps a picture where `REPRINT_SCREENSHOTS` says.
  func keep(_ picture: Data, as name: String) throws {
    guard let directory = ProcessInfo.processInfo.environment["REPRINT_SCREENSHOTS"] else { return }
    try picture.write(to: URL(filePath: "\(directory)/\(name)"))
  }
}
