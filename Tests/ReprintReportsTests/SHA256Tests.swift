import Foundation
import Testing

@testable import ReprintReports

@Suite struct SHA256Tests {
  private func hexadecimal(_ message: some Collection<UInt8>) -> String {
    SHA256.digest(message).map { String(format: "%02x", $0) }.joined()
  }

  /// The examples of FIPS 180-4 and of NIST's test vectors.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func knownDigests(message: String, digest: String) {
    #expect(hexadecimal(message.utf8) == digest)
  }

  @Test func aMillionLetters() {
    let digest = hexadecimal([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func everyLengthAroundABlockIsPadded() {
    // The digests of the digests of 0 to 200 letters, in a row: one number for all of them.
    var all: [UInt8] = []
    for count in 0...200 { all += SHA256.digest([UInt8](repeating: UInt8(ascii: "a"), count: count)) }
    #expect(hexadecimal(all) == "1be2d7d291484baf4c78d463a65b40a26c255b1946e5205eac8edad606a76fdd")
  }
}
