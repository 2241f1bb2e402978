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

  /// The numbers of features, by ``WordStem/key(_:)`` of their names.
  fileprivate static let featureNumbers: KeyTable = {
    var table = KeyTable(expected: featureNames.count)
    for var name in featureNames { _ = name.withUTF8 { table.insert(WordStem.key($0)) } }
    return table
  }()

  /// Reads a weight table.
  package init(text: String) throws(FormatError) {
    var text = text
    self = try text.withUTF8 { bytes in
      Result { () throws(FormatError) in
        var reader = ModelReader(bytes)
        return try reader.read()
      }
    }.get()
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

/// Reads a weight table line by line.
private struct ModelReader {
  private typealias Word = UnsafeBufferPointer<UInt8>

  private let numbers = AlignmentModel.featureNumbers
  private var cursor: TableCursor
  /// From 1; one more than there are at the end.
  private var line = 1
  private var isAtEnd = false
  /// How many words the line has, and its first two.
  private var count = 0
  private var first = Word(start: nil, count: 0)
  private var second = Word(start: nil, count: 0)

  init(_ text: UnsafeBufferPointer<UInt8>) { cursor = TableCursor(text) }

  private func problem(_ reason: String) -> AlignmentModel.FormatError { .init(line: line, reason: reason) }

  /// Goes on to the next line.
  private mutating func advance() {
    line += 1
    count = 0
    isAtEnd = !cursor.nextLine()
    if !isAtEnd { readWords() }
  }

  private mutating func readWords() {
    while let word = cursor.nextWord() {
      if count == 0 { first = word } else if count == 1 { second = word }
      count += 1
    }
  }

  mutating func read() throws(AlignmentModel.FormatError) -> AlignmentModel {
    guard cursor.nextWord()?.spells("links") == true, let one = probability(), let further = probability(),
      cursor.nextWord() == nil
    else { throw problem("expected \"links\" and two probabilities") }
    var model = AlignmentModel(passes: [], firstLink: one, furtherLink: further)
    advance()
    while !isAtEnd {
      if count == 0 {
        advance()
        continue
      }
      try checkCount()
      guard first.spells("pass") else { throw problem("expected \"pass\" and a number") }
      model.passes.append(try readPass(isFirst: model.passes.isEmpty))
    }
    guard !model.passes.isEmpty else { throw problem("no weights") }
    return model
  }

  private mutating func probability() -> Float? {
    guard let word = cursor.nextWord(), let value = DecimalNumber.float(word), (0...1).contains(value) else {
      return nil
    }
    return value
  }

  private func checkCount() throws(AlignmentModel.FormatError) {
    guard count == (first.spells("tree") ? 1 : 2) else { throw problem("expected a name and a number") }
  }

  /// Reads a pass, up to the next one.
  private mutating func readPass(isFirst: Bool) throws(AlignmentModel.FormatError) -> PairWeights {
    let bias = try number()
    advance()
    let features = isFirst ? PairFeature.allCases.count : AlignmentModel.featureNames.count
    var linear = [Float](repeating: 0, count: features)
    var trees: [PairWeights.Tree] = []
    while !isAtEnd, count == 0 || !first.spells("pass") {
      if count == 0 {
        advance()
        continue
      }
      try checkCount()
      if first.spells("tree") {
        advance()
        var tree = PairWeights.Tree(nodes: [])
        tree.nodes.reserveCapacity(Self.usualNodes)
        try readBranch(into: &tree, features: features, depth: 0)
        trees.append(tree)
      } else {
        let feature = try feature(below: features)
        linear[feature] = try number()
        advance()
      }
    }
    return PairWeights(bias: bias, linear: linear, trees: trees)
  }

  /// The second word of the line.
  private func number() throws(AlignmentModel.FormatError) -> Float {
    guard let value = DecimalNumber.float(second), value.isFinite else {
      throw problem("\"\(String(decoding: second, as: UTF8.self))\" is no number")
    }
    return value
  }

  /// The feature that the first word of the line names.
  private func feature(below features: Int) throws(AlignmentModel.FormatError) -> Int {
    let feature = numbers.number(of: WordStem.key(first))
    guard feature >= 0 else { throw problem("there is no feature \"\(String(decoding: first, as: UTF8.self))\"") }
    guard feature < features else {
      throw problem("the first pass does not have \"\(String(decoding: first, as: UTF8.self))\"")
    }
    return feature
  }

  /// Trees are held with all their levels filled.
  private static let mostLevels = 8
  /// Those of a tree of three levels.
  private static let usualNodes = 15

  private mutating func readBranch(
    into tree: inout PairWeights.Tree, features: Int, depth: Int
  ) throws(AlignmentModel.FormatError) {
    guard depth <= Self.mostLevels else { throw problem("the tree is too deep") }
    guard !isAtEnd, count == 2 else { throw problem("the tree ends too early") }
    let value = try number()
    let node = tree.nodes.count
    if first.spells("=") {
      tree.nodes.append(.init(feature: -1, value: value, right: 0))
      advance()
      return
    }
    tree.nodes.append(.init(feature: Int32(try feature(below: features)), value: value, right: 0))
    advance()
    try readBranch(into: &tree, features: features, depth: depth + 1)
    tree.nodes[node].right = Int32(tree.nodes.count)
    try readBranch(into: &tree, features: features, depth: depth + 1)
  }
}
