import Reprint
import ReprintDumps
import ReprintPlatform

/// `reprint-bench extract`: the article text of HTML files, to compare with other programs'.
enum ExtractCommand {
  static let usage = """
    usage: reprint-bench extract [--blocks] DIRECTORY

    Prints {"file","text"} for every .html file of a directory, one object a line; with --blocks every block instead,
    kept ones marked.

    """

  static func run(_ arguments: inout ArgumentList) throws {
    var directory: String?
    var showsBlocks = false
    while let word = arguments.next() {
      if word == "--blocks" { showsBlocks = true } else { directory = try arguments.operand(word) }
    }
    guard let directory else { throw BenchmarkError("extract: which directory?") }
    for name in try Files.names(in: directory).sorted() where name.hasSuffix(".html") {
      let bytes = try MappedFile("\(directory)/\(name)").mapping
      let page = try HTMLPage(bytes.bytes)
      if showsBlocks {
        try StandardStreams.output(Array("\(name)\n\(blocks(of: page))".utf8))
        continue
      }
      var line = JSONLine()
      line.open()
      line.member("file", name)
      line.member("text", page.articleText)
      line.close()
      try StandardStreams.output(line.bytes)
    }
  }

  private static func blocks(of page: HTMLPage) -> String {
    zip(page.blocks, ArticleBlocks.kept(page)).map { block, isKept in
      "  \(isKept ? "+" : " ") \(block.kind) \(block.context.rawValue) in \(block.container), "
        + "\(block.linkedBytes)/\(block.text.count): \(page.text(of: block).prefix(100))\n"
    }.joined()
  }
}
