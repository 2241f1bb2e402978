import Foundation
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct DumpFileTests {
  private let directory = TemporaryDirectory()

  private func names(_ list: DumpFileList) -> [String] {
    list.files.map { String($0.path.dropFirst(directory.path.count + 1)) }
  }

  @Test(
    arguments: [
      ("a.jsonl", DumpFormat.jsonLines, nil), ("a.ndjson", .jsonLines, nil), ("a.txt", .text, nil),
      ("a.md", .text, nil),
      ("a.html", .html, nil), ("a.htm.gz", .html, .gzip), ("a.xhtml", .html, nil), ("a.warc", .warc, nil),
      ("a.warc.gz", .warc, .gzip), ("a.warc.wet.gz", .warc, .gzip), ("a.warc.wat.gz", nil, .gzip),
      ("a.csv.zst", .csv, .zstd), ("a.tsv", .tsv, nil),
      ("a.jsonl.gz", .jsonLines, Compression.gzip), ("a.txt.zst", .text, .zstd), ("dir.d/a.ndjson.xz", .jsonLines, .xz),
      ("a.md.bz2", .text, .bzip2), ("a", nil, nil), ("a.json", .json, nil), ("jsonl", nil, nil), ("a.gz", nil, .gzip),
      ("a.jsonl.gz.gz", nil, .gzip), ("a.JSONL", .jsonLines, nil), ("A.HTM.GZ", .html, .gzip),
      ("a.jsonl.zip", nil, nil), ("-", nil, nil), ("", nil, nil),
    ] as [(String, DumpFormat?, Compression?)]) func namesPromiseFormats(
      path: String, format: DumpFormat?, compression: Compression?
    )
  {
    #expect(DumpFormat(path: path) == format)
    #expect(Compression(path: path) == compression)
  }

  @Test func directoriesAreListedRecursivelyInByteOrder() throws {
    let all = [
      "b.jsonl", "a/2.jsonl", "a/10.txt", "a/deep/er/x.md", "Z.ndjson", "é.txt", "a.jsonl", "a-b.jsonl", "c.jsonl.gz",
      "ab/x.txt",
    ]
    for name in all { directory.write("x", to: name) }
    for hidden in [".hidden.jsonl", ".git/x.txt", "a/.x.jsonl"] { directory.write("x", to: hidden) }
    for other in ["notes.pdf", "a/data.wat", "README"] { directory.write("x", to: other) }
    let list = try DumpFileList([directory.path], format: nil)
    #expect(
      names(list) == [
        "Z.ndjson", "a/10.txt", "a/2.jsonl", "a/deep/er/x.md", "a-b.jsonl", "a.jsonl", "ab/x.txt", "b.jsonl",
        "c.jsonl.gz", "é.txt",
      ], "each directory in the byte order of its own names")
    #expect(list.passedOver.map { $0.dropFirst(directory.path.count + 1) } == ["README", "a/data.wat", "notes.pdf"])
    #expect(list.files.allSatisfy { $0.isRegular && $0.size == 1 })
    #expect(
      try names(DumpFileList([directory.path + "/"], format: nil)) == names(list), "a slash at the end changes nothing")
  }

  @Test func filesAreTakenInTheOrderGiven() throws {
    let (b, a) = (directory.write("x", to: "b.jsonl"), directory.write("x", to: "a.jsonl"))
    let unknown = directory.write("{}", to: "data")
    directory.write("x", to: "d/y.txt")
    directory.write("x", to: "d/x.txt")
    let list = try DumpFileList([b, directory["d"], unknown, a, b], format: nil)
    #expect(names(list) == ["b.jsonl", "d/x.txt", "d/y.txt", "data", "a.jsonl", "b.jsonl"])
    #expect(list.files.map(\.format) == [.jsonLines, .text, .text, nil, .jsonLines, .jsonLines])
    #expect(list.passedOver.isEmpty, "what is named is taken")
    #expect(list.files[0].identity == list.files[5].identity)
    #expect(list.files[0].identity != list.files[4].identity)
    let asText = try DumpFileList([b, directory["d"], unknown], format: .text)
    #expect(asText.files.allSatisfy { $0.format == .text })
  }

  @Test func linksBackUpAreFollowedOnce() throws {
    directory.write("x", to: "a/x.jsonl")
    try FileManager.default.createSymbolicLink(atPath: directory["a/up"], withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(atPath: directory["link.jsonl"], withDestinationPath: "a/x.jsonl")
    #expect(try names(DumpFileList([directory.path], format: nil)) == ["a/x.jsonl", "link.jsonl"])
  }

  @Test func whatCannotBeReadIsNamed() throws {
    #expect { try DumpFileList([directory["none.jsonl"]], format: nil) } throws: {
      ($0 as? DumpError)?.description == "\(directory["none.jsonl"]): no such file or directory"
    }
    #expect { try DumpFileList(["-", "-"], format: nil) } throws: {
      ($0 as? DumpError)?.description == "-: standard input can be read only once"
    }
    #expect { try DumpFileList([""], format: nil) } throws: { $0 is DumpError }
    #expect(try DumpFileList([], format: nil).files.isEmpty)
  }

  @Test func standardInputIsNotNamedAFormat() throws {
    let list = try DumpFileList(["-"], format: nil)
    #expect(list.files.map(\.path) == ["-"] && list.files[0].format == nil && list.files[0].compression == nil)
  }

  @Test func openingReadsTheFile() throws {
    let path = directory.write("content", to: "a.txt")
    let file = try DumpFileList([path], format: nil).files[0]
    let handle = try FileHandle(fileDescriptor: file.open(), closeOnDealloc: true)
    #expect(try handle.readToEnd() == Data("content".utf8))
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: DumpError.self) { try file.open() }
  }
}
