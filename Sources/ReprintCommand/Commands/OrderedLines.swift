import ReprintDumps
import ReprintPlatform

/// Lines about many things, made on several threads and written in order.
enum OrderedLines {
  /// Elements whose lines are in memory at a time, and how many a thread takes.
  private static let batch = 2048
  private static let piece = 64

  /// Writes what `lines` makes of each element that `next` hands out, numbered from 1, and returns how many there were.
  static func write<Element: Sendable>(
    to output: DumpOutput, threads: Int, next: () throws(DumpError) -> Element?,
    lines: @escaping @Sendable (_ element: Element, _ number: Int) -> [UInt8]
  ) throws(DumpError) -> Int {
    var written = 0
    while true {
      var elements: [Element] = []
      while elements.count < batch, let element = try next() { elements.append(element) }
      guard !elements.isEmpty else { return written }
      let pieces = (elements.count + piece - 1) / piece
      let made = Locked([[UInt8]](repeating: [], count: pieces))
      let (first, all) = (written + 1, elements)
      Threads.forEach(pieces, threads: threads) { number, _ in
        var bytes: [UInt8] = []
        for place in number * piece..<min(all.count, (number + 1) * piece) { bytes += lines(all[place], first + place) }
        let whole = bytes
        made.withLock { $0[number] = whole }
      }
      for bytes in made.value { try output.write(bytes) }
      written += elements.count
    }
  }
}
