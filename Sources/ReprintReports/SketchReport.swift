package import Reprint

/// Prints sketches, an object a line, for other programs to join.
package struct SketchReport: Sendable {
  /// A document, and what is known of it besides its sketch.
  package struct Document {
    package var id: String
    /// Where it stands in its file: the name of the unit and how many of them.
    package var position: (unit: String, value: Int)?
    /// Seconds since 1970.
    package var published: Double?
    package var wordCount: UInt32
    /// The wrapping sum of its shingle hashes.
    package var fingerprint: UInt64

    package init(
      id: String, position: (unit: String, value: Int)?, published: Double?, wordCount: UInt32, fingerprint: UInt64
    ) {
      self.id = id
      self.position = position
      self.published = published
      self.wordCount = wordCount
      self.fingerprint = fingerprint
    }
  }

  private let parameters: String
  private let plan: BandPlan

  package init(_ parameters: SketchParameters) {
    self.parameters = "\(parameters)"
    plan = BandPlan(threshold: parameters.threshold, slots: parameters.slots)
  }

  /// A document's line.
  ///
  /// - Parameters:
  ///   - row: its sketch, as many slots as the parameters say.
  ///   - shingles: the hashes of its distinct shingles, ascending.
  package func line(
    _ document: Document, row: UnsafePointer<UInt16>, shingles: [UInt64]? = nil
  ) -> [UInt8] {
    var line = JSONLine()
    line.open()
    line.member("id", document.id)
    if let position = document.position { line.member(position.unit, position.value) }
    if let published = document.published { line.member("published", published) }
    line.member("words", Int(document.wordCount))
    var hash: [UInt8] = []
    Self.append(hexadecimal: document.fingerprint, to: &hash)
    add("hash", hash, isString: true, to: &line)
    // Documents without words are like none: no bands to join them by.
    add("bands", document.wordCount > 0 ? bands(row) : Array("[]".utf8), isString: false, to: &line)
    add("sketch", base64(UnsafeBufferPointer(start: row, count: plan.slots)), isString: true, to: &line)
    if let shingles { add("shingles", shingles.withUnsafeBufferPointer(base64), isString: true, to: &line) }
    line.member("parameters", parameters)
    line.close()
    return line.bytes
  }

  /// The band keys as an array of strings.
  private func bands(_ row: UnsafePointer<UInt16>) -> [UInt8] {
    let keys = [UInt64](unsafeUninitializedCapacity: plan.bands) { buffer, count in
      plan.keys(row, into: buffer.baseAddress!, stride: 1)
      count = plan.bands
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(19 * keys.count + 2)
    for key in keys {
      bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
      bytes.append(UInt8(ascii: "\""))
      Self.append(hexadecimal: key, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  /// Numbers, little-endian, in Base64.
  private func base64<Number: FixedWidthInteger>(_ numbers: UnsafeBufferPointer<Number>) -> [UInt8] {
    var bytes: [UInt8] = []
    if Number(littleEndian: 1) == 1 {
      Base64.append(UnsafeRawBufferPointer(numbers), to: &bytes)
    } else {
      numbers.map(\.littleEndian).withUnsafeBytes { Base64.append($0, to: &bytes) }
    }
    return bytes
  }

  private func add(_ name: String, _ bytes: [UInt8], isString: Bool, to line: inout JSONLine) {
    bytes.withUnsafeBufferPointer { line.member(name, json: $0, isString: isString) }
  }

  /// Sixteen digits.
  private static func append(hexadecimal number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: number &>> shift & 15)
      bytes.append(digit < 10 ? 48 &+ digit : 87 &+ digit)
    }
  }
}
