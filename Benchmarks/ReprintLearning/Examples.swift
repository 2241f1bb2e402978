/// What weights are learned from: rows of features, each with its answer.
struct Examples {
  let features: Int
  /// One row after the other.
  var values: [Float] = []
  var answers: [Bool] = []

  init(features: Int) { self.features = features }

  var count: Int { answers.count }

  mutating func append(_ rows: [Float], _ answers: [Bool]) {
    precondition(rows.count == answers.count * features, "a row of features for each answer")
    values += rows
    self.answers += answers
  }
}
