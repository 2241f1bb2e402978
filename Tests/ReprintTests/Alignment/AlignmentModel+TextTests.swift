import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct AlignmentModelTextTests {
  @Test func theStandardModelComesBack() throws {
    let model = AlignmentModel.standard
    #expect(try AlignmentModel(text: model.text) == model)
    #expect(model.passes.count > 1)
    #expect(model.passes[0].linear.count == PairFeature.allCases.count)
    #expect(model.passes[1].linear.count == AlignmentModel.featureNames.count)
  }

  /// A tree of random branches in preorder.
  private func grow(_ tree: inout PairWeights.Tree, _ generator: inout SeededGenerator, features: Int, depth: Int) {
    let value = Float.random(in: -3...3, using: &generator)
    guard depth > 0, generator.chance(0.8) else {
      tree.nodes.append(.init(feature: -1, value: value, right: 0))
      return
    }
    let node = tree.nodes.count
    tree.nodes.append(.init(feature: Int32(generator.number(0...features - 1)), value: value, right: 0))
    grow(&tree, &generator, features: features, depth: depth - 1)
    tree.nodes[node].right = Int32(tree.nodes.count)
    grow(&tree, &generator, features: features, depth: depth - 1)
  }

  @Test func randomModelsComeBack() throws {
    var generator = SeededGenerator(seed: 12)
    for trial in 0..<20 {
      var model = AlignmentModel(passes: [], firstLink: 0.125, furtherLink: Float.random(in: 0...1, using: &generator))
      for pass in 0..<generator.number(1...3) {
        let count = pass == 0 ? PairFeature.allCases.count : AlignmentModel.featureNames.count
        var weights = PairWeights(bias: Float.random(in: -9...9, using: &generator), linear: [], trees: [])
        weights.linear = (0..<count).map { _ in
          generator.chance(0.5) ? 0 : Float.random(in: -1...1, using: &generator) * generator.pick([1, 1e-12, 1e20])
        }
        for _ in 0..<generator.number(0...4) {
          var tree = PairWeights.Tree(nodes: [])
          grow(&tree, &generator, features: count, depth: generator.number(0...6))
          weights.trees.append(tree)
        }
        model.passes.append(weights)
      }
      #expect(try AlignmentModel(text: model.text) == model, "trial \(trial)")
    }
  }

  @Test func blanksAndEmptyLinesDoNotMatter() throws {
    let model = try AlignmentModel(
      text: "links 0.4 0.5\n\n  pass   -1\n copyShare 2\n\ntree\n copyShare 1\n  = 2\n  = 3")
    #expect(model.passes.count == 1)
    #expect(model.passes[0].linear[PairFeature.copyShare.rawValue] == 2)
    #expect(model.passes[0].trees.map(\.nodes.count) == [3])
    #expect(model.passes[0].trees[0].nodes[0].right == 2)
  }

  struct Malformed: CustomTestStringConvertible, Sendable {
    let text: String
    let line: Int
    let reason: String

    var testDescription: String { "\(text.debugDescription): line \(line)" }

    init(_ text: String, _ line: Int, _ reason: String) { (self.text, self.line, self.reason) = (text, line, reason) }
  }

  private static let start = "links 0.4 0.5\npass -1\n"
  private static let noLinks = "expected \"links\" and two probabilities"
  private static let noPair = "expected a name and a number"
  private static let tooEarly = "the tree ends too early"

  static let malformed = [
    Malformed("", 1, noLinks), Malformed("pass 1", 1, noLinks), Malformed("links 0.4", 1, noLinks),
    Malformed("links 0.4 0.5 0.6", 1, noLinks), Malformed("links a 0.5", 1, noLinks),
    Malformed("\nlinks 1 1", 1, noLinks),
    Malformed("links nan 0.5\npass 1", 1, noLinks), Malformed("links 0.4 inf\npass 1", 1, noLinks),
    Malformed("links 0.4 1.5\npass 1", 1, noLinks), Malformed("links -1 0.5\npass 1", 1, noLinks),
    Malformed("links 0.4 0.5", 2, "no weights"), Malformed("links 0.4 0.5\n\n", 4, "no weights"),
    Malformed("links 0.4 0.5\ncopyShare 1", 2, "expected \"pass\" and a number"),
    Malformed("links 0.4 0.5\ntree\n= 1", 2, "expected \"pass\" and a number"),
    Malformed("links 0.4 0.5\npass", 2, noPair), Malformed("links 0.4 0.5\npass x", 2, "\"x\" is no number"),
    Malformed("links 0.4 0.5\npass inf", 2, "\"inf\" is no number"),
    Malformed(start + "copyShare", 3, noPair), Malformed(start + "copyShare 1 2", 3, noPair),
    Malformed(start + "tree 5\n= 1", 3, noPair),
    Malformed(start + "copyShare nan", 3, "\"nan\" is no number"),
    Malformed(start + "copyShare 1e99", 3, "\"1e99\" is no number"),
    Malformed(start + "copyshare 1", 3, "there is no feature \"copyshare\""),
    Malformed(start + "= 1", 3, "there is no feature \"=\""),
    Malformed(start + "pass.odds 1", 3, "the first pass does not have \"pass.odds\""),
    Malformed(start + "tree", 4, tooEarly), Malformed(start + "tree\n", 4, tooEarly),
    Malformed(start + "tree\ncopyShare 1\n= 1", 6, tooEarly),
    Malformed(start + "tree\ncopyShare 1\n\n= 1\n= 2", 5, tooEarly),
    Malformed(start + "tree\ncopyShare 1\n= 1\npass 1", 6, "there is no feature \"pass\""),
    Malformed(start + "tree\nwhat 1\n= 1\n= 2", 4, "there is no feature \"what\""),
    Malformed(start + "tree\npass.odds 1\n= 1\n= 2", 4, "the first pass does not have \"pass.odds\""),
    Malformed(start + "tree\n= x", 4, "\"x\" is no number"),
    Malformed(start + "tree\ncopyShare x\n= 1\n= 2", 4, "\"x\" is no number"),
    Malformed(start + "tree\n" + String(repeating: "copyShare 1\n", count: 40), 13, "the tree is too deep"),
  ]

  @Test(arguments: malformed)
  func malformedTablesGiveLineAndReason(_ table: Malformed) throws {
    let error = #expect(throws: AlignmentModel.FormatError.self) { try AlignmentModel(text: table.text) }
    #expect(error == AlignmentModel.FormatError(line: table.line, reason: table.reason))
    #expect(error?.description == "line \(table.line): \(table.reason)")
  }

  @Test func everyFeatureHasANameOfItsOwn() {
    #expect(Set(AlignmentModel.featureNames).count == AlignmentModel.featureNames.count)
    #expect(AlignmentModel.featureNames.allSatisfy { !$0.contains(" ") && $0 != "pass" && $0 != "tree" && $0 != "=" })
  }
}
