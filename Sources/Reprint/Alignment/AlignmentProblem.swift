/// The sentences of a copy against those of an original, with everything that the pair classifier looks at.
package struct AlignmentProblem: ~Copyable {
  let pairs: PairFeatures

  /// - Parameter weights: those of the two texts' words, if they are known already.
  init(source: SentenceIndex, copy: SentenceIndex, weights: TermWeights? = nil) {
    pairs = PairFeatures(source: source, copy: copy, weights: weights)
  }

  /// All sentences of two texts.
  package init(original: [UInt8], copy: [UInt8]) {
    func index(_ text: [UInt8]) -> SentenceIndex {
      text.withUnsafeBufferPointer { bytes in
        let text = PreparedText(bytes)
        return SentenceIndex(text, bytes: bytes, sentences: Array(text.sentences.indices))
      }
    }
    self.init(source: index(original), copy: index(copy))
  }

  /// UTF-8 bytes of the copy's sentences: the rows.
  package var rows: [Range<Int>] { (0..<pairs.copy.count).map { pairs.copy.sentence($0).range } }

  /// UTF-8 bytes of the original's sentences: the columns.
  package var columns: [Range<Int>] { (0..<pairs.source.count).map { pairs.source.sentence($0).range } }

  func wordCount(_ row: Int) -> Int { pairs.copy.wordCount(row) }

  /// The probability of every pair, row by row.
  package func probabilities(_ model: AlignmentModel) -> [Float] {
    withProbabilities(model) { Array(UnsafeBufferPointer(start: $0.base, count: $0.count)) }
  }

  func withProbabilities<Result>(_ model: AlignmentModel, _ body: (Plane) -> Result) -> Result {
    let stack = PlaneStack(planes: 1, rows: pairs.copy.count, columns: pairs.source.count)
    model.classify(pairs, into: stack[0])
    return body(stack[0])
  }

  /// The features of every pair, one pair after the other: what weights are learned from.
  ///
  /// - Parameter probabilities: those after the pass before; nil for the first pass.
  package func features(after probabilities: [Float]?) -> [Float] {
    guard let probabilities else { return Self.interleave(pairs.planes.all) }
    let stack = PlaneStack(planes: 1, rows: pairs.copy.count, columns: pairs.source.count)
    let plane = stack[0]
    precondition(probabilities.count == plane.count, "one probability a pair")
    plane.set { probabilities[$0] }
    let pass = PassFeatures(plane, pairs)
    return Self.interleave(pairs.planes.all + pass.planes.all)
  }

  private static func interleave(_ planes: [Plane]) -> [Float] {
    guard let count = planes.first?.count else { return [] }
    return [Float](unsafeUninitializedCapacity: count * planes.count) { buffer, initialized in
      for (index, plane) in planes.enumerated() {
        for pair in 0..<count { buffer[pair * planes.count + index] = plane[pair] }
      }
      initialized = count * planes.count
    }
  }
}
