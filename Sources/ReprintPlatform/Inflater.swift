/// Unpacks gzip, zlib and raw deflate data through the system's libz, which is looked for when it is first needed.
package enum Inflater {
  package enum Container: Int32, Sendable {
    // The numbers are the window sizes by which libz tells the containers apart.
    case gzip = 31
    case zlib = 15
    case raw = -15
  }

  package struct Unpacked: Sendable {
    package var bytes: [UInt8]
    /// Whether the data ends before its end, so that something is missing.
    package var isCutShort: Bool
  }

  package enum Failure: Error, Equatable {
    /// There is no libz.
    case missing
    /// The data is damaged, or is no such data.
    case damaged
    /// More comes out than was allowed.
    case tooLarge
  }

  /// Unpacks data; members that follow one another, as gzip files may have them, are one text.
  ///
  /// - Parameter limit: the most bytes that may come out.
  /// - Throws: ``Failure/damaged`` also where some of the data could be unpacked.
  package static func unpack(
    _ data: UnsafeBufferPointer<UInt8>, _ container: Container, limit: Int
  ) throws(Failure) -> Unpacked {
    guard let library = Library.shared else { throw .missing }
    let stream = UnsafeMutablePointer<Stream>.allocate(capacity: 1)
    stream.initialize(to: Stream())
    defer { stream.deallocate() }
    guard library.start(stream, container.rawValue, "1", Int32(MemoryLayout<Stream>.size)) == 0 else { throw .missing }
    defer { _ = library.end(stream) }
    var output: [UInt8] = []
    var consumed = 0
    var room = min(limit + 1, max(4 * data.count, 1 << 12))
    let largestStep = 1 << 30  // libz counts in 32 bits
    while true {
      guard output.count <= limit else { throw .tooLarge }
      let input = min(data.count - consumed, largestStep)
      room = min(room, limit + 1 - output.count, largestStep)
      stream.pointee.input = data.baseAddress.map { $0 + consumed }
      stream.pointee.inputCount = UInt32(input)
      var status: Int32 = 0
      let before = output.count
      // The array's own memory is written to; what was there is kept by appending in place.
      output.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          stream.pointee.output = buffer.baseAddress
          stream.pointee.outputCount = UInt32(room)
          status = library.step(stream, 0)
          count = room - Int(stream.pointee.outputCount)
        })
      let taken = input - Int(stream.pointee.inputCount)
      consumed += taken
      switch status {
      case 1:  // the end of a member
        guard output.count <= limit else { throw .tooLarge }
        let next = data[consumed...]
        guard container == .gzip, next.count > 2, next.starts(with: [0x1F, 0x8B]), library.reset(stream) == 0 else {
          return Unpacked(bytes: output, isCutShort: false)
        }
      case 0, -5:  // more to do, or nothing to go on with
        if consumed == data.count && output.count - before < room {
          return Unpacked(bytes: output, isCutShort: true)
        }
        guard taken > 0 || output.count > before else { throw .damaged }
      default: throw .damaged
      }
      room = min(2 * room, 16 << 20)
    }
  }

  /// Whether there is a libz.
  package static var isAvailable: Bool { Library.shared != nil }

  /// `z_stream`, as every libz on a 64-bit system lays it out.
  private struct Stream {
    var input: UnsafePointer<UInt8>?
    var inputCount: UInt32 = 0
    var totalInput: UInt = 0
    var output: UnsafeMutablePointer<UInt8>?
    var outputCount: UInt32 = 0
    var totalOutput: UInt = 0
    var message: UnsafePointer<CChar>?
    var state: UnsafeMutableRawPointer?
    var allocate: UnsafeMutableRawPointer?
    var release: UnsafeMutableRawPointer?
    var context: UnsafeMutableRawPointer?
    var dataType: Int32 = 0
    var checksum: UInt = 0
    var reserved: UInt = 0
  }

  private struct Library: Sendable {
    let start: @convention(c) @Sendable (UnsafeMutableRawPointer, Int32, UnsafePointer<CChar>, Int32) -> Int32
    let step: @convention(c) @Sendable (UnsafeMutableRawPointer, Int32) -> Int32
    let reset: @convention(c) @Sendable (UnsafeMutableRawPointer) -> Int32
    let end: @convention(c) @Sendable (UnsafeMutableRawPointer) -> Int32

    static let shared = Library()

    private init?() {
      let names = ["libz.so.1", "libz.1.dylib", "/usr/lib/libz.1.dylib", "libz.so"]
      var handle: UnsafeMutableRawPointer?
      for name in names where handle == nil { handle = dlopen(name, RTLD_NOW) }
      guard let handle, let start = dlsym(handle, "inflateInit2_"), let step = dlsym(handle, "inflate"),
        let reset = dlsym(handle, "inflateReset"), let end = dlsym(handle, "inflateEnd")
      else { return nil }
      self.start = unsafeBitCast(start, to: type(of: self.start))
      self.step = unsafeBitCast(step, to: type(of: self.step))
      self.reset = unsafeBitCast(reset, to: type(of: self.reset))
      self.end = unsafeBitCast(end, to: type(of: self.end))
    }
  }
}
