import ReprintPlatform

/// Results of independent pieces of work, in order, whatever thread did which.
enum ConcurrentMap {
  private final class Slots<Result>: @unchecked Sendable {
    private let results: UnsafeMutablePointer<Result?>
    private let count: Int

    init(_ count: Int) {
      self.count = count
      results = .allocate(capacity: count)
      results.initialize(repeating: nil, count: count)
    }

    deinit {
      results.deinitialize(count: count)
      results.deallocate()
    }

    func set(_ piece: Int, _ result: Result) { results[piece] = result }
    var all: [Result] { (0..<count).map { results[$0]! } }
  }

  /// Runs `body` for each of `count` pieces of work.
  static func run<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let slots = Slots<Result>(count)
    Threads.forEach(count, threads: threads) { piece, _ in slots.set(piece, body(piece)) }
    return slots.all
  }

  /// Runs `body` for runs of up to `size` numbers below `count`, and joins what they give.
  static func blocks<Element: Sendable>(
    _ count: Int, size: Int, threads: Int, _ body: @escaping @Sendable (Range<Int>) -> [Element]
  ) -> [Element] {
    Array(
      run((count + size - 1) / size, threads: threads) { body($0 * size..<min(count, ($0 + 1) * size)) }.joined())
  }
}
