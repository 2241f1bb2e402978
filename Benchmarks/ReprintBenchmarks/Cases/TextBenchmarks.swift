import Reprint

/// From text to words.
enum TextBenchmarks {
  /// The answers for JSON and plain text are the same: the words are.
  static func cases(_ input: String, _ dump: Shared<DumpText>) -> [BenchmarkCase] {
    [
      BenchmarkCase("tokenise/json/\(input)", item: "word") { try hashJSON(dump.value()) },
      BenchmarkCase("tokenise/plain/\(input)", item: "word") { try hashPlain(dump.value()) },
      BenchmarkCase("tokens/json/\(input)", item: "word") { try tokensOfJSON(dump.value()) },
      BenchmarkCase("tokens/plain/\(input)", item: "word") { try tokensOfPlain(dump.value()) },
    ]
  }

  /// Hashes only, in JSON strings as they stand: the clustering path.
  private static func hashJSON(_ dump: DumpText) -> BenchmarkWork {
    var tokenizer = Tokenizer()
    let words = wordCount(dump)
    return BenchmarkWork(bytes: dump.textBytes, items: words) {
      var digest = Digest()
      let base = dump.bytes.baseAddress!
      for (line, text) in zip(dump.lines, dump.texts) {
        _ = tokenizer.hashWords(
          jsonString: base + text.lowerBound, end: base + line.upperBound, readableEnd: dump.readableEnd)
        digest.addSample(UnsafeBufferPointer(tokenizer.hashes))
      }
      return digest.value
    }
  }

  /// Hashes only, in plain text.
  private static func hashPlain(_ dump: DumpText) -> BenchmarkWork {
    var tokenizer = Tokenizer()
    let plain = dump.plainTexts
    let words = wordCount(dump)
    return BenchmarkWork(bytes: plain.bytes.count, items: words) {
      plain.bytes.withUnsafeBufferPointer { bytes in
        var digest = Digest()
        let end = bytes.baseAddress! + bytes.count
        for range in plain.ranges {
          tokenizer.hashWords(plain: UnsafeBufferPointer(rebasing: bytes[range]), readableEnd: end)
          digest.addSample(UnsafeBufferPointer(tokenizer.hashes))
        }
        return digest.value
      }
    }
  }

  /// Words with their byte ranges, in JSON strings: the alignment path.
  private static func tokensOfJSON(_ dump: DumpText) -> BenchmarkWork {
    var tokenizer = Tokenizer()
    let words = wordCount(dump)
    return BenchmarkWork(bytes: dump.textBytes, items: words) {
      var digest = Digest()
      for text in dump.texts {
        add(tokenizer.tokens(ofJSONString: UnsafeBufferPointer(rebasing: dump.bytes[text])), to: &digest)
      }
      return digest.value
    }
  }

  /// Words with their byte ranges, in plain text.
  private static func tokensOfPlain(_ dump: DumpText) -> BenchmarkWork {
    var tokenizer = Tokenizer()
    let plain = dump.plainTexts
    let words = wordCount(dump)
    return BenchmarkWork(bytes: plain.bytes.count, items: words) {
      plain.bytes.withUnsafeBufferPointer { bytes in
        var digest = Digest()
        for range in plain.ranges {
          add(tokenizer.tokens(of: UnsafeBufferPointer(rebasing: bytes[range])), to: &digest)
        }
        return digest.value
      }
    }
  }

  private static func add(_ tokens: [Token], to digest: inout Digest) {
    digest.add(tokens.count)
    guard let last = tokens.last else { return }
    let middle = tokens[tokens.count / 2]
    for token in [middle, last] {
      digest.add(token.hash)
      digest.add(token.start)
      digest.add(token.end)
    }
  }

  private static func wordCount(_ dump: DumpText) -> Int {
    var count = 0
    WordHashes.forEachText(dump) { count += $0.count }
    return count
  }
}

/// The word hashes of texts, for cases that start from them.
enum WordHashes {
  static func forEachText(_ dump: DumpText, _ body: (UnsafeMutableBufferPointer<UInt64>) -> Void) {
    var tokenizer = Tokenizer()
    let base = dump.bytes.baseAddress!
    for (line, text) in zip(dump.lines, dump.texts) {
      _ = tokenizer.hashWords(
        jsonString: base + text.lowerBound, end: base + line.upperBound, readableEnd: dump.readableEnd)
      body(tokenizer.hashes)
    }
  }
}
