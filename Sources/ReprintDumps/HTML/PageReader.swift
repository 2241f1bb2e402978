/// Reads a page's tags and text into blocks, without building a tree: a stack of open elements is all it keeps.
struct PageReader: ~Copyable {
  private struct OpenElement {
    var name = PackedName()
    var tag = HTMLTag.body
    var traits = HTMLTag.body.traits
    var kind = PageBlock.Kind.paragraph
    var headingLevel: UInt8 = 0
    var isDropped = false
    var isPreformatted = false
    var isBroken = false
    var region: Int32 = 0
    var container: Int32 = 0
    /// The places in the stack of what may have to be closed from inside, -1 for none.
    var paragraph: Int32 = -1
    var item: Int32 = -1
    var row: Int32 = -1
    var cell: Int32 = -1
    /// How many blocks there were when it opened.
    var firstBlock = 0
  }

  private struct OpenLink {
    var target: Range<Int>
    var rel: Range<Int>?
    var textStart: Int
    var depth: Int
  }

  /// Elements nested deeper count as their parents, as in browsers.
  private static var maximumDepth: Int { 512 }
  /// Cells with more text than this are no table's, but parts of a layout.
  private static var longestCell: Int { 200 }
  private static var longestTarget: Int { 4096 }

  private var tokenizer: HTMLTokenizer
  private var stack: [OpenElement] = [OpenElement()]
  private var overflow = 0
  private var openLink: OpenLink?
  private let traits = HTMLTag.allTraits
  private let hints = HintWords.shared
  private var blockRegion: Int32 = 0
  private var blockTop = OpenElement()
  private var blockLinked = 0
  private var byline: (depth: Int, start: Int, property: PageMetadata.TextProperty)?

  private(set) var text: PageText
  private(set) var blocks: [PageBlock] = []
  private(set) var regions = [PageRegion(parent: 0, own: [])]
  private(set) var structure = PageStructure()
  private(set) var links: [PageLink] = []
  private(set) var metadata = PageMetadata()

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    tokenizer = HTMLTokenizer(bytes)
    tokenizer.readsCDATA = bytes.starts(with: "<?xml".utf8)
    text = PageText(capacity: bytes.count / 4)
  }

  /// Reads the page to its end.
  mutating func read() {
    loop: while true {
      switch tokenizer.next() {
      case .text: append(tokenizer.text)
      case .startTag: open()
      case .endTag: close()
      case .end: break loop
      }
    }
    pop(to: 1)
    endBlock()
    let contexts = PageRegion.contexts(&regions)
    for index in blocks.indices { blocks[index].context = contexts[Int(blocks[index].context.rawValue)] }
  }

  private func source(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: tokenizer.bytes[range])
  }

  // MARK: Text

  private mutating func append(_ range: Range<Int>, decodes: Bool = true) {
    let top = stack[stack.count - 1]
    if top.isDropped { return }
    guard top.isPreformatted else { return appendPart(range, top, decodes: decodes) }
    var start = range.lowerBound
    for index in range where tokenizer.bytes[index] == 0x0A {
      appendPart(start..<index, top, decodes: decodes)
      endBlock()
      start = index + 1
    }
    appendPart(start..<range.upperBound, top, decodes: decodes)
  }

  private mutating func appendPart(_ range: Range<Int>, _ top: OpenElement, decodes: Bool) {
    let wasEmpty = text.isBlockEmpty
    let before = text.count
    if top.isPreformatted {
      text.append(preformatted: source(range), decodes: decodes)
    } else {
      text.append(source(range), decodes: decodes)
    }
    let added = text.count - before
    if added == 0 { return }
    if openLink != nil { blockLinked += added }
    if wasEmpty {
      blockTop = top
      blockRegion = top.region
    } else if top.region != blockRegion {
      blockRegion = commonRegion(top.region, blockRegion)
    }
  }

  /// The innermost region that holds two.
  private func commonRegion(_ first: Int32, _ second: Int32) -> Int32 {
    var (first, second) = (first, second)
    while first != second {
      if first > second { first = regions[Int(first)].parent } else { second = regions[Int(second)].parent }
    }
    return first
  }

  private mutating func endBlock() {
    let linked = blockLinked
    blockLinked = 0
    guard let range = text.endBlock() else { return }
    let level = blockTop.headingLevel
    if level == 1 && linked < range.count / 2 { regions[Int(blockRegion)].hasHeadline = true }
    regions[Int(blockRegion)].plainBytes += max(0, range.count - linked)
    // The region's number stands in for its context until all are known.
    blocks.append(
      PageBlock(
        text: range, kind: blockTop.kind, headingLevel: level, context: BlockContext(rawValue: UInt32(blockRegion)),
        linkedBytes: min(linked, range.count), container: Int(blockTop.container)))
    if level == 1 { metadata.noteHeadline(text.bytes[range]) }
  }

  // MARK: Tags

  private mutating func open() {
    let tag = tokenizer.tag
    let traits = traits[Int(tag.rawValue)]
    switch tag {
    case .html, .head, .body: return metadata.noteLanguage(tokenizer)
    case .base, .meta, .link: return metadata.note(tokenizer)
    case .br: return stack[stack.count - 1].isDropped ? () : endBlock()
    case .script: return metadata.noteScript(tokenizer, source(tokenizer.rawText))
    case .title:
      return stack[stack.count - 1].isDropped ? () : metadata.noteTitle(source(tokenizer.rawText))
    case .xmp:
      endBlock()
      append(tokenizer.rawText, decodes: false)
      return endBlock()
    default: break
    }
    if !traits.isDisjoint(with: [.raw, .escapableRaw]) { return }
    closeImplied(tag, traits)
    if traits.contains(.block) { endBlock() }
    if traits.contains(.void) { return }
    guard stack.count < Self.maximumDepth else { return overflow += 1 }
    push(tag, traits)
    if tag == .a { openLinkOfTag() }
  }

  /// Closes what the standard says a start tag closes.
  private mutating func closeImplied(_ tag: HTMLTag, _ traits: HTMLTag.Traits) {
    let top = stack[stack.count - 1]
    if traits.contains(.closesParagraph), top.paragraph > 0 { pop(to: Int(top.paragraph)) }
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if stack[stack.count - 1].traits.contains(.heading) { pop(to: stack.count - 1) }
    case .li, .dd, .dt:
      let item = Int(stack[stack.count - 1].item)
      if item > 0, (stack[item].tag == .li) == (tag == .li) { pop(to: item) }
    case .td, .th: if top.cell > 0 { pop(to: Int(top.cell)) }
    case .tr, .tbody, .thead, .tfoot: if top.row > 0 { pop(to: Int(top.row)) }
    case .a: closeLink()
    default: break
    }
  }

  private mutating func push(_ tag: HTMLTag, _ traits: HTMLTag.Traits) {
    let top = stack[stack.count - 1]
    let depth = Int32(stack.count)
    var element = top
    element.name = tokenizer.name
    element.tag = tag
    element.traits = traits
    element.isBroken = false
    element.firstBlock = blocks.count
    element.isPreformatted = top.isPreformatted || traits.contains(.preformatted)
    element.isDropped = top.isDropped || traits.contains(.dropped) || isHidden(tag)
    if traits.contains(.barrier) { element.paragraph = -1 }
    switch tag {
    case .p: element.paragraph = depth
    case .li, .dd, .dt: element.item = depth
    case .ul, .ol, .dl, .menu, .dir: element.item = -1
    case .tr: element.row = depth
    case .td, .th:
      element.cell = depth
      element.item = -1
    case .table:
      element.row = -1
      element.cell = -1
      element.item = -1
    default: break
    }
    if traits.contains(.block) {
      element.kind = kind(of: tag, in: top)
      element.headingLevel = tag.headingLevel
    }
    if traits.contains(.container) {
      element.container = Int32(structure.parents.count)
      structure.parents.append(top.container)
    }
    if !element.isDropped { noteMarkup(of: tag, &element) }
    stack.append(element)
  }

  private func kind(of tag: HTMLTag, in parent: OpenElement) -> PageBlock.Kind {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .li, .dd, .dt: .listItem
    case .figcaption, .caption: .caption
    case .pre, .listing, .plaintext, .xmp: .preformatted
    case .table, .td, .th, .tr, .ul, .ol, .dl, .blockquote: .paragraph
    default: parent.kind == .heading ? .paragraph : parent.kind
    }
  }

  /// Makes a region of an element whose tag or names say something, and takes down what it says of the page.
  private mutating func noteMarkup(of tag: HTMLTag, _ element: inout OpenElement) {
    var own: BlockContext =
      switch tag {
      case .nav: .navigation
      case .header: .header
      case .footer: .footer
      case .aside: .aside
      case .form: .form
      case .button, .label: .control
      case .article: .article
      case .main: .main
      case .blockquote: .quote
      default: []
      }
    if tag == .other { own.formUnion(hints.context(of: source(tokenizer.nameRange))) }
    if tokenizer.hasAttributes {
      if let names = tokenizer.value(.classes) { own.formUnion(hints.context(of: names)) }
      if let names = tokenizer.value(.id) { own.formUnion(hints.context(of: names)) }
      if let role = tokenizer.string(.role) { own.formUnion(HintWords.context(ofRole: role)) }
      if let property = tokenizer.value(.itemprop), property.elementsEqual("articleBody".utf8) {
        own.insert(.articleBody)
      }
      if let property = metadata.noteElement(tokenizer, isByline: own.contains(.byline)), byline == nil {
        byline = (stack.count, text.count, property)
      }
    }
    guard !own.isEmpty else { return }
    let parent = Int(element.region)
    element.region = Int32(regions.count)
    regions.append(PageRegion(parent: Int32(parent), own: own))
    if !own.isDisjoint(with: [.article, .main, .articleBody]) { regions[regions.count - 1].hasArticle = true }
  }

  private func isHidden(_ tag: HTMLTag) -> Bool {
    guard tokenizer.hasAttributes else { return false }
    if tokenizer.value(.hidden) != nil { return true }
    // Pages hide their text from readers of the screen while a dialog is open.
    if let hidden = tokenizer.value(.ariaHidden), hidden.elementsEqual("true".utf8), tag != .main, tag != .article,
      tag != .div || stack.count > 2
    {
      return true
    }
    guard let style = tokenizer.value(.style), style.count >= 12 else { return false }
    let declarations = String(decoding: style.lazy.filter { $0 > 0x20 }.map { $0 | 0x20 }, as: UTF8.self)
    return declarations.contains("display:none") || declarations.contains("visibility:hidden")
  }

  private mutating func close() {
    let tag = tokenizer.tag
    let traits = traits[Int(tag.rawValue)]
    let isBlock = traits.contains(.block)
    if tag == .br || isBlock && overflow > 0 || tag == .p && stack[stack.count - 1].paragraph < 0 { endBlock() }
    if traits.contains(.void) || !traits.isDisjoint(with: [.raw, .escapableRaw]) { return }
    if tag == .a { closeLink() }
    if overflow > 0 { return overflow -= 1 }
    let isWide = isBlock || traits.contains(.dropped)
    let isTablePart = [.table, .td, .th, .tr, .tbody, .thead, .tfoot].contains(tag)
    var index = stack.count - 1
    while index > 0 {
      let element = stack[index]
      let isSame =
        element.tag == tag && (tag != .other || element.name == tokenizer.name)
        || traits.contains(.heading) && element.traits.contains(.heading)
      if isSame { return pop(to: index) }
      let blocksWay =
        isTablePart
        ? element.tag == .table : isWide ? element.traits.contains(.barrier) : element.traits.contains(.block)
      if blocksWay { return }
      index -= 1
    }
  }

  /// Closes open elements until `depth` of them are left.
  private mutating func pop(to depth: Int) {
    while stack.count > depth {
      let element = stack[stack.count - 1]
      if element.traits.contains(.block) { endBlock() }
      stack.removeLast()
      if let link = openLink, stack.count <= link.depth { closeLink() }
      if let open = byline, stack.count == open.depth {
        byline = nil
        if open.start < text.count { metadata.note(open.property, text.bytes[open.start...]) }
      }
      switch element.tag {
      case .td, .th: endCell(element)
      case .tr: endRow(element)
      default: break
      }
    }
  }

  /// Notes whether a cell holds more than a table's would.
  private mutating func endCell(_ cell: OpenElement) {
    guard cell.row > 0, Int(cell.row) < stack.count else { return }
    let content = blocks[cell.firstBlock...]
    let isPlain = content.allSatisfy {
      ($0.kind == .paragraph || $0.kind == .listItem) && $0.text.count <= Self.longestCell
    }
    if content.count > 1 || !isPlain { stack[Int(cell.row)].isBroken = true }
  }

  /// Makes one block of a row's cells.
  private mutating func endRow(_ row: OpenElement) {
    let cells = blocks[row.firstBlock...]
    guard cells.count > 1, !row.isBroken else { return }
    var whole = cells.first!
    for cell in cells.dropLast() { text.join(at: cell.text.upperBound) }
    whole.kind = .tableRow
    whole.text = whole.text.lowerBound..<cells.last!.text.upperBound
    whole.linkedBytes = cells.reduce(0) { $0 + $1.linkedBytes }
    whole.context = BlockContext(rawValue: UInt32(row.region))
    whole.container = Int(row.container)
    blocks.removeSubrange(row.firstBlock...)
    blocks.append(whole)
  }

  // MARK: Links

  private mutating func openLinkOfTag() {
    guard let target = tokenizer.value(.href), !target.isEmpty, !stack[stack.count - 1].isDropped else { return }
    let base = tokenizer.bytes.baseAddress!
    let start = target.baseAddress! - base
    let rel = tokenizer.value(.rel).map { $0.baseAddress! - base..<$0.baseAddress! - base + $0.count }
    openLink = OpenLink(
      target: start..<start + target.count, rel: rel, textStart: text.count, depth: stack.count - 1)
  }

  private mutating func closeLink() {
    guard let link = openLink else { return }
    openLink = nil
    guard link.target.count <= Self.longestTarget, link.textStart <= text.count else { return }
    let bytes = text.bytes
    var range = link.textStart..<text.count
    while let first = range.first, bytes[first] <= 0x20 { range = range.dropFirst() }
    while let last = range.last, bytes[last] <= 0x20 { range = range.dropLast() }
    func string(_ range: Range<Int>) -> String {
      String(decoding: CharacterReferences.decoded(source(range), inAttribute: true), as: UTF8.self)
    }
    links.append(PageLink(target: string(link.target), text: range, rel: link.rel.map(string) ?? ""))
  }
}
