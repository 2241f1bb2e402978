extension CommandDescription {
  static let index = CommandDescription(
    name: "index", summary: "Keep what has been seen, and ask what is new", arguments: "WORD DIR ...",
    words: IndexPlan.Word.allCases.map(\.rawValue), takesFiles: true,
    discussion: """
      DIR is a directory that holds an index. The first 'index add' makes it; threshold, shingles, slots, furniture and \
      whether texts are kept stay what they were then.

      index add DIR DUMP ... adds the documents of dumps, all or none. One that is there with the same id and the same \
      text is not added again; another text with the same id is another version, and kept beside the first.

      index query DIR DUMP ... says of each document whether the index has a near-duplicate of it, and names the most \
      similar one, of equals the one that was added first.

      index dedup DIR DUMP ... writes the records that are neither in the index nor like an earlier one that was written, \
      byte for byte, and with --add adds them.

      index trace DIR ORIGINAL ... finds the documents of the index that reuse an original, as 'trace' does in a dump.

      index remove DIR ID ... removes all documents with these ids. index stat DIR tells what there is. index check DIR \
      reads all of it, and names what is damaged.

      One run writes to an index at a time; a second one waits. Whoever asks goes on with the index as it was. What was \
      reported as added is there after a crash.

      \(dumps)
      """,
    examples: [
      Example(line: "reprint index add seen.index 2025-08-21.jsonl.zst", meaning: "Adds a day's scrape"),
      Example(
        line: "reprint index query seen.index today.jsonl -f tsv", meaning: "Which of today's pages were seen before"),
      Example(
        line: "reprint index dedup seen.index today.jsonl -o new.jsonl --add",
        meaning: "Only what is new, which is known from then on"),
      Example(line: "reprint index trace seen.index story.json", meaning: "Who took this story, of all pages kept"),
      Example(line: "reprint index check seen.index", meaning: "Whether every byte is what was written"),
    ],
    optionNames: ["threshold", "shingle-words", "slots", "texts", "near-exact", "min-coverage", "min-words"] + input
      + ["report-format", "output", "removed", "add", "ids", "no-wait", "threads", "quiet", "help"])
}
