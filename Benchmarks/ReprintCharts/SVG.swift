/// Builds an SVG drawing that needs nothing from outside: no fonts, no scripts, no style sheets but its own.
///
/// Its colours follow the reader's light or dark scheme.
struct SVG {
  private(set) var body = ""
  let width: Int
  let height: Int
  let title: String
  let description: String

  init(width: Int, height: Int, title: String, description: String) {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
  }

  enum Anchor: String {
    case start, middle, end
  }

  mutating func text(_ x: Double, _ y: Double, _ text: String, _ style: String = "", anchor: Anchor = .start) {
    body += "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(Self.attribute("class", style))"
    body += anchor == .start ? ">" : " text-anchor=\"\(anchor.rawValue)\">"
    body += "\(Self.escaped(text))</text>\n"
  }

  mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) {
    body += "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0, width)))\" "
    body += "height=\"\(Self.number(height))\" rx=\"2\"\(Self.attribute("class", style))/>\n"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    body += "<path d=\"M\(Self.number(x1)) \(Self.number(y1))L\(Self.number(x2)) \(Self.number(y2))\""
    body += "\(Self.attribute("class", style))/>\n"
  }

  mutating func curve(_ points: [(x: Double, y: Double)], _ style: String) {
    let path = points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(Self.number(point.x)) \(Self.number(point.y))"
    }
    body += "<path d=\"\(path.joined())\"\(Self.attribute("class", style))/>\n"
  }

  mutating func dot(_ x: Double, _ y: Double, _ style: String) {
    body += "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"4\"\(Self.attribute("class", style))/>\n"
  }

  var text: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
    aria-labelledby="title desc">
    <title id="title">\(Self.escaped(title))</title>
    <desc id="desc">\(Self.escaped(description))</desc>
    <style>\(Self.style)</style>
    <rect class="paper" width="\(width)" height="\(height)"/>
    \(body)</svg>

    """
  }

  private static let style = """
    text{font:13px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328}\
    .head{font-weight:600;font-size:16px}.part{font-weight:600}.own{font-weight:600}.faint{fill:#59636e;font-size:12px}\
    .paper{fill:#fff}.bar{fill:#8c959f}.best{fill:#0969da}.track{fill:#eaeef2}.grid{stroke:#d1d9e0;fill:none}\
    .fit{stroke:#59636e;fill:none;stroke-width:1.5;stroke-dasharray:5 4}.line{stroke:#0969da;fill:none;stroke-width:2}\
    .dot{fill:#0969da}\
    @media(prefers-color-scheme:dark){text{fill:#e6edf3}.faint{fill:#9198a1}.paper{fill:#0d1117}.bar{fill:#656c76}\
    .best{fill:#4493f8}.track{fill:#262c36}.grid{stroke:#3d444d}.fit{stroke:#9198a1}.line{stroke:#4493f8}.dot{fill:#4493f8}}
    """

  private static func attribute(_ name: String, _ value: String) -> String {
    value.isEmpty ? "" : " \(name)=\"\(value)\""
  }

  /// A number of pixels with a tenth at most.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
