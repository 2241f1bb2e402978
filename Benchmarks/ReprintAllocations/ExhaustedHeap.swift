import ReprintPlatform

/// A heap that has nothing left to give: code that allocates ends the program.
///
/// That shows that code allocates nothing at all, without a word about it in the code and without standing in front of the C
/// library.
enum ExhaustedHeap {
  /// Whether this system keeps to the limit on address space.
  static var works: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }

  /// Where addresses go, so that nobody concludes that blocks are of no use.
  nonisolated(unsafe) private static var sink: UInt = 0

  /// Runs `body` with nothing left to allocate, then lets the program allocate again.
  ///
  /// What is taken is never given back.
  static func run(_ body: () -> Void) {
    #if os(Linux)
      var usual = rlimit()
      guard getrlimit(addressSpace, &usual) == 0 else { fatalError("no limit to go by") }
      var tight = rlimit(rlim_cur: rlim_t(addressSpaceNow), rlim_max: usual.rlim_max)
      guard setrlimit(addressSpace, &tight) == 0 else { fatalError("address space can't be limited") }
      // Large blocks first; then each size that has a list of its own.
      var size = 1 << 26
      while size > 2048 {
        takeAll(size)
        size /= 2
      }
      while size > 0 {
        takeAll(size)
        size -= 8
      }
      body()
      guard setrlimit(addressSpace, &usual) == 0 else { fatalError("address space can't be had back") }
    #endif
  }

  #if os(Linux)
    /// RLIMIT_AS, which has a different type with every C library.
    private static var addressSpace: __rlimit_resource_t { __rlimit_resource_t(9) }

    private static var addressSpaceNow: Int {
      let pages = SmallFile.read("/proc/self/statm")?.split(separator: " ").first.flatMap { Int($0) }
      return (pages ?? 0) * Mapping.pageSize
    }

    private static func takeAll(_ size: Int) {
      while let block = malloc(size) { sink &+= UInt(bitPattern: block) }
    }
  #endif
}
