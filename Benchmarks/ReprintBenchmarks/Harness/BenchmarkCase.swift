import ReprintPlatform

/// One thing to measure.
struct BenchmarkCase {
  /// Which CPU time counts.
  enum TimedClock {
    /// The calling thread's.
    case thread
    /// That of all threads.
    case process

    var now: Double {
      switch self {
      case .thread: Clock.threadCPU
      case .process: Clock.processCPU
      }
    }
  }

  /// The stage, what of it, and the input: `tokenise/json/english`.
  let name: String
  /// What one item of the work is called, in the singular.
  let item: String
  var clock = TimedClock.thread
  /// The answer that every run must give, or nil where the input is the user's own.
  let expected: UInt64?
  /// Makes the inputs, once, before the clock starts.
  let setUp: () throws -> BenchmarkWork

  init(
    _ name: String, item: String, clock: TimedClock = .thread, expected: UInt64?,
    setUp: @escaping () throws -> BenchmarkWork
  ) {
    self.name = name
    self.item = item
    self.clock = clock
    self.expected = expected
    self.setUp = setUp
  }

  /// A case on generated input: its answer is in the table.
  ///
  /// One that is not there fails, so that it gets there.
  init(
    _ name: String, item: String, clock: TimedClock = .thread, setUp: @escaping () throws -> BenchmarkWork
  ) {
    self.init(name, item: item, clock: clock, expected: ExpectedAnswers.all[name] ?? 0, setUp: setUp)
  }
}

/// The work of a case, ready to run.
struct BenchmarkWork {
  /// Bytes that one run goes through; 0 where bytes say nothing.
  var bytes = 0
  /// Items that one run goes through.
  var items: Int
  /// Puts the input back as it was; not timed.
  var beforeEach: (() -> Void)?
  /// Work that each run is compared with, timed in turn with it.
  var yardstick: (() throws -> UInt64)?
  /// Does the work and returns what shows that it was done.
  var run: () throws -> UInt64
}
