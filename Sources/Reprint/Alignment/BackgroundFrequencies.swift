/// How rare a stem is in English at large.
struct BackgroundFrequencies: Sendable {
  static let english = BackgroundFrequencies()

  /// The idf of a stem that the table does not have, in nats: the table's rarest are a step more frequent.
  static let unlisted: Float = 9.5

  private var stems = KeyTable(expected: 8192)
  private var idfs: [Float] = []

  private init() {
    for (level, line) in BackgroundTable.levels {
      for word in line.utf8.split(separator: 0x20) {
        let bytes = Array(word)
        if stems.insert(bytes.withUnsafeBufferPointer { WordStem.key($0) }) == idfs.count { idfs.append(level) }
      }
    }
  }

  /// The idf of a stem in nats, nil if the table does not have it.
  @inline(__always)
  func idf(_ key: UInt64) -> Float? {
    let number = stems.number(of: key)
    return number < 0 ? nil : idfs[number]
  }
}
