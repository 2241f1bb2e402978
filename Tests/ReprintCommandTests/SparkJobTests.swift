import Foundation
import ReprintTestSupport
import Testing

/// The job for Spark, against `reprint cluster`; needs a Python with PySpark, which `REPRINT_SPARK` names, and Java.
@Suite(.serialized) struct SparkJobTests {
  let workspace: Workspace
  private let dump = GeneratedDump(seed: GeneratedDump.anySeed, documents: 400, words: 20...80)
  private var seed: Comment { "REPRINT_TEST_SEED=\(dump.seed)" }

  init() throws { workspace = try Workspace() }

  private static let python = ProcessInfo.processInfo.environment["REPRINT_SPARK"]

  /// A row of the clusters that the job writes.
  private struct Row: Decodable, Hashable {
    var cluster: Int
    var keep: String
    var member: String
    var similarity: Double
    var estimated: Bool
  }

  /// Runs jobs in one session.
  private func run(_ jobs: [[String]], master: String = "local[2,4]", reprint: String = BuiltBinary.path) throws {
    let jobs = jobs.map { ["partitions", "parquet"].contains($0[0]) ? $0 : $0 + ["--reprint", reprint] }
    try workspace.write("jobs.json", JSONEncoder().encode(jobs))
    let configuration = [
      "spark.ui.enabled=false", "spark.sql.shuffle.partitions=3", "spark.driver.memory=1g",
      "spark.driver.bindAddress=127.0.0.1", "spark.driver.host=127.0.0.1",
    ]
    let options = configuration.map { "--conf \($0) " }.joined()
    let python = try #require(Self.python)
    let outcome = try workspace.start(
      [SourceTree.root + "/Tests/Spark/run_jobs.py", workspace.path("jobs.json")], of: python,
      environment: [
        "PYSPARK_SUBMIT_ARGS": "--master \(master) \(options) pyspark-shell", "PYSPARK_PYTHON": python,
        "LC_ALL": "C.UTF-8",
      ]
    ).finish(within: 900)
    try #require(outcome.ending == .status(0), "\(outcome.errors.suffix(4000))")
  }

  /// The rows that a job wrote, and how often each.
  private func rows(_ output: String) throws -> [Row: Int] {
    counted(try decodeLines(#require(workspace.read(output + ".ndjson"))))
  }

  private func counted(_ rows: [Row]) -> [Row: Int] { rows.reduce(into: [:]) { $0[$1, default: 0] += 1 } }

  /// What `reprint` makes of a dump, in rows.
  private func expected(_ command: String..., estimated: Bool = false, input: Input = .nothing) throws -> [Row: Int] {
    let outcome = try workspace.run(command, input: input)
    try #require(outcome.ending == .status(0), "\(outcome.errors)")
    return counted(
      try outcome.clusters().flatMap { cluster in
        cluster.members.map {
          Row(
            cluster: cluster.cluster, keep: cluster.keep, member: $0.id, similarity: $0.similarity,
            estimated: estimated)
        }
      })
  }

  /// Pages of five templates that have most in common: more of them than a bucket of usual size holds, of which many
  /// are alike.
  private var templatePages: String {
    let template = (0..<150).map { "t\($0)" }.joined(separator: " ")
    return (0..<500).map { number in
      let text = "\(template) \(article(number % 5, words: 25)) \(article(100 + number % 450, words: 1 + number % 2))"
      return record(["id": "p\(number)", "text": text])
    }.joined()
  }

  @Test(.enabled(if: python != nil, "REPRINT_SPARK names no Python with PySpark"))
  func clustersAreThoseOfTheCommand() throws {
    let archives = SourceTree.root + "/fixtures/archives"
    let (warc, wet) = (archives + "/tech-news.warc", archives + "/tech-news.wet")
    try workspace.write("in/a.jsonl", dump.lines[..<150].joined())
    try workspace.write("in/b.jsonl", "{\n\n" + dump.lines[150...].joined())
    try workspace.write("template.jsonl", templatePages)
    try workspace.write("archives.txt", "\(warc)\n\n\(wet)\n")
    let path = workspace.path
    let generated = [path("in"), "--format", "jsonl"]
    let crowded = [path("template.jsonl"), "--format", "jsonl", "--output"]
    try run([
      [SourceTree.techNews, "--format", "jsonl", "--output", path("tech")],
      generated + ["-t", "0.6", "--output", path("exact"), "--deduplicated", path("left")],
      generated + ["-t", "0.6", "--output", path("rounds"), "--driver-edges", "0"],
      generated + ["--verify", "estimate", "--keep", "oldest", "--output", path("estimate")],
      crowded + [path("crowded")], crowded + [path("largest"), "--largest-bucket", "256"],
      ["parquet", path("in/a.jsonl"), path("table"), "3"],
      [path("table"), "-t", "0.6", "--keep", "first", "--output", path("first"), "--deduplicated", path("rest")],
      [path("archives.txt"), "--format", "warc", "-t", "0.5", "--output", path("archives")],
      [path("archives.txt"), "--format", "warc", "-t", "0.5", "--fetch", "cat {}", "--output", path("fetched")],
      ["partitions", "7", "20000"],
      generated + ["-t", "0.6", "--output", path("twice")],
    ])
    #expect(try rows("tech") == expected("cluster", "--furniture", "page", SourceTree.techNews), seed)
    let exact = try expected("cluster", "-t", "0.6", "in")
    #expect(exact.count > 50, seed)
    for output in ["exact", "rounds", "twice"] { #expect(try rows(output) == exact, "\(output); \(seed)") }

    let sketches = try workspace.run("sketch", "in").output
    #expect(
      try rows("estimate") == expected("join", "--keep", "oldest", estimated: true, input: .pipe(sketches)), seed)

    let stats = try workspace.run("cluster", "--stats", "template.jsonl")
    #expect(!stats.errors.contains("hot buckets 0"), "the test needs some")
    let pages = try expected("cluster", "template.jsonl")
    for output in ["crowded", "largest"] { #expect(try rows(output) == pages, "\(output)") }

    #expect(try rows("first") == expected("cluster", "-t", "0.6", "--keep", "first", "table.jsonl"), seed)
    // Pages that are in both archives have their address alone as id.
    let named = try expected("cluster", "-t", "0.5", "--furniture", "page", warc, wet).keys
    let pagesOfArchives = counted(
      named.map { row in
        var row = row
        row.keep = String(row.keep.prefix { $0 != " " })
        row.member = String(row.member.prefix { $0 != " " })
        return row
      })
    #expect(pagesOfArchives.count > 5)
    for output in ["archives", "fetched"] { #expect(try rows(output) == pagesOfArchives, "\(output)") }

    let left = try workspace.shell("cat left/part-*").lines.filter { $0.hasPrefix("{\"") }
    let removed = Set(exact.keys.filter { $0.keep != $0.member }.map(\.member))
    #expect(left.count == dump.lines.count - removed.count, seed)
    #expect(workspace.names.contains("rest") && !workspace.names.contains("exact.work"))
  }

  @Test(.enabled(if: python != nil, "REPRINT_SPARK names no Python with PySpark"))
  func aLostWorkerAndALostExecutorChangeNothing() throws {
    try workspace.write("in.jsonl", dump.data)
    // Ends its first caller: the worker that started it, or the executor above that.
    for (name, steps) in [("worker", 1), ("executor", 3)] {
      let script = """
        #!/bin/bash
        if mkdir '\(workspace.path(name + ".lost"))' 2>/dev/null; then
          victim=$$
          for step in $(seq \(steps)); do victim=$(ps -o ppid= -p $victim | tr -d ' '); done
          ps -o args= -p $victim > '\(workspace.path(name + ".victim"))'
          kill -9 $victim
          exit 1
        fi
        exec '\(BuiltBinary.path)' "$@"
        """
      try workspace.write(name + ".sh", script)
      try workspace.shell("chmod +x \(name).sh")
    }
    let job = [workspace.path("in.jsonl"), "--format", "jsonl", "-t", "0.6", "--output"]
    try run([job + [workspace.path("worker")]], reprint: workspace.path("worker.sh"))
    try run(
      [job + [workspace.path("executor")]], master: "local-cluster[2,1,1024]", reprint: workspace.path("executor.sh"))
    let exact = try expected("cluster", "-t", "0.6", "in.jsonl")
    #expect(try rows("worker") == exact, seed)
    #expect(try rows("executor") == exact, seed)
    #expect(try #require(workspace.text("worker.victim")).contains("pyspark.daemon"))
    #expect(try #require(workspace.text("executor.victim")).contains("CoarseGrainedExecutorBackend"))
  }

  /// Whether there is a Python that the job runs with.
  private static var hasPython: Bool {
    let version = try? Program.run("python3", ["-c", "import sys; print(sys.version_info >= (3, 10))"])
    return version == Array("True\n".utf8)
  }

  @Test(.enabled(if: hasPython, "no Python 3.10 is installed"))
  func whatNeedsNoSparkPassesItsTests() throws {
    let outcome = try workspace.shell("cd '\(SourceTree.root)' && python3 -m unittest discover -s Tests/Spark 2>&1")
    #expect(outcome.ending == .status(0), "\(outcome.text)")
    #expect(outcome.text.contains("Ran 7 tests"))
  }
}
