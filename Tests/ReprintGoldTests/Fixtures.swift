import Foundation

/// Where the project's fixtures are.
enum Fixtures {
  static let alignment = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures/alignment").path
}
