extension CommandDescription {
  static let sketch = CommandDescription(
    name: "sketch", summary: "Print sketches, to be joined by anything", arguments: "[DUMP ...]",
    discussion: """
      Prints an object a line for each document, in input order: its id, where it stands, its number of words, a hash \
      of the whole text (hash and words and sketch are the same for the same text and hardly ever else), the keys of its \
      bands (documents with one in common are candidates), the sketch (slots of 16 bits, little-endian, in Base64; the \
      share of equal slots estimates the similarity) and the parameters. With --shingles also the hashes of its \
      shingles (64 bits, little-endian, in Base64, each once, ascending), by which similarities are exact.

      Parts of a dump can be sketched apart, anywhere, and joined afterwards. Lines that are furniture of a site are told \
      by the other pages of a run: with --furniture page or keep the sketches are the same however the dump is cut.

      \(dumps)
      """,
    examples: [
      Example(line: "reprint sketch part-17.jsonl.zst -o part-17.sketch.ndjson.zst", meaning: "One part of many"),
      Example(line: "reprint sketch --shingles crawl.warc.gz | reprint join -", meaning: "The same as cluster"),
    ],
    optionNames: ["threshold", "shingle-words", "slots"] + input
      + ["shingles", "output", "threads", "stats", "quiet", "help"])

  static let join = CommandDescription(
    name: "join", summary: "Find near-duplicates among sketches", arguments: "[SKETCHES ...]",
    discussion: """
      Reads what sketch printed and prints clusters as cluster does, or pairs. Where all sketches have shingles, \
      similarities are exact and the output is that of cluster for the same documents in the same order. Else they are \
      estimates from the sketches, and the output says so ("estimated":true): off by up to 0.07 at 0.8 with 128 slots in \
      nineteen of twenty pairs, and much less often near 1.

      SKETCHES is any mix of files, directories and - for standard input, also compressed. Sketches that were made with \
      different parameters can't be compared, and are refused. What is kept does not depend on the order of the files, \
      except with --keep first and where ids are repeated.
      """,
    examples: [
      Example(line: "reprint join sketches/ -o clusters.ndjson", meaning: "Clusters of all parts"),
      Example(line: "reprint join --pairs -f tsv a.ndjson b.ndjson", meaning: "Pairs of two parts"),
    ],
    optionNames: [
      "join-threshold", "linkage", "keep", "pairs", "strict", "order", "format", "output", "threads", "stats", "quiet",
      "help",
    ])
}
