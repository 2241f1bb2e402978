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
    var keys: [UInt64] = []
    var starts: [Int32] = [0]
    var table = table
    table.withUTF8 { bytes in
      keys.reserveCapacity(bytes.count / 8)
      starts.reserveCapacity(bytes.count / 32)
      var cursor = TableCursor(bytes)
      repeat {
        let first = keys.count
        while let word = cursor.nextWord() {
          keys.append(WordStem.withStem(of: word) { stem, _, _ in WordStem.key(stem) })
        }
        if keys.count > first { starts.append(Int32(keys.count)) }
      } while cursor.nextLine()
    }
    var stems = KeyTable(expected: keys.count)
    let sequence = stems.insert(keys)
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
