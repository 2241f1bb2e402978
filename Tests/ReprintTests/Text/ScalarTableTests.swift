import Foundation
import Testing

@testable import Reprint

@Suite struct ScalarTableTests {
  private let table = ScalarTable.shared

  @Test(
    arguments: [
      (0x00, ScalarKind.separator), (0x20, .separator), (0x2E, .separator), (0x5F, .separator), (0xA0, .separator),
      (0x2019, .separator), (0x2014, .separator), (0x3002, .separator), (0x1F600, .separator), (0x378, .separator),
      (0xD800, .separator), (0xFFFE, .separator), (0x10FFFF, .separator), (0x30, .word), (0x41, .word), (0x7A, .word),
      (0xE6, .word), (0x431, .word), (0x661, .word), (0x301, .mark), (0x3099, .mark), (0x93C, .mark),
      (0xAD, .ignorable),
      (0x200B, .ignorable), (0x200D, .ignorable), (0xFE0F, .ignorable), (0xFEFF, .ignorable), (0x640, .ignorable),
      (0x20DD, .ignorable), (0x65E5, .bigram), (0x3042, .bigram), (0x30AB, .bigram), (0x3005, .bigram),
      (0x20000, .bigram),
      (0xFF76, .bigram), (0xE01, .tetragram), (0xE81, .tetragram), (0x1780, .tetragram), (0x1000, .tetragram),
      (0xE9, .expansion), (0xDF, .expansion), (0xFB01, .expansion), (0xE33, .expansion), (0x30AC, .expansion),
      (0xAC00, .hangulSyllable), (0xD7A3, .hangulSyllable), (0xD7A4, .separator),
    ] as [(UInt32, ScalarKind)]) func kindOfScalar(scalar: UInt32, kind: ScalarKind)
  {
    #expect(table[scalar].kind == kind, "U+\(String(scalar, radix: 16))")
  }

  @Test func asciiFoldsToLowerCase() {
    for value in UInt32(0)..<0x80 {
      let character = Character(Unicode.Scalar(value)!)
      guard character.isLetter || character.isNumber else {
        #expect(table[value].kind == .separator)
        continue
      }
      #expect(table[value].kind == .word)
      #expect(table[value].scalar == character.lowercased().unicodeScalars.first!.value)
    }
  }

  @Test func hangulSyllablesAreTheirLetters() {
    for value in HangulSyllable.first...HangulSyllable.last {
      let letters = HangulSyllable.letters(of: value)
      let found = [letters.0, letters.1] + (letters.2.map { [$0] } ?? [])
      let expected = String(Unicode.Scalar(value)!).decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
      guard found == expected else {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }

  @Test func marksCarryTheirCombiningClass() {
    for value in UInt32(0x300)...0x36F where table[value].kind == .mark {
      let expected = Unicode.Scalar(value)!.properties.canonicalCombiningClass.rawValue
      #expect(table[value].combiningClass == UInt32(expected))
    }
  }

  @Test func whatFoldedOnceFoldsToItself() {
    var failures: [String] = []
    func check(_ entry: ScalarEntry, of value: UInt32) {
      guard entry.kind == .word || entry.kind == .bigram || entry.kind == .tetragram || entry.kind == .mark else {
        return
      }
      if table[entry.scalar].bits != entry.bits { failures.append("U+" + String(value, radix: 16)) }
    }
    for value in UInt32(0)..<0x110000 {
      let entry = table[value]
      if entry.kind == .expansion {
        for index in 1...Int(table.expansions[entry.expansion]) {
          check(ScalarEntry(bits: table.expansions[entry.expansion + index]), of: value)
        }
      } else {
        check(entry, of: value)
      }
    }
    #expect(failures.isEmpty)
  }

  /// Letters whose compatibility decomposition holds a separator, which would be two words.
  private static let casedOnly: Set<UInt32> = [0x13F, 0x140]

  @Test func lettersWhoseDecompositionHoldsASeparatorFoldInCase() {
    #expect(table[0x13F].bits == table[0x140].bits)  // L WITH MIDDLE DOT
    #expect(table[0xBD].kind == .word)  // ½ decomposes with a fraction slash
  }

  /// Composition, width and case make no difference to any letter, tried behind another one so that marks have a base.
  @Test func normalFormsAndCasesOfEveryLetterAreOneWord() {
    var tokenizer = Tokenizer()
    func words(_ text: String) -> [UInt64] {
      Array("x\(text)y".utf8).withUnsafeBufferPointer { tokenizer.tokens(of: $0) }.map(\.hash)
    }
    #if DEBUG
      let blocks: [ClosedRange<UInt32>] = [
        0x80...0x17FF, 0x1E00...0x1FFF, 0x3040...0x30FF, 0xF900...0xFB4F, 0xFF00...0xFFEF, 0x10400...0x1044F,
      ]
    #else
      let blocks: [ClosedRange<UInt32>] = [0x80...0xD7FF, 0xE000...0x323AF, 0xE0000...0xE01EF]
    #endif
    var failures: [String] = []
    for value in blocks.joined() {
      let scalar = Unicode.Scalar(value)!
      let kind = table[value].kind
      guard kind != .separator, kind != .ignorable, !Self.casedOnly.contains(value) else { continue }
      let text = String(scalar)
      let own = words(text)
      var forms = [text.decomposedStringWithCanonicalMapping, text.precomposedStringWithCanonicalMapping]
      if kind != .mark { forms += [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] }
      let compatible = text.decomposedStringWithCompatibilityMapping
      // What a separator is part of stays as it is, and so does what folds to marks alone.
      if !compatible.unicodeScalars.contains(where: { table[$0.value].kind == .separator }) {
        forms += [compatible, text.precomposedStringWithCompatibilityMapping]
      }
      if forms.contains(where: { words($0) != own }) { failures.append("U+" + String(value, radix: 16)) }
    }
    #expect(failures.isEmpty, "\(failures.count)")
  }
}
