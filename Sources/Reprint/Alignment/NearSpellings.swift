/// Words that are spelled nearly alike: other endings, other forms of a name.
struct NearSpellings {
  private let source: SentenceIndex
  private let copy: SentenceIndex
  private let weights: TermWeights
  /// Near spellings in the original, and where those of each term of the copy stand.
  private var matches: [PartialMatch] = []
  private var places: [Range<Int32>]

  /// Share of the longer stem that both must start with.
  static let leastShare: Float = 0.55

  init(source: SentenceIndex, copy: SentenceIndex, weights: TermWeights) {
    self.source = source
    self.copy = copy
    self.weights = weights
    places = Array(repeating: 0..<0, count: copy.terms.count)
    // Both texts' spellings stand in the order of their beginnings.
    var first = 0
    for (prefix, copyTerm) in copy.spellings {
      while first < source.spellings.count, source.spellings[first].prefix < prefix { first += 1 }
      let term = Int(copyTerm)
      let stem = copy.stems[term]
      let start = Int32(matches.count)
      var place = first
      while place < source.spellings.count, source.spellings[place].prefix == prefix {
        let candidate = source.spellings[place].term
        place += 1
        guard candidate != weights.sourceTerm[term] else { continue }
        let other = source.stems[Int(candidate)]
        let share = Float(stem.commonPrefix(other)) / Float(max(stem.count, other.count))
        guard share >= Self.leastShare else { continue }
        let mass = share * 0.8 * min(weights.copy[term], weights.source[Int(candidate)])
        matches.append(PartialMatch(sourceTerm: candidate, mass: mass))
      }
      places[term] = start..<Int32(matches.count)
    }
  }

  /// Adds the near spellings of a row's words, where the word itself is missing.
  ///
  /// - Parameter rowTerms: the terms of the original that the row has.
  func add(_ row: Int, having rowTerms: RowTerms, to sum: Plane) {
    for position in copy.distinctTerms(row) {
      let term = Int(copy.distinct[position])
      let known = Int(weights.sourceTerm[term])
      for place in places[term] {
        let match = matches[Int(place)]
        guard !rowTerms.contains(match.sourceTerm) else { continue }
        source.postings.forEach(Int(match.sourceTerm)) { entry in
          if !has(entry.sentence, known) { sum[Int(entry.sentence)] += match.mass }
        }
      }
    }
  }

  private func has(_ column: Int32, _ term: Int) -> Bool {
    guard term >= 0 else { return false }
    return source.postings.range(of: term).contains { source.postings.entries[$0].sentence == column }
  }
}

/// Terms that stand in quotations.
struct QuotedTerms {
  private var sentencesOf: [Int32: [Int32]] = [:]

  init(_ index: SentenceIndex) {
    for sentence in 0..<index.count {
      for term in Self.terms(index, sentence) { sentencesOf[term, default: []].append(Int32(sentence)) }
    }
  }

  func sentences(with term: Int) -> [Int32] { sentencesOf[Int32(term)] ?? [] }

  /// The different terms of a sentence that stand in quotation marks, in order.
  static func terms(_ index: SentenceIndex, _ sentence: Int) -> [Int32] {
    let words = index.sentence(sentence).words
    guard words.contains(where: { index.text.words[$0].isQuoted }) else { return [] }
    var result: [Int32] = []
    for (offset, word) in words.enumerated() where index.text.words[word].isQuoted {
      let term = index.sequence[index.termRange(sentence).lowerBound + offset]
      if !result.contains(term) { result.append(term) }
    }
    return result
  }
}

/// Cosine similarity of sentences over runs of four characters, the frequent ones weighing less.
enum GramCosine {
  /// Sets the cosine of every pair.
  ///
  /// - Complexity: O(runs of both texts), and the shared runs of all pairs.
  static func write(source: SentenceIndex, copy: SentenceIndex, to result: Plane) {
    let sentences = Float(source.count + copy.count)
    // Frequencies are few.
    let rarities = (0...source.count + copy.count).map { Logarithm.of((sentences + 1) / (Float($0) + 0.5)) }
    var copyFrequency = [Int32](repeating: 0, count: source.grams.count)
    var norms = [Float](repeating: 0, count: copy.count)
    let known = source.grams.numbers(of: copy.grams.keys)
    // How often each sentence of the original has a run that many have.
    let line = PlaneStack(planes: 1, rows: 1, columns: source.count, isPadded: true)
    let counts = line[0]
    // Sums of the rows, each of whole vectors.
    let width = (source.count + Plane.width - 1) / Plane.width * Plane.width
    let wide = PlaneStack(planes: 1, rows: copy.count, columns: width)
    let products = wide[0]
    source.gramPostings.entries.withUnsafeBufferPointer { sourceEntries in
      copy.gramPostings.entries.withUnsafeBufferPointer { entries in
        norms.withUnsafeMutableBufferPointer { norms in
          for gram in known.indices {
            let number = Int(known[gram])
            let range = copy.gramPostings.range(of: gram)
            let sources = number >= 0 ? source.gramPostings.range(of: number) : 0..<0
            if number >= 0 { copyFrequency[number] = Int32(truncatingIfNeeded: range.count) }
            let rarity = rarities[range.count + sources.count]
            // Where many meet, all sentences are gone through, four at a time.
            let isDense = range.count > 2 && 4 * sources.count > width
            if isDense {
              for other in sources { counts[Int(sourceEntries[other].sentence)] = Float(sourceEntries[other].count) }
            }
            for place in range {
              let entry = entries[place]
              let value = rarity * Float(entry.count)
              norms[Int(entry.sentence)] += value * value
              // The product has both weights.
              let weight = value * rarity
              let row = Int(entry.sentence) &* width
              if isDense {
                for column in stride(from: 0, to: width, by: Plane.width) {
                  products.setLanes(row &+ column, products.lanes(row &+ column) + weight * counts.lanes(column))
                }
              } else {
                for other in sources {
                  let partner = sourceEntries[other]
                  products[row &+ Int(partner.sentence)] += weight * Float(partner.count)
                }
              }
            }
            if isDense { for other in sources { counts[Int(sourceEntries[other].sentence)] = 0 } }
          }
        }
      }
    }
    let sourceNorms = PlaneStack(planes: 1, rows: 1, columns: source.count, isPadded: true)
    let sums = sourceNorms[0]
    source.gramPostings.entries.withUnsafeBufferPointer { entries in
      for gram in copyFrequency.indices {
        let range = source.gramPostings.range(of: gram)
        let rarity = rarities[range.count + Int(copyFrequency[gram])]
        for place in range {
          let entry = entries[place]
          let value = rarity * Float(entry.count)
          sums[Int(entry.sentence)] += value * value
        }
      }
    }
    for row in 0..<result.rows {
      let (norm, start) = (norms[row], row * result.columns)
      var column = 0
      while column + Plane.width <= result.columns {
        let length = (norm * sums.lanes(column)).squareRoot().atLeast(1e-6)
        result.setLanes(start + column, products.lanes(row * width + column) / length)
        column += Plane.width
      }
      while column < result.columns {
        result[row, column] = products[row, column] / max(1e-6, (norm * sums[column]).squareRoot())
        column += 1
      }
    }
  }
}
