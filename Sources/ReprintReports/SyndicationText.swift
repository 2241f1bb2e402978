import Reprint

/// Stories, outlets and edges for a terminal.
struct SyndicationText {
  private let width: Int

  init(width: Int) { self.width = max(40, width) }

  func text(_ found: Syndication) -> String {
    guard !found.stories.isEmpty else { return "No page reuses another.\n" }
    var parts = found.stories.enumerated().map { story($0.element, number: $0.offset + 1) }
    if !found.outlets.isEmpty { parts.append(outlets(found.outlets)) }
    if !found.edges.isEmpty { parts.append(edges(found.edges)) }
    return parts.joined(separator: "\n")
  }

  private func story(_ story: Story, number: Int) -> String {
    let original = story.original
    let name = [original.article.title ?? original.article.id, original.outlet, original.article.published?.text]
    var result = line("\(number)  " + name.compactMap { $0 }.joined(separator: " · "))
    result += "   \(basis(story.originalBasis))\n"
    result += " has   own    words  how         credit    after      page\n"
    for (place, depth) in inOrderOfDescent(story) { result += copy(story.pages[place], depth: depth) }
    return result
  }

  private func basis(_ basis: Story.OriginalBasis) -> String {
    switch basis {
    case .published: "published first"
    case .selfMention: "likely the first: others name its outlet"
    case .substitution: "likely the first: others have odd words for its own"
    case .containment: "likely the first: others are parts of it"
    case .undetermined: "which page came first can't be told; this one comes first here"
    }
  }

  /// The copies, each behind its parent, with how many pages stand between it and the original.
  private func inOrderOfDescent(_ story: Story) -> [(place: Int, depth: Int)] {
    var children: [[Int]] = Array(repeating: [], count: story.pages.count)
    for (place, page) in story.pages.enumerated() {
      if let parent = page.reuse?.parent { children[parent].append(place) }
    }
    var result: [(place: Int, depth: Int)] = []
    var left: [(place: Int, depth: Int)] = children[0].reversed().map { ($0, 0) }
    while let next = left.popLast() {
      result.append(next)
      left += children[next.place].reversed().map { ($0, next.depth + 1) }
    }
    return result
  }

  private func copy(_ page: StoryPage, depth: Int) -> String {
    guard let reuse = page.reuse else { return "" }
    let fields = [
      TerminalText.right(Figures.percent(reuse.verdict.coverage.words), 4),
      TerminalText.right(Figures.percent(reuse.verdict.share.words), 5),
      TerminalText.right(TerminalText.count(reuse.verdict.matchedWords), 8),
      "  " + TerminalText.left(reuse.verdict.kind.rawValue, 12),
      TerminalText.left(reuse.attribution.kind.rawValue, 10), TerminalText.left(Figures.delay(reuse.lag), 11),
    ]
    let descent = depth == 0 ? "" : String(repeating: "  ", count: min(8, depth) - 1) + "↳ "
    let name = [page.article.id, page.outlet].compactMap { $0 }.joined(separator: " · ")
    return line(fields.joined() + descent + name)
  }

  private func outlets(_ outlets: [Outlet]) -> String {
    let ranked = outlets.enumerated().sorted {
      let (a, b) = ($0.element.copies + $0.element.copiesGiven, $1.element.copies + $1.element.copiesGiven)
      return a == b ? $0.offset < $1.offset : a > b
    }
    var result = "Outlets\n pages  first  given  taken  copies  credited  after      outlet\n"
    for (_, outlet) in ranked {
      let credited = outlet.copies == 0 ? "" : Figures.percent(outlet.attributedShare)
      let after = outlet.copies == 0 ? "" : Figures.delay(outlet.medianLag)
      let fields = [
        TerminalText.right(TerminalText.count(outlet.pages), 6),
        TerminalText.right(TerminalText.count(outlet.storiesOriginated), 7),
        TerminalText.right(TerminalText.count(outlet.copiesGiven), 7),
        TerminalText.right(TerminalText.count(outlet.storiesTaken), 7),
        TerminalText.right(TerminalText.count(outlet.copies), 8), TerminalText.right(credited, 10),
        "  " + TerminalText.left(after, 11), outlet.name,
      ]
      result += line(fields.joined())
    }
    return result
  }

  private func edges(_ edges: [OutletEdge]) -> String {
    let ranked = edges.enumerated().sorted {
      $0.element.copies == $1.element.copies
        ? $0.offset < $1.offset : $0.element.copies > $1.element.copies
    }
    var result = "Who took from whom\n copies  stories  credited  after      outlets\n"
    for (_, edge) in ranked {
      let fields = [
        TerminalText.right(TerminalText.count(edge.copies), 7),
        TerminalText.right(TerminalText.count(edge.stories), 9),
        TerminalText.right(Figures.percent(edge.attributedShare), 10),
        "  " + TerminalText.left(Figures.delay(edge.medianLag), 11), "\(edge.from) → \(edge.to)",
      ]
      result += line(fields.joined())
    }
    return result
  }

  private func line(_ text: String) -> String { TerminalText.line(text, width: width) + "\n" }
}
