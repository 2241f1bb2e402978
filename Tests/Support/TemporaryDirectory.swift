import Foundation

/// A directory of its own for a test, gone with it.
package final class TemporaryDirectory {
  package let path: String

  package init() {
    path = FileManager.default.temporaryDirectory.path + "/reprint-test-\(UUID().uuidString)"
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name in the directory.
  package subscript(name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and the directories that lead to it; returns its path.
  @discardableResult
  package func write(_ bytes: some Sequence<UInt8>, to name: String) -> String {
    let path = self[name]
    let parent = URL(filePath: path).deletingLastPathComponent()
    try! FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try! Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @discardableResult
  package func write(_ text: String, to name: String) -> String { write(text.utf8, to: name) }

  package func read(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: self[name]).map { Array($0) } }

  /// The names in the directory, sorted.
  package var names: [String] { try! FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}
