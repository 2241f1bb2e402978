import ReprintCorpora

/// Contents of JSON strings that no page should have and some do, each as hard on a tokeniser as its kind can be.
enum HostileText: String, CaseIterable {
  /// One word, again and again: every shingle is the same.
  case oneWord = "one-word"
  /// Letters without an end.
  case noSpaces = "no-spaces"
  /// Every character escaped.
  case escapes
  /// Chinese without punctuation.
  case cjk
  /// Accents and marks in the wrong order, as many as there are letters.
  case marks
  /// Any bytes at all, but for those that end the string: mostly no UTF-8.
  case random

  /// The content of a JSON string of about this many bytes.
  func content(bytes count: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 77)
    var content: [UInt8] = []
    content.reserveCapacity(count + 16)
    while content.count < count { append(&random, to: &content) }
    return content
  }

  private func append(_ random: inout SeededGenerator, to content: inout [UInt8]) {
    switch self {
    case .oneWord: content += Array("buffalo ".utf8)
    case .noSpaces: content.append(0x61 + UInt8(random.below(26)))
    case .escapes:
      let hex = Array("0123456789abcdef".utf8)
      let byte = random.below(6) == 0 ? 0x20 : 0x61 + random.below(26)
      content += Array("\\u00".utf8) + [hex[byte >> 4], hex[byte & 15]]
    case .cjk: append(0x4E00 + random.below(0x5000), to: &content)
    case .marks:
      append(0x61 + random.below(26), to: &content)
      append([0x0301, 0x0323, 0x0308, 0x0327][random.below(4)], to: &content)
      if random.below(8) == 0 { content.append(0x20) }
    case .random:
      let byte = UInt8(random.below(256))
      if byte >= 0x20, byte != 0x22, byte != 0x5C { content.append(byte) }
    }
  }

  private func append(_ scalar: Int, to content: inout [UInt8]) {
    content += Array(String(Unicode.Scalar(UInt32(scalar))!).utf8)
  }
}
