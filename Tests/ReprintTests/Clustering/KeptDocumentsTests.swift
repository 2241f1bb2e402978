import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct KeptDocumentsTests {
  /// Texts, at the edge of unreadable memory when they are asked for.
  private final class Texts: DocumentSource, @unchecked Sendable {
    let contents: [[UInt8]]
    let isJSON: Bool
    /// Whether texts are shown, or only shingles.
    let showsTexts: Bool
    private let memory = GuardedMemory(capacity: 1 << 18)

    init(_ contents: [[UInt8]], isJSON: Bool, showsTexts: Bool = true) {
      self.contents = contents
      self.isJSON = isJSON
      self.showsTexts = showsTexts
    }

    func withText(of document: Int, _ body: (DocumentText) -> Void) -> Bool {
      guard showsTexts else { return false }
      // In JSON a quote stands on either side.
      let line = isJSON ? [0x22] + contents[document] + [0x22] : contents[document]
      let bytes = memory.placeAtEnd(line)
      guard let start = bytes.baseAddress else { return false }
      let text = isJSON ? UnsafeBufferPointer(rebasing: bytes[1..<bytes.count - 1]) : bytes
      body(DocumentText(text, isJSON: isJSON, readableEnd: start + bytes.count))
      return true
    }

    func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
      if isJSON {
        (contents[document] + [0x22]).withUnsafeBufferPointer { content in
          let (start, end) = (content.baseAddress!, content.baseAddress! + content.count)
          _ = sketcher.tokenizer.hashWords(jsonString: start, end: end, readableEnd: end)
        }
      } else {
        contents[document].withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
      }
      return sketcher.shingleWords()
    }

    /// The similarity of two documents' sets of shingles, of whole texts; nil if one has none.
    func similarity(_ a: Int, _ b: Int, width: Int) -> Double? {
      var sketcher = DocumentSketcher(shingleWidth: width, slots: 64)
      let left = Set(shingles(of: a, with: &sketcher))
      let right = Set(shingles(of: b, with: &sketcher))
      guard !left.isEmpty, !right.isEmpty else { return nil }
      return Double(left.intersection(right).count) / Double(left.union(right).count)
    }

    func identifier(of document: Int) -> [UInt8] { [] }
    func published(of document: Int) -> Double? { nil }
  }

  private func wordCount(_ source: Texts, _ document: Int) -> UInt32 {
    var sketcher = DocumentSketcher(shingleWidth: 1, slots: 64)
    return UInt32(source.shingles(of: document, with: &sketcher).count)
  }

  /// A similarity as the engine finds it.
  private func similarity(
    _ kept: inout KeptDocuments, _ source: Texts, of document: Int, to other: Int, atLeast threshold: Double = 0
  ) -> Double? {
    kept.similarity(
      of: UInt32(document), wordCount: wordCount(source, document), to: UInt32(other), atLeast: threshold)
  }

  private func kept(_ source: Texts, width: Int, bytes: Int = 1 << 26) -> KeptDocuments {
    KeptDocuments(source, shingleWords: width, slots: 64, bytes: bytes, estimates: nil)
  }

  /// A copy of a text of pieces, some replaced, left out, put in, moved or said twice.
  private func edited(_ pieces: [[UInt8]], _ generator: inout SeededGenerator, _ new: () -> [UInt8]) -> [[UInt8]] {
    var copy = pieces
    for _ in 0..<generator.number(0...6) {
      let place = generator.number(0...max(0, copy.count - 1))
      switch generator.number(0...4) {
      case 0 where !copy.isEmpty: copy[place] = new()
      case 1 where !copy.isEmpty: copy.remove(at: place)
      case 2 where copy.count > 3:
        let cut = generator.number(0...copy.count - 1)
        copy = Array(copy[cut...] + copy[..<cut])
      case 3 where !copy.isEmpty:
        copy.insert(contentsOf: copy[place..<min(copy.count, place + generator.number(1...20))], at: place)
      default: copy.insert(new(), at: place)
      }
    }
    return copy
  }

  @Test(arguments: [false, true]) func similarityIsThatOfWholeTexts(isJSON: Bool) {
    var generator = SeededGenerator(seed: 61)
    var random = RandomText(seed: 62, isJSON ? .json : .plain)
    var similar = 0
    for trial in 0..<600 {
      let isOdd = trial % 3 == 0
      // A bare quote would end a JSON string.
      func piece() -> [UInt8] {
        let bytes = isOdd ? random.text(pieces: random.generator.number(1...4)) : word(&random.generator)
        return isJSON ? bytes.filter { $0 != 0x22 } : bytes
      }
      let pieces = (0..<generator.number(0...120)).map { _ in piece() }
      let blank: [UInt8] = isOdd && trial % 2 == 0 ? [] : [0x20]
      let original = Array(pieces.joined(separator: blank))
      let contents = [original] + (0..<4).map { _ in Array(edited(pieces, &generator, piece).joined(separator: blank)) }
      // A string can't end in a backslash of its own.
      let texts = Texts(contents.map { isJSON ? $0 + Array(" .".utf8) : $0 }, isJSON: isJSON)
      let width = generator.pick([1, 2, 3, 5, 5, 5, 8])
      var kept = kept(texts, width: width)
      for _ in 0..<8 {
        let (a, b) = (generator.number(0...4), generator.number(0...4))
        let expected = texts.similarity(a, b, width: width)
        let found = similarity(&kept, texts, of: b, to: a)
        #expect(found == expected, "trial \(trial): \(String(decoding: contents[b], as: UTF8.self))")
        if let expected, expected > 0.8, expected < 1 { similar += 1 }
        // Behind another document's, a comparison goes through the text again; else sets are compared.
        if generator.chance(0.5) { _ = similarity(&kept, texts, of: (b + 1) % 5, to: a) }
        let threshold = generator.pick([0.5, 0.8, expected ?? 0.3])
        let passed = similarity(&kept, texts, of: b, to: a, atLeast: threshold)
        #expect(passed == expected.flatMap { $0 >= threshold ? $0 : nil })
      }
    }
    #expect(similar > 200)
  }

  private func word(_ generator: inout SeededGenerator) -> [UInt8] {
    Array("w\(generator.number(0...400))\(generator.chance(0.1) ? "." : "")".utf8)
  }

  /// Counts how often shingles are asked for.
  private final class Shown: DocumentSource, @unchecked Sendable {
    let texts: Texts
    private(set) var asked = 0
    init(_ texts: Texts) { self.texts = texts }
    func withText(of document: Int, _ body: (DocumentText) -> Void) -> Bool { texts.withText(of: document, body) }
    func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
      asked += 1
      return texts.shingles(of: document, with: &sketcher)
    }
    func identifier(of document: Int) -> [UInt8] { [] }
    func published(of document: Int) -> Double? { nil }
  }

  @Test func textsThatRunTogetherAreNotTokenised() {
    // Nothing but shingles tells the second text from the first, and they are not asked for.
    let words = (0..<300).map { "word\($0)" }
    var copy = words
    copy[150] = "other"
    let long = Shown(Texts([words, copy].map { Array($0.joined(separator: " ").utf8) }, isJSON: false))
    var kept = KeptDocuments(long, shingleWords: 5, slots: 64, bytes: 1 << 26, estimates: nil)
    #expect(kept.similarity(of: 1, wordCount: 300, to: 0, atLeast: 0.8) == Double(291) / Double(301))
    #expect(kept.comparisons == 1)
    #expect(long.asked == 0)
    // Texts shorter than a shingle have one of their own, which a walk does not find.
    let short = Shown(Texts(["a b", "a b", "a b c"].map { Array($0.utf8) }, isJSON: false))
    var shortKept = KeptDocuments(short, shingleWords: 5, slots: 64, bytes: 1 << 26, estimates: nil)
    #expect(shortKept.similarity(of: 1, wordCount: 2, to: 0, atLeast: 0.8) == 1)
    #expect(shortKept.similarity(of: 2, wordCount: 3, to: 0, atLeast: 0.8) == nil)
    #expect(short.asked > 0)
  }

  @Test func manyComparisonsInARowFindTheSame() {
    var generator = SeededGenerator(seed: 65)
    let base = (0..<200).map { _ in word(&generator) }
    let contents = (0..<40).map { _ in
      Array(edited(base, &generator) { [UInt8]("new".utf8) }.joined(separator: [0x20]))
    }
    let texts = Texts(contents, isJSON: false)
    var kept = kept(texts, width: 5)
    for b in contents.indices {
      for a in contents.indices {
        #expect(similarity(&kept, texts, of: b, to: a) == texts.similarity(a, b, width: 5), "\(a) \(b)")
      }
    }
  }

  @Test func withoutTextsShinglesAreCompared() {
    var generator = SeededGenerator(seed: 63)
    let base = (0..<200).map { _ in word(&generator) }
    let contents = (0..<6).map { _ in
      Array(edited(base, &generator) { [UInt8]("new".utf8) }.joined(separator: [0x20]))
    }
    let texts = Texts(contents, isJSON: false, showsTexts: false)
    var kept = kept(texts, width: 5)
    for a in contents.indices {
      for b in contents.indices {
        #expect(
          similarity(&kept, texts, of: b, to: a) == texts.similarity(a, b, width: 5), "\(a) \(b)")
      }
    }
  }

  @Test func shortTextsAreComparedBetweenLongOnes() {
    var generator = SeededGenerator(seed: 66)
    // The longest ask for buffers that are given back at once.
    let contents = [40_000, 30, 39_000, 300, 40_000, 29].flatMap { count in
      let words = (0..<count).map { _ in word(&generator) }
      let copy = edited(words, &generator) { [UInt8]("new".utf8) }
      return [words, copy].map { Array($0.joined(separator: [0x20])) }
    }
    let texts = Texts(contents, isJSON: false)
    #expect(contents[0].count * 8 > ScratchMemory.large)
    var kept = kept(texts, width: 3)
    for a in stride(from: 0, to: contents.count, by: 2) {
      for b in [a + 1, (a + 3) % contents.count] {
        #expect(similarity(&kept, texts, of: b, to: a) == texts.similarity(a, b, width: 3), "\(a) \(b)")
      }
      if a % 4 == 2 { kept.removeAll() }
    }
  }

  @Test func keptDocumentsAreMadeAgainWhereThereIsNoRoom() {
    var generator = SeededGenerator(seed: 64)
    // A document takes half a block and more.
    let contents = (0..<12).map { _ in
      Array((0..<20_000).map { _ in word(&generator) }.joined(separator: [0x20]))
    }
    let texts = Texts(contents, isJSON: false)
    var kept = kept(texts, width: 2, bytes: 1 << 21)
    for round in 0..<2 {
      for a in contents.indices {
        let b = (a + 1) % contents.count
        #expect(
          similarity(&kept, texts, of: b, to: a) == texts.similarity(a, b, width: 2),
          "round \(round), \(a)")
      }
    }
  }

  /// Where each document is compared with more kept ones than there is room for, those that are there stay.
  @Test func whatIsAskedForInTurnIsNotForgottenInTurn() {
    var generator = SeededGenerator(seed: 66)
    let base = (0..<20_000).map { _ in word(&generator) }
    let contents = (0..<24).map { _ in
      Array(edited(base, &generator) { [UInt8]("new".utf8) }.joined(separator: [0x20]))
    }
    let source = Shown(Texts(contents, isJSON: false))
    var sketcher = DocumentSketcher(shingleWidth: 5, slots: 64)
    let sets = contents.indices.map { Set(source.texts.shingles(of: $0, with: &sketcher)) }
    var kept = KeptDocuments(source, shingleWords: 5, slots: 64, bytes: 1 << 21, estimates: nil)
    for b in 0..<8 {
      let count = wordCount(source.texts, b)
      for a in contents.indices {
        let expected = Double(sets[a].intersection(sets[b]).count) / Double(sets[a].union(sets[b]).count)
        #expect(kept.similarity(of: UInt32(b), wordCount: count, to: UInt32(a), atLeast: 0) == expected, "\(a) \(b)")
      }
    }
    #expect(source.asked < 8 * contents.count * 5 / 6, "\(source.asked)")
  }
}
