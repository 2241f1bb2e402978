import Reprint

/// Tokenising what is made to be slow.
enum HostileBenchmarks {
  static var cases: [BenchmarkCase] {
    HostileText.allCases.map { kind in
      BenchmarkCase("tokenise/hostile/\(kind.rawValue)", item: "text") { hash(kind) }
    }
  }

  private static let texts = 512
  private static let textBytes = 16_384

  /// The clustering path: hashes of the words of JSON strings as they stand.
  private static func hash(_ kind: HostileText) -> BenchmarkWork {
    var tokenizer = Tokenizer()
    // A quote before and behind it; texts are one and the same, so that making them takes no time.
    let string = [UInt8(ascii: "\"")] + kind.content(bytes: textBytes) + [UInt8(ascii: "\"")]
    return BenchmarkWork(bytes: texts * string.count, items: texts) {
      string.withUnsafeBufferPointer { string in
        var digest = Digest()
        let (start, end) = (string.baseAddress! + 1, string.baseAddress! + string.count)
        for _ in 0..<texts {
          _ = tokenizer.hashWords(jsonString: start, end: end, readableEnd: end)
          digest.addSample(UnsafeBufferPointer(tokenizer.hashes))
        }
        return digest.value
      }
    }
  }
}
