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
  /// - Complexity: O(trees x depth x examples x features).
  init(_ examples: Examples, odds: [Double], options: Options = Options()) {
    let used = (0..<examples.count).filter { odds[$0] >= Double(PairWeights.doubtless) }
    guard !used.isEmpty else { return }
    let bins = Bins(examples, used)
    var scores = used.map { odds[$0] }
    let answers = used.map { examples.answers[$0] ? 1.0 : 0 }
    var state: UInt64 = 1
    for _ in 0..<options.trees {
      let slopes = zip(scores, answers).map { 1 / (1 + exp(-$0)) - $1 }
      let curvatures = scores.map { score -> Double in
        let probability = 1 / (1 + exp(-score))
        return max(probability * (1 - probability), 1e-6)
      }
      let candidates = (0..<examples.features).filter { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 33) / Double(1 << 31) < options.features
      }
      var builder = Builder(
        bins: bins, slopes: slopes, curvatures: curvatures, candidates: candidates, options: options)
      builder.grow(Array(used.indices), depth: 0)
      for (place, addition) in builder.additions { scores[place] += addition }
      trees.append(PairWeights.Tree(nodes: builder.nodes))
    }
  }

  /// Every example's value of a feature as a small number.
  private struct Bins {
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
        for part in 1..<64 {
          let value = sorted[min(sorted.count - 1, part * sorted.count / 64)]
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

  private struct Builder {
    let bins: Bins
    let slopes: [Double]
    let curvatures: [Double]
    let candidates: [Int]
    let options: Options
    var nodes: [PairWeights.Tree.Node] = []
    var additions: [(place: Int, addition: Double)] = []

    private struct Split {
      var gain: Double
      var feature: Int
      var bin: Int
    }

    mutating func grow(_ places: [Int], depth: Int) {
      let slope = places.reduce(0) { $0 + slopes[$1] }
      let curvature = places.reduce(0) { $0 + curvatures[$1] }
      guard depth < options.depth, let split = bestSplit(places, slope, curvature) else {
        let value = Float(-options.rate * slope / (curvature + options.penalty))
        nodes.append(.init(feature: -1, value: value, right: 0))
        additions += places.map { ($0, Double(value)) }
        return
      }
      let node = nodes.count
      let start = split.feature * bins.count
      nodes.append(.init(feature: Int32(split.feature), value: bins.edges[split.feature][split.bin], right: 0))
      grow(places.filter { Int(bins.numbers[start + $0]) <= split.bin }, depth: depth + 1)
      nodes[node].right = Int32(nodes.count)
      grow(places.filter { Int(bins.numbers[start + $0]) > split.bin }, depth: depth + 1)
    }

    private func bestSplit(_ places: [Int], _ slope: Double, _ curvature: Double) -> Split? {
      guard places.count >= 2 * options.leastExamples else { return nil }
      var best: Split? = nil
      let whole = slope * slope / (curvature + options.penalty)
      for feature in candidates {
        var slopeSums = [Double](repeating: 0, count: 65)
        var curvatureSums = slopeSums
        var counts = [Int](repeating: 0, count: 65)
        let start = feature * bins.count
        for place in places {
          let bin = Int(bins.numbers[start + place])
          slopeSums[bin] += slopes[place]
          curvatureSums[bin] += curvatures[place]
          counts[bin] += 1
        }
        var (left, leftCurvature, leftCount) = (0.0, 0.0, 0)
        for bin in bins.edges[feature].indices {
          left += slopeSums[bin]
          leftCurvature += curvatureSums[bin]
          leftCount += counts[bin]
          guard leftCount >= options.leastExamples, places.count - leftCount >= options.leastExamples else { continue }
          let right = slope - left
          let gain =
            left * left / (leftCurvature + options.penalty)
            + right * right / (curvature - leftCurvature + options.penalty) - whole
          if gain > options.leastGain, gain > best?.gain ?? 0 { best = Split(gain: gain, feature: feature, bin: bin) }
        }
      }
      return best
    }
  }
}
