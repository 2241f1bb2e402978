import Reprint

/// What an index holds, in numbers.
public struct IndexStatistics: Hashable, Sendable {
  /// Documents that were added and not removed.
  public var documents = 0
  /// Removed documents whose place was not reclaimed yet.
  public var removed = 0
  /// Documents that were ever added.
  public var added = 0
  public var segments = 0
  public var files = 0
  /// Bytes of all files.
  public var bytes = 0
  /// Bytes of the files of texts.
  public var textBytes = 0
}

extension DocumentIndex {
  public var statistics: IndexStatistics {
    let manifest = snapshot.manifest
    let texts = manifest.texts.reduce(0) { $0 + $1.size }
    let others = manifest.segments.map(\.file) + [manifest.removals].compactMap { $0 }
    return IndexStatistics(
      documents: count, removed: snapshot.removed.count, added: manifest.nextDocument,
      segments: manifest.segments.count, files: manifest.fileNames.count,
      bytes: texts + others.reduce(0) { $0 + $1.size }, textBytes: texts)
  }
}
