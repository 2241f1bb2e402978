/// A scratch array of trivial values that keeps its memory between uses, with a few readable elements of slack.
///
/// Array would do, but for its checks on every append and the slack that wide loads need.
struct GrowableBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity: Int

  /// Elements past the last that may be read: word hashing loads 16 bytes at a time.
  private static var slack: Int { 16 }

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Self.slack)
    UnsafeMutableRawPointer(base).initializeMemory(
      as: UInt8.self, repeating: 0, count: (capacity + Self.slack) * MemoryLayout<Element>.stride)
  }

  deinit { base.deallocate() }

  @inline(__always)
  mutating func append(_ element: Element) {
    if _slowPath(count == capacity) { reserve(2 * capacity) }
    base[count] = element
    count &+= 1
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { base[index] }
    nonmutating set { base[index] = newValue }
  }

  /// Sets the count, after elements were written through `base`.
  @inline(__always)
  mutating func setCount(_ newCount: Int) { count = newCount }

  /// Makes room for `wanted` elements, at least doubling where it must grow.
  mutating func reserve(to wanted: Int) {
    if wanted > capacity { reserve(max(wanted, 2 * capacity)) }
  }

  /// Makes room for `newCapacity` elements; what is there stays.
  mutating func reserve(_ newCapacity: Int) {
    guard newCapacity > capacity else { return }
    let old = base
    // What is empty goes first, so that there are never two large buffers for one.
    if count == 0 { old.deallocate() }
    base = .allocate(capacity: newCapacity + Self.slack)
    if count > 0 {
      base.update(from: old, count: count)
      old.deallocate()
    }
    capacity = newCapacity
  }
}
