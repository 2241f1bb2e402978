/// What is wrong with records of one chunk, by where in the chunk they are.
struct ChunkProblems: Sendable {
  struct Problem: Sendable {
    /// The line in the chunk, from 0; of a WARC chunk the byte.
    var place: Int
    var kind: DumpReport.Problem.Kind
    var reason: String
  }

  private(set) var list: [Problem] = []
  /// How many problems there are of each kind; the first of each are listed.
  private(set) var counts: [DumpReport.Problem.Kind: Int] = [:]

  mutating func add(_ kind: DumpReport.Problem.Kind, at place: Int, _ reason: @autoclosure () -> String) {
    counts[kind, default: 0] += 1
    if counts[kind]! <= DumpReport.mostKept { list.append(Problem(place: place, kind: kind, reason: reason())) }
  }

  /// Takes in others, whose places `place` translates, and keeps the first of each kind by place.
  mutating func merge(_ other: ChunkProblems, place: (Int) -> Int) {
    let all = list + other.list.map { Problem(place: place($0.place), kind: $0.kind, reason: $0.reason) }
    counts.merge(other.counts, uniquingKeysWith: +)
    let order = all.indices.sorted { (all[$0].place, $0) < (all[$1].place, $1) }
    var listed: [DumpReport.Problem.Kind: Int] = [:]
    list = []
    for problem in order.map({ all[$0] }) {
      listed[problem.kind, default: 0] += 1
      if listed[problem.kind]! <= DumpReport.mostKept { list.append(problem) }
    }
  }
}
