extension HTMLTokenizer {
  /// Passes over the content of the raw element whose start tag was read, and its end tag.
  mutating func readRawText() {
    rawText = position..<position
    let kind = traits[Int(tag.rawValue)].intersection([.raw, .escapableRaw])
    guard !kind.isEmpty else { return }
    if !endless.contains(tag.rawValue) {
      let close = tag == .script ? endOfScript() : endTag(from: position)
      if let close {
        rawText = position..<close
        position = find(UInt8(ascii: ">"), from: close).map { $0 + 1 } ?? bytes.count
        return
      }
      endless.insert(tag.rawValue)
    }
    switch tag {
    case .script, .style: position = bytes.count
    case .title, .textarea: position = find(UInt8(ascii: "<"), from: position) ?? bytes.count
    default: return  // its content is read as if it weren't there
    }
    rawText = rawText.lowerBound..<position
  }

  /// Where the next end tag of the current element starts.
  private func endTag(from start: Int) -> Int? {
    var from = start
    while let open = find(UInt8(ascii: "<"), from: from) {
      if isTag(at: open + 1, slash: true) { return open }
      from = open + 1
    }
    return nil
  }

  /// Whether a tag of the current element's name stands behind a `<`.
  private func isTag(at start: Int, slash: Bool) -> Bool {
    var cursor = start
    if slash {
      guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: "/") else { return false }
      cursor += 1
    }
    let end = cursor + nameRange.count
    guard end < bytes.count else { return false }
    for offset in 0..<nameRange.count {
      guard (bytes[cursor + offset] | 0x20) == (bytes[nameRange.lowerBound + offset] | 0x20) else { return false }
    }
    return bytes[end] <= 0x20 || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: ">")
  }

  /// Where the script ends: not at an end tag inside a commented-out script of its own.
  private mutating func endOfScript() -> Int? {
    var firstEnd: Int?
    var isComment = false
    var isNested = false
    var from = position
    while let mark = findScriptMark(from: from) {
      from = mark + 1
      if bytes[mark] == UInt8(ascii: ">") {
        isComment = false
        isNested = false
      } else if !isComment, starts(with: "!--", at: mark + 1), !ignoresScriptEscapes {
        isComment = true
        from = mark + 2
      } else if isTag(at: mark + 1, slash: true) {
        if !isNested { return mark }
        firstEnd = firstEnd ?? mark
        isNested = false
      } else if isComment, isTag(at: mark + 1, slash: false) {
        isNested = true
      }
    }
    if firstEnd != nil { ignoresScriptEscapes = true }
    return firstEnd
  }

  /// The next `<`, or `>` behind two dashes.
  private func findScriptMark(from start: Int) -> Int? {
    var cursor = start
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte == UInt8(ascii: "<") { return cursor }
      if byte == UInt8(ascii: ">"), cursor >= position + 2, starts(with: "--", at: cursor - 2) { return cursor }
      cursor &+= 1
    }
    return nil
  }
}
