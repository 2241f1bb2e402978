import Reprint
import ReprintCharts
import ReprintDumps
import ReprintPlatform

/// `reprint-bench exact-pairs`: what `reprint pairs` should find.
enum ExactPairsCommand {
  static let usage = """
    usage: reprint-bench exact-pairs DUMP... [-t THRESHOLD] [--shingle-words N]

    Prints every pair of documents whose exact Jaccard similarity is at least THRESHOLD (0.8), as
    `reprint pairs` does, found by comparing all with all.

    """

  static func run(_ arguments: inout ArgumentList) throws {
    var options = SketchedDump.ReadOptions()
    // The sketches are not looked at.
    options.clustering.slots = FastSimilaritySketch.slotCounts[0]
    var paths: [String] = []
    while let word = arguments.next() {
      switch word {
      case "-t", "--threshold":
        options.clustering.threshold = try arguments.number(for: word) { $0 > 0 && $0 <= 1 }
      case "--shingle-words": options.clustering.shingleWords = try arguments.integer(for: word, atLeast: 1)
      default: paths.append(try arguments.operand(word))
      }
    }
    guard !paths.isEmpty else { throw BenchmarkError("exact-pairs: no dump given") }

    let started = Clock.monotonic
    func note(_ text: String) {
      StandardStreams.error("\(NumberText.fixed(Clock.monotonic - started, 1)) s  \(text)")
    }
    let dump = try SketchedDump.read(paths, options: options)
    note("\(dump.report.documents) documents, \(dump.report.count(.skipped)) records skipped")
    let sets = DistinctShingleSets(dump, shingleWords: options.clustering.shingleWords)
    let total = sets.shingles.reduce(0) { $0 + $1.count }
    note("\(sets.shingles.count) different sets of \(total) shingles")
    let exact = ExactPairs(sets)
    note("indexed")
    let pairs = exact.pairs(atLeast: options.clustering.threshold) { done in
      StandardStreams.progress("\(done) of \(sets.shingles.count) sets")
    }
    StandardStreams.progress("")
    note("\(pairs.count) pairs at \(options.clustering.threshold) or more")
    try write(pairs, dump)
  }

  private static func write(
    _ pairs: [(a: UInt32, b: UInt32, similarity: Double)], _ dump: SketchedDump
  ) throws(DumpError) {
    let output = try DumpOutput(nil)
    var names: [UInt32: String] = [:]
    func name(_ document: UInt32) -> String {
      if let known = names[document] { return known }
      let name = dump.name(of: Int(document))
      names[document] = name
      return name
    }
    for pair in pairs {
      var line = JSONLine()
      line.open()
      line.member("a", name(pair.a))
      line.member("b", name(pair.b))
      line.member("similarity", pair.similarity)
      line.close()
      try output.write(line.bytes)
    }
    try output.finish()
  }
}
