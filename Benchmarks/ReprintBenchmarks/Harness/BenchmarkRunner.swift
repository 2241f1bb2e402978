import ReprintPlatform

/// What a case took.
struct Measurement {
  let bytes: Int
  let items: Int
  let answer: UInt64
  /// CPU seconds a run.
  let times: Statistics
  /// Seconds on the wall clock a run.
  let wall: Statistics
  /// How many times the yardstick's CPU time a run took, where there is one.
  let ratio: Statistics?
}

/// Runs cases for a while each.
struct BenchmarkRunner {
  /// The least time to go on for, warm-up and preparations aside.
  let seconds: Double

  /// Runs that are always measured, however long they take.
  private static let leastRuns = 5
  /// The share of the time that goes to the warm-up, which is thrown away.
  private static let warmUp = 0.2

  /// Sets a case up and runs it once.
  func answer(of benchmark: BenchmarkCase) throws -> UInt64 {
    let work = try benchmark.setUp()
    work.beforeEach?()
    return try work.run()
  }

  func measure(_ benchmark: BenchmarkCase) throws -> Measurement {
    let work = try benchmark.setUp()
    let clock = benchmark.clock
    var answer: UInt64?
    func check(_ result: UInt64) throws {
      guard result == answer ?? result else {
        throw BenchmarkError("\(benchmark.name): two runs differ in their answer")
      }
      answer = result
    }

    let warmUpStart = Clock.monotonic
    repeat {
      work.beforeEach?()
      try check(try work.run())
      if let yardstick = work.yardstick { blackHole(try yardstick()) }
    } while Clock.monotonic - warmUpStart < Self.warmUp * seconds

    var times: [Double] = []
    var wall: [Double] = []
    var ratios: [Double] = []
    var total = 0.0
    let limit = Clock.monotonic + 10 * seconds  // for cases whose preparation takes longer than they do
    while times.count < Self.leastRuns || (total < seconds && Clock.monotonic < limit) {
      work.beforeEach?()
      let wallStart = Clock.monotonic
      let start = clock.now
      let result = try work.run()
      let time = clock.now - start
      wall.append(Clock.monotonic - wallStart)
      blackHole(result)
      try check(result)
      times.append(time)
      total += time
      if let yardstick = work.yardstick {
        let start = clock.now
        blackHole(try yardstick())
        ratios.append(time / (clock.now - start))
      }
    }
    return Measurement(
      bytes: work.bytes, items: work.items, answer: answer!, times: Statistics(times), wall: Statistics(wall),
      ratio: ratios.isEmpty ? nil : Statistics(ratios))
  }
}

/// Why a benchmark can't be run or be trusted.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
