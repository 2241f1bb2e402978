import ReprintReports

/// One option of the command line: everything that parsing, help, man page and completions need to know of it.
struct Option: Sendable {
  enum Value: Sendable {
    /// Given or not.
    case none
    case choice(String, [String])
    /// A number, a name and the like; the string says what in capitals.
    case free(String)
    case file(String)
  }

  enum Group: String, CaseIterable, Sendable {
    case input = "Input"
    case matching = "Matching"
    case output = "Output"
    case other = "Other"
  }

  let name: String
  /// What a command calls it by in its list, where commands give a name different meanings.
  var key: String?
  var letter: Character?
  var value: Value = .none
  let group: Group
  /// One line, without a full stop.
  let summary: String
  /// More for the long help and the man page.
  var detail: String = ""
  var defaultValue: String?

  /// What stands for the value in help.
  var placeholder: String? {
    switch value {
    case .none: nil
    case .choice(let name, _), .free(let name), .file(let name): name
    }
  }

  var choices: [String] {
    if case .choice(_, let choices) = value { choices } else { [] }
  }
}

extension Option {
  /// All options, each with one meaning in every command that has it.
  static let all: [Option] = [
    Option(
      name: "threshold", letter: "t", value: .free("J"), group: .matching,
      summary: "Least Jaccard similarity of two near-duplicates", detail: "Above 0 and at most 1, over word shingles.",
      defaultValue: "0.8"),
    Option(
      name: "threshold", key: "join-threshold", letter: "t", value: .free("J"), group: .matching,
      summary: "Least Jaccard similarity of two near-duplicates",
      detail: "Sketches that were made for different thresholds can be joined only with it.",
      defaultValue: "that of the sketches"),
    Option(
      name: "shingle-words", letter: "k", value: .free("N"), group: .matching, summary: "Words in a shingle",
      detail:
        "More words make only long verbatim runs count; fewer find heavier edits, and common phrases. In scripts without spaces a word is a short run of characters.",
      defaultValue: "5"),
    Option(
      name: "slots", value: .choice("N", ["64", "128", "256"]), group: .matching, summary: "Slots in a sketch",
      detail: "More slots take more memory and bring up fewer false candidates; what is reported stays exact.",
      defaultValue: "128"),
    Option(
      name: "texts", value: .choice("WHAT", ["keep", "drop"]), group: .matching,
      summary: "Whether a new index keeps texts",
      detail:
        "drop: only sketches are kept, so that similarities are estimates, which is said, and nothing can be traced.",
      defaultValue: "keep"),
    Option(
      name: "linkage", value: .choice("KIND", ["star", "connected"]), group: .matching,
      summary: "What holds a cluster together",
      detail:
        "star: every member is similar to the kept document. connected: every member is similar to some other member, so similarity may chain.",
      defaultValue: "star"),
    Option(
      name: "keep", value: .choice("WHICH", ["longest", "first", "oldest", "newest"]), group: .matching,
      summary: "Which document of a cluster to keep",
      detail:
        "longest: most words. first: earliest in the input. oldest, newest: by the published field; documents without a date come last. Ties go to the smaller id.",
      defaultValue: "longest"),
    Option(
      name: "pairs", group: .matching, summary: "Find pairs instead of clusters",
      detail: "Prints them as the command pairs does."),
    Option(
      name: "order", value: .choice("BY", ["input", "id"]), group: .output, summary: "What to sort the output by",
      detail:
        "input: as the sketches come. id: the bytes of the ids, so that the output is the same for any order of the files; not with --keep first, and not if ids are repeated.",
      defaultValue: "input"),
    Option(
      name: "shingles", group: .output, summary: "Also print the documents' shingles",
      detail: "join then compares exactly. They take about 11 bytes a word."),
    Option(
      name: "explain", group: .matching, summary: "Print the plan and the memory it takes, and stop",
      detail: "Shows bands, rows and the chance that pairs of each similarity are looked at."),
    Option(
      name: "explain", key: "evidence", group: .matching,
      summary: "Also print the words that stand for each other",
      detail: "For each source the same words, stems, numbers, near spellings and substitutions."),
    Option(
      name: "lexicon", group: .matching, summary: "Print the words that a spinner replaced, instead of sentences",
      detail: "The lexicon is learned from all copies that were put through a word spinner."),
    Option(
      name: "load-lexicon", value: .file("FILE"), group: .matching, summary: "Use the substitutions in FILE",
      detail: "As --save-lexicon or --lexicon -f ndjson wrote them."),
    Option(
      name: "save-lexicon", value: .file("FILE"), group: .matching, summary: "Write the substitutions to FILE",
      detail: "One JSON object a line, with those of --load-lexicon among them."),
    Option(
      name: "weights", value: .file("FILE"), group: .matching, summary: "Use other alignment weights",
      detail: "Learned by reprint-bench learn-alignment from gold alignments of your own."),
    Option(
      name: "original", value: .file("FILE"), group: .matching, summary: "Trace the originals in FILE",
      detail:
        "May be given several times. FILE is a text, JSON with an original an object, or a directory of them. Every other argument is then a DUMP."
    ),
    Option(
      name: "near-exact", group: .matching, summary: "Only near-exact copies",
      detail: "More than 80 % of the original's words, and more than 125 words that both texts have."),
    Option(
      name: "min-coverage", value: .free("SHARE"), group: .matching,
      summary: "Only pages that reuse so much of the original", detail: "From 0 to 1, of the original's words.",
      defaultValue: "0"),
    Option(
      name: "min-words", value: .free("N"), group: .matching,
      summary: "Only pages that share so many words with their sources", defaultValue: "0"),
    Option(
      name: "input-format", value: .choice("KIND", ["auto", "jsonl", "json", "text", "html", "warc", "csv", "tsv"]),
      group: .input,
      summary: "What the files hold",
      detail:
        "auto goes by the names, and for standard input by the first bytes, which do not tell a table from a text.",
      defaultValue: "auto"),
    Option(
      name: "text-field", value: .free("NAME"), group: .input, summary: "Field with the article's text",
      detail: "A dot leads into nested objects, as in content.body; so in all field names.", defaultValue: "text"),
    Option(
      name: "html-field", value: .free("NAME"), group: .input, summary: "Field with the page as HTML",
      detail: "Read where a record has no text.", defaultValue: "html"),
    Option(
      name: "id-field", value: .free("NAME"), group: .input, summary: "Field with the document's id",
      detail: "Documents without one are called path:line.", defaultValue: "id"),
    Option(
      name: "url-field", value: .free("NAME"), group: .input, summary: "Field with the address", defaultValue: "url"),
    Option(
      name: "site-field", value: .free("NAME"), group: .input, summary: "Field with the site or outlet",
      defaultValue: "site"),
    Option(
      name: "author-field", value: .free("NAME"), group: .input, summary: "Field with the author",
      defaultValue: "author"),
    Option(
      name: "published-field", value: .free("NAME"), group: .input, summary: "Field with the date and time",
      detail: """
        ISO 8601, 2025-08-21, 2025-08-21T10:30:00Z, 2025-08-21 10:30+02:00, or as feeds and pages have it, Thu, 21 Aug 2025 \
        10:30:00 GMT, August 21, 2025 10:30 AM, 21.08.2025, or seconds since 1970. A time without a zone is UTC. Anything \
        else counts as no date.
        """,
      defaultValue: "published"),
    Option(
      name: "title-field", value: .free("NAME"), group: .input, summary: "Field with the title", defaultValue: "title"),
    Option(
      name: "furniture", value: .choice("WHAT", ["auto", "page", "keep"]), group: .input,
      summary: "What to do with page furniture",
      detail:
        "auto: navigation, teasers and notices are no part of the text: what the markup of a page of HTML shows, and lines that stand around different articles of one site, which is the host of the url field or else the site field. page: only what the markup shows, so that no page depends on others. keep: everything counts.",
      defaultValue: "auto"),
    Option(
      name: "strict", group: .input, summary: "Stop at the first record that can't be read",
      detail: "Otherwise such records are skipped, counted and named on standard error."),
    Option(
      name: "format", letter: "f", value: .choice("KIND", ["text", "ndjson", "tsv"]), group: .output,
      summary: "How to print results", detail: "text is for reading; ndjson and tsv are for programs.",
      defaultValue: "text on a terminal, else ndjson"),
    Option(
      name: "format", key: "report-format", letter: "f",
      value: .choice("KIND", ["text", "ndjson", "tsv", "html"]), group: .output, summary: "How to print results",
      detail:
        "text is for reading; ndjson and tsv are for programs; html is a page to read, with the texts side by side, which needs nothing else.",
      defaultValue: "text on a terminal, else ndjson"),
    Option(
      name: "format", key: "syndication-format", letter: "f",
      value: .choice("KIND", SyndicationFormat.allCases.map(\.rawValue) + ["html"]), group: .output,
      summary: "How to print results",
      detail:
        "text is for reading; ndjson has a line for each story, then for each outlet and each edge; csv a line for each copy; graphml the networks of outlets and of pages; html is a report to read.",
      defaultValue: "text on a terminal, else ndjson"),
    Option(
      name: "format", key: "extract-format", letter: "f", value: .choice("KIND", ["text", "ndjson"]), group: .output,
      summary: "How to print documents", detail: "text is for reading; ndjson is for programs.",
      defaultValue: "text on a terminal, else ndjson"),
    Option(
      name: "output", letter: "o", value: .file("FILE"), group: .output, summary: "Write results to FILE",
      detail:
        "The file appears whole or not at all. A name in .gz, .zst, .xz or .bz2 is compressed. - is standard output.",
      defaultValue: "-"),
    Option(
      name: "removed", value: .file("FILE"), group: .output, summary: "Write what was removed, and for which, to FILE",
      detail: "One JSON object a line: {\"id\", \"kept\", \"similarity\"}."),
    Option(
      name: "add", group: .other, summary: "Also add what was written to the index",
      detail: "Of 'index dedup'. The index changes only after the output is in its place."),
    Option(
      name: "ids", value: .file("FILE"), group: .other, summary: "Remove the ids in FILE, one a line",
      detail: "Of 'index remove'; beside those that are named."),
    Option(
      name: "no-wait", group: .other, summary: "Fail where another run writes to the index",
      detail: "Otherwise the run waits until that is done."),
    Option(
      name: "threads", letter: "j", value: .free("N"), group: .other, summary: "Threads to use",
      detail: "The output does not depend on it.", defaultValue: "all processors"),
    Option(
      name: "memory", value: .free("SIZE"), group: .other, summary: "Use no more memory than this",
      detail:
        "In bytes, or with K, M or G behind: 512M. What does not fit goes to scratch files; the output is the same. At least 64M."
    ),
    Option(
      name: "scratch", value: .file("DIR"), group: .other, summary: "Directory for scratch files",
      detail: "They are gone when the run ends, however it does, except with --resume.",
      defaultValue: "$TMPDIR, or /tmp"),
    Option(
      name: "resume", group: .other, summary: "Go on with an interrupted run, and let this one be resumed",
      detail:
        "Needs --memory and --scratch. Scratch files stay in DIR/reprint.state until a run succeeds. Input and options must be the same. Compressed files are read again; from a pipe everything starts over."
    ),
    Option(name: "stats", group: .other, summary: "Print time per stage to standard error"),
    Option(name: "quiet", letter: "q", group: .other, summary: "No progress, notes or summary; errors only"),
    Option(name: "help", letter: "h", group: .other, summary: "Show help: -h in short, --help in full"),
  ]

  static func named(_ key: String) -> Option {
    guard let option = all.first(where: { $0.key ?? $0.name == key }) else { preconditionFailure("no option \(key)") }
    return option
  }
}
