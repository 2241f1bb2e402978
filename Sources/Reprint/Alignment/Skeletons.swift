/// How well two sentences agree in what a word spinner leaves alone: how many words, and which marks stand where.
struct Skeletons {
  let source: SentenceIndex
  let copy: SentenceIndex

  func write(to features: borrowing PairFeatures) {
    for row in 0..<copy.count {
      let words = Float(copy.wordCount(row))
      for column in 0..<source.count {
        let sourceWords = Float(source.wordCount(column))
        let ratio = Logarithm.of((words + 1) / (sourceWords + 1))
        let length = lengthEvidence(words, sourceWords)
        let marks = markEvidence(row, column).clamped(-4, 6)
        features[.lengthDifference][row, column] = abs(ratio)
        features[.lengthRatio][row, column] = ratio
        features[.skeletonLength][row, column] = length
        features[.skeletonMarks][row, column] = marks
        features[.skeleton][row, column] = (length + marks).clamped(-5, 7)
      }
    }
  }

  /// Log-likelihood ratio of the copy's length: a spun sentence's against any sentence's.
  func lengthEvidence(_ words: Float, _ sourceWords: Float) -> Float {
    let deviation = 0.7 + 0.06 * sourceWords
    let distance = (words - sourceWords) / deviation
    return (Logarithm.of(15 / deviation) - distance * distance / 2).clamped(-4, 3)
  }

  /// Evidence of the marks: for each that stands at the same place, against each that does not.
  func markEvidence(_ row: Int, _ column: Int) -> Float {
    let (here, there) = (copy.sentence(row), source.sentence(column))
    let all = here.marks.count + there.marks.count
    let (words, sourceWords) = (Float(here.words.count), Float(there.words.count))
    if abs(words - sourceWords) > 0.4 * sourceWords + 2 { return -0.9 * Float(min(all, 4)) }
    let slack = 1 + 0.07 * sourceWords
    var hits = 0
    var used: UInt64 = 0
    for index in here.marks {
      let mark = copy.text.marks[index]
      for (place, other) in there.marks.prefix(64).enumerated() where used & (1 << UInt64(place)) == 0 {
        let candidate = source.text.marks[other]
        guard mark.kind == candidate.kind, abs(Float(mark.position - candidate.position)) <= slack else { continue }
        used |= 1 << UInt64(place)
        hits += 1
        break
      }
    }
    return 1.3 * Float(hits) - 0.9 * Float(all - 2 * hits)
  }
}

extension Float {
  @inline(__always)
  func clamped(_ low: Float, _ high: Float) -> Float { max(low, min(high, self)) }
}
