import Reprint

/// The outlets and the lines between them: as wide as copies were taken, broken where most gave no credit.
extension ReusePage {
  private static let rowHeight = 26.0

  func appendNetwork(to output: HTMLOutput) {
    let network = OutletNetwork(report)
    guard !network.edges.isEmpty else { return }
    let rows = max(network.givers.count, network.takers.count)
    let height = Double(rows) * Self.rowHeight
    output.markup(
      """
      <section class="wide" aria-labelledby="network-title">
      <h2 id="network-title">From whom</h2>
      <p class="explained">Left: outlets that were taken from. Right: who took from them. The wider a line, the more \
      copies; broken lines gave no credit, or seldom.</p>
      <figure class="network">
      <svg height="\(Int(height))" role="img" aria-label="\(TerminalText.count(network.givers.count, "outlet")) taken from \
      by \(TerminalText.count(network.takers.count)), as listed below">
      <svg x="34%" width="32%" height="\(Int(height))" viewBox="0 0 100 \(Int(height))" preserveAspectRatio="none">

      """)
    for edge in network.edges {
      let from = Self.middle(edge.from, of: network.givers.count, height)
      let to = Self.middle(edge.to, of: network.takers.count, height)
      let width = (15 + min(120, Double(edge.copies - 1).squareRoot() * 25)).rounded() / 10
      output.markup(
        "<path class=\"\(2 * edge.credited >= edge.copies ? "credited" : "uncredited")\" d=\"M2 \(from)C50 \(from) 50 "
          + "\(to) 98 \(to)\" stroke-width=\"\(width)\"/>\n")
    }
    output.markup("</svg>\n")
    for (number, outlet) in network.givers.enumerated() {
      append(outlet: outlet, "33%", "end", Self.middle(number, of: network.givers.count, height), to: output)
    }
    for (number, outlet) in network.takers.enumerated() {
      append(outlet: outlet, "67%", "start", Self.middle(number, of: network.takers.count, height), to: output)
    }
    output.markup("</svg>\n<figcaption>")
    if network.within > 0 {
      output.markup(
        "<p>\(TerminalText.count(network.within, "copy", "copies")) within one outlet \(network.within == 1 ? "is" : "are") "
          + "not drawn.</p>")
    }
    append(list: network, to: output)
    output.markup("</figcaption>\n</figure>\n</section>\n")
  }

  private func append(list network: OutletNetwork, to output: HTMLOutput) {
    output.markup(
      """
      <details><summary>The same as a table</summary>
      <table class="edges"><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">Copies</th>\
      <th scope="col">With credit</th><th scope="col">Median time between</th></tr></thead>
      <tbody>

      """)
    for edge in network.edges {
      output.markup("<tr><td>")
      Self.append(name: network.givers[edge.from].name, to: output)
      output.markup("</td><td>")
      Self.append(name: network.takers[edge.to].name, to: output)
      output.markup(
        "</td><td>\(TerminalText.count(edge.copies))</td><td>\(TerminalText.count(edge.credited))</td>"
          + "<td>\(edge.medianLag.map(Figures.delay) ?? "")</td></tr>\n")
    }
    output.markup("</tbody></table>\n</details>\n")
  }

  /// The height of the middle of an outlet's row; columns with fewer outlets use the whole height too.
  private static func middle(_ number: Int, of count: Int, _ height: Double) -> Double {
    ((Double(number) + 0.5) / Double(count) * height * 10).rounded() / 10
  }

  private func append(
    outlet: OutletNetwork.Outlet, _ x: String, _ anchor: String, _ y: Double, to output: HTMLOutput
  ) {
    let isLeft = anchor == "end"
    output.markup("<text x=\"\(x)\" y=\"\(y)\" dy=\".35em\" text-anchor=\"\(anchor)\"><title>")
    output.text(outlet.name)
    output.markup("</title>")
    let count = "<tspan class=\"figure\">\(TerminalText.count(outlet.copies))</tspan>"
    // Two lengths of a name, of which the style shows the one that there is room for.
    for (style, most) in [("long", 40), ("short", 15)] {
      output.markup("<tspan class=\"\(style)\">")
      if !isLeft { output.markup("\(count) ") }
      output.text(TracedArticle.shown(outlet.name, most: most))
      if isLeft { output.markup(" \(count)") }
      output.markup("</tspan>")
    }
    output.markup("</text>\n")
  }
}
