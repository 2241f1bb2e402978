import Foundation

/// Derives the folding tables from the Unicode properties of the running toolchain, one scalar at a time.
///
/// This is the definition; `Sources/Reprint/Text/UnicodeTables.swift` is its compact, shipped form. Re-record it with
/// `REPRINT_RECORD=1 swift test --filter UnicodeTables`.
struct UnicodeTableGenerator {
  /// What the tokeniser does with a scalar.
  ///
  /// Raw values are those of `ScalarKind` in the engine.
  enum Kind: UInt32 {
    case separator = 0
    case word, mark, ignorable, bigram, tetragram, expansion, hangulSyllable
  }

  /// The folded form of one scalar: its kind, and the scalars that stand for it.
  struct Folding: Equatable {
    var kind: Kind
    var scalars: [UInt32]
  }

  /// ARABIC TATWEEL only stretches a word.
  static let tatweel: UInt32 = 0x0640

  /// Scripts written without spaces whose letters are syllables or words: one letter carries much.
  static let bigramRanges: [ClosedRange<UInt32>] = [
    0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3038...0x303C, 0x3041...0x312F, 0x31A0...0x31BF,
    0x31F0...0x31FF, 0x1AFF0...0x1B16F,
  ]

  /// Scripts written without spaces whose letters are consonants and vowels (line breaking class SA).
  static let tetragramRanges: [ClosedRange<UInt32>] = [
    0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF, 0x1A20...0x1AAF, 0xA9E0...0xA9FF,
    0xAA60...0xAADF, 0x11700...0x1174F,
  ]

  func folding(of value: UInt32) -> Folding {
    guard let scalar = Unicode.Scalar(value) else { return Folding(kind: .separator, scalars: []) }
    if (0xAC00...0xD7A3).contains(value) { return Folding(kind: .hangulSyllable, scalars: [value]) }
    let own = plainKind(scalar)
    if own == .separator || own == .ignorable { return Folding(kind: own, scalars: []) }
    var folded = fold(scalar).filter { plainKind($0) != .ignorable }
    // A letter whose decomposition holds a separator (½, ŀ) stays one word, folded in case only.
    if folded.contains(where: { plainKind($0) == .separator }) { folded = [lowercased(scalar)] }
    if folded.isEmpty { return Folding(kind: .ignorable, scalars: []) }
    let kind = folded.count == 1 ? plainKind(folded[0]) : .expansion
    return Folding(kind: kind, scalars: folded.map(\.value))
  }

  /// The kind of a scalar that folds to itself.
  func plainKind(_ scalar: Unicode.Scalar) -> Kind {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || scalar.value == Self.tatweel { return .ignorable }
    switch properties.generalCategory {
    case .enclosingMark: return .ignorable
    case .nonspacingMark, .spacingMark: return .mark
    case .decimalNumber: return .word
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .otherNumber:
      if properties.isIdeographic || Self.bigramRanges.contains(where: { $0.contains(scalar.value) }) {
        return .bigram
      }
      return Self.tetragramRanges.contains(where: { $0.contains(scalar.value) }) ? .tetragram : .word
    default: return .separator
    }
  }

  /// Compatibility decomposition and full case folding, to a fixed point.
  private func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    var current = decompose([scalar])
    for _ in 0..<8 {
      let cased = current.flatMap { scalar -> [Unicode.Scalar] in
        scalar.properties.uppercaseMapping.unicodeScalars.flatMap {
          Array($0.properties.lowercaseMapping.unicodeScalars)
        }
      }
      let next = decompose(cased)
      if next == current { break }
      current = next
    }
    return current
  }

  /// The lower-case form, where that is one scalar.
  private func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapping = Array(scalar.properties.lowercaseMapping.unicodeScalars)
    return mapping.count == 1 ? mapping[0] : scalar
  }

  private func decompose(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Array(String(text).decomposedStringWithCompatibilityMapping.unicodeScalars)
  }

  /// The entry the engine keeps for a folded scalar: kind, combining class, scalar.
  func entry(_ value: UInt32, _ kind: Kind) -> UInt32 {
    switch kind {
    case .separator, .ignorable: return kind.rawValue << 29
    case .mark:
      let combiningClass = Unicode.Scalar(value)!.properties.canonicalCombiningClass.rawValue
      return kind.rawValue << 29 | UInt32(combiningClass) << 21 | value
    default: return kind.rawValue << 29 | value
    }
  }

  /// The source of `UnicodeTables.swift`.
  func source() -> String {
    var runs: [(first: UInt32, count: UInt32, entry: UInt32, step: UInt32)] = []
    var expansions: [UInt32] = []
    for value in 0..<UInt32(0x110000) {
      let folding = folding(of: value)
      switch folding.kind {
      case .separator: continue
      case .expansion:
        expansions.append(value)
        expansions.append(UInt32(folding.scalars.count))
        for scalar in folding.scalars { expansions.append(entry(scalar, plainKind(Unicode.Scalar(scalar)!))) }
      default:
        let step: UInt32 = folding.kind == .ignorable ? 0 : 1
        let entry = entry(folding.scalars.first ?? 0, folding.kind)
        if let last = runs.last, last.first + last.count == value, last.step == step,
          last.entry + last.count * step == entry
        {
          runs[runs.count - 1].count += 1
        } else {
          runs.append((value, 1, entry, step))
        }
      }
    }
    let flat = runs.flatMap { [$0.first, $0.count << 1 | $0.step, $0.entry] }
    return """
      // swift-format-ignore-file
      // Generated by UnicodeTableGenerator.swift from Unicode \(Self.version); do not edit.
      // Re-record: REPRINT_RECORD=1 swift test --filter UnicodeTables

      enum UnicodeTables {
        /// The Unicode version whose properties the tables hold: major, minor.
        static let version = (\(Self.version.split(separator: ".").prefix(2).joined(separator: ", ")))

        /// Runs of scalars with consecutive entries: first scalar, count << 1 | step, entry of the first.
        static let runs: [UInt32] = [
      \(literal(flat))
        ]

        /// Scalars that fold to several: scalar, how many, their entries.
        static let expansions: [UInt32] = [
      \(literal(expansions))
        ]
      }

      """
  }

  private func literal(_ values: [UInt32]) -> String {
    stride(from: 0, to: values.count, by: 12).map { start in
      "    "
        + values[start..<min(start + 12, values.count)].map { "0x" + String($0, radix: 16) + "," }.joined(
          separator: " ")
    }.joined(separator: "\n")
  }

  /// The newest Unicode version any scalar of the toolchain's tables was assigned in.
  static let version: String = {
    var newest = (0, 0)
    for value in 0..<UInt32(0x110000) {
      guard let age = Unicode.Scalar(value)?.properties.age else { continue }
      if (age.major, age.minor) > newest { newest = (age.major, age.minor) }
    }
    return "\(newest.0).\(newest.1)"
  }()
}
