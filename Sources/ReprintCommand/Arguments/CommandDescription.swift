/// A command: what help, man page, completions and the parser need to know of it.
struct CommandDescription: Sendable {
  struct Example: Sendable {
    var line: String
    var meaning: String
  }

  let name: String
  /// One line, without a full stop.
  let summary: String
  /// What follows the options.
  let arguments: String
  /// Words that the first argument may be, for completion; empty where it is a file.
  var words: [String] = []
  /// Whether files follow the word.
  var takesFiles = false
  let discussion: String
  var examples: [Example] = []
  let optionNames: [String]

  var options: [Option] { optionNames.map(Option.named) }
}

extension CommandDescription {
  static let input = [
    "input-format", "text-field", "html-field", "id-field", "url-field", "site-field", "author-field",
    "published-field",
    "title-field", "furniture", "strict",
  ]
  private static let other = ["threads", "memory", "scratch", "resume", "stats", "quiet", "help"]

  static let all: [CommandDescription] = [
    cluster, dedup, pairs, align, trace, syndication, extract, sketch, join, index, help, generate,
  ]

  static let dumps = """
    DUMP is any mix of files, directories and - for standard input: JSON Lines (.jsonl, .ndjson; one object a line), \
    other JSON (.json; an array of objects, or some one after the other), text (.txt, .md; one document a file), pages (.html, .htm, .xhtml; one a file), web archives (.warc, .wet) and \
    tables with a header (.csv, .tsv), also compressed (.gz, .zst, .xz, .bz2; the program of that name must be \
    installed). Directories are read recursively, in the order of their names; names that start with a dot are left out. Without DUMP, standard input is read.
    """

  static let cluster = CommandDescription(
    name: "cluster", summary: "Group near-duplicate documents", arguments: "[DUMP ...]",
    discussion: """
      Prints the clusters of two or more documents: the one to keep, then those similar to it, each with its exact \
      Jaccard similarity to the kept one.

      \(dumps)
      """,
    examples: [
      Example(line: "reprint cluster scrape.jsonl.gz", meaning: "Clusters at the usual threshold of 0.8"),
      Example(
        line: "reprint cluster -t 0.5 --keep oldest pages/ -o clusters.ndjson", meaning: "Looser, by date, to a file"),
      Example(
        line: "zcat *.gz | reprint cluster --text-field body -f tsv", meaning: "From a pipe, with another field name"),
    ],
    optionNames: ["threshold", "shingle-words", "slots", "linkage", "keep", "explain"] + input + ["format", "output"]
      + other)

  static let dedup = CommandDescription(
    name: "dedup", summary: "Write a dump without its near-duplicates", arguments: "[DUMP ...]",
    discussion: """
      Writes the kept records byte for byte, in input order: of each cluster the one to keep, and every document that \
      is in no cluster. Web archives stay web archives, and tables with one header a table; beside other kinds they \
      become JSON lines, as text files and pages do. Records that can't be read are not written; they are named on \
      standard error.

      \(dumps)
      """,
    examples: [
      Example(line: "reprint dedup scrape.jsonl -o clean.jsonl", meaning: "One document of each cluster"),
      Example(
        line: "reprint dedup 2025-*.jsonl.zst -o clean.jsonl.zst --removed removed.ndjson",
        meaning: "Compressed in and out, with the mapping from removed to kept"),
    ],
    optionNames: ["threshold", "shingle-words", "slots", "linkage", "keep", "explain"] + input + ["output", "removed"]
      + other)

  static let pairs = CommandDescription(
    name: "pairs", summary: "List every pair of near-duplicates", arguments: "[DUMP ...]",
    discussion: """
      Prints every pair of documents whose Jaccard similarity is at or above the threshold, the earlier document first, \
      with the exact similarity. A group of n near-duplicates has n(n-1)/2 pairs: for dumps with large groups, cluster \
      is the better question.

      \(dumps)
      """,
    examples: [
      Example(line: "reprint pairs -t 0.6 pages.jsonl", meaning: "All pairs at 0.6 and above")
    ],
    optionNames: ["threshold", "shingle-words", "slots", "explain"] + input + ["format", "output"] + other)

  static let align = CommandDescription(
    name: "align", summary: "Find where the sentences of copies came from", arguments: "ORIGINAL COPY ...",
    discussion: """
      Says of every sentence of a copy which sentences of the original it carries, and how: verbatim, edited, spun (word \
      by word, as a spinner does), paraphrase, quote; new and furniture are not from the original. Each link has a score, \
      the probability that it is right. Numbers and negations that a copy states otherwise are pointed out.

      ORIGINAL is a file with one document, COPY any mix of files, directories and - for standard input: text (.txt, .md) \
      and pages (.html, .htm, .xhtml), one document a file, JSON Lines (.jsonl, .ndjson; one a line), other JSON \
      (.json), web archives (.warc, .wet) and tables (.csv, .tsv), also compressed (.gz, .zst, .xz, .bz2).
      """,
    examples: [
      Example(line: "reprint align story.txt page.txt", meaning: "The sentences of a page, on the terminal"),
      Example(line: "reprint align story.txt pages/ -f html -o report.html", meaning: "A page to look at, or to send"),
      Example(
        line: "reprint align story.txt spun.jsonl --lexicon", meaning: "Which words a spinner put for which"),
    ],
    optionNames: [
      "evidence", "lexicon", "load-lexicon", "save-lexicon", "weights", "input-format", "text-field",
      "html-field", "id-field", "url-field", "site-field", "title-field", "furniture",
      "report-format", "output", "threads", "quiet", "help",
    ])

  static let trace = CommandDescription(
    name: "trace", summary: "Find the pages that reuse an original", arguments: "ORIGINAL DUMP ...",
    discussion: """
      Finds every page of a dump that reuses an original, however disguised, and says how much of it the page has, how \
      it was reused, whether it gives credit, and how long after the original it was published. Pages that only share \
      the topic, names, numbers or a public quotation are not printed, and neither is the original itself.

      ORIGINAL is a file with one article; its url, site, author and time of publication are known if it is a JSON \
      object. With --original there may be thousands, and every argument is a DUMP.

      \(dumps)
      """,
    examples: [
      Example(line: "reprint trace story.json.gz scrape.jsonl.zst", meaning: "Who took this story"),
      Example(line: "reprint trace story.txt pages/ --near-exact -f tsv", meaning: "Only whole copies, as a table"),
      Example(
        line: "reprint trace --original ours.jsonl scrape/ -o reuse.ndjson",
        meaning: "Reuse of many originals in one pass"),
      Example(line: "reprint trace story.json pages/ -f html -o report.html", meaning: "A report to read, or to send"),
    ],
    optionNames: ["original", "near-exact", "min-coverage", "min-words"] + input
      + ["report-format", "output", "threads", "quiet", "help"])

  static let syndication = CommandDescription(
    name: "syndication", summary: "Find all reuse in a dump: stories, copies, outlets", arguments: "[DUMP ...]",
    discussion: """
      Finds who took what from whom in a dump, with no original given. A story is a likely original and the pages that \
      took from it or from a copy of it; a page that mixes stories is in each. The original is the page that was \
      published first; where times are missing or the same, what the texts tell decides, or nothing does, which is said. \
      Then what every outlet gave and took, and from whom.

      \(dumps)
      """,
    examples: [
      Example(line: "reprint syndication scrape.jsonl.zst", meaning: "All stories, on the terminal"),
      Example(
        line: "reprint syndication crawl/ --near-exact -f csv -o copies.csv", meaning: "Whole copies, a line each"),
      Example(
        line: "reprint syndication scrape.jsonl -f graphml -o outlets.graphml",
        meaning: "The network of outlets, for Gephi or networkx"),
      Example(line: "reprint syndication scrape.jsonl -f html -o report.html", meaning: "A report to read, or to send"),
    ],
    optionNames: ["near-exact", "min-coverage", "min-words"] + input
      + ["syndication-format", "output", "threads", "quiet", "help"])

  static let extract = CommandDescription(
    name: "extract", summary: "Show what of each page is kept and what is dropped", arguments: "[DUMP ...]",
    discussion: """
      Prints every document as the other commands see it, with what they pass over as page furniture, line by line, \
      and why: site for lines that stand around different articles of the same site, or what the markup of a page of \
      HTML says of a block: navigation, header, footer, aside, form, byline, comments, box, links, or outside of the \
      article.

      \(dumps)
      """,
    examples: [
      Example(line: "reprint extract crawl.warc.gz -o articles.ndjson", meaning: "The articles of a crawl"),
      Example(line: "reprint extract -f text pages/", meaning: "To look at; dropped lines are marked"),
    ],
    optionNames: input + ["extract-format", "output", "threads", "quiet", "help"])

  static let help = CommandDescription(
    name: "help", summary: "Show help for a command", arguments: "[COMMAND]",
    words: [
      "cluster", "dedup", "pairs", "align", "trace", "syndication", "extract", "sketch", "join", "index", "generate",
    ],
    discussion: "Shows the full help of a command, as COMMAND --help does.", optionNames: ["help"])

  static let generate = CommandDescription(
    name: "generate", summary: "Print the man page or shell completions", arguments: "man | completions SHELL",
    words: ["man", "completions"],
    discussion: "SHELL is bash, zsh or fish.",
    examples: [
      Example(line: "reprint generate man > reprint.1", meaning: "The man page"),
      Example(
        line: "reprint generate completions bash > /etc/bash_completion.d/reprint", meaning: "Completions for bash"),
      Example(
        line: "reprint generate completions fish > ~/.config/fish/completions/reprint.fish",
        meaning: "Completions for fish"),
    ],
    optionNames: ["help"])
}
