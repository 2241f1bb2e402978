import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct Base64Tests {
  /// The bytes that some characters stand for, nil if they are not Base64.
  private func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = [1, 2, 3]
    return Array(text.utf8).withUnsafeBufferPointer { Base64.decode($0, into: &bytes) } ? bytes : nil
  }

  /// The examples of RFC 4648.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func examples(text: String, encoded: String) {
    #expect(Base64.string(Array(text.utf8)) == encoded)
    #expect(decoded(encoded) == Array(text.utf8))
  }

  @Test func bytesOfAnyLengthReadBackAsOthersDo() {
    let seed = UInt64.random(in: 0..<1_000_000)
    var generator = SeededGenerator(seed: seed)
    for count in 0...300 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let text = Base64.string(bytes)
      #expect(text == Data(bytes).base64EncodedString(), "seed \(seed)")
      #expect(decoded(text) == bytes, "seed \(seed)")
    }
  }

  @Test(arguments: [
    "Z", "Zg", "Zg=", "Zg===", "=", "====", "Z===", "Zg=a", "Z=g=", "Zm9v=", "Zm9 ", "Zm9-", "Zm9\n", "Zm9é", "Zh==",
    "Zm9=", "Zm9vZg",
  ])
  func whatIsNoneIsRefused(text: String) { #expect(decoded(text) == nil) }
}
