/// English words that stand for one another when the same thing is told again: `bought` and `acquisition`.
///
/// Words are in groups, and those of a group are related. A word of several meanings is in several groups.
struct RelatedWords: Sendable {
  static let english = RelatedWords(RelatedWordTable.groups)

  private let stems: KeyTable
  /// For each stem its groups, as the sentences of ``Postings/Entry``.
  let groups: Postings
  let groupCount: Int

  /// - Parameter table: a group a line, its words in lower case with blanks between them.
  /// - Complexity: O(bytes of the table).
  init(_ table: String) {
    var stems = KeyTable(expected: 8192)
    var sequence: [Int32] = []
    var starts: [Int32] = [0]
    var table = table
    table.withUTF8 { bytes in
      sequence.reserveCapacity(bytes.count / 8)
      var cursor = TableCursor(bytes)
      repeat {
        let first = sequence.count
        while let word = cursor.nextWord() {
          let key = WordStem.withStem(of: word) { stem, _, _ in WordStem.key(stem) }
          sequence.append(Int32(stems.insert(key)))
        }
        if sequence.count > first { starts.append(Int32(sequence.count)) }
      } while cursor.nextLine()
    }
    groupCount = starts.count - 1
    groups = Postings(terms: stems.count, of: sequence, sentences: starts)
    self.stems = stems
  }

  /// Where the groups that a stem is in stand among the entries of ``groups``.
  @inline(__always)
  func places(of key: UInt64) -> Range<Int> {
    let number = stems.number(of: key)
    return number < 0 ? 0..<0 : groups.range(of: number)
  }
}
