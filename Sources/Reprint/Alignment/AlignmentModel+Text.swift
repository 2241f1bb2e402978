/// The weight table as text, one pass after the other, features by name:
///
///     links 0.45 0.5
///     pass -4.25
///     copyShare 0.83
///     tree
///     copyShare 0.4          a branch: its left side follows, then its right
///     = -0.12                a leaf
extension AlignmentModel {
  /// What is wrong with a weight table.
  package struct FormatError: Error, Equatable, CustomStringConvertible {
    /// From 1.
    package let line: Int
    package let reason: String

    package var description: String { "line \(line): \(reason)" }
  }

  /// The names of all features, in the order of the weights.
  package static let featureNames: [String] = PairFeature.allCases.map(\.name) + PassFeature.allCases.map(\.name)

  private static let numbers: [String: Int] = Dictionary(
    uniqueKeysWithValues: featureNames.enumerated().map { ($1, $0) })

  /// Reads a weight table.
  package init(text: String) throws(FormatError) {
    var reader = ModelReader(text)
    self = try reader.read(Self.numbers)
  }

  package var text: String {
    var lines = ["links \(firstLink) \(furtherLink)"]
    for pass in passes {
      lines.append("pass \(pass.bias)")
      for (index, weight) in pass.linear.enumerated() where weight != 0 {
        lines.append("\(Self.featureNames[index]) \(weight)")
      }
      for tree in pass.trees {
        lines.append("tree")
        for node in tree.nodes {
          lines.append("\(node.feature < 0 ? "=" : Self.featureNames[Int(node.feature)]) \(node.value)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

private struct ModelReader {
  private let lines: [[Substring]]
  private var place = 0

  init(_ text: String) {
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: " ")).map(Substring.init)
    }
  }

  private func problem(_ reason: String) -> AlignmentModel.FormatError { .init(line: place + 1, reason: reason) }

  mutating func read(_ numbers: [String: Int]) throws(AlignmentModel.FormatError) -> AlignmentModel {
    guard let first = lines.first, first.count == 3, first[0] == "links", let one = Float(first[1]),
      let further = Float(first[2]), (0...1).contains(one), (0...1).contains(further)
    else { throw problem("expected \"links\" and two probabilities") }
    var model = AlignmentModel(passes: [], firstLink: one, furtherLink: further)
    place = 1
    while place < lines.count {
      let line = lines[place]
      if line.isEmpty {
        place += 1
        continue
      }
      guard line.count == (line[0] == "tree" ? 1 : 2) else { throw problem("expected a name and a number") }
      guard line[0] == "pass" else { throw problem("expected \"pass\" and a number") }
      model.passes.append(try readPass(numbers, isFirst: model.passes.isEmpty))
    }
    guard !model.passes.isEmpty else { throw problem("no weights") }
    return model
  }

  /// Reads a pass, up to the next one.
  private mutating func readPass(
    _ numbers: [String: Int], isFirst: Bool
  ) throws(AlignmentModel.FormatError) -> PairWeights {
    let bias = try number(lines[place][1])
    place += 1
    let count = isFirst ? PairFeature.allCases.count : AlignmentModel.featureNames.count
    var linear = [Float](repeating: 0, count: count)
    var trees: [PairWeights.Tree] = []
    while place < lines.count, lines[place].first != "pass" {
      let line = lines[place]
      if line.isEmpty {
        place += 1
        continue
      }
      guard line.count == (line[0] == "tree" ? 1 : 2) else { throw problem("expected a name and a number") }
      if line[0] == "tree" {
        place += 1
        var tree = PairWeights.Tree(nodes: [])
        try readBranch(into: &tree, numbers, features: count, depth: 0)
        trees.append(tree)
      } else {
        let feature = try feature(line[0], numbers, below: count)
        linear[feature] = try number(line[1])
        place += 1
      }
    }
    return PairWeights(bias: bias, linear: linear, trees: trees)
  }

  private func number(_ text: Substring) throws(AlignmentModel.FormatError) -> Float {
    guard let value = Float(text), value.isFinite else { throw problem("\"\(text)\" is no number") }
    return value
  }

  private func feature(
    _ name: Substring, _ numbers: [String: Int], below count: Int
  ) throws(AlignmentModel.FormatError) -> Int {
    guard let feature = numbers[String(name)] else { throw problem("there is no feature \"\(name)\"") }
    guard feature < count else { throw problem("the first pass does not have \"\(name)\"") }
    return feature
  }

  /// Trees are held with all their levels filled.
  private static let mostLevels = 8

  private mutating func readBranch(
    into tree: inout PairWeights.Tree, _ numbers: [String: Int], features: Int, depth: Int
  ) throws(AlignmentModel.FormatError) {
    guard depth <= Self.mostLevels else { throw problem("the tree is too deep") }
    guard place < lines.count, lines[place].count == 2 else { throw problem("the tree ends too early") }
    let line = lines[place]
    let value = try number(line[1])
    let node = tree.nodes.count
    if line[0] == "=" {
      tree.nodes.append(.init(feature: -1, value: value, right: 0))
      place += 1
      return
    }
    tree.nodes.append(.init(feature: Int32(try feature(line[0], numbers, below: features)), value: value, right: 0))
    place += 1
    try readBranch(into: &tree, numbers, features: features, depth: depth + 1)
    tree.nodes[node].right = Int32(tree.nodes.count)
    try readBranch(into: &tree, numbers, features: features, depth: depth + 1)
  }
}
