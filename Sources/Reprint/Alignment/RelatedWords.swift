/// English words that stand for one another when the same thing is told again: `bought` and `acquisition`.
///
/// Words are in groups, and those of a group are related. A word of several meanings is in several groups.
struct RelatedWords: Sendable {
  static let english = RelatedWords(RelatedWordTable.groups)

  private var stems = KeyTable(expected: 4096)
  /// For each stem where its groups start in ``groups``; one more at the end.
  private var starts: [Int32] = [0]
  private(set) var groups: [Int32] = []
  let groupCount: Int

  /// - Parameter table: a group a line, its words in lower case with blanks between them.
  /// - Complexity: O(bytes of the table).
  init(_ table: String) {
    var groupsOf: [[Int32]] = []
    var group: Int32 = 0
    for line in table.utf8.split(separator: 0x0A) {
      for word in line.split(separator: 0x20) {
        let number = stems.insert(Self.key(of: Array(word)))
        if number == groupsOf.count { groupsOf.append([]) }
        if groupsOf[number].last != group { groupsOf[number].append(group) }
      }
      group += 1
    }
    for list in groupsOf {
      groups += list
      starts.append(Int32(groups.count))
    }
    groupCount = Int(group)
  }

  private static func key(of word: [UInt8]) -> UInt64 {
    word.withUnsafeBufferPointer { word in WordStem.withStem(of: word) { stem, _, _ in WordStem.key(stem) } }
  }

  /// Where the groups that a stem is in stand in ``groups``.
  @inline(__always)
  func places(of key: UInt64) -> Range<Int> {
    let number = stems.number(of: key)
    return number < 0 ? 0..<0 : Int(starts[number])..<Int(starts[number + 1])
  }
}
