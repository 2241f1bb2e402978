/// Sizes as they are written on a command line.
enum ByteCount {
  /// A number of bytes such as `512M` or `1.5G`, rounded down; nil if it is none.
  ///
  /// K, M, G, T and KiB, MiB, GiB, TiB are powers of 1024; KB, MB, GB and TB are powers of 1000.
  static func parse(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    var rest = text.dropFirst(digits.count)
    var decimals = Substring()
    if rest.first == "." {
      decimals = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      // Finer parts are less than a byte.
      guard (1...12).contains(decimals.count) else { return nil }
      rest = rest.dropFirst(1 + decimals.count)
    }
    guard let whole = Int(digits), let unit = units[rest.lowercased()] else { return nil }
    let (bytes, overflow) = whole.multipliedReportingOverflow(by: unit)
    let part = Double("0." + decimals + "0").map { Int($0 * Double(unit)) } ?? 0
    let (sum, isMore) = bytes.addingReportingOverflow(part)
    return overflow || isMore ? nil : sum
  }

  private static let units = [
    "": 1, "b": 1, "k": 1 << 10, "kib": 1 << 10, "kb": 1_000, "m": 1 << 20, "mib": 1 << 20, "mb": 1_000_000,
    "g": 1 << 30, "gib": 1 << 30, "gb": 1_000_000_000, "t": 1 << 40, "tib": 1 << 40, "tb": 1_000_000_000_000,
  ]
}
