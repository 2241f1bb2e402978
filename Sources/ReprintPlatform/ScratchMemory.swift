/// Memory for a while, of which the large pieces go back to the system as soon as they are given back.
///
/// The C library keeps a large piece that was given back for later ones, though none may come: one long text would cost
/// its memory to the end of the run.
package enum ScratchMemory {
  /// From so many bytes on a piece is large: fetching its pages from the system costs little beside filling them.
  package static let large = 1 << 20

  /// Room for `bytes` bytes, not initialised, on the boundary of a word of the machine; traps where there is none left.
  package static func allocate(bytes: Int) -> UnsafeMutableRawPointer {
    guard bytes >= large else { return .allocate(byteCount: bytes, alignment: 16) }
    let address = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | anonymous, -1, 0)
    guard let address, address != MAP_FAILED else { fatalError("no memory left: \(bytes) bytes asked for") }
    return address
  }

  /// Gives back room that ``allocate(bytes:)`` gave for as many bytes.
  package static func deallocate(_ address: UnsafeMutableRawPointer, bytes: Int) {
    if bytes >= large { munmap(address, bytes) } else { address.deallocate() }
  }

  #if canImport(Darwin)
    private static let anonymous = MAP_ANON
  #else
    private static let anonymous = MAP_ANONYMOUS
  #endif
}
