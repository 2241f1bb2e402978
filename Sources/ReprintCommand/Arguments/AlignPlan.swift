import Reprint
import ReprintDumps
import ReprintReports

/// What `align` is to do: its arguments, checked, with nothing opened yet.
struct AlignPlan: Sendable {
  var original: String
  var copies: [String]
  var input: InputOptions
  var format: PrintedFormat<OutputFormat>
  var output: String?
  var explains: Bool
  var printsLexicon: Bool
  var loadedLexicon: String?
  var savedLexicon: String?
  var weights: String?
  var threads: Int
  var isQuiet: Bool

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    func fail(_ text: String) -> UsageError { UsageError(description: text, command: command.name) }
    guard let original = arguments.operands.first else { throw fail("name an ORIGINAL and at least one COPY") }
    guard arguments.operands.count > 1 else { throw fail("name at least one COPY beside the ORIGINAL") }
    self.original = original
    copies = Array(arguments.operands.dropFirst())
    guard original != "-" || !copies.contains("-") else { throw fail("standard input can be read only once") }
    input = InputOptions(arguments)
    explains = arguments.has("explain")
    printsLexicon = arguments.has("lexicon")
    loadedLexicon = arguments["load-lexicon"]
    savedLexicon = arguments["save-lexicon"]
    weights = arguments["weights"]
    isQuiet = arguments.has("quiet")
    threads = try arguments.threads(command)
    output = arguments["output"]
    if let savedLexicon, DumpOutput.isSame(savedLexicon, output ?? "-") {
      throw fail("--save-lexicon and --output are the same")
    }
    format = arguments.format(text: .text, ndjson: .ndjson)
    if case .page = format, printsLexicon {
      throw fail("--lexicon prints text, ndjson or tsv; the html page has the lexicon in it")
    }
  }
}
