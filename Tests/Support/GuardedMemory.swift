import ReprintPlatform

/// Memory between two pages that may not be touched: reading one byte too far on either side ends the process.
package final class GuardedMemory {
  private let base: UnsafeMutableRawPointer
  private let page = Mapping.pageSize
  private let capacity: Int

  /// Room for texts of up to this many bytes.
  package init(capacity: Int) {
    self.capacity = (capacity + page - 1) / page * page
    // MAP_ANON goes by another name and value on every system; the kernel's zeroes do as well.
    let zeroes = open("/dev/zero", O_RDWR)
    defer { close(zeroes) }
    let all = mmap(nil, self.capacity + 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE, zeroes, 0)
    guard let all, all != MAP_FAILED else { fatalError("no memory to guard") }
    base = all + page
    mprotect(all, page, PROT_NONE)
    mprotect(base + self.capacity, page, PROT_NONE)
  }

  deinit { munmap(base - page, capacity + 2 * page) }

  /// The bytes, with unreadable memory right behind them.
  ///
  /// Valid until the next placing.
  package func placeAtEnd(_ bytes: some Collection<UInt8>) -> UnsafeBufferPointer<UInt8> {
    place(bytes, at: base + capacity - bytes.count)
  }

  /// The bytes, with unreadable memory right before them.
  ///
  /// Valid until the next placing.
  package func placeAtStart(_ bytes: some Collection<UInt8>) -> UnsafeBufferPointer<UInt8> { place(bytes, at: base) }

  private func place(_ bytes: some Collection<UInt8>, at start: UnsafeMutableRawPointer) -> UnsafeBufferPointer<UInt8> {
    precondition(bytes.count <= capacity)
    UnsafeMutableRawBufferPointer(start: start, count: bytes.count).copyBytes(from: bytes)
    return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: bytes.count)
  }
}
