/// Made-up words, a few of them frequent and most of them rare, as in any language.
package struct Vocabulary {
  package let script: Script
  private let words: [[UInt8]]
  private let capitalised: [[UInt8]]
  /// For each word the sum of the weights up to it.
  ///
  /// The word of rank r weighs 1 / (r + 3) (Zipf's law, after Mandelbrot), in whole numbers, so that it does not depend
  /// on anyone's floating point.
  private let cumulative: [UInt64]

  package init(_ script: Script, count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var seen: Set<String> = []
    var words: [String] = []
    while words.count < count {
      // Syllables run out for short words: then a longer one takes the rank.
      var word = script.word(rank: words.count, &random)
      while !seen.insert(word).inserted { word += script.word(rank: 0, &random) }
      words.append(word)
    }
    self.script = script
    self.words = words.map { Array($0.utf8) }
    capitalised = words.map { Array(($0.prefix(1).uppercased() + $0.dropFirst()).utf8) }
    var sum: UInt64 = 0
    cumulative = (0..<count).map { rank in
      sum += (1 << 40) / UInt64(rank + 3)
      return sum
    }
  }

  /// A word's number; frequent ones more often.
  package func pick(_ random: inout SeededGenerator) -> Int32 {
    let wanted = random.next().multipliedFullWidth(by: cumulative[cumulative.count - 1]).high
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return Int32(low)
  }

  package func spelling(_ word: Int32, isCapitalised: Bool) -> [UInt8] {
    isCapitalised ? capitalised[Int(word)] : words[Int(word)]
  }
}
