import Foundation
import Reprint
import ReprintDumps
import ReprintTestSupport
import Testing

/// The README's library examples, as they stand there.
@Suite struct ReadmeTests {
  @Test func libraryExampleRuns() throws {
    var printed: [String] = []
    func print(_ kept: String, _ members: [String]) { printed.append("\(kept) \(members)") }

    let clusterer = Clusterer()
    clusterer.add("Skyferd cleared to beam texts and calls straight to phones across the country", id: "wire")
    clusterer.add("Skyferd cleared to beam texts and calls straight to phones across the country", id: "copy")
    for cluster in clusterer.clusters() { print(cluster.kept, cluster.members.map(\.id)) }

    #expect(printed == ["copy [\"copy\", \"wire\"]"])
  }

  @Test func alignmentExampleRuns() throws {
    var printed: [String] = []
    func print(_ kind: ReuseKind, _ sources: [Int]) { printed.append("\(kind) \(sources)") }

    let original = Original("Mirrowell refused to pay. The thieves published 5,000 files on August 2.")
    let alignment = original.align("On August 2 some 5,000 files were published. Mirrowell had declined to pay.")
    for sentence in alignment.sentences { print(sentence.kind, sentence.sources.map(\.sentence)) }

    #expect(printed == ["paraphrase [1]", "edited [0]"])
  }

  @Test func tracingExampleRuns() throws {
    var printed: [String] = []
    func print(_ kind: ReuseKind, _ coverage: Double, _ credit: Attribution.Class) {
      printed.append("\(kind) \(coverage) \(credit)")
    }

    let wire = "Mirrowell refused to pay the Gannet gang. The thieves published 5,210 patient files on August 2."
    let tracer = Tracer([TracedArticle(id: "wire", text: wire, site: "The Harbour Post")])
    for trace in tracer.traces(of: TracedArticle(id: "page", text: wire + " Source: Harbour Post")) {
      print(trace.verdict.kind, trace.verdict.coverage.words, trace.attribution.kind)
    }

    #expect(printed == ["verbatim 1.0 named"])
  }

  @Test func indexExampleRuns() throws {
    var printed: [String] = []
    func print(_ id: String, _ similarity: Double) { printed.append("\(id) \(Int(similarity * 100))") }
    let temporary = TemporaryDirectory()
    let directory = temporary.path
    let wire = "Mirrowell refused to pay the Gannet gang. The thieves published 5,210 patient files on August 2."

    let seen = directory + "/seen.index"
    try DocumentIndex.add([TracedArticle(id: "wire", text: wire)], to: seen)
    let index = try DocumentIndex(seen)
    if let match = try index.match(wire + " Updated.") { print(match.id, match.similarity) }

    #expect(printed == ["wire 92"])
    withExtendedLifetime(temporary) {}
  }

  /// Every line of the README's Swift code stands in this file, so that what is shown is what was compiled.
  @Test func libraryExampleIsTheOneInTheReadme() throws {
    let here = URL(fileURLWithPath: #filePath)
    let readme = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let source = try String(contentsOf: here, encoding: .utf8).split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let blocks = text.components(separatedBy: "```swift\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    let lines = blocks.joined().split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(!lines.isEmpty)
    for line in lines { #expect(source.contains(line), "\(line)") }
  }
}
