/// What happened while a dump was read: how much there was, and what was wrong with it.
public struct DumpReport: Sendable {
  /// Something that the reader of a dump should know about one record or file.
  public struct Problem: Hashable, Sendable {
    public enum Kind: Hashable, Sendable, CaseIterable {
      /// The record can't be read and was skipped.
      case skipped
      /// The record was read, but holds bytes that are not text.
      case repaired
      /// The record's id is that of an earlier one.
      case duplicateID
      /// The file holds nothing, is of no kind known here, or something in it is no part of its compressed data.
      case file
    }

    public var kind: Kind
    public var error: DumpError
  }

  /// The first problems in input order; see ``counts`` for how many there were.
  public internal(set) var problems: [Problem] = []
  public internal(set) var counts: [Problem.Kind: Int] = [:]
  public internal(set) var documents = 0
  /// Documents without a single word.
  public internal(set) var emptyDocuments = 0
  /// How many records hold no page and were passed over, by what they are; of web archives only.
  public internal(set) var passedOver: [String: Int] = [:]
  /// Bytes of records read, uncompressed.
  public internal(set) var bytes = 0
  /// CPU seconds in each stage, over all threads; empty unless asked for.
  public internal(set) var stageSeconds: [String: Double] = [:]

  /// How many problems of a kind are kept.
  static let mostKept = 100

  public func count(_ kind: Problem.Kind) -> Int { counts[kind] ?? 0 }

  /// Makes sure that not every record was skipped.
  ///
  /// - Parameter inputs: what was read, for the message.
  public func requireDocuments(of inputs: [String]) throws(DumpError) {
    guard documents == 0, count(.skipped) > 0 else { return }
    throw DumpError(inputs.joined(separator: " "), "none of the records can be read")
  }

  /// Counts a problem, and keeps it if there is room: only then is the message made.
  mutating func add(_ kind: Problem.Kind, _ error: @autoclosure () -> DumpError) {
    let count = counts[kind, default: 0]
    if count < Self.mostKept { problems.append(Problem(kind: kind, error: error())) }
    counts[kind] = count + 1
  }

  /// Adds what there is to know of files.
  mutating func add(_ warnings: [DumpError]) {
    for warning in warnings { add(.file, warning) }
  }

  /// Names the files that held nothing or are of no known kind.
  ///
  /// - Parameter filesRead: the places in the list of those that held something.
  mutating func addUnread(_ list: DumpFileList, except filesRead: Set<Int>) {
    for (index, file) in list.files.enumerated() where file.isRegular && !filesRead.contains(index) {
      add(.file, DumpError(file.path, "empty file"))
    }
    guard let first = list.passedOver.first else { return }
    let others = list.passedOver.count - 1
    add(
      .file,
      DumpError(first, "not a kind of file that dumps are made of" + (others > 0 ? "; \(others) more like it" : "")))
  }
}
