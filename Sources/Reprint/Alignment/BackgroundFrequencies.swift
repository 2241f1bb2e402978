/// How rare a stem is in English at large.
struct BackgroundFrequencies: Sendable {
  static let english = BackgroundFrequencies()

  /// The idf of a stem that the table does not have, in nats: the table's rarest are a step more frequent.
  static let unlisted: Float = 9.5

  private var stems: KeyTable
  private var idfs: [Float] = []

  private init() {
    var keys: [UInt64] = []
    keys.reserveCapacity(8192)
    idfs.reserveCapacity(8192)
    for (level, var line) in BackgroundTable.levels {
      line.withUTF8 { bytes in
        var cursor = TableCursor(bytes)
        while let stem = cursor.nextWord() { keys.append(WordStem.key(stem)) }
      }
      idfs += repeatElement(level, count: keys.count - idfs.count)
    }
    stems = KeyTable(expected: keys.count)
    stems.insert(keys)
    precondition(stems.count == idfs.count, "the table has every stem once")
  }

  /// The idf of a stem in nats, nil if the table does not have it.
  @inline(__always)
  func idf(_ key: UInt64) -> Float? {
    let number = stems.number(of: key)
    return number < 0 ? nil : idfs[number]
  }
}
