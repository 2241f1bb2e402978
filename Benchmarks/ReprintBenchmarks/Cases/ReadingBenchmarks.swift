import ReprintDumps

/// From bytes to records.
enum ReadingBenchmarks {
  static func cases(_ input: String, _ dump: Shared<DumpText>) -> [BenchmarkCase] {
    [
      BenchmarkCase("scan/\(input)", item: "line") { try scan(dump.value()) },
      BenchmarkCase("parse/\(input)", item: "record") { try parse(dump.value()) },
    ]
  }

  /// The newline split alone.
  private static func scan(_ dump: DumpText) -> BenchmarkWork {
    BenchmarkWork(bytes: dump.bytes.count, items: dump.lines.count) { LineSplit.run(dump.bytes) }
  }

  /// Reading each line as a JSON object and skipping over all values, the text too.
  private static func parse(_ dump: DumpText) -> BenchmarkWork {
    var parser = JSONRecordParser(FieldSelector(RecordFields(), only: [.id, .text]))
    return BenchmarkWork(bytes: dump.bytes.count, items: dump.lines.count) {
      var digest = Digest()
      for line in dump.lines {
        let record = UnsafeBufferPointer(rebasing: dump.bytes[line])
        let end = record.baseAddress! + record.count
        try parser.parse(record) { start in
          let quote = JSONCursor.closingQuote(from: start, end: end) ?? end
          digest.add(quote - start)
          return quote
        }
      }
      return digest.value
    }
  }
}
