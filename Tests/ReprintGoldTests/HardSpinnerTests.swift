import Reprint
import Testing

@testable import ReprintGold

@Suite struct HardSpinnerTests {
  private let stories: [GoldStory]

  init() throws { stories = try GoldStory.read(directory: Fixtures.alignment + "/stories") }

  private func options(_ change: (inout HardSpinner.Options) -> Void) -> HardSpinner.Options {
    var options = HardSpinner.Options()
    change(&options)
    return options
  }

  /// Runs of letters, folded.
  private func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func sharesAreThoseAskedFor(seed: UInt64) {
    for story in stories {
      let result = HardSpinner(seed: seed).spin(story, among: stories)
      let count = story.original.sentences.count
      let own = result.page.sentences.filter { !$0.from.isEmpty }
      let kept = own.map { $0.from[0] }
      let dropped = Int((Double(count) * 0.25).rounded())
      #expect(own.count == count - dropped, "\(story.id), seed \(seed)")
      #expect(Set(kept).count == kept.count && own.allSatisfy { $0.from.count == 1 && $0.how == .spun })
      let foreign = Int((Double(own.count) * 0.5).rounded())
      #expect(result.page.sentences.count == own.count + foreign, "\(story.id), seed \(seed)")
      // A foreign sentence stands before one of the story's own.
      let pairs = zip(result.page.sentences, result.page.sentences.dropFirst())
      for (sentence, next) in pairs where sentence.from.isEmpty {
        #expect(!next.from.isEmpty && sentence.how == .none, "\(story.id), seed \(seed)")
      }
      #expect(!result.page.sentences.last!.from.isEmpty)
      // Those that were not moved are in order: what remains of the order is at least their share.
      let moved = Int((Double(own.count) * 0.15).rounded())
      #expect((1..<moved + 1).contains(kept.count - longestRise(kept)), "\(story.id), seed \(seed)")
    }
  }

  /// How many of the numbers are in order at most.
  private func longestRise(_ numbers: [Int]) -> Int {
    var best = [Int](repeating: 1, count: numbers.count)
    for last in numbers.indices {
      for before in 0..<last where numbers[before] < numbers[last] { best[last] = max(best[last], best[before] + 1) }
    }
    return best.max() ?? 0
  }

  @Test func equalSeedsMakeEqualPages() {
    let spinner = HardSpinner(seed: 7)
    #expect(spinner.spin(stories[0], among: stories) == spinner.spin(stories[0], among: stories))
    #expect(
      spinner.spin(stories[0], among: stories).page.sentences
        != HardSpinner(seed: 8).spin(stories[0], among: stories).page.sentences)
    // The same everywhere and for good: figures on record rest on it.
    #expect(
      spinner.spin(stories[0], among: stories).page.sentences[0].text == """
        Blasmoohorn driflolt shablib speeblimp, skittle feevailt driflolt dimple oxbow Slufrad Waipruf, driflolt \
        quaver greeworn instead be held lakut gailarourn lintel wespouflund lakut Blootolt shuspuslou Conch.
        """)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func theTableExplainsThePage(seed: UInt64) {
    for story in stories {
      let options = options {
        $0.dropped = 0
        $0.moved = 0
        $0.noise = 0
      }
      let result = HardSpinner(seed: seed, options: options).spin(story)
      #expect(result.page.sentences.map(\.from) == story.original.sentences.indices.map { [$0] })
      for (sentence, original) in zip(result.page.sentences, story.original.sentences) {
        let pairs = Array(zip(words(sentence.text), words(original)))
        #expect(words(sentence.text).count == words(original).count, "\(story.id), seed \(seed): \(sentence.text)")
        for (copy, word) in pairs where copy != word { #expect(result.table[word] == copy, "seed \(seed)") }
        // What is not a letter stays where it is, and so do numbers.
        #expect(sentence.text.filter { !$0.isLetter } == original.filter { !$0.isLetter }, "seed \(seed)")
        #expect(sentence.text.first!.isUppercase == original.first!.isUppercase, "seed \(seed): \(sentence.text)")
      }
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func replacementsAreWordsOfTheirOwn(seed: UInt64) {
    for story in stories {
      let result = HardSpinner(seed: seed).spin(story, among: stories)
      let copies = result.table.copies.values
      let vocabulary = Set(story.original.sentences.flatMap { words($0) }).filter { $0.allSatisfy { $0.isLetter } }
      #expect(Set(copies).count == copies.count, "\(story.id), seed \(seed)")
      #expect(vocabulary.isDisjoint(with: copies), "\(story.id), seed \(seed)")
      let replaced = Double(vocabulary.count { result.table[$0] != nil }) / Double(vocabulary.count)
      #expect((0.86...0.92).contains(replaced), "\(story.id), seed \(seed)")
      let odd = Double(Set(oddWords).intersection(copies).count) / Double(copies.count)
      #expect((0.48...0.51).contains(odd), "\(story.id), seed \(seed)")
      #expect(copies.allSatisfy { $0.count > 1 && $0 == $0.lowercased() })
    }
  }

  @Test func aShareOfNothingChangesNothing() {
    let options = options {
      $0.share = 0
      $0.dropped = 0
      $0.moved = 0
    }
    let result = HardSpinner(seed: 1, options: options).spin(stories[0])
    #expect(result.page.sentences.map(\.text) == stories[0].original.sentences)
    #expect(result.table.copies.isEmpty)
  }

  @Test func namesAreReplacedUnlessKept() {
    let replaced = HardSpinner(seed: 1, options: options { $0.share = 1 }).spin(stories[0], among: stories)
    let kept = HardSpinner(
      seed: 1,
      options: options {
        $0.share = 1
        $0.namesKept = true
      }
    ).spin(stories[0], among: stories)
    for name in ["mirrowell", "arregui", "duluth", "brightlatch", "june"] {
      #expect(replaced.table[name] != nil, "\(name)")
      #expect(kept.table[name] == nil, "\(name)")
    }
    for word in ["the", "letters", "stolen"] { #expect(kept.table[word] != nil, "\(word)") }
  }

  @Test func noiseTakesAboutItsShareOfWords() {
    let noisy = options {
      $0.share = 1
      $0.dropped = 0
      $0.moved = 0
    }
    var quiet = noisy
    quiet.noise = 0
    var inserted = 0
    var total = 0
    for story in stories {
      for seed in 1...5 as ClosedRange<UInt64> {
        let before = HardSpinner(seed: seed, options: quiet).spin(story).page
        let after = HardSpinner(seed: seed, options: noisy).spin(story).page
        for (a, b) in zip(before.sentences, after.sentences) {
          inserted += abs(words(a.text).count - words(b.text).count)
          total += words(a.text).count
        }
      }
    }
    // Some cancel each other out within a sentence.
    #expect((0.015...0.04).contains(Double(inserted) / Double(total)))
  }

  @Test func lexiconsAreJudgedByTheTable() {
    let table = HardSpinner(seed: 1).spin(stories[0]).table
    let pairs = table.copies.sorted { $0.key < $1.key }
    func entry(_ copy: String, _ original: String, _ count: Int) -> Substitution {
      Substitution(copy: copy, original: original, count: count, confidence: 1)
    }
    let lexicon = Lexicon([
      entry(pairs[0].value, pairs[0].key, 9), entry(pairs[1].value, pairs[1].key, 3),
      entry(pairs[2].value, pairs[3].key, 5), entry("nowhere", "none", 4), entry(pairs[4].value, pairs[4].key, 2),
    ])
    let score = LexiconScore(lexicon, against: table)
    #expect([score.judged, score.right] == [4, 2])
    #expect(score.precision == 0.5)
    #expect(LexiconScore(Lexicon(), against: table).precision.isNaN)
  }
}
