import Foundation
import ReprintTestSupport

/// A headless Chromium, driven through the pipes of its DevTools protocol.
///
/// It is found as `$REPRINT_CHROMIUM` or under one of its usual names.
final class Browser: @unchecked Sendable {
  enum Failure: Error {
    case noAnswer(String)
    case refused(String)
  }

  /// The program, if it is installed and runs.
  static let program: String? = {
    let wanted = ProcessInfo.processInfo.environment["REPRINT_CHROMIUM"].map { [$0] } ?? []
    let names = ["chromium", "chromium-browser", "google-chrome", "headless_shell", "chrome-headless-shell"]
    return (wanted + names.compactMap(Program.path)).first { path in
      // Some systems have a stand-in of that name that only says what to install.
      let words = (try? Program.run("/bin/sh", ["-c", "\"$0\" --version 2>/dev/null", path])) ?? []
      let version = String(decoding: words, as: UTF8.self)
      return version.contains("Chrom") && version.contains { $0.isNumber }
    }
  }()

  private let program: RunningProgram
  private let profile = TemporaryDirectory()
  private let condition = NSCondition()
  private var lastCommand = 0
  private var results: [Int: [String: Any]] = [:]
  private var received: [(method: String, parameters: [String: Any])] = []
  private var session: String?
  private var isGone = false

  init(_ program: String) throws {
    let words = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-extensions", "--hide-scrollbars", "--remote-debugging-pipe",
      "--user-data-dir=\(profile.path)", "about:blank",
    ]
    let (answers, answering) = RunningProgram.pipe()
    // The protocol wants descriptors 3 and 4.
    let script = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null"
    self.program = try RunningProgram(
      "/bin/sh", ["-c", script, program] + words, input: .openPipe, output: .pipe(answering),
      capture: profile["captured"])
    Thread.detachNewThread { [weak self] in
      var pending = Data()
      while case let data = answers.availableData, !data.isEmpty {
        pending += data
        while let end = pending.firstIndex(of: 0) {
          self?.receive(pending[pending.startIndex..<end])
          pending = pending[pending.index(after: end)...]
        }
      }
      self?.end()
    }
    let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
    session = try send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log"] { try send("\(domain).enable") }
  }

  func close() {
    program.send(SIGTERM)
    _ = try? program.finish()
  }

  private func end() {
    condition.withLock {
      isGone = true
      condition.broadcast()
    }
  }

  private func receive(_ message: Data) {
    guard let object = try? JSONSerialization.jsonObject(with: message) as? [String: Any] else { return }
    condition.withLock {
      if let id = object["id"] as? Int {
        results[id] = object
      } else if let method = object["method"] as? String {
        received.append((method, object["params"] as? [String: Any] ?? [:]))
      }
      condition.broadcast()
    }
  }

  @discardableResult
  func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastCommand += 1
    var object: [String: Any] = ["id": lastCommand, "method": method, "params": parameters]
    if let session { object["sessionId"] = session }
    try program.feed(JSONSerialization.data(withJSONObject: object) + [0])
    let answer = try wait(for: method) { results.removeValue(forKey: lastCommand) }
    if let error = answer["error"] as? [String: Any] { throw Failure.refused("\(method): \(error)") }
    return answer["result"] as? [String: Any] ?? [:]
  }

  @discardableResult
  private func wait<Value>(for what: String, _ value: () -> Value?) throws -> Value {
    try condition.withLock {
      let deadline = Date(timeIntervalSinceNow: 120)
      while true {
        if let value = value() { return value }
        guard !isGone, condition.wait(until: deadline) else { throw Failure.noAnswer(what) }
      }
    }
  }

  /// What the page has reported, by the name of the event.
  func events(_ method: String) -> [[String: Any]] {
    condition.withLock { received.filter { $0.method == method }.map(\.parameters) }
  }

  /// Opens a file and waits until it has loaded.
  func open(_ path: String, fragment: String = "") throws {
    // The same file under another fragment would not be loaded anew.
    for address in ["about:blank", URL(filePath: path).absoluteString + fragment] {
      condition.withLock { received.removeAll { $0.method == "Page.loadEventFired" } }
      try send("Page.navigate", ["url": address])
      try wait(for: address) { received.contains { $0.method == "Page.loadEventFired" } ? true : nil }
    }
  }

  /// The value of an expression in the page.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try send("Runtime.evaluate", ["expression": expression, "returnByValue": true])
    if let exception = answer["exceptionDetails"] { throw Failure.refused("\(expression): \(exception)") }
    return (answer["result"] as? [String: Any])?["value"]
  }

  func text(_ expression: String) throws -> String { try evaluate(expression) as? String ?? "" }

  func number(_ expression: String) throws -> Int { try evaluate(expression) as? Int ?? -1 }

  func setWindow(width: Int, height: Int, dark: Bool = false) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    let features = [
      ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"],
      ["name": "prefers-reduced-motion", "value": "reduce"],
    ]
    try send("Emulation.setEmulatedMedia", ["features": features])
  }

  /// Clicks in the middle of the first line of an element.
  func click(_ selector: String) throws {
    let place = try text(
      "(() => { const r = document.querySelector(\"\(selector)\").getClientRects()[0];"
        + "return `${r.x + r.width / 2} ${r.y + r.height / 2}` })()"
    ).split(separator: " ").compactMap { Double($0) }
    for type in ["mouseMoved", "mousePressed", "mouseReleased"] {
      try send(
        "Input.dispatchMouseEvent", ["type": type, "x": place[0], "y": place[1], "button": "left", "clickCount": 1])
    }
  }

  func press(_ key: String) throws {
    let codes = [
      "Enter": 13, "Escape": 27, "Tab": 9, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40,
    ]
    for type in [key == "Enter" ? "keyDown" : "rawKeyDown", "keyUp"] {
      var event: [String: Any] = ["type": type, "key": key, "code": key, "windowsVirtualKeyCode": codes[key] ?? 0]
      // Links and buttons wait for the character.
      if type == "keyDown" { event["text"] = "\r" }
      try send("Input.dispatchKeyEvent", event)
    }
  }

  /// A picture of the window, as PNG.
  func screenshot() throws -> Data {
    let data = try send("Page.captureScreenshot", ["format": "png"])["data"] as? String ?? ""
    return Data(base64Encoded: data) ?? Data()
  }

  /// The page as it prints, as PDF.
  func printed() throws -> Data {
    let data = try send("Page.printToPDF", ["preferCSSPageSize": true])["data"] as? String ?? ""
    return Data(base64Encoded: data) ?? Data()
  }
}
