/// Why a dump could not be read or written: what, where, and the reason in words.
public struct DumpError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as it was named.
  public let path: String
  /// The line in it, from 1.
  public let line: Int?
  /// The byte in it, from 0, after decompression; of records that are not told apart by lines.
  public let offset: Int?
  public let reason: String

  public init(_ path: String, line: Int? = nil, offset: Int? = nil, _ reason: String) {
    self.path = path
    self.line = line
    self.offset = offset
    self.reason = reason
  }

  public var description: String {
    if let line { return "\(path):\(line): \(reason)" }
    if let offset { return "\(path):byte \(offset): \(reason)" }
    return "\(path): \(reason)"
  }
}
