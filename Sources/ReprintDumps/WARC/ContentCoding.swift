import ReprintPlatform

/// The codings that servers send bodies in (RFC 9110, 8.4.1).
enum ContentCoding {
  /// Undoes a coding.
  ///
  /// - Parameter coding: its name in lower case.
  /// - Returns: the bytes and whether some are missing at the end; nil where the data is not coded so, as where it was
  ///   stored decoded.
  /// - Throws: where the data is coded but can't be decoded.
  static func unpack(
    _ data: UnsafeBufferPointer<UInt8>, _ coding: String, limit: Int
  ) throws(MalformedRecord) -> ([UInt8], Bool)? {
    switch coding {
    case "identity", "none", "utf-8": return nil
    case "gzip", "x-gzip":
      guard data.starts(with: [0x1F, 0x8B]) else { return nil }
      return try inflate(data, .gzip, coding, limit)
    case "deflate":
      // Some servers send the bare data without the zlib header that the standard asks for.
      if data.count > 1, data[0] & 15 == 8, (Int(data[0]) << 8 | Int(data[1])) % 31 == 0 {
        return try inflate(data, .zlib, coding, limit)
      }
      do throws(Inflater.Failure) {
        let unpacked = try Inflater.unpack(data, .raw, limit: limit)
        return unpacked.isCutShort && unpacked.bytes.isEmpty ? nil : (unpacked.bytes, unpacked.isCutShort)
      } catch {
        if error == .damaged { return nil }
        throw reason(error, coding, limit)
      }
    default:
      if isText(data) { return nil }
      throw MalformedRecord(reason: "a body with the content encoding \(shortened(coding)), which can't be read")
    }
  }

  private static func inflate(
    _ data: UnsafeBufferPointer<UInt8>, _ container: Inflater.Container, _ coding: String, _ limit: Int
  ) throws(MalformedRecord) -> ([UInt8], Bool) {
    do throws(Inflater.Failure) {
      let unpacked = try Inflater.unpack(data, container, limit: limit)
      return (unpacked.bytes, unpacked.isCutShort)
    } catch {
      throw reason(error, coding, limit)
    }
  }

  private static func reason(_ failure: Inflater.Failure, _ coding: String, _ limit: Int) -> MalformedRecord {
    switch failure {
    case .missing:
      MalformedRecord(reason: "a body with the content encoding \(coding), which needs libz; it is not installed")
    case .damaged: MalformedRecord(reason: "a body whose \(coding) data is damaged")
    case .tooLarge: MalformedRecord(reason: "a body that unpacks to more than \(limit >> 20) MiB")
    }
  }

  /// Whether data in an unknown coding is markup after all: its first bytes are a tag, and none of them is a control
  /// character.
  private static func isText(_ data: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = data.prefix(512)
    let first = head.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard first == UInt8(ascii: "<") || first == 0xEF else { return false }
    return head.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x0C }
  }

  /// A name from a header, short enough for a message.
  private static func shortened(_ name: String) -> String {
    name.count > 20 ? name.prefix(20) + "…" : name
  }
}
