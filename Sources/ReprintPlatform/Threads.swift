import Synchronization

/// Plain threads for coarse pieces of work.
package enum Threads {
  /// Runs `body` once on each of `count` threads, the caller's among them, and returns when all have ended.
  ///
  /// Where the system has fewer threads left `body` runs on those: workers take pieces of the work until there are none.
  ///
  /// - Parameters:
  ///   - count: at least 1.
  ///   - body: is given the number of its thread, from 0.
  package static func run(_ count: Int, _ body: @escaping @Sendable (_ worker: Int) -> Void) {
    var threads: [pthread_t] = []
    for worker in 1..<max(1, count) {
      guard let thread = tryStart({ body(worker) }) else { break }
      threads.append(thread)
    }
    body(0)
    for thread in threads { join(thread) }
  }

  /// Runs `body` for each of `count` pieces of work, on up to `threads` threads, in no particular order.
  package static func forEach(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (_ piece: Int, _ worker: Int) -> Void
  ) {
    let next = Counter()
    run(min(threads, count)) { worker in
      while true {
        let piece = next.advance(by: 1)
        guard piece < count else { return }
        body(piece, worker)
      }
    }
  }

  /// Starts a thread; ``join(_:)`` must be called once for it.
  package static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t {
    guard let thread = tryStart(body) else { preconditionFailure("the system has no thread left") }
    return thread
  }

  private static func tryStart(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let box = Unmanaged.passRetained(ThreadBody(body))
    let thread = startThread(box.toOpaque()) { argument in
      Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
    }
    if thread == nil { box.release() }
    return thread
  }

  /// Starts a thread that nobody waits for.
  package static func detach(_ body: @escaping @Sendable () -> Void) { pthread_detach(start(body)) }

  package static func join(_ thread: pthread_t) { pthread_join(thread, nil) }
}

/// A number that many threads count up.
package final class Counter: Sendable {
  private let stored = Atomic<Int>(0)

  package init() {}

  package var value: Int { stored.load(ordering: .relaxed) }

  /// Adds `amount` and returns the value before.
  @discardableResult
  package func advance(by amount: Int) -> Int { stored.add(amount, ordering: .relaxed).oldValue }
}

/// A value that many threads share, one at a time.
package final class Locked<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  package init(_ value: Value) { mutex = Mutex(value) }

  package var value: Value { mutex.withLock { $0 } }

  package func withLock<Result: Sendable>(_ body: (inout sending Value) -> sending Result) -> Result {
    mutex.withLock { body(&$0) }
  }
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// A value that threads share and wait on: changes wake whoever waits.
package final class Monitor<Value>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value

  package init(_ value: Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Runs `body` alone with the value, then wakes all who wait.
  package func update<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }

  /// Runs `body` alone with the value, again after each change, until it returns a result.
  package func wait<Result>(_ body: (inout Value) -> Result?) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = body(&value) { return result }
      pthread_cond_wait(changed, mutex)
    }
  }
}
