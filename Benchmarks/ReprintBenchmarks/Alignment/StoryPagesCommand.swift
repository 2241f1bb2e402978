import Foundation
import Reprint
import ReprintGold

/// `reprint-bench story-pages`: the gold stories as files that any program can align.
enum StoryPagesCommand {
  static let usage = """
    usage: reprint-bench story-pages STORIES DIR

    Writes each story's original and pages to DIR/STORY/NAME.txt, and DIR/sentences.ndjson, which says where
    the sentences stand: {"file":"DIR/STORY/NAME.txt","story":"…","ranges":[start,end,start,end,…]}, in bytes.

    """

  static func run(_ arguments: inout ArgumentList) throws {
    var paths: [String] = []
    while let word = arguments.next() { paths.append(try arguments.operand(word)) }
    guard paths.count == 2 else { throw BenchmarkError("story-pages: name the stories and a directory") }
    let output = paths[1]
    var sentences: [UInt8] = []
    for story in try GoldStory.read(directory: paths[0]) {
      let folder = "\(output)/\(story.id)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let original = ("original", GoldLayout(story.original))
      let pages = story.derived.map { (name(of: $0), GoldLayout($0)) }
      for (name, layout) in [original] + pages {
        let path = "\(folder)/\(name).txt"
        try Data(layout.bytes).write(to: URL(filePath: path))
        var line = JSONLine()
        line.open()
        line.member("file", path)
        line.member("story", story.id)
        line.member("ranges", layout.sentences.flatMap { [$0.lowerBound, $0.upperBound] })
        line.close()
        sentences += line.bytes
      }
    }
    try Data(sentences).write(to: URL(filePath: "\(output)/sentences.ndjson"))
  }

  /// A page's file name without its ending: its id, which no page of another story has.
  static func name(of page: GoldPage) -> String { page.id.replacing("/", with: "-") }
}
