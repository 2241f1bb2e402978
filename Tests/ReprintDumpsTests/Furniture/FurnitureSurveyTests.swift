import Reprint
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct FurnitureSurveyTests {
  private let directory = TemporaryDirectory()

  private func survey(
    _ paths: [String], threads: Int = 1
  ) throws -> (survey: FurnitureSurvey, feed: ChunkFeed, files: [DumpFile]) {
    let files = try DumpFileList(paths, format: nil).files
    let feed = ChunkFeed(files, workers: threads)
    return (try FurnitureSurvey(feed, fields: RecordFields(), threads: threads), feed, files)
  }

  /// Bytes that a feed hands out, by file.
  private func bytes(_ feed: ChunkFeed) throws -> [Int: [UInt8]] {
    var found: [Int: [UInt8]] = [:]
    while let (_, chunk) = try feed.next() {
      withExtendedLifetime(chunk) { found[chunk.file, default: []] += chunk.bytes }
    }
    return found
  }

  private static func lines(_ count: Int, site: Bool, from first: Int = 0) -> String {
    (first..<first + count).map { number in
      let url = site ? #""url":"https://x.example/\#(number)","# : ""
      return "{\"id\":\"\(number)\",\(url)\"text\":\"Menu\\nArticle \(number) tells this and that.\"}\n"
    }.joined()
  }

  private static let menu = Array("Menu".utf8)

  private func hasMenu(_ survey: FurnitureSurvey) -> Bool {
    let page = Self.menu.withUnsafeBufferPointer { PageLines($0, isJSON: false) }
    let site = PageSite.hash(url: "https://x.example/", site: nil)
    return survey.furniture?.furniture(among: page, on: site) == [true]
  }

  @Test(arguments: [1, 4]) func allIsHandedOutAgain(threads: Int) throws {
    // Larger than what is read at once, so that it is mapped and cut.
    let large = Self.lines(30_000, site: true)
    var paths = [
      directory.write(large, to: "large.jsonl"), directory.write("Menu", to: "page.txt"),
      directory.write(Self.lines(5, site: false), to: "plain.jsonl"), directory.write("", to: "empty.jsonl"),
    ]
    #expect(large.utf8.count > 2 * ChunkFeed.smallFile)
    if Program.path("gzip") != nil {
      for name in ["large", "plain"] {
        paths.append(
          directory.write(try Program.run("gzip", ["-c", directory["\(name).jsonl"]]), to: "\(name).jsonl.gz"))
      }
    }
    let (survey, feed, files) = try survey(paths, threads: threads)
    #expect(hasMenu(survey) && !survey.leavesRecordsInPlace)
    let again = try bytes(feed)
    #expect(again[0] == Array(large.utf8))
    #expect(again[1] == Array("Menu".utf8))
    #expect(again[2] == Array(Self.lines(5, site: false).utf8))
    if files.count > 4 { #expect(again[4] == again[0] && again[5] == again[2]) }
  }

  @Test func filesWithoutSitesArePassedOver() throws {
    let sites = "a site is named too late to be looked for\n" + Self.lines(200, site: false) + Self.lines(9, site: true)
    var paths = (0..<6).map { directory.write(sites, to: "\($0).jsonl") }
    #expect(try survey(paths, threads: 2).0.bytes == 0)
    if Program.path("gzip") != nil {
      paths += try (0..<6).map {
        directory.write(try Program.run("gzip", ["-c", directory["\($0).jsonl"]]), to: "\($0).jsonl.gz")
      }
    }
    // How many streams stay open at once is bounded, so some may be read to the end here.
    let (survey, feed, _) = try survey(paths, threads: 2)
    #expect(survey.furniture == nil && survey.leavesRecordsInPlace)
    let again = try bytes(feed)
    #expect(again.count == paths.count && again.values.allSatisfy { $0 == Array(sites.utf8) })
  }

  @Test func pagesAreConvertedOnce() throws {
    let article = String(
      repeating: "The harbour opened again on Monday after a week of storms, the port said. ", count: 4)
    let paths = (0..<4).map { number in
      directory.write(
        "<link rel=canonical href='https://x.example/\(number)'><title>Title \(number)</title><article><p>Menu</p>"
          + "<p>\(article)\(number)</p></article>", to: "\(number).html")
    }
    let (survey, feed, _) = try survey(paths, threads: 3)
    var found = 0
    while let (_, chunk) = try feed.next() {
      let parts = try #require(survey.parts(of: chunk))
      #expect(parts.count == 1)
      let (part, lines) = parts[0].load()
      #expect(part.lines.bytes == lines.bytes && part.starts.count == 1)
      #expect(String(decoding: part.lines.bytes, as: UTF8.self).contains("https://x.example/\(found)"))
      found += 1
    }
    #expect(found == 4)
  }
}
