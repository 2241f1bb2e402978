import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Runs `reprint align`.
enum AlignCommand {
  static func run(_ plan: AlignPlan) throws {
    try refuseInputs(plan)
    let output = try DumpOutput(plan.output)
    let saved = try plan.savedLexicon.map { path throws(DumpError) in try DumpOutput(path) }
    let options = try options(plan)
    let original = try readOriginal(plan)
    let copies = try readCopies(plan)

    let article = Original(utf8: original.text)
    guard article.sentences.contains(where: { $0.words > 0 }) else {
      throw DumpError(original.name, "there is no text in it")
    }
    let furniture = plan.input.furniture == .auto ? TextDocument.furniture(of: copies) : []
    let alignments = article.align(utf8: copies.map(\.text), furniture: furniture, threads: plan.threads, options)
    let lexicon = Lexicon.pooled([options.lexicon] + alignments.map(\.lexicon))
    if plan.printsLexicon {
      try write(lexicon, plan, to: output)
    } else {
      try write(alignments, of: copies, to: original, plan, output)
    }
    if let saved {
      try saved.write(LexiconReport(.ndjson).lines(for: lexicon))
      try saved.complete()
    }
    try output.complete()
    try output.publish()
    try saved?.publish()
    if !plan.isQuiet {
      for (copy, alignment) in zip(copies, alignments) where alignment.sentences.isEmpty {
        Console.error("reprint: \(copy.name): there is no text in it")
      }
      if lexicon.isEmpty, plan.printsLexicon || saved != nil { Console.error("reprint: no substitutions were found") }
    }
  }

  /// No input is written over; but a lexicon that was loaded may be saved to where it came from.
  private static func refuseInputs(_ plan: AlignPlan) throws(DumpError) {
    let texts = [plan.original] + plan.copies + [plan.weights].compactMap { $0 }
    let outputs = [(plan.output, texts + [plan.loadedLexicon].compactMap { $0 }), (plan.savedLexicon, texts)]
    for (path, inputs) in outputs {
      try DumpOutput.requireNoInput(path, among: inputs, format: plan.input.format)
    }
  }

  private static func options(_ plan: AlignPlan) throws(DumpError) -> AlignmentOptions {
    var options = AlignmentOptions()
    options.evidence = plan.explains || plan.isPage
    if let path = plan.loadedLexicon { options.lexicon = try LexiconFile.read(path) }
    if let path = plan.weights {
      let text = try readOne(path, "a weight table", plan, format: .text).text
      do throws(AlignmentModel.FormatError) {
        options.model = try AlignmentModel(text: String(decoding: text, as: UTF8.self))
      } catch {
        throw DumpError(path, line: error.line, error.reason)
      }
    }
    return options
  }

  private static func readOriginal(_ plan: AlignPlan) throws(DumpError) -> TextDocument {
    try readOne(plan.original, "the original", plan, format: plan.input.format)
  }

  private static func readOne(
    _ path: String, _ what: String, _ plan: AlignPlan, format: DumpFormat?
  ) throws(DumpError) -> TextDocument {
    try TextDocument.readOne(path, what, format: format, fields: plan.input.fields, furniture: plan.input.furniture)
  }

  private static func readCopies(_ plan: AlignPlan) throws(DumpError) -> [TextDocument] {
    let reading = try TextDocument.read(
      plan.copies, format: plan.input.format, fields: plan.input.fields, furniture: plan.input.furniture)
    // Where nothing is left, the last problem is what ends the run.
    if !plan.isQuiet { Console.name(reading.report, exceptLast: reading.documents.isEmpty) }
    if reading.documents.isEmpty {
      throw reading.report.problems.last?.error
        ?? DumpError(plan.copies.joined(separator: " "), "there are no documents in it")
    }
    return reading.documents
  }

  private static func write(
    _ alignments: [Alignment], of copies: [TextDocument], to original: TextDocument, _ plan: AlignPlan,
    _ output: DumpOutput
  ) throws(DumpError) {
    let source = NamedText(name: original.name, bytes: original.text)
    let texts = copies.map { NamedText(name: $0.name, bytes: $0.text) }
    switch plan.format {
    case .page:
      let pages = zip(texts, alignments).map { AlignmentPage.Copy(text: $0, alignment: $1) }
      try output.write(AlignmentPage(original: source, copies: pages).html)
    case .lines(let format):
      let report = AlignmentReport(format, width: Terminal(1).width, explain: plan.explains)
      try output.write(report.header.utf8)
      for (text, alignment) in zip(texts, alignments) {
        try output.write(report.lines(original: source, copy: text, alignment: alignment))
      }
    }
  }

  private static func write(_ lexicon: Lexicon, _ plan: AlignPlan, to output: DumpOutput) throws(DumpError) {
    guard case .lines(let format) = plan.format else { return }
    let report = LexiconReport(format)
    try output.write(report.header.utf8)
    try output.write(report.lines(for: lexicon))
  }
}

extension AlignPlan {
  fileprivate var isPage: Bool { if case .page = format { true } else { false } }
}
