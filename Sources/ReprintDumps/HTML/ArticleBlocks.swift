/// Decides, from one page alone, which of its blocks are the article and which are furniture.
///
/// Every block gets a score: prose counts for it, links against it. The element that holds most of the prose is looked
/// for, then the run of blocks in it with the greatest sum; inside the run, what is marked as furniture or is nothing
/// but links goes. So a short line in the middle of an article stays, and the same line in a footer doesn't.
package struct ArticleBlocks {
  private let blocks: [PageBlock]
  private let structure: PageStructure
  private var measures: [BlockMeasure] = []
  private var isHeadline: [Bool] = []
  private var isFurniture: [Bool] = []
  private var scores: [Double] = []
  private var kept: [Bool]

  /// One paragraph of a few lines is worth this much at most, lest a single long block outweigh an article.
  private static let greatestScore = 4.0
  /// The headline draws the run to itself, as much as a long paragraph does.
  private static let headlineScore = 4.0
  /// A child with this share of an element's prose stands for it.
  private static let dominantShare = 0.8
  /// From this share of links on a block is a link and no text with links.
  private static let linkShare = 0.6

  /// For each block of a page, whether it belongs to the article.
  package static func kept(_ page: HTMLPage) -> [Bool] {
    var decision = ArticleBlocks(page, ignoresFurniture: false)
    if !decision.kept.contains(true), decision.holdsText {
      decision = ArticleBlocks(page, ignoresFurniture: true)
    }
    // Where nothing leads elsewhere there is no furniture: a page of a few words.
    if !decision.kept.contains(true), page.links.isEmpty, !decision.isFurniture.contains(true) {
      return Array(repeating: true, count: page.blocks.count)
    }
    return decision.kept
  }

  /// Whether text is left out only because all of it is marked as furniture.
  private var holdsText: Bool {
    var weight = 0
    for (index, block) in blocks.enumerated() where isFurniture[index] && !block.context.contains(.comments) {
      if measures[index].isSentence { weight += measures[index].weight }
    }
    return weight >= 3 * BlockMeasure.prose
  }

  private init(_ page: HTMLPage, ignoresFurniture: Bool) {
    blocks = page.blocks
    structure = page.structure
    kept = Array(repeating: false, count: blocks.count)
    let title = LetterKey((page.title ?? "").utf8)
    let authors = (page.author ?? "").split(separator: ",").prefix(8).map {
      Array(PageMetadata.collapsed(String($0))?.utf8 ?? "".utf8)
    }
    for block in blocks {
      let text = page.text[block.text]
      let measure = BlockMeasure(text, linkedBytes: block.linkedBytes)
      let isHeadline = text.count < 500 && LetterKey(text).isHeadline(of: title)
      var marks = block.context.intersection(.furniture)
      if isHeadline { marks.remove(.header) }
      let isByline =
        !isHeadline && !measure.isSentence
        && authors.contains { (4...200).contains($0.count) && text.count <= $0.count + 30 && Self.holds(text, $0) }
      measures.append(measure)
      self.isHeadline.append(isHeadline && (block.kind == .heading || measure.linkShare < Self.linkShare))
      isFurniture.append(!ignoresFurniture && !marks.isEmpty || measure.isCopyright || isByline)
    }
    scores = blocks.indices.map(score)
    keepArticle()
  }

  private static func holds(_ text: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
    text.indices.contains { text[$0] == name[0] && text[$0...].starts(with: name) }
  }

  private func isLink(_ index: Int) -> Bool { measures[index].linkShare >= Self.linkShare && !isHeadline[index] }

  // MARK: Scores

  private func score(of index: Int) -> Double {
    let measure = measures[index]
    if isFurniture[index] { return 0 }
    if isHeadline[index] { return Self.headlineScore }
    if isLink(index) { return -1 }
    switch blocks[index].kind {
    case .heading: return 0
    case .tableRow, .preformatted: return 0.1
    case .listItem where !measure.isSentence && measure.weight < BlockMeasure.prose: return 0.1
    default: break
    }
    if isTeaser(index) { return -0.3 }
    guard measure.isSentence || measure.weight >= BlockMeasure.prose else { return -0.4 }
    let prose = 0.5 + Double(measure.weight) / Double(BlockMeasure.prose)
    return min(prose, Self.greatestScore) * (1 - measure.linkShare)
  }

  /// A few words under a linked headline.
  private func isTeaser(_ index: Int) -> Bool {
    guard index > 0, measures[index].weight < 200, isLink(index - 1), !isFurniture[index - 1] else { return false }
    let before = blocks[index - 1]
    guard before.text.count >= 15 else { return false }
    if before.kind == .heading { return true }
    return before.container == blocks[index].container && index >= 2 && blocks[index - 2].container != before.container
  }

  // MARK: The element and the run

  private mutating func keepArticle() {
    let range = run(in: blocksOfElement())
    guard !range.isEmpty else { return }
    for index in range { kept[index] = true }
    keepLastLines(behind: range.upperBound - 1)
    keepHeadline(before: range.lowerBound)
    dropFurniture()
    dropBylines()
  }

  /// Drops what stands between the headline and the text and is no sentence: bylines, dates, reading times.
  ///
  /// A standfirst may come first; the text is what stands in the element with most of the prose.
  private mutating func dropBylines() {
    guard let headline = blocks.indices.first(where: { kept[$0] && (isHeadline[$0] || blocks[$0].headingLevel == 1) })
    else { return }
    var prose: [Int: Double] = [:]
    var text = (element: -1, prose: 0.0)
    for index in blocks.indices where kept[index] && !isHeadline[index] {
      let element = blocks[index].container
      prose[element, default: 0] += max(0, scores[index])
      if prose[element]! > text.prose { text = (element, prose[element]!) }
    }
    for index in blocks[(headline + 1)...].indices.prefix(Self.longestByline) where kept[index] {
      let isShort = !measures[index].isSentence && measures[index].weight < 60
      if isShort && blocks[index].kind == .paragraph {
        kept[index] = false
      } else if blocks[index].container == text.element {
        return
      }
    }
  }

  /// Bylines have a few lines at most.
  private static let longestByline = 6

  /// The blocks of the innermost element that holds nearly all of the prose, and whether that is the whole page.
  private func blocksOfElement() -> (range: Range<Int>, isPage: Bool) {
    let parents = structure.parents
    var prose = [Double](repeating: 0, count: parents.count)
    for (index, block) in blocks.enumerated() { prose[block.container] += max(0, scores[index]) }
    var best = [Int](repeating: -1, count: parents.count)
    for element in stride(from: parents.count - 1, to: 0, by: -1) {
      let parent = Int(parents[element])
      prose[parent] += prose[element]
      if best[parent] < 0 || prose[element] >= prose[best[parent]] { best[parent] = element }
    }
    var element = 0
    while best[element] >= 0, prose[best[element]] > 0, prose[best[element]] >= Self.dominantShare * prose[element] {
      element = best[element]
    }
    guard element > 0 else { return (0..<blocks.count, true) }
    // Elements are numbered as they open: those inside are those whose parent is.
    var isInside = [Bool](repeating: false, count: parents.count)
    for number in element..<parents.count { isInside[number] = number == element || isInside[Int(parents[number])] }
    let first = blocks.firstIndex { isInside[$0.container] } ?? 0
    let last = blocks.lastIndex { isInside[$0.container] } ?? -1
    return (first..<last + 1, false)
  }

  /// The run with the greatest sum of scores (Kadane's algorithm).
  ///
  /// A box of links inside the article costs no more than a paragraph or two, however long it is; in a page without
  /// structure links are all that separates the article from the rest, and more of them weigh more.
  private func run(in element: (range: Range<Int>, isPage: Bool)) -> Range<Int> {
    let longestRun = element.isPage ? 12 : 3
    var best = 0.0
    var bestRange = 0..<0
    var sum = 0.0
    var start = element.range.lowerBound
    var links = 0
    for index in element.range {
      var score = scores[index]
      if score > 0.2 {
        links = 0
      } else if isLink(index) && !isFurniture[index] {
        links += 1
        if links > longestRun { score = 0 }
      }
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += score
      if sum > best {
        best = sum
        bestRange = start..<index + 1
      }
    }
    return bestRange
  }

  /// Keeps the lines without full stop that end the article: neighbours of its last block.
  private mutating func keepLastLines(behind last: Int) {
    var index = last + 1
    while index < blocks.count, blocks[index].container == blocks[last].container, !isLink(index) {
      if blocks[index].kind == .heading { return }
      kept[index] = true
      index += 1
    }
  }

  /// Keeps the headline that stands outside of the article's element, and the sentences below it.
  private mutating func keepHeadline(before first: Int) {
    if kept.indices.contains(where: { kept[$0] && (isHeadline[$0] || blocks[$0].headingLevel == 1) }) { return }
    let candidates = (0..<first).filter { !isFurniture[$0] && !isLink($0) }
    let headline =
      candidates.last { isHeadline[$0] } ?? candidates.last { blocks[$0].headingLevel == 1 }
      ?? candidates.last { blocks[$0].headingLevel == 2 }
    guard let headline else { return }
    kept[headline] = true
    for index in candidates where index > headline {
      if measures[index].isSentence && scores[index] > 0 { kept[index] = true }
    }
  }

  /// Drops furniture and links from the run, and the labels above links.
  private mutating func dropFurniture() {
    var labelled = false  // the block below is a dropped link
    for index in blocks.indices.reversed() where kept[index] {
      let measure = measures[index]
      if isFurniture[index] {
        kept[index] = false
        labelled = false
      } else if isLink(index), measure.linkShare >= 0.9 || !measure.isSentence {
        kept[index] = false
        labelled = true
      } else if labelled, !isHeadline[index], blocks[index].headingLevel != 1,
        blocks[index].kind == .heading || measure.weight < 40 && !measure.isSentence
      {
        kept[index] = false
      } else {
        labelled = false
      }
    }
  }
}
