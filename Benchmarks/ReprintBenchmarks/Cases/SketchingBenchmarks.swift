import Reprint
import ReprintCorpora

/// From shingles to sketches.
enum SketchingBenchmarks {
  static var cases: [BenchmarkCase] {
    FastSimilaritySketch.slotCounts.flatMap { slots in
      [20, 50, 100, 200, 400, 1000, 5000].map { sketch(shingles: $0, slots: slots) }
    }
  }

  /// Shingles that one run goes through, or somewhat fewer: as many as the second-level cache holds, since the engine
  /// has just made them when it sketches.
  private static let shinglesInAll = 1 << 16

  private static func sketch(shingles count: Int, slots: Int) -> BenchmarkCase {
    BenchmarkCase("sketch/\(slots)/\(count)", item: "shingle") {
      let documents = shinglesInAll / count
      var random = SeededGenerator(seed: UInt64(count))
      let shingles = HashBuffer((0..<documents * count).map { _ in random.next() })
      var sketch = [UInt32](repeating: 0, count: slots)
      return BenchmarkWork(items: documents * count) {
        var digest = Digest()
        sketch.withUnsafeMutableBufferPointer { sketch in
          for document in 0..<documents {
            FastSimilaritySketch.sketch(UnsafeBufferPointer(shingles[document * count, count]), into: sketch)
            digest.add(UInt64(sketch[document % slots]))
          }
        }
        return digest.value
      }
    }
  }
}
