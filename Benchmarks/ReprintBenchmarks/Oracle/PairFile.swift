import Reprint

/// Pairs as `reprint pairs` prints them: `{"a":"…","b":"…","similarity":0.87}` a line.
struct PairFile {
  /// The two documents of a pair, by number: whichever is first in the line is first here.
  struct Pair: Hashable {
    let a: UInt32
    let b: UInt32

    /// The same for both orders.
    var unordered: Pair { a <= b ? self : Pair(a: b, b: a) }
  }

  private(set) var pairs: [(pair: Pair, similarity: Double)] = []

  /// Numbers for ids, so that a pair takes little memory; shared by the files to compare.
  final class Names {
    private var numbers: [String: UInt32] = [:]
    private var names: [String] = []

    func number(of name: String) -> UInt32 {
      if let number = numbers[name] { return number }
      let number = UInt32(names.count)
      numbers[name] = number
      names.append(name)
      return number
    }

    func name(_ number: UInt32) -> String { names[Int(number)] }
  }

  init(_ path: String, names: Names) throws {
    let mapping = try MappedFile(path).mapping
    try withExtendedLifetime(mapping) {
      for (index, line) in mapping.bytes.split(separator: 0x0A).enumerated() {
        guard let fields = Self.fields(UnsafeBufferPointer(rebasing: line)) else {
          throw BenchmarkError("\(path):\(index + 1): not a pair")
        }
        pairs.append((Pair(a: names.number(of: fields.a), b: names.number(of: fields.b)), fields.similarity))
      }
    }
  }

  /// Reads a flat object of strings and numbers.
  private static func fields(_ line: UnsafeBufferPointer<UInt8>) -> (a: String, b: String, similarity: Double)? {
    var values: [String: String] = [:]
    var position = 0
    func at(_ byte: Unicode.Scalar) -> Bool { position < line.count && line[position] == UInt8(ascii: byte) }
    func string() -> String? {
      guard at("\"") else { return nil }
      let start = position + 1
      position = start
      while position < line.count && !at("\"") { position += at("\\") ? 2 : 1 }
      guard position < line.count else { return nil }
      position += 1
      return JSONEscape.decode(UnsafeBufferPointer(rebasing: line[start..<position - 1]))
    }
    guard at("{") else { return nil }
    repeat {
      position += 1
      guard let key = string(), at(":") else { return nil }
      position += 1
      if at("\"") {
        guard let value = string() else { return nil }
        values[key] = value
      } else {
        let start = position
        while position < line.count && !at(",") && !at("}") { position += 1 }
        values[key] = String(decoding: line[start..<position], as: UTF8.self)
      }
    } while at(",")
    guard at("}"), let a = values["a"], let b = values["b"], let similarity = values["similarity"] else { return nil }
    return Double(similarity).map { (a, b, $0) }
  }
}
