import Reprint

/// Syndication as GraphML: a graph of outlets, then one of pages.
///
/// Arrows lead from who gave to who took. The weight of an edge between outlets is the number of copies, that between
/// pages the share of the page that was taken. Programs that read one graph only read the outlets.
enum SyndicationGraph {
  private struct Key {
    let name: String
    let type: String
    let isOfEdges: Bool
    var id: String { (isOfEdges ? "e_" : "n_") + name }
  }

  private static let keys: [Key] = [
    Key(name: "label", type: "string", isOfEdges: false), Key(name: "pages", type: "int", isOfEdges: false),
    Key(name: "originated", type: "int", isOfEdges: false), Key(name: "given", type: "int", isOfEdges: false),
    Key(name: "taken", type: "int", isOfEdges: false), Key(name: "copies", type: "int", isOfEdges: false),
    Key(name: "attributed_share", type: "double", isOfEdges: false),
    Key(name: "median_lag_seconds", type: "double", isOfEdges: false),
    Key(name: "story", type: "int", isOfEdges: false), Key(name: "url", type: "string", isOfEdges: false),
    Key(name: "site", type: "string", isOfEdges: false), Key(name: "title", type: "string", isOfEdges: false),
    Key(name: "published", type: "string", isOfEdges: false),
    Key(name: "is_original", type: "boolean", isOfEdges: false),
    Key(name: "weight", type: "double", isOfEdges: true), Key(name: "stories", type: "int", isOfEdges: true),
    Key(name: "median_lag_seconds", type: "double", isOfEdges: true),
    Key(name: "attributed_share", type: "double", isOfEdges: true), Key(name: "kind", type: "string", isOfEdges: true),
    Key(name: "coverage", type: "double", isOfEdges: true),
    Key(name: "lag_seconds", type: "double", isOfEdges: true),
    Key(name: "attribution", type: "string", isOfEdges: true),
    Key(name: "direction", type: "string", isOfEdges: true),
  ]

  static func bytes(_ found: Syndication) -> [UInt8] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """
    for key in keys {
      text += "  <key id=\"\(key.id)\" for=\"\(key.isOfEdges ? "edge" : "node")\" attr.name=\"\(key.name)\""
      text += " attr.type=\"\(key.type)\"/>\n"
    }
    text += outlets(found)
    text += pages(found)
    return Array((text + "</graphml>\n").utf8)
  }

  private static func outlets(_ found: Syndication) -> String {
    var text = "  <graph id=\"outlets\" edgedefault=\"directed\">\n"
    var numbers: [String: Int] = [:]
    for (number, outlet) in found.outlets.enumerated() {
      numbers[outlet.name] = number
      text += node(
        "o\(number)",
        [
          ("label", outlet.name), ("pages", "\(outlet.pages)"), ("originated", "\(outlet.storiesOriginated)"),
          ("given", "\(outlet.copiesGiven)"), ("taken", "\(outlet.storiesTaken)"), ("copies", "\(outlet.copies)"),
          ("attributed_share", "\(Figures.rounded(outlet.attributedShare))"),
          ("median_lag_seconds", outlet.medianLag.map { "\($0)" }),
        ])
    }
    for edge in found.edges {
      guard let from = numbers[edge.from], let to = numbers[edge.to] else { continue }
      text += self.edge(
        "o\(from)", "o\(to)",
        [
          ("weight", "\(Double(edge.copies))"), ("stories", "\(edge.stories)"),
          ("median_lag_seconds", edge.medianLag.map { "\($0)" }),
          ("attributed_share", "\(Figures.rounded(edge.attributedShare))"),
        ])
    }
    return text + "  </graph>\n"
  }

  private static func pages(_ found: Syndication) -> String {
    var text = "  <graph id=\"pages\" edgedefault=\"directed\">\n"
    for (number, story) in found.stories.enumerated() {
      for (place, page) in story.pages.enumerated() {
        text += node(
          "s\(number + 1)p\(place)",
          [
            ("label", page.article.id), ("story", "\(number + 1)"), ("url", page.article.url),
            ("site", page.outlet), ("title", page.article.title), ("published", page.article.published?.text),
            ("is_original", "\(page.reuse == nil)"),
          ])
      }
      for (place, page) in story.pages.enumerated() {
        guard let reuse = page.reuse else { continue }
        text += edge(
          "s\(number + 1)p\(reuse.parent)", "s\(number + 1)p\(place)",
          [
            ("weight", "\(Figures.rounded(reuse.verdict.share.words))"), ("kind", reuse.verdict.kind.rawValue),
            ("coverage", "\(Figures.rounded(reuse.verdict.coverage.words))"),
            ("lag_seconds", reuse.lag.map { "\($0)" }), ("attribution", reuse.attribution.kind.rawValue),
            ("direction", reuse.direction.verdict.rawValue),
          ])
      }
    }
    return text + "  </graph>\n"
  }

  private static func node(_ id: String, _ data: [(String, String?)]) -> String {
    "    <node id=\"\(id)\">\(self.data(data, "n_"))</node>\n"
  }

  private static func edge(_ from: String, _ to: String, _ data: [(String, String?)]) -> String {
    "    <edge source=\"\(from)\" target=\"\(to)\">\(self.data(data, "e_"))</edge>\n"
  }

  private static func data(_ data: [(String, String?)], _ prefix: String) -> String {
    data.map { name, value in value.map { "<data key=\"\(prefix)\(name)\">\(escaped($0))</data>" } ?? "" }.joined()
  }

  /// Text as XML has it; what XML can't have, control characters above all, becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x0D: result += "&#13;"
      case 0x09, 0x0A: result.unicodeScalars.append(scalar)
      case 0..<0x20, 0xFFFE, 0xFFFF: result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
