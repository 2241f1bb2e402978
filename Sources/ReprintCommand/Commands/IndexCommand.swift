import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Runs `reprint index`.
enum IndexCommand {
  static func run(_ plan: IndexPlan) throws {
    switch plan.word {
    case .add: try add(plan)
    case .query: try query(plan)
    case .dedup: try dedup(plan)
    case .trace: try trace(plan)
    case .remove: try remove(plan)
    case .stat: try stat(plan)
    case .check: try check(plan)
    }
  }

  private static func write(_ plan: IndexPlan, creating options: IndexOptions?) throws(DumpError) -> IndexWriting {
    try IndexWriting(plan.directory, creating: options) {
      if plan.waits, !plan.isQuiet {
        Console.error("reprint: \(plan.directory): another run is writing to the index; waiting for it")
      }
      return plan.waits
    }
  }

  private static func name(_ failure: DumpError?, _ plan: IndexPlan) {
    guard let failure else { return }
    Console.error("reprint: \(failure)\nreprint: \(plan.directory): older parts could not be merged")
  }

  private static func add(_ plan: IndexPlan) throws {
    var plan = plan
    let writing = try write(plan, creating: plan.options)
    try plan.adopt(writing.index)
    writing.startMerging()
    let run = SearchRun(plan.search)
    let dump = try run.read()
    let addition = try writing.add(dump)
    name(addition.mergeFailure, plan)
    var found = "\(TerminalText.count(addition.added)) added"
    if addition.known > 0 { found += ", \(TerminalText.count(addition.known)) there before" }
    run.finish(dump, found)
  }

  private static func query(_ plan: IndexPlan) throws {
    var plan = plan
    let index = try DocumentIndex(plan.directory)
    try plan.adopt(index)
    let run = SearchRun(plan.search)
    let output = try run.open(plan.search.output)
    let dump = try run.read()
    let answers = try index.answers(for: dump, threads: plan.search.clustering.threads)
    let report = IndexReport(plan.search.format)
    try output.write(report.header.utf8)
    for (document, answer) in answers.enumerated() {
      let id = dump.name(of: document)
      if let answer {
        try output.write(
          report.line(
            for: id, of: answer.id, similarity: answer.similarity, isEstimated: answer.isEstimated))
      } else {
        try output.write(report.line(new: id))
      }
    }
    try dump.requireRecords()
    try output.finish()
    run.finish(dump, "\(TerminalText.count(answers.count { $0 != nil })) seen before")
  }

  private static func dedup(_ plan: IndexPlan) throws {
    var plan = plan
    let writing = plan.adds ? try write(plan, creating: plan.options) : nil
    let index = try writing?.index ?? DocumentIndex(plan.directory)
    try plan.adopt(index)
    let run = SearchRun(plan.search)
    let output = try run.open(plan.search.output)
    let mapping = try plan.search.removed.map { path throws(DumpError) in try run.open(path) }
    writing?.startMerging()
    let dump = try run.read()
    let answers = try index.answers(for: dump, threads: plan.search.clustering.threads)
    let found = UnseenDocuments(of: dump, answers: answers, index.options)
    var next = found.unseen[...]
    try dump.writeRecords(to: output) { document in
      guard next.first == document else { return false }
      next.removeFirst()
      return true
    }
    if let mapping {
      for removal in found.removals {
        try mapping.write(
          RemovalReport.line(
            id: dump.name(of: removal.document), kept: removal.kept, similarity: removal.similarity,
            isEstimated: removal.isEstimated))
      }
    }
    try dump.requireRecords()
    // What an index calls seen must be there after a crash as well.
    try output.complete(isDurable: writing != nil)
    try mapping?.complete(isDurable: writing != nil)
    if let writing {
      let addition = try writing.add(dump, found.unseen) { () throws(DumpError) in
        try output.publish()
        try mapping?.publish()
      }
      name(addition.mergeFailure, plan)
    } else {
      try output.publish()
      try mapping?.publish()
    }
    run.finish(
      dump, "\(TerminalText.count(found.unseen.count)) new, \(TerminalText.count(found.removals.count)) removed")
  }

  private static func trace(_ plan: IndexPlan) throws {
    let started = Clock.monotonic
    let output = try SearchRun(plan.search).open(plan.search.output)
    let index = try DocumentIndex(plan.directory)
    let tracer = Tracer(try TraceCommand.readOriginals(plan.operands, plan.scan, isQuiet: plan.isQuiet))
    let lines = TraceLines(plan.filter, plan.traceFormat, tracer.originals, to: output)
    try lines.start()
    let looked = try index.trace(tracer, threads: plan.search.clustering.threads) { page throws(DumpError) in
      try lines.add(page)
    }
    try lines.finish(inputs: plan.operands + [plan.directory], pages: looked)
    try output.finish()
    guard !plan.isQuiet else { return }
    let seconds = max(Clock.monotonic - started, 1e-9)
    Console.error(
      "\(TerminalText.count(looked, "document")), \(TerminalText.count(lines.pages, "page")) with reuse, "
        + "\(TerminalText.count(Int(Double(looked) / seconds))) documents/s")
  }

  private static func remove(_ plan: IndexPlan) throws {
    var ids = plan.operands
    if let path = plan.idFile { ids += try readIDs(path) }
    let removed = try write(plan, creating: nil).remove(ids)
    if !plan.isQuiet {
      for id in removed.unknown.prefix(Self.mostNamed) { Console.error("reprint: no document '\(id)' in the index") }
      if removed.unknown.count > Self.mostNamed {
        Console.error(
          "reprint: … and \(TerminalText.count(removed.unknown.count - Self.mostNamed)) more like the last of these")
      }
      Console.error("\(TerminalText.count(removed.removed, "document")) removed")
    }
    guard removed.unknown.isEmpty else {
      throw DumpError(plan.directory, "has no document of \(TerminalText.count(removed.unknown.count, "id"))")
    }
  }

  private static let mostNamed = 100

  /// The lines of a file, without empty ones.
  private static func readIDs(_ path: String) throws(DumpError) -> [String] {
    let text = try TextDocument.readOne(path, "a list of ids", format: .text).text
    return text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func stat(_ plan: IndexPlan) throws {
    let index = try DocumentIndex(plan.directory)
    let (own, holds) = (index.options, index.statistics)
    let report = IndexReport(plan.search.format)
    let output = try DumpOutput(plan.search.output)
    try output.write(
      report.lines(for: [
        ("documents", .number(holds.documents)), ("removed", .number(holds.removed)),
        ("added", .number(holds.added)), ("segments", .number(holds.segments)), ("files", .number(holds.files)),
        ("bytes", .number(holds.bytes)), ("text_bytes", .number(holds.textBytes)),
        ("threshold", .decimal(own.threshold)), ("shingle_words", .number(own.shingleWords)),
        ("slots", .number(own.slots)), ("bands", .number(own.bandPlan.bands)), ("rows", .number(own.bandPlan.rows)),
        ("furniture", .word(own.furniture.rawValue)), ("texts", .word(own.keepsTexts ? "keep" : "drop")),
      ]))
    try output.finish()
  }

  private static func check(_ plan: IndexPlan) throws {
    let check = try IndexCheck(plan.directory, threads: plan.search.clustering.threads)
    for problem in check.problems { Console.error("reprint: \(problem)") }
    if !plan.isQuiet {
      for name in check.unlisted { Console.error("reprint: \(plan.directory)/\(name): is no part of the index") }
    }
    guard check.problems.isEmpty else {
      throw DumpError(plan.directory, "is damaged in \(TerminalText.count(check.problems.count, "place"))")
    }
    guard !plan.isQuiet else { return }
    Console.error(
      "\(plan.directory): sound, \(TerminalText.count(check.documents, "document")), "
        + "\(TerminalText.count(check.files, "file")), \(TerminalText.count(check.bytes)) bytes")
  }
}
