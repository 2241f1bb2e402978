import Testing

@testable import Reprint

@Suite struct NegationTests {
  private func words(_ text: String, _ isWanted: (PreparedText, Int, UnsafeBufferPointer<UInt8>) -> Bool) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      let text = PreparedText(buffer)
      return text.words.indices.filter { isWanted(text, $0, buffer) }
        .map { String(decoding: bytes[text.words[$0].range], as: UTF8.self) }
    }
  }

  @Test func negationsAreWholeWords() {
    let found = words("Not a note, nothing noted: it isn't so, he said without a nod to Nora. None did.") {
      text, word, bytes in
      let sentence = text.sentences.first { $0.words.contains(word) }!
      return Negation.is(text, word, in: sentence, bytes)
    }
    #expect(found == ["Not", "nothing", "t", "without", "None"])
  }

  @Test func refusalsImplyThem() {
    let found = words("She declined, he refused; they were unpersuaded, under an inn, and failed to deny it.") {
      Negation.isImplied($0, $1, $2)
    }
    #expect(found == ["declined", "refused", "unpersuaded", "failed", "deny"])
  }
}
