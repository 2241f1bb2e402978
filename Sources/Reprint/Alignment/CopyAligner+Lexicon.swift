/// Lexicons in terms of the two texts, and what was learned in words.
extension CopyAligner {
  /// A lexicon's entries whose words both texts have.
  func terms(of lexicon: Lexicon, _ index: SentenceIndex) -> [KnownTerm] {
    lexicon.entries.compactMap { entry in
      guard let copyKey = PreparedText.key(ofWord: entry.copy), let key = PreparedText.key(ofWord: entry.original)
      else { return nil }
      let (copyTerm, sourceTerm) = (index.terms.number(of: copyKey), original.index.terms.number(of: key))
      guard copyTerm >= 0, sourceTerm >= 0 else { return nil }
      return (Int32(copyTerm), Int32(sourceTerm), Float(entry.confidence))
    }
  }

  /// The substitutions of a table as words.
  func lexicon(_ table: SubstitutionTable, _ index: SentenceIndex) -> Lexicon {
    let entries = table.entries.filter { $0.sentences >= 1 }
    let copyForms = forms(of: entries.map(\.copyTerm), text, bytes, index)
    let forms = forms(of: entries.map(\.sourceTerm), original.text, original.bytes, original.index)
    return Lexicon(
      entries.map { entry in
        Substitution(
          copy: copyForms[entry.copyTerm, default: ""], original: forms[entry.sourceTerm, default: ""],
          count: Int(entry.count.rounded()), confidence: Double(min(1, entry.confidence)))
      }.sorted())
  }

  /// How some terms are most often written, in lower case.
  private func forms(
    of terms: [Int32], _ text: PreparedText, _ bytes: [UInt8], _ index: SentenceIndex
  ) -> [Int32: String] {
    var isWanted = [Bool](repeating: false, count: index.terms.count)
    for term in terms { isWanted[Int(term)] = true }
    var counts: [Int32: [String: Int]] = [:]
    for word in text.words {
      let term = index.terms.number(of: word.key)
      guard term >= 0, isWanted[term] else { continue }
      let form = String(decoding: bytes[word.start..<word.end], as: UTF8.self).lowercased()
      counts[Int32(term), default: [:]][form, default: 0] += 1
    }
    return counts.compactMapValues { forms in forms.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key }
  }
}
