import ReprintPlatform

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
    base = Self.allocate(capacity)
    UnsafeMutableRawPointer(base).initializeMemory(as: UInt8.self, repeating: 0, count: Self.bytes(capacity))
  }

  deinit { Self.deallocate(base, capacity) }

  private static func bytes(_ capacity: Int) -> Int { (capacity + slack) * MemoryLayout<Element>.stride }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    ScratchMemory.allocate(bytes: bytes(capacity)).bindMemory(to: Element.self, capacity: capacity + slack)
  }

  private static func deallocate(_ base: UnsafeMutablePointer<Element>, _ capacity: Int) {
    ScratchMemory.deallocate(base, bytes: bytes(capacity))
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if _slowPath(count == capacity) { grow(to: 2 * capacity) }
    base[count] = element
    count &+= 1
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Removes all elements, and gives back memory that is large, as few uses ask for.
  mutating func release() {
    count = 0
    guard Self.bytes(capacity) >= ScratchMemory.large else { return }
    Self.deallocate(base, capacity)
    capacity = 256
    base = Self.allocate(capacity)
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { base[index] }
    nonmutating set { base[index] = newValue }
  }

  /// Sets the count, after elements were written through `base`.
  @inline(__always)
  mutating func setCount(_ newCount: Int) { count = newCount }

  /// Makes room for `wanted` elements, at least doubling where it must grow.
  @inline(__always)
  mutating func reserve(to wanted: Int) {
    if _slowPath(wanted > capacity) { grow(to: max(wanted, 2 * capacity)) }
  }

  /// Makes room for `newCapacity` elements; what is there stays.
  @inline(__always)
  mutating func reserve(_ newCapacity: Int) {
    if _slowPath(newCapacity > capacity) { grow(to: newCapacity) }
  }

  @inline(never)
  private mutating func grow(to newCapacity: Int) {
    let (old, oldCapacity) = (base, capacity)
    // What is empty goes first, so that there are never two large buffers for one.
    if count == 0 { Self.deallocate(old, oldCapacity) }
    base = Self.allocate(newCapacity)
    if count > 0 {
      base.update(from: old, count: count)
      Self.deallocate(old, oldCapacity)
    }
    capacity = newCapacity
  }
}
