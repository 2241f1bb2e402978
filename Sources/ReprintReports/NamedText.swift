/// A text and what it is called.
package struct NamedText {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Part of the text, with U+FFFD for what is not UTF-8.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

/// Numbers as reports write them.
enum Figures {
  /// A probability to four decimals, for machines.
  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  /// A share in percent, rounded down so that only the whole is 100%.
  static func percent(_ value: Double) -> String { "\(Int((value * 100 + 1e-9).rounded(.down)))%" }

  /// A time between two publications in the largest unit that tells; `?` if it is not known.
  static func delay(_ seconds: Double?) -> String {
    guard let seconds else { return "?" }
    let sign = seconds < 0 ? "-" : ""
    let minutes = Int(min(1e12, abs(seconds)) / 60)
    if minutes < 120 { return "\(sign)\(minutes) min" }
    return minutes < 2880 ? "\(sign)\(minutes / 60) h" : "\(sign)\(minutes / 1440) days"
  }
}
