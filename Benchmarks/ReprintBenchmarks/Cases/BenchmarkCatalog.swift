/// All cases there are.
enum BenchmarkCatalog {
  /// The cases on generated input.
  static func generated(threads: Int) -> [BenchmarkCase] {
    var cases: [BenchmarkCase] = []
    for kind in GeneratedCorpus.Kind.allCases {
      let dump = Shared { try DumpText(kind) }
      cases += ReadingBenchmarks.cases(kind.rawValue, dump)
      cases += TextBenchmarks.cases(kind.rawValue, dump)
      cases.append(ShinglingBenchmarks.words(kind.rawValue, dump))
      cases.append(
        WholeRunBenchmarks.clusters(kind.rawValue, threads: threads) {
          try TemporaryFile(try dump.value().bytes)
        })
    }
    cases += SketchingBenchmarks.cases + BandBenchmarks.cases + VerificationBenchmarks.cases + AlignmentBenchmarks.cases
    cases += HostileBenchmarks.cases + HTMLBenchmarks.cases
    return cases.sorted { stageOrder($0.name) < stageOrder($1.name) }
  }

  /// The cases on a dump of the user's.
  static func own(_ path: String, threads: Int) -> [BenchmarkCase] {
    let dump = Shared { try DumpText(path: path) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let cases =
      ReadingBenchmarks.cases(name, dump) + TextBenchmarks.cases(name, dump) + [
        ShinglingBenchmarks.words(name, dump), WholeRunBenchmarks.clusters(name, path: path, threads: threads),
      ]
    return cases.map { BenchmarkCase($0.name, item: $0.item, clock: $0.clock, expected: nil, setUp: $0.setUp) }
  }

  private static let stages = [
    "scan", "parse", "tokenise", "tokens", "shingle", "sketch", "bands", "verify", "whole", "align", "html",
  ]

  /// The order of the pipeline.
  private static func stageOrder(_ name: String) -> Int {
    stages.firstIndex { name.hasPrefix($0 + "/") } ?? stages.count
  }
}

/// A value that is made when first asked for and then shared.
final class Shared<Value> {
  private let make: () throws -> Value
  private var made: Value?

  init(_ make: @escaping () throws -> Value) { self.make = make }

  func value() throws -> Value {
    if let made { return made }
    let value = try make()
    made = value
    return value
  }
}
