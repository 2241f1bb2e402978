/// What clustering asks about documents after they were sketched, by their number in input order.
///
/// Called from several threads at once, for the few documents that have candidates.
package protocol DocumentSource: Sendable {
  /// The document's shingles, in any order and repeated as they come; valid until the sketcher is used again.
  func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64>

  /// Gives `body` the text that the document's shingles are made of, and returns whether there is one to be read where
  /// it stands.
  func withText(of document: Int, _ body: (DocumentText) -> Void) -> Bool

  /// The document's id, in UTF-8.
  func identifier(of document: Int) -> [UInt8]

  /// When the document was published, in seconds since 1970.
  func published(of document: Int) -> Double?
}

extension DocumentSource {
  package func withText(of document: Int, _ body: (DocumentText) -> Void) -> Bool { false }
}
