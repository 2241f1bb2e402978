/// What tags do to the stack of open elements and to blocks.
extension PageReader {
  mutating func open() {
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
    if tokenizer.hasAttributes || tag == .time {
      if let names = tokenizer.value(.classes) { own.formUnion(hints.context(of: names)) }
      if let names = tokenizer.value(.id) { own.formUnion(hints.context(of: names)) }
      if let role = tokenizer.string(.role) { own.formUnion(HintWords.context(ofRole: role)) }
      if let property = tokenizer.value(.itemprop), property.elementsEqual("articleBody".utf8) {
        own.insert(.articleBody)
      }
      let isByline = own.contains(.byline)
      if PageMetadata.mayHold(tokenizer, isByline: isByline) {
        let standing = standing(own, in: Int(element.region))
        if let property = metadata.noteElement(tokenizer, isByline: isByline, standing), byline == nil {
          byline = (stack.count, text.count, property)
        }
      }
    }
    guard !own.isEmpty else { return }
    let parent = Int(element.region)
    element.region = Int32(regions.count)
    regions.append(PageRegion(parent: Int32(parent), own: own))
    if !own.isDisjoint(with: .story) { regions[regions.count - 1].hasArticle = true }
  }

  /// Where an element stands that says some things itself, by the regions around it.
  private func standing(_ own: BlockContext, in region: Int) -> ElementStanding {
    let beside: BlockContext = [.comments, .aside, .navigation]
    var (isInArticle, isFooter, isDoubtful) = (false, false, false)
    // A byline's own name may well say "widget".
    var (context, region) = (own.subtracting(.furnitureName), region)
    while true {
      if !context.isDisjoint(with: beside) { return .outside }
      // Whole pages stand in a `div` of class `widget`.
      if context.contains(.furnitureName) {
        if !isInArticle { return .outside }
        isDoubtful = true
      }
      if context.contains(.footer), !isInArticle { isFooter = true }
      if !context.isDisjoint(with: .story) { isInArticle = true }
      guard region > 0 else { break }
      (context, region) = (regions[region].own, Int(regions[region].parent))
    }
    if isDoubtful { return .doubtful }
    return isInArticle ? (isFooter ? .page : .article) : isFooter ? .outside : .page
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

  mutating func close() {
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
  mutating func pop(to depth: Int) {
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
    let isPlain =
      content.count < 2
      && content.allSatisfy {
        ($0.kind == .paragraph || $0.kind == .listItem) && $0.text.count <= Self.longestCell
      }
    if !isPlain { stack[Int(cell.row)].isBroken = true }
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
}
