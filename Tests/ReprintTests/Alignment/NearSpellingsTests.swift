import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct NearSpellingsTests {
  /// What near spellings add to each sentence of the original for each of the copy's.
  private func soft(_ original: String, _ copy: String) -> [[Float]] {
    let (source, copy) = (AlignmentTexts.index(original), AlignmentTexts.index(copy))
    let weights = TermWeights(source: source, copy: copy)
    let spellings = NearSpellings(source: source, copy: copy, weights: weights)
    var rowTerms = RowTerms(count: source.terms.count)
    let sums = PlaneStack(planes: 1, rows: 1, columns: source.count)
    return (0..<copy.count).map { row in
      sums[0].fill(0)
      rowTerms.start(row, copy, weights)
      spellings.add(row, having: rowTerms, to: sums[0])
      return sums[0].values
    }
  }

  @Test func otherEndingsCountInPart() {
    let found = soft("A profitable year. Nobody came.", "The profit of it.")
    #expect(found[0][0] > 0 && found[0][1] == 0)
    #expect(soft("Ferrandis spoke.", "Ferrandos spoke.")[0][0] > 0)
  }

  @Test(arguments: [
    ("Organic food.", "Orchard fruit."), ("The cat sat.", "The cats sit."), ("It cost 12345.", "It cost 12346."),
    ("Norwegian boats.", "Norway rows."), ("harbour", "harbours"),
  ])
  func theRestDoesNot(_ original: String, _ copy: String) {
    #expect(soft(original, copy) == [[0]])
  }

  @Test func aWordThatIsThereNeedsNoOther() {
    // The copy has the original's own word, or the original's sentence the copy's.
    #expect(soft("The profiteer left.", "The profiteer made profits.") == [[0]])
    #expect(soft("The profiteer made profits.", "The profit fell.") == [[0]])
  }

  // MARK: QuotedTerms

  @Test func quotedTermsAreThoseOfTheQuotations() {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let index = AlignmentTexts.index(AlignmentTexts.random(&generator))
      let quoted = QuotedTerms(index)
      var sentencesOf: [Int: [Int32]] = [:]
      for sentence in 0..<index.count {
        var expected: [Int32] = []
        for word in index.sentence(sentence).words where index.text.words[word].isQuoted {
          let term = Int32(index.terms.number(of: index.text.words[word].key))
          if !expected.contains(term) { expected.append(term) }
        }
        #expect(QuotedTerms.terms(index, sentence) == expected, "seed \(seed)")
        for term in expected { sentencesOf[Int(term), default: []].append(Int32(sentence)) }
      }
      for term in 0..<index.terms.count {
        #expect(quoted.sentences(with: term) == sentencesOf[term] ?? [], "seed \(seed)")
      }
    }
  }

  // MARK: GramCosine

  /// Each run of four bytes of a sentence's words in lower case, one blank between them, with how often it comes.
  private func grams(_ text: String) -> [[[UInt8]: Double]] {
    let bytes = Array(text.utf8)
    let prepared = AlignmentTexts.prepared(bytes)
    return prepared.sentences.map { sentence in
      let words = sentence.words.map { Array(bytes[prepared.words[$0].start..<prepared.words[$0].end]) }
      let folded = words.joined(separator: [0x20]).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
      var counts: [[UInt8]: Double] = [:]
      for start in folded.indices.dropLast(3) { counts[Array(folded[start..<start + 4]), default: 0] += 1 }
      return counts
    }
  }

  @Test func cosinesEqualThoseOfTheGrams() {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let (original, copy) = (AlignmentTexts.random(&generator), AlignmentTexts.random(&generator))
      let (theirs, mine) = (grams(original), grams(copy))
      let rarity = { (gram: [UInt8]) -> Double in
        log(Double(theirs.count + mine.count + 1) / (Double((theirs + mine).count { $0[gram] != nil }) + 0.5))
      }
      func product(_ one: [[UInt8]: Double], _ other: [[UInt8]: Double]) -> Double {
        one.reduce(0) { $0 + $1.value * (other[$1.key] ?? 0) * pow(rarity($1.key), 2) }
      }
      let cosines = PlaneStack(planes: 1, rows: mine.count, columns: theirs.count)
      GramCosine.write(source: AlignmentTexts.index(original), copy: AlignmentTexts.index(copy), to: cosines[0])
      for row in mine.indices {
        for column in theirs.indices {
          let norms = sqrt(product(mine[row], mine[row]) * product(theirs[column], theirs[column]))
          let expected = product(mine[row], theirs[column]) / max(1e-6, norms)
          #expect(abs(Double(cosines[0][row, column]) - expected) < 1e-4, "seed \(seed): \(row), \(column)")
        }
      }
    }
  }
}
