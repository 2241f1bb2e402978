/// Sentences laid out as a page would: the text as bytes, and where in it each sentence stands.
package struct GoldLayout: Sendable, Equatable {
  package let bytes: [UInt8]
  /// UTF-8 bytes, one range a sentence.
  package let sentences: [Range<Int>]

  /// The text of an original: paragraphs of three sentences.
  package init(_ original: GoldOriginal) {
    self.init(original.sentences.map { ($0, standsAlone: false) })
  }

  /// The text of a page: furniture, headlines, bullets and what ends without punctuation on lines of their own, running
  /// text in paragraphs of three sentences.
  package init(_ page: GoldPage) { self.init(page.sentences.map { ($0.text, standsAlone: $0.standsAlone) }) }

  /// A sentence a line.
  package init(lines: [String]) { self.init(lines.map { ($0, standsAlone: true) }) }

  private init(_ texts: [(text: String, standsAlone: Bool)]) {
    var bytes: [UInt8] = []
    var sentences: [Range<Int>] = []
    /// Sentences in the paragraph so far.
    var paragraph = 0
    for (text, standsAlone) in texts {
      if !bytes.isEmpty {
        if standsAlone || paragraph == 0 || paragraph == 3 {
          bytes += standsAlone ? "\n".utf8 : "\n\n".utf8
          paragraph = 0
        } else {
          bytes += " ".utf8
        }
      }
      let start = bytes.count
      bytes += text.utf8
      sentences.append(start..<bytes.count)
      paragraph = standsAlone ? 0 : paragraph + 1
    }
    self.bytes = bytes + "\n".utf8
    self.sentences = sentences
  }
}

extension GoldSentence {
  /// Whether a page gives the sentence a line of its own.
  package var standsAlone: Bool {
    how == .boilerplate || role == .headline || text.unicodeScalars.first.map { Self.bullets.contains($0) } ?? false
      || !isPunctuated
  }

  private var isPunctuated: Bool {
    let last = text.unicodeScalars.last { !Self.closers.contains($0) }
    return last.map { Self.ends.contains($0) } ?? false
  }

  private static let bullets = "•-–—*▪·".unicodeScalars
  private static let closers = "\"'”’»)]".unicodeScalars
  private static let ends = ".!?…。".unicodeScalars
}
