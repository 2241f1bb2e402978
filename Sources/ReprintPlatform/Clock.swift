/// Times in seconds.
package enum Clock {
  /// CPU time of all threads of the process.
  package static var processCPU: Double { read(CLOCK_PROCESS_CPUTIME_ID) }
  /// CPU time of the calling thread.
  package static var threadCPU: Double { read(CLOCK_THREAD_CPUTIME_ID) }
  /// Time that never runs backwards, from an arbitrary point.
  package static var monotonic: Double { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// Calls a function at intervals, on a thread of its own, until it is stopped.
package final class Ticker: Sendable {
  private let isStopped = Monitor(false)

  package init(every seconds: Double, _ body: @escaping @Sendable () -> Void) {
    Threads.detach { [isStopped] in
      while true {
        usleep(UInt32(seconds * 1e6))
        let stopped = isStopped.update { stopped in
          if !stopped { body() }
          return stopped
        }
        if stopped { return }
      }
    }
  }

  /// Stops the calls; none is under way when it returns.
  package func stop() { isStopped.update { $0 = true } }
}
