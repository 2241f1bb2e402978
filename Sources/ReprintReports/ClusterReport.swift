package import Reprint

/// Prints near-duplicate clusters.
package struct ClusterReport: Sendable {
  private let format: OutputFormat
  private let isEstimated: Bool
  private let width: Int
  private let identifier: @Sendable (Int) -> String
  private let describe: @Sendable (Int) -> DocumentDescription

  /// - Parameters:
  ///   - isEstimated: whether similarities are estimates.
  ///   - width: columns of the terminal, for the text format.
  ///   - identifier: a document's id, by number.
  ///   - describe: what a document says of itself, by number; asked for in the text format only.
  package init(
    _ format: OutputFormat, isEstimated: Bool = false, width: Int, identifier: @escaping @Sendable (Int) -> String,
    describe: @escaping @Sendable (Int) -> DocumentDescription
  ) {
    self.format = format
    self.isEstimated = isEstimated
    self.width = width
    self.identifier = identifier
    self.describe = describe
  }

  package var header: String {
    format == .tsv ? "cluster\tid\tkept\tsimilarity\(isEstimated ? "\testimated" : "")\n" : ""
  }

  /// A cluster, numbered from 1; the kept document is its first member.
  package func lines(for cluster: DocumentCluster, number: Int) -> [UInt8] {
    let kept = DocumentCluster.Member(document: cluster.kept, similarity: 1)
    let members = [kept] + cluster.removed
    if format == .text { return text(members, number) }
    let ids = members.map { identifier(Int($0.document)) }
    return format == .ndjson ? json(members, ids, number) : tsv(members, ids, number)
  }

  private func tsv(_ members: [DocumentCluster.Member], _ ids: [String], _ number: Int) -> [UInt8] {
    let fields = ids.map(TSV.field)
    let lines = zip(members, fields).map { member, id in
      "\(number)\t\(id)\t\(fields[0])\t\(member.similarity)\(isEstimated ? "\ttrue" : "")\n"
    }
    return Array(lines.joined().utf8)
  }

  private func json(_ members: [DocumentCluster.Member], _ ids: [String], _ number: Int) -> [UInt8] {
    var line = JSONLine()
    line.open()
    line.member("cluster", number)
    line.member("keep", ids[0])
    line.member("size", members.count)
    line.openArray("members")
    for (member, id) in zip(members, ids) {
      line.open()
      line.member("id", id)
      line.member("similarity", member.similarity)
      line.close()
    }
    line.closeArray()
    if isEstimated { line.member("estimated", true) }
    line.close()
    return line.bytes
  }

  private func text(_ members: [DocumentCluster.Member], _ number: Int) -> [UInt8] {
    let descriptions = members.map { describe(Int($0.document)) }
    let idWidth = min(28, descriptions.map { TerminalText.width($0.id) }.max() ?? 0)
    var result = "\(number)  \(TerminalText.count(members.count, "document"))\n"
    for (member, description) in zip(members, descriptions) {
      let mark = member.document == members[0].document ? "kept " : TerminalText.similarity(member.similarity)
      let id = TerminalText.line(description.id, width: max(idWidth, 1))
      let padding = String(repeating: " ", count: max(0, idWidth - TerminalText.width(id)))
      let rest = [description.site, description.title].compactMap { $0 }.joined(separator: " · ")
      let left = width - 9 - idWidth - 2
      let shown = left > 8 ? TerminalText.line(rest, width: left) : ""
      result += shown.isEmpty ? "  \(mark)  \(id)\n" : "  \(mark)  \(id)\(padding)  \(shown)\n"
    }
    return Array((result + "\n").utf8)
  }
}

/// Prints near-duplicate pairs.
package struct PairReport {
  private let format: OutputFormat
  private let isEstimated: Bool
  private let identifier: (Int) -> String

  /// - Parameter isEstimated: whether similarities are estimates.
  package init(_ format: OutputFormat, isEstimated: Bool = false, identifier: @escaping (Int) -> String) {
    self.format = format
    self.isEstimated = isEstimated
    self.identifier = identifier
  }

  package var header: String {
    format == .tsv ? "a\tb\tsimilarity\(isEstimated ? "\testimated" : "")\n" : ""
  }

  package func line(for pair: DocumentPair) -> [UInt8] {
    let (a, b) = (identifier(Int(pair.a)), identifier(Int(pair.b)))
    switch format {
    case .ndjson:
      var line = JSONLine()
      line.open()
      line.member("a", a)
      line.member("b", b)
      line.member("similarity", pair.similarity)
      if isEstimated { line.member("estimated", true) }
      line.close()
      return line.bytes
    case .tsv: return Array("\(TSV.field(a))\t\(TSV.field(b))\t\(pair.similarity)\(isEstimated ? "\ttrue" : "")\n".utf8)
    case .text:
      let line = "\(TerminalText.similarity(pair.similarity))  \(a)  \(b)"
      return Array((TerminalText.line(line, width: .max) + "\n").utf8)
    }
  }
}

/// Prints which documents were removed, and for which.
package enum RemovalReport {
  /// - Parameter isEstimated: whether the similarity was estimated from sketches.
  package static func line(id: String, kept: String, similarity: Double, isEstimated: Bool = false) -> [UInt8] {
    var line = JSONLine()
    line.open()
    line.member("id", id)
    line.member("kept", kept)
    line.member("similarity", similarity)
    if isEstimated { line.member("estimated", true) }
    line.close()
    return line.bytes
  }
}
