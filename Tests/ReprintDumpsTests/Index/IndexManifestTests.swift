import Reprint
import Testing

@testable import ReprintDumps

@Suite struct IndexManifestTests {
  private var sample: IndexManifest {
    var options = IndexOptions()
    options.threshold = 0.75
    options.keepsTexts = false
    options.furniture = .keep
    var manifest = IndexManifest(options: options)
    manifest.segments = [
      IndexManifest.Segment(file: IndexFile.Entry(number: 3, size: 8192, checksum: 5), documents: 4, numbers: 0..<6),
      IndexManifest.Segment(file: IndexFile.Entry(number: 9, size: 4096, checksum: .max), documents: 1, numbers: 8..<9),
    ]
    manifest.texts = [IndexFile.Entry(number: 4, size: 12288, checksum: 1)]
    manifest.removals = IndexFile.Entry(number: 10, size: 8192, checksum: 2)
    manifest.nextDocument = 12
    manifest.nextFile = 11
    return manifest
  }

  @Test func whatIsWrittenIsRead() throws {
    for manifest in [sample, IndexManifest(options: IndexOptions())] {
      #expect(try IndexManifest(Array(manifest.text.utf8), path: "m") == manifest)
    }
    #expect(sample.fileNames == ["000003.segment", "000009.segment", "000004.texts", "000010.removed"])
  }

  @Test func everyFlippedBitAndEveryCutIsNoticed() {
    let bytes = Array(sample.text.utf8)
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(bit)
        #expect(throws: DumpError.self) { try IndexManifest(damaged, path: "m") }
      }
      #expect(throws: DumpError.self) { try IndexManifest(Array(bytes[..<place]), path: "m") }
    }
    #expect(throws: DumpError.self) { try IndexManifest(bytes + [0x0A], path: "m") }
  }

  @Test func whatMakesNoSenseIsRefusedThoughItsChecksumIsRight() {
    let changes: [(String, String)] = [
      ("threshold 0.75", "threshold 7"), ("slots 128", "slots 100"), ("shingle-words 5", "shingle-words 0"),
      ("bands ", "bands 1 "), ("next-document 12", "next-document 3"), ("next-file 11", "next-file x"),
      ("furniture keep", "furniture none"), ("texts drop", ""), ("segment 9", "segment 0"), (" 8 9\n", " 5 9\n"),
      (" 4 0 6\n", " 7 0 6\n"), ("removed 10 8192", "removed 10"), ("next-file 11\n", "next-file 11\nmore 1\n"),
    ]
    for (from, to) in changes {
      var lines = sample.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2).joined(
        separator: "\n")
      lines += "\n"
      guard let range = lines.firstRange(of: from) else {
        Issue.record("no '\(from)'")
        continue
      }
      lines.replaceSubrange(range, with: to)
      let sum = lines.withUTF8 { BlockChecksum.of(UnsafeRawBufferPointer($0), seed: 0) }
      let digits = String(sum, radix: 16)
      let text = lines + "checksum " + String(repeating: "0", count: 16 - digits.count) + digits + "\n"
      #expect(throws: DumpError.self, "\(from) -> \(to)") { try IndexManifest(Array(text.utf8), path: "m") }
    }
  }

  /// An index holds sketches: where their version goes up, so must that of the manifest.
  @Test func theVersionIsThatOfTheSketchesToo() {
    #expect(SketchParameters.currentVersion == 3)
    #expect(IndexManifest.version == 3)
  }
}
