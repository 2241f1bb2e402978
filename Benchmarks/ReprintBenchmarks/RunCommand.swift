import ReprintCharts
import ReprintPlatform

/// `reprint-bench`: measures.
enum RunCommand {
  static let usage = """
    usage: reprint-bench [options] [NAME...]

    Measures the cases whose names contain one of the NAMEs, or all.

      --seconds S      go on with each case for S seconds of CPU time (1)
      --file PATH      measure on this JSON Lines dump in place of the generated ones; repeatable
      --threads N      threads of the whole run (1)
      --format F       table or ndjson (table)
      --list           print the names of the cases and end
      --record         run each case once and print the table of expected answers

    """

  private struct Options {
    var seconds = 1.0
    var files: [String] = []
    var threads = 1
    var format = BenchmarkReport.Format.table
    var lists = false
    var records = false
    var names: [String] = []

    init(_ arguments: inout ArgumentList) throws {
      while let word = arguments.next() {
        switch word {
        case "--seconds": seconds = try arguments.number(for: word) { $0 >= 0 && $0 <= 3600 }
        case "--file":
          let path = try arguments.value(for: word)
          _ = try MappedFile(path)  // so that a file that can't be read is known at once
          files.append(path)
        case "--threads": threads = try arguments.integer(for: word, atLeast: 1)
        case "--format":
          let name = try arguments.value(for: word)
          guard let known = BenchmarkReport.Format(rawValue: name) else {
            throw BenchmarkError("--format: table or ndjson, not '\(name)'")
          }
          format = known
        case "--list": lists = true
        case "--record": records = true
        default: names.append(try arguments.operand(word))
        }
      }
    }

    /// The cases asked for.
    func cases() throws -> [BenchmarkCase] {
      let all =
        files.isEmpty
        ? BenchmarkCatalog.generated(threads: threads)
        : files.flatMap { BenchmarkCatalog.own($0, threads: threads) }
      guard !names.isEmpty else { return all }
      for name in names where !all.contains(where: { $0.name.contains(name) }) {
        throw BenchmarkError("no case has '\(name)' in its name; see --list")
      }
      return all.filter { benchmark in names.contains { benchmark.name.contains($0) } }
    }
  }

  /// Returns whether all answers were as expected.
  static func run(_ arguments: inout ArgumentList) throws -> Bool {
    let options = try Options(&arguments)
    let cases = try options.cases()
    if options.lists {
      try StandardStreams.output(Array(cases.map { $0.name + "\n" }.joined().utf8))
      return true
    }
    #if DEBUG
      throw BenchmarkError("this is a debug build, whose times mean nothing: build with -c release")
    #else
      return options.records ? try record(cases) : try measure(cases, options)
    #endif
  }

  private static func measure(_ cases: [BenchmarkCase], _ options: Options) throws -> Bool {
    let report = BenchmarkReport(options.format, names: cases.map(\.name))
    let runner = BenchmarkRunner(seconds: options.seconds)
    try StandardStreams.output(report.header(.now()))
    var changed: [String] = []
    for (index, benchmark) in cases.enumerated() {
      StandardStreams.progress("\(index + 1) of \(cases.count)  \(benchmark.name)")
      let measured = try runner.measure(benchmark)
      StandardStreams.progress("")
      try StandardStreams.output(report.line(for: benchmark, measured))
      if let expected = benchmark.expected, measured.answer != expected { changed.append(benchmark.name) }
    }
    guard !changed.isEmpty else { return true }
    StandardStreams.error(
      "reprint-bench: the answer of \(changed.joined(separator: ", ")) is not the one on record: the work has changed, so "
        + "its times are not to be compared with earlier ones")
    return false
  }

  /// Prints `ExpectedAnswers.swift`, with what is known of the cases that were not asked for.
  private static func record(_ cases: [BenchmarkCase]) throws -> Bool {
    let runner = BenchmarkRunner(seconds: 0)
    var answers = ExpectedAnswers.all
    for (index, benchmark) in cases.enumerated() {
      guard benchmark.expected != nil else { throw BenchmarkError("--record: answers on files are not kept") }
      StandardStreams.progress("\(index + 1) of \(cases.count)  \(benchmark.name)")
      answers[benchmark.name] = try runner.answer(of: benchmark)
    }
    StandardStreams.progress("")
    let lines = BenchmarkCatalog.generated(threads: 1).compactMap { benchmark in
      answers[benchmark.name].map { "    \"\(benchmark.name)\": \(NumberText.hex($0)),\n" }
    }
    let text = """
      /// What each case on generated input must answer.
      ///
      /// Written by `reprint-bench --record`: see the README of the benchmarks.
      enum ExpectedAnswers {
        static let all: [String: UInt64] = [
      \(lines.joined())  ]
      }

      """
    try StandardStreams.output(Array(text.utf8))
    return true
  }
}
