import ReprintTestSupport

/// Writes WARC records for tests.
enum ArchiveBuilder {
  static func record(
    _ type: String, uri: String? = nil, contentType: String? = nil, date: String? = "2025-08-21T10:00:00Z",
    version: String = "WARC/1.0", newline: String = "\r\n", length: String? = nil, _ block: [UInt8]
  ) -> [UInt8] {
    var lines = [version, "WARC-Type: \(type)"]
    if let uri { lines.append("WARC-Target-URI: \(uri)") }
    if let date { lines.append("WARC-Date: \(date)") }
    if let contentType { lines.append("Content-Type: \(contentType)") }
    lines.append("Content-Length: \(length ?? String(block.count))")
    let header = lines.map { $0 + newline }.joined() + newline
    return Array(header.utf8) + block + Array((newline + newline).utf8)
  }

  static func text(_ uri: String, _ text: String, newline: String = "\r\n") -> [UInt8] {
    record("conversion", uri: uri, contentType: "text/plain", newline: newline, Array(text.utf8))
  }

  static func response(
    _ uri: String, status: String = "200 OK", type: String? = "text/plain", headers: [String] = [], _ body: [UInt8]
  ) -> [UInt8] {
    var lines = ["HTTP/1.1 \(status)"] + headers
    if let type { lines.append("Content-Type: \(type)") }
    let message = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    return record("response", uri: uri, contentType: "application/http; msgtype=response", message)
  }

  static func chunked(_ body: [UInt8], sizes: [Int]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for size in sizes where position < body.count {
      let end = min(body.count, position + size)
      result += Array("\(String(end - position, radix: 16))\r\n".utf8) + body[position..<end] + Array("\r\n".utf8)
      position = end
    }
    if position < body.count {
      result += Array("\(String(body.count - position, radix: 16).uppercased());x=y\r\n".utf8) + body[position...]
      result += Array("\r\n".utf8)
    }
    return result + Array("0\r\n\r\n".utf8)
  }

  /// A small archive of records of many kinds, with the parts it is made of.
  static func mixed(seed: UInt64, count: Int) -> [[UInt8]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let newline = generator.chance(0.2) ? "\n" : "\r\n"
      switch generator.number(0...4) {
      case 0: return record("warcinfo", newline: newline, Array("software: x\r\n".utf8))
      case 1: return record("request", uri: "http://a.example/\(index)", newline: newline, Array("GET /".utf8))
      case 2: return response("http://a.example/\(index)", Array("page \(index)\nWARC is a format\n".utf8))
      case 3: return record("metadata", newline: newline, [])
      default:
        let words = (0..<generator.number(0...60)).map { "word\($0)" }.joined(
          separator: generator.pick([" ", "\r\n\r\n"]))
        return text("http://a.example/\(index)", words, newline: newline)
      }
    }
  }
}
