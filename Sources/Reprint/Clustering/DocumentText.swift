/// A document's text in its bytes as they stand.
package struct DocumentText {
  /// Plain UTF-8, or the content of a JSON string: what stands between its quotes.
  package var bytes: UnsafeBufferPointer<UInt8>
  package var isJSON: Bool
  /// The end of readable memory, at or after the end of the text.
  package var readableEnd: UnsafePointer<UInt8>

  package init(_ bytes: UnsafeBufferPointer<UInt8>, isJSON: Bool, readableEnd: UnsafePointer<UInt8>) {
    self.bytes = bytes
    self.isJSON = isJSON
    self.readableEnd = readableEnd
  }
}
