import Foundation
import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct ChunkFeedTests {
  private let directory = TemporaryDirectory()

  private struct Piece {
    var number: Int
    var file: Int
    var format: DumpFormat
    var bytes: [UInt8]
    var isReadableBehind: Bool
  }

  /// All chunks of the files, as one worker gets them.
  private func chunks(_ paths: [String], format: DumpFormat? = nil, workers: Int = 1) throws -> [Piece] {
    let feed = ChunkFeed(try DumpFileList(paths, format: format).files, workers: workers)
    var pieces: [Piece] = []
    while let (number, chunk) = try feed.next() {
      let end = chunk.bytes.baseAddress! + chunk.bytes.count
      pieces.append(
        Piece(
          number: number, file: chunk.file, format: chunk.format, bytes: Array(chunk.bytes),
          isReadableBehind: chunk.readableEnd! >= end))
    }
    return pieces
  }

  private func lines(_ bytes: Int, seed: UInt64, endsInNewline: Bool = true) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var result: [UInt8] = []
    while result.count < bytes {
      result += Array("{\"id\":\(result.count),\"text\":\"".utf8)
      result += [UInt8](repeating: UInt8(ascii: "x"), count: generator.number(0...3000)) + Array("\"}\n".utf8)
    }
    if !endsInNewline { result.removeLast() }
    return result
  }

  /// Chunks come in order, hold every byte of every file once, and end with a line or with their file.
  private func expectWhole(_ pieces: [Piece], _ contents: [[UInt8]], sourceLocation: SourceLocation = #_sourceLocation)
  {
    #expect(pieces.map(\.number) == Array(pieces.indices), sourceLocation: sourceLocation)
    #expect(pieces.map(\.file) == pieces.map(\.file).sorted(), sourceLocation: sourceLocation)
    #expect(pieces.allSatisfy { $0.isReadableBehind && !$0.bytes.isEmpty }, sourceLocation: sourceLocation)
    for (file, content) in contents.enumerated() {
      let own = pieces.filter { $0.file == file }
      #expect(own.flatMap(\.bytes) == content, sourceLocation: sourceLocation)
      for piece in own.dropLast() where piece.format == .jsonLines {
        #expect(piece.bytes.last == 0x0A, "a line is not cut", sourceLocation: sourceLocation)
      }
    }
  }

  @Test(arguments: [1, 2, 7]) func plainFilesAreCutAtLines(workers: Int) throws {
    let contents = [
      lines(10, seed: 1), lines(3 << 20, seed: 2), [], lines(ChunkFeed.smallFile - 5000, seed: 3),
      lines(1 << 21, seed: 4, endsInNewline: false),
      Array("{}".utf8),
    ]
    let paths = contents.enumerated().map { directory.write($1, to: "\($0).jsonl") }
    let pieces = try chunks(paths, workers: workers)
    expectWhole(pieces, contents)
    #expect(pieces.count { $0.file == 1 } > 2, "a large file is cut")
    #expect(pieces.count { $0.file == 2 } == 0, "an empty file has no chunk")
  }

  @Test func aLineLongerThanAChunkStaysWhole() throws {
    let long = Array("{\"text\":\"".utf8) + [UInt8](repeating: UInt8(ascii: "y"), count: 3 << 20) + Array("\"}\n".utf8)
    let content = lines(1 << 19, seed: 5) + long + lines(1 << 20, seed: 6)
    expectWhole(try chunks([directory.write(content, to: "long.jsonl")]), [content])
    let withoutNewline = [UInt8](repeating: UInt8(ascii: "{"), count: 2 << 20)
    expectWhole(try chunks([directory.write(withoutNewline, to: "none.jsonl")]), [withoutNewline])
  }

  @Test func textsAreOneChunkEach() throws {
    let contents = [Array("one\ntwo\n".utf8), lines(2 << 20, seed: 7)]
    let paths = contents.enumerated().map { directory.write($1, to: "\($0).txt") }
    let pieces = try chunks(paths)
    #expect(pieces.map(\.bytes) == contents)
    #expect(pieces.allSatisfy { $0.format == .text })
  }

  @Test(.enabled(if: Program.path("gzip") != nil), arguments: [1, 3])
  func compressedFilesAreReadInOrderAmongOthers(workers: Int) throws {
    let contents = [
      lines(9 << 20, seed: 8), lines(100, seed: 9), lines(2 << 20, seed: 10, endsInNewline: false),
      lines(300_000, seed: 11),
    ]
    let paths = contents.enumerated().map { directory.write($1, to: "\($0).jsonl") }
    for path in [paths[0], paths[2], paths[3]] { _ = try Program.run("gzip", ["-1", path]) }
    let pieces = try chunks([paths[0] + ".gz", paths[1], paths[2] + ".gz", paths[3] + ".gz"], workers: workers)
    expectWhole(pieces, contents)
    #expect(pieces.count { $0.file == 0 } > 1, "a long stream is cut")
  }

  @Test(.enabled(if: Program.path("gzip") != nil)) func compressionIsSeenWhereTheNameHidesIt() throws {
    let content = lines(2 << 20, seed: 16)
    let packed = try Program.run("gzip", ["-c", directory.write(content, to: "plain.jsonl")])
    for name in ["in/packed.jsonl", "in/packed"] {
      let path = directory.write(packed, to: name)
      expectWhole(try chunks([path]), [content])
    }
    // Files that a directory holds are taken by their names.
    #expect { try chunks([directory["in"]]).count } throws: {
      ($0 as? DumpError)?.reason.hasPrefix("looks like gzip data: ") == true
    }
  }

  @Test func pipesAreReadWithTheirFormatFromTheFirstByte() throws {
    let content = Array("\n  \n".utf8) + lines(6 << 20, seed: 12)
    let path = directory["pipe"]
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Threads.start { try? Data(content).write(to: URL(filePath: path), options: []) }
    defer { Threads.join(writer) }
    let pieces = try chunks([path])
    expectWhole(pieces, [content])
    #expect(pieces.allSatisfy { $0.format == .jsonLines })
  }

  @Test func failuresNameTheFile() throws {
    let good = directory.write(lines(100, seed: 13), to: "good.jsonl")
    let unknown = directory.write("plain text", to: "unknown")
    #expect { try chunks([good, unknown]) } throws: {
      ($0 as? DumpError)?.description
        == "\(unknown): neither the name nor the first bytes tell what this is; use --input-format"
    }
    #expect(try chunks([unknown], format: .text).map(\.bytes) == [Array("plain text".utf8)])
    #expect(try chunks([directory.write("\n \t\r\n", to: "blank")]).map(\.format) == [.jsonLines])
  }

  @Test(.enabled(if: Program.path("gzip") != nil)) func brokenCompressionIsNamed() throws {
    let broken = directory.write("this is no gzip file", to: "broken.jsonl.gz")
    #expect { try chunks([broken]) } throws: {
      guard let error = $0 as? DumpError else { return false }
      return error.path == broken && error.reason.hasPrefix("gzip failed: ")
    }
    let path = directory.write(lines(1 << 20, seed: 14), to: "cut.jsonl")
    _ = try Program.run("gzip", [path])
    let whole = directory.read("cut.jsonl.gz")!
    let cut = directory.write(whole.dropLast(whole.count / 3), to: "cut.jsonl.gz")
    #expect { try chunks([cut]) } throws: { ($0 as? DumpError)?.reason.hasPrefix("gzip failed: ") == true }
  }

  @Test(
    .enabled(if: Program.path("gzip") != nil && Program.path("bzip2") != nil), arguments: ["gzip", "bzip2"])
  func whatStandsBehindCompressedDataIsNamed(program: String) throws {
    let content = lines(1000, seed: 17)
    let packed = try Program.run(program, ["-c", directory.write(content, to: "plain.jsonl")])
    let path = directory.write(packed + Array("garbage".utf8), to: "cut.jsonl" + (program == "gzip" ? ".gz" : ".bz2"))
    let feed = ChunkFeed(try DumpFileList([path], format: nil).files, workers: 1)
    var bytes: [UInt8] = []
    while let (_, chunk) = try feed.next() { bytes += chunk.bytes }
    #expect(bytes == content)
    #expect(feed.warnings.count == 1)
    let message = try #require(feed.warnings.first).description
    #expect(message.hasPrefix("\(path): \(program) warns: ") && message.contains("trailing garbage"))
    let report = try SketchedDump.read([path], options: SketchedDump.ReadOptions()).report
    #expect(report.problems.map(\.error) == feed.warnings && report.count(.file) == 1)
  }

  @Test func cancellingEndsTheFeed() throws {
    let path = directory.write(lines(2 << 20, seed: 15), to: "a.jsonl")
    let feed = ChunkFeed(try DumpFileList([path], format: nil).files, workers: 1)
    #expect(try feed.next() != nil)
    feed.cancel(DumpError("a", "enough"))
    feed.cancel(DumpError("b", "too late"))
    #expect(throws: DumpError("a", "enough")) { try feed.next() }
  }

  @Test func bytesReadAddUpToAllBytes() throws {
    let contents = [lines(100, seed: 16), lines(2 << 20, seed: 17)]
    let paths = contents.enumerated().map { directory.write($1, to: "\($0).jsonl") }
    let feed = ChunkFeed(try DumpFileList(paths, format: nil).files, workers: 1)
    let total = contents.reduce(0) { $0 + $1.count }
    #expect(feed.totalBytes == total)
    var before = 0
    while try feed.next() != nil {
      #expect(feed.bytesRead >= before && feed.bytesRead <= total)
      before = feed.bytesRead
    }
    #expect(feed.bytesRead == total)
  }

  @Test func manyWorkersTakeEveryChunkOnce() throws {
    let contents = (0..<4).map { lines($0 == 1 ? 100 : 1 << 20, seed: UInt64(20 + $0)) }
    let paths = contents.enumerated().map { directory.write($1, to: "\($0).jsonl") }
    let feed = ChunkFeed(try DumpFileList(paths, format: nil).files, workers: 5)
    let taken = Locked<[Int: Int]>([:])
    Threads.run(5) { _ in
      while let (number, chunk) = try? feed.next() { taken.withLock { $0[number, default: 0] += chunk.count } }
    }
    #expect(taken.value.keys.sorted() == Array(0..<taken.value.count))
    #expect(taken.value.values.reduce(0, +) == contents.reduce(0) { $0 + $1.count })
  }
}
