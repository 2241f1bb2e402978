import Foundation

extension GoldStory {
  /// Reads a story.
  package init(path: String) throws(GoldError) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
    do {
      self = try JSONDecoder().decode(GoldStory.self, from: data)
    } catch {
      throw GoldError(error, path: path)
    }
    if let (place, reason) = flaw { throw .malformed(path: path, place: place, reason: reason) }
  }

  /// Reads all stories of a directory, its `.json` files, in the order of their names.
  package static func read(directory: String) throws(GoldError) -> [GoldStory] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
      throw .unreadable(path: directory)
    }
    var stories: [GoldStory] = []
    for name in names.filter({ $0.hasSuffix(".json") }).sorted() {
      stories.append(try GoldStory(path: "\(directory)/\(name)"))
    }
    if stories.isEmpty { throw .empty(path: directory) }
    return stories
  }

  /// What well-formed JSON may still get wrong: figures over such a story would mean nothing.
  private var flaw: (place: String, reason: String)? {
    if original.sentences.isEmpty { return ("original", "no sentences") }
    if let empty = original.sentences.firstIndex(of: "") { return ("original.sentences[\(empty)]", "no text") }
    for page in derived {
      for (number, sentence) in page.sentences.enumerated() {
        let place = "\(page.id), sentence \(number)"
        if sentence.text.isEmpty { return (place, "no text") }
        if let wrong = sentence.from.first(where: { !original.sentences.indices.contains($0) }) {
          return (place, "the original has no sentence \(wrong)")
        }
        if sentence.from.isEmpty != sentence.how.rightKinds.isEmpty {
          return (place, "\(sentence.how.rawValue) from \(sentence.from)")
        }
      }
    }
    return nil
  }
}

extension GoldError {
  /// The place and the reason of an error of the JSON decoder.
  init(_ error: any Error, path: String) {
    func place(_ context: DecodingError.Context, _ last: [any CodingKey] = []) -> String {
      (context.codingPath + last).reduce("") { text, key in
        if let index = key.intValue { return text + "[\(index)]" }
        return text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)"
      }
    }
    self =
      switch error as? DecodingError {
      case .keyNotFound(let key, let context):
        .malformed(path: path, place: place(context, [key]), reason: "missing")
      case .typeMismatch(let type, let context):
        .malformed(path: path, place: place(context), reason: "not of type \(type)")
      case .valueNotFound(let type, let context):
        .malformed(path: path, place: place(context), reason: "null instead of \(type)")
      case .dataCorrupted(let context):
        .malformed(path: path, place: place(context), reason: context.debugDescription)
      default: .malformed(path: path, place: "", reason: "\(error)")
      }
  }
}
