import Reprint
import ReprintCorpora
import ReprintPlatform

/// `reprint-bench planted-dump`: a made-up dump of any size, with planted clusters.
enum PlantedDumpCommand {
  static let usage = """
    usage: reprint-bench planted-dump [--documents N] [--planted PERCENT] [--words N] [--seed N] [--labels FILE]

    Prints a dump of N documents (20000), PERCENT of them (40) in clusters of 2 to 50 near-copies, of N
    words on average (230). --labels: a line for each document with its id, its cluster or -1, how many
    words out of a thousand were changed, and whether parts were cut or moved.

    """

  static func run(_ arguments: inout ArgumentList) throws {
    var options = PlantedCorpus.Options()
    var labels: String?
    while let word = arguments.next() {
      switch word {
      case "--documents": options.documents = try arguments.integer(for: word, atLeast: 1)
      case "--planted": options.planted = Int(try arguments.number(for: word) { $0 >= 0 && $0 <= 100 })
      case "--words": options.words = try arguments.integer(for: word, atLeast: 8)
      case "--seed": options.seed = UInt64(try arguments.integer(for: word, atLeast: 0))
      case "--labels": labels = try arguments.value(for: word)
      default: throw BenchmarkError("planted-dump: no option '\(word)'")
      }
    }
    let corpus = PlantedCorpus(options)
    var bytes: [UInt8] = []
    for document in 0..<corpus.count {
      corpus.appendRecord(document, to: &bytes)
      if bytes.count > 1 << 20 || document == corpus.count - 1 {
        try StandardStreams.output(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    if let labels { try write(labels, corpus) }
  }

  private static func write(_ path: String, _ corpus: PlantedCorpus) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw BenchmarkError("\(path): \(SystemError())") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    for document in 0..<corpus.count {
      let label = corpus.label(of: document)
      bytes += "d\(document)\t\(label.cluster ?? -1)\t\(label.edits)\t\(label.isRearranged ? 1 : 0)\n".utf8
    }
    do {
      try bytes.withUnsafeBytes { try Files.write(descriptor, $0) }
    } catch {
      throw BenchmarkError("\(path): \(error)")
    }
  }
}
