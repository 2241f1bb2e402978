/// Text in UTF-16, of which no words are read.
enum WideText {
  /// What to say of it.
  static let reason = "in UTF-16: make it UTF-8, as in iconv -f UTF-16 -t UTF-8 FILE"

  /// Whether bytes start with a byte order mark of UTF-16.
  static func isMarked(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }
}
