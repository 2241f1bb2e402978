import Foundation
import ReprintTestSupport
import Testing

@testable import ReprintDumps

/// Archives that other programs write, read completely.
@Suite struct WrittenArchiveTests {
  private let directory = TemporaryDirectory()

  /// A Python with warcio: `REPRINT_WARCIO`, or the one on the path if it has it.
  private static let python: String? = {
    if let path = ProcessInfo.processInfo.environment["REPRINT_WARCIO"] { return path }
    guard let path = Program.path("python3"),
      let found = try? Program.run("python3", ["-c", "import importlib.util as u; print(u.find_spec('warcio'))"]),
      !found.isEmpty, !found.starts(with: "None".utf8)
    else { return nil }
    return path
  }()

  private static let support = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Support").path

  private struct Contents: Decodable {
    struct Page: Decodable {
      var url: String
      var text: String
      var date: String
    }
    var records: Int
    var pages: [Page]
  }

  @Test(.enabled(if: python != nil, "warcio is installed, and REPRINT_WARCIO names its Python"))
  func archivesThatWarcioWroteAreReadCompletely() throws {
    let output = try Program.run(Self.python!, [Self.support + "/write_archives.py", directory.path])
    let all = try JSONDecoder().decode([String: Contents].self, from: Data(output))
    #expect(all.count == 4)
    for (name, contents) in all where !name.hasSuffix(".gz") || Program.path("gzip") != nil {
      let reading = try TextDocument.read([directory[name]])
      let passedOver = reading.report.passedOver.values.reduce(0, +)
      #expect(reading.documents.count + passedOver == contents.records, "\(name): every record is accounted for")
      #expect(reading.report.problems.isEmpty, "\(name)")
      #expect(reading.documents.map(\.name) == contents.pages.map(\.url), "\(name)")
      #expect(
        reading.documents.map { String(decoding: $0.text, as: UTF8.self) } == contents.pages.map(\.text), "\(name)")
      let dump = try SketchedDump.read([directory[name]], options: SketchedDump.ReadOptions())
      #expect((0..<contents.pages.count).map { dump.describe($0).published } == contents.pages.map(\.date), "\(name)")
    }
  }

  @Test(
    .enabled(if: Program.path("wget") != nil && Program.path("python3") != nil, "wget and python3 are installed"),
    arguments: [true, false])
  func archivesThatWgetWroteAreReadCompletely(isCompressed: Bool) throws {
    guard !isCompressed || Program.path("gzip") != nil else { return }
    var texts: [String: String] = [:]
    for index in 0..<12 {
      let text = "Story \(index) – “quoted”.\n" + String(repeating: "A sentence with 路面電車 in it.\n", count: index * 40)
      directory.write(text, to: "served/\(index).txt")
      texts["\(index).txt"] = text
    }
    let script = """
      import functools, http.server, subprocess, sys, threading
      handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1])
      handler.func.log_message = lambda *arguments: None
      server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
      threading.Thread(target=server.serve_forever, daemon=True).start()
      host = "http://127.0.0.1:%d/" % server.server_port
      names = sys.argv[4:]
      subprocess.run(["wget", "-q", "--no-proxy", "--delete-after", "--warc-file=" + sys.argv[2], *sys.argv[3].split(),
                      *[host + name for name in names]], cwd=sys.argv[1] + "/..")
      print(host, end="")
      """
    let names = (0..<12).map { "\($0).txt" } + ["none.txt"]
    let options = "--tries=9 --waitretry=0" + (isCompressed ? "" : " --no-warc-compression")
    let output = try Program.run(
      "python3", ["-c", script, directory["served"], directory["crawl"], options] + names)
    let host = String(decoding: output, as: UTF8.self)
    let path = directory["crawl.warc" + (isCompressed ? ".gz" : "")]
    let reading = try TextDocument.read([path])
    #expect(reading.report.problems.isEmpty)
    let found = reading.documents.filter { $0.name.hasPrefix(host) }
    #expect(found.map(\.name) == (0..<12).map { "\(host)\($0).txt" })
    for document in found {
      let text = texts[String(document.name.dropFirst(host.count))]
      #expect(String(decoding: document.text, as: UTF8.self) == text, "\(document.name)")
    }
    let passedOver = reading.report.passedOver
    // A try whose connection broke left a request and no response.
    #expect(passedOver["request"] ?? 0 >= 13 && passedOver["status 4xx"] == 1 && passedOver["warcinfo"] == 1)
    // wget adds its log and its own command line as resources and metadata.
    var count = 0
    let bytes = isCompressed ? try Program.run("gzip", ["-dc", path]) : directory.read("crawl.warc")!
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) where line == "WARC/1.0" {
      count += 1
    }
    #expect(reading.documents.count + passedOver.values.reduce(0, +) == count, "every record is accounted for")
  }
}
