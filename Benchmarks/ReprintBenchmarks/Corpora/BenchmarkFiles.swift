import ReprintPlatform

/// A file that is mapped as long as this lives.
struct MappedFile {
  let mapping: Mapping

  init(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw BenchmarkError("\(path): \(SystemError())") }
    defer { close(descriptor) }
    do throws(SystemError) {
      mapping = try Mapping(descriptor, count: try Files.status(of: descriptor).size)
    } catch {
      throw BenchmarkError("\(path): \(error)")
    }
  }
}

/// A file that goes away with this.
final class TemporaryFile {
  let path: String

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    do throws(SystemError) {
      let created = try Files.createTemporary("\(Files.temporaryDirectory)/reprint-bench.XXXXXX")
      path = created.path
      Interruption.register(path)
      defer { close(created.descriptor) }
      try Files.write(created.descriptor, UnsafeRawBufferPointer(bytes))
    } catch {
      throw BenchmarkError("\(Files.temporaryDirectory): \(error)")
    }
  }

  deinit {
    unlink(path)
    Interruption.forget(path)
  }
}
