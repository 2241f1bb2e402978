import Foundation
import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

/// Suites that write files through ``DumpOutput``: one test at a time, since the list of unfinished files is the
/// process's.
@Suite(.serialized) enum FileOutput {}

extension FileOutput {
  @Suite struct CompressionTests {
    private let directory = TemporaryDirectory()

    private static let installed = Compression.allCases.filter { Program.path($0.program) != nil }

    @Test(arguments: installed) func roundTripThroughTheProgram(compression: Compression) throws {
      var generator = SeededGenerator(seed: 1)
      let random = (0..<20_000).map { _ in UInt8.random(in: 0x20...0x7E, using: &generator) }
      for size in [0, 1, 1000, 500_000] {
        let content = Array(repeatElement(random, count: size / random.count + 1).joined().prefix(size))
        let name = "out\(size)" + compression.suffix
        let output = try DumpOutput(directory[name])
        try output.write(content)
        try output.finish()
        let written = try #require(directory.read(name))
        #expect(written != content)
        #expect(written.withUnsafeBufferPointer { Compression(magic: $0) } == compression)
        #expect(try Program.run(compression.program, ["-dc", directory[name]]) == content, "\(size) bytes")

        let descriptor = open(directory[name], O_RDONLY)
        defer { close(descriptor) }
        let process = try compression.decompress(descriptor, path: name)
        var found: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
          let count = buffer.withUnsafeMutableBytes { Files.read(process.pipe, $0) }
          if count <= 0 { break }
          found += buffer[..<count]
        }
        try compression.finish(process, path: name)
        #expect(found == content, "\(size) bytes")
      }
    }

    @Test(arguments: installed) func whatIsNotCompressedFails(compression: Compression) throws {
      let path = directory.write("certainly not compressed", to: "x\(compression.suffix)")
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      let process = try compression.decompress(descriptor, path: path)
      #expect { try compression.finish(process, path: path) } throws: {
        guard let error = $0 as? DumpError else { return false }
        let words = error.reason.dropFirst("\(compression.program) failed: ".count)
        return error.path == path && error.reason.hasPrefix("\(compression.program) failed: ") && !words.isEmpty
          && !words.hasPrefix("\(compression.program): ")
      }
    }

    @Test func beginningsOfCompressedFilesAreTold() {
      func found(_ bytes: [UInt8]) -> Compression? { bytes.withUnsafeBufferPointer { Compression(magic: $0) } }
      for last in UInt8(0x50)...0x5F { #expect(found([last, 0x2A, 0x4D, 0x18, 0, 0, 0, 0]) == .zstd) }
      #expect(found([0x60, 0x2A, 0x4D, 0x18, 0, 0, 0, 0]) == nil)
      for text in ["", "B", "BZh", "BZh9", "BZh91AY", "BZhukov wrote", "P*M", "{\"text\":1}"] {
        #expect(found(Array(text.utf8)) == nil, "\(text)")
      }
    }

    @Test func suffixesNameThePrograms() {
      #expect(Compression.allCases.map(\.suffix) == [".gz", ".zst", ".xz", ".bz2"])
      #expect(Compression.allCases.map(\.program) == ["gzip", "zstd", "xz", "bzip2"])
    }
  }
}
