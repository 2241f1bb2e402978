/// How well two sentences agree in what a word spinner leaves alone: how many words, and which marks stand where.
struct Skeletons {
  let source: SentenceIndex
  let copy: SentenceIndex

  func write(to features: borrowing PairFeatures) {
    let lengths = PlaneStack(planes: 3, rows: 1, columns: source.count, isPadded: true)
    let (words, deviation, rarity) = (lengths[0], lengths[1], lengths[2])
    for column in 0..<source.count {
      words[column] = Float(source.wordCount(column))
      deviation[column] = Self.deviation(words[column])
      rarity[column] = Self.rarity(deviation[column])
    }
    let marks = (0..<source.count).map { source.marks($0) }
    let planes = (
      difference: features[.lengthDifference], ratio: features[.lengthRatio], length: features[.skeletonLength],
      marks: features[.skeletonMarks], sum: features[.skeleton]
    )
    for row in 0..<copy.count {
      let here = Float(copy.wordCount(row))
      let start = row * source.count
      writeMarks(row, words, marks, planes.marks.row(row))
      for column in stride(from: 0, to: source.count, by: Plane.width) {
        let ratio = Logarithm.of((here + 1) / (words.lanes(column) + 1))
        let length = Self.lengthEvidence(
          here, words.lanes(column), deviation: deviation.lanes(column), rarity: rarity.lanes(column))
        let marks = planes.marks.lanes(start + column).atMost(6).atLeast(-4)
        planes.difference.setLanes(start + column, ratio.magnitude)
        planes.ratio.setLanes(start + column, ratio)
        planes.length.setLanes(start + column, length)
        planes.marks.setLanes(start + column, marks)
        planes.sum.setLanes(start + column, (length + marks).atMost(7).atLeast(-5))
      }
    }
  }

  /// Log-likelihood ratio of the copy's length: a spun sentence's against any sentence's.
  ///
  /// - Parameters:
  ///   - deviation: ``deviation(_:)`` of the original's sentences.
  ///   - rarity: ``rarity(_:)`` of that.
  @inline(__always)
  static func lengthEvidence(_ words: Float, _ sourceWords: Lanes, deviation: Lanes, rarity: Lanes) -> Lanes {
    let distance = (words - sourceWords) / deviation
    return (rarity - distance * distance / 2).atMost(3).atLeast(-4)
  }

  static func deviation(_ sourceWords: Float) -> Float { 0.7 + 0.06 * sourceWords }
  static func rarity(_ deviation: Float) -> Float { Logarithm.of(15 / deviation) }

  /// Evidence of the marks: for each that stands at the same place, against each that does not.
  ///
  /// - Parameters:
  ///   - here: the marks of the copy's sentence, which has so many words.
  ///   - there: those of the original's.
  @inline(__always)
  func markEvidence(_ here: Range<Int>, _ words: Float, _ there: Range<Int>, _ sourceWords: Float) -> Float {
    let all = here.count + there.count
    if Self.isOther(words, sourceWords) { return -0.9 * Float(min(all, 4)) }
    if here.isEmpty || there.isEmpty { return -0.9 * Float(all) }
    let hits = hits(here, there, slack: Self.slack(sourceWords))
    return 1.3 * Float(hits) - 0.9 * Float(all - 2 * hits)
  }

  /// Whether sentences differ so much in length that their marks don't compare.
  @inline(__always)
  private static func isOther(_ words: Float, _ sourceWords: Float) -> Bool {
    abs(words - sourceWords) > 0.4 * sourceWords + 2
  }

  private static func slack(_ sourceWords: Float) -> Float { 1 + 0.07 * sourceWords }

  /// Marks of a sentence that are looked at: prose has fewer, and the lists that have more would take the time of all
  /// else.
  private static let mostMarks = 64

  /// How many marks of a sentence stand at the place of one of the other's, each of which stands for one only.
  private func hits(_ here: Range<Int>, _ there: Range<Int>, slack: Float) -> Int {
    let last = min(there.upperBound, there.lowerBound + Self.mostMarks)
    var hits = 0
    var used: UInt64 = 0
    for index in here.prefix(Self.mostMarks) {
      let mark = copy.text.marks[index]
      var other = there.lowerBound
      while other < last {
        let candidate = source.text.marks[other]
        let bit: UInt64 = 1 << UInt64(other - there.lowerBound)
        if mark.kind == candidate.kind, used & bit == 0, abs(Float(mark.position - candidate.position)) <= slack {
          used |= bit
          hits += 1
          break
        }
        other += 1
      }
    }
    return hits
  }

  /// Writes the evidence of the marks for a row's pairs.
  private func writeMarks(_ row: Int, _ words: Plane, _ marks: [Range<Int>], _ result: UnsafeMutablePointer<Float>) {
    let here = copy.marks(row)
    let length = Float(copy.wordCount(row))
    for (column, there) in marks.enumerated() { result[column] = markEvidence(here, length, there, words[column]) }
  }
}

extension Float {
  @inline(__always)
  func clamped(_ low: Float, _ high: Float) -> Float { max(low, min(high, self)) }
}
