import Foundation
import Reprint

/// Small regression trees that mend the log-odds of a linear model, one after the other.
///
/// Gradient boosting with Newton leaves over histograms of at most 64 values a feature.
struct BoostedTrees {
  struct Options {
    var trees = 60
    var depth = 3
    var rate = 0.1
    /// Added to a leaf's curvature, so that small leaves say little.
    var penalty = 10.0
    var leastExamples = 40
    /// Share of the features that a tree may look at.
    var features = 0.5
    var leastGain = 0.5
  }

  private(set) var trees: [PairWeights.Tree] = []

  /// - Parameter odds: the linear model's, to which the trees add.
  /// - Complexity: O(trees x examples x features), and as much again for the smaller sides of splits.
  init(_ examples: Examples, odds: [Double], options: Options = Options()) {
    let used = (0..<examples.count).filter { odds[$0] >= Double(PairWeights.doubtless) }
    guard !used.isEmpty else { return }
    let bins = Bins(examples, used)
    var scores = used.map { odds[$0] }
    let answers = used.map { examples.answers[$0] ? 1.0 : 0 }
    var state: UInt64 = 1
    for _ in 0..<options.trees {
      let steps = zip(scores, answers).map { score, answer in
        let probability = 1 / (1 + exp(-score))
        return SIMD2(probability - answer, max(probability * (1 - probability), 1e-6))
      }
      let candidates = (0..<examples.features).filter { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 33) / Double(1 << 31) < options.features
      }
      var builder = Builder(bins: bins, steps: steps, candidates: candidates, options: options)
      builder.grow(used.indices.map { Int32($0) })
      for (place, addition) in builder.additions { scores[place] += addition }
      trees.append(PairWeights.Tree(nodes: builder.nodes))
    }
  }

  /// Every example's value of a feature as a small number.
  private struct Bins {
    /// The most bins of a feature.
    static let most = 64

    /// Upper ends of the bins.
    var edges: [[Float]] = []
    /// One feature after the other.
    var numbers: [UInt8]
    let count: Int

    init(_ examples: Examples, _ used: [Int]) {
      count = used.count
      numbers = Array(repeating: 0, count: examples.features * used.count)
      for feature in 0..<examples.features {
        let values = used.map { examples.values[$0 * examples.features + feature] }
        let step = max(1, values.count / 4096)
        let sorted = stride(from: 0, to: values.count, by: step).map { values[$0] }.sorted()
        var ends: [Float] = []
        for part in 1..<Self.most {
          let value = sorted[min(sorted.count - 1, part * sorted.count / Self.most)]
          if ends.last != value { ends.append(value) }
        }
        edges.append(ends)
        for (place, value) in values.enumerated() {
          var (low, high) = (0, ends.count)
          while low < high {
            let middle = (low + high) / 2
            if ends[middle] < value { low = middle + 1 } else { high = middle }
          }
          numbers[feature * count + place] = UInt8(low)
        }
      }
    }
  }

  /// The sums of some examples by feature and bin.
  private struct Histogram {
    /// Slope and curvature, 64 bins a feature.
    var sums: [SIMD2<Double>]
    var counts: [Int32]

    /// - Complexity: O(places x features).
    init(_ places: [Int32], _ bins: Bins, _ features: [Int], _ steps: [SIMD2<Double>]) {
      sums = Array(repeating: .zero, count: features.count * Bins.most)
      counts = Array(repeating: 0, count: features.count * Bins.most)
      // In the order of the places, so that each feature reads them from front to back.
      let steps = places.map { steps[Int($0)] }
      sums.withUnsafeMutableBufferPointer { sums in
        counts.withUnsafeMutableBufferPointer { counts in
          bins.numbers.withUnsafeBufferPointer { numbers in
            steps.withUnsafeBufferPointer { steps in
              places.withUnsafeBufferPointer { places in
                guard let sums = sums.baseAddress, let counts = counts.baseAddress, let numbers = numbers.baseAddress
                else { return }
                for (index, feature) in features.enumerated() {
                  let (sums, counts) = (sums + index * Bins.most, counts + index * Bins.most)
                  let numbers = numbers + feature * bins.count
                  for place in 0..<places.count {
                    let bin = Int(numbers[Int(places[place])])
                    sums[bin] += steps[place]
                    counts[bin] &+= 1
                  }
                }
              }
            }
          }
        }
      }
    }

    /// What is left without the examples of another.
    mutating func subtract(_ other: Histogram) {
      for place in sums.indices {
        sums[place] -= other.sums[place]
        counts[place] -= other.counts[place]
      }
    }
  }

  private struct Builder {
    let bins: Bins
    /// The slope and curvature of the loss at each example.
    let steps: [SIMD2<Double>]
    let candidates: [Int]
    let options: Options
    var nodes: [PairWeights.Tree.Node] = []
    var additions: [(place: Int, addition: Double)] = []

    private struct Split {
      var gain: Double
      var feature: Int
      var bin: Int
    }

    mutating func grow(_ places: [Int32]) {
      grow(places, depth: 0, options.depth > 0 ? Histogram(places, bins, candidates, steps) : nil)
    }

    /// - Parameter histogram: of these places; nil where they are not to be split.
    private mutating func grow(_ places: [Int32], depth: Int, _ histogram: Histogram?) {
      let whole = places.reduce(SIMD2<Double>.zero) { $0 + steps[Int($1)] }
      guard var histogram, let split = bestSplit(histogram, places.count, whole) else {
        let value = Float(-options.rate * whole[0] / (whole[1] + options.penalty))
        nodes.append(.init(feature: -1, value: value, right: 0))
        additions += places.map { (Int($0), Double(value)) }
        return
      }
      let node = nodes.count
      let start = split.feature * bins.count
      nodes.append(.init(feature: Int32(split.feature), value: bins.edges[split.feature][split.bin], right: 0))
      let left = places.filter { Int(bins.numbers[start + Int($0)]) <= split.bin }
      let right = places.filter { Int(bins.numbers[start + Int($0)]) > split.bin }
      var (leftHistogram, rightHistogram): (Histogram?, Histogram?) = (nil, nil)
      if depth + 1 < options.depth {
        // The larger side's is what the smaller one's leaves.
        let smaller = Histogram(left.count < right.count ? left : right, bins, candidates, steps)
        histogram.subtract(smaller)
        (leftHistogram, rightHistogram) = left.count < right.count ? (smaller, histogram) : (histogram, smaller)
      }
      grow(left, depth: depth + 1, leftHistogram)
      nodes[node].right = Int32(nodes.count)
      grow(right, depth: depth + 1, rightHistogram)
    }

    private func bestSplit(_ histogram: Histogram, _ count: Int, _ whole: SIMD2<Double>) -> Split? {
      guard count >= 2 * options.leastExamples else { return nil }
      var best: Split? = nil
      let loss = whole[0] * whole[0] / (whole[1] + options.penalty)
      for (index, feature) in candidates.enumerated() {
        var (left, leftCount) = (SIMD2<Double>.zero, 0)
        for bin in bins.edges[feature].indices {
          left += histogram.sums[index * Bins.most + bin]
          leftCount += Int(histogram.counts[index * Bins.most + bin])
          guard leftCount >= options.leastExamples, count - leftCount >= options.leastExamples else { continue }
          let right = whole - left
          let gain =
            left[0] * left[0] / (left[1] + options.penalty) + right[0] * right[0] / (right[1] + options.penalty) - loss
          if gain > options.leastGain, gain > best?.gain ?? 0 { best = Split(gain: gain, feature: feature, bin: bin) }
        }
      }
      return best
    }
  }
}
