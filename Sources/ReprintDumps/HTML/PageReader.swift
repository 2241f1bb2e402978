/// Reads a page's tags and text into blocks, without building a tree: a stack of open elements is all it keeps.
struct PageReader: ~Copyable {
  struct OpenElement {
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

  struct OpenLink {
    var target: Range<Int>
    var rel: Range<Int>?
    var textStart: Int
    var depth: Int
  }

  /// Elements nested deeper count as their parents, as in browsers.
  static var maximumDepth: Int { 512 }
  /// Cells with more text than this are no table's, but parts of a layout.
  static var longestCell: Int { 200 }
  private static var longestTarget: Int { 4096 }

  var tokenizer: HTMLTokenizer
  var stack: [OpenElement] = [OpenElement()]
  var overflow = 0
  var openLink: OpenLink?
  let traits = HTMLTag.allTraits
  let hints = HintWords.shared
  var blockRegion: Int32 = 0
  var blockTop = OpenElement()
  var blockLinked = 0
  var byline: (depth: Int, start: Int, property: PageMetadata.TextProperty)?

  var text: PageText
  var blocks: [PageBlock] = []
  var regions = [PageRegion(parent: 0, own: [])]
  var structure = PageStructure()
  var links: [PageLink] = []
  var metadata = PageMetadata()

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

  func source(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: tokenizer.bytes[range])
  }

  // MARK: Text

  mutating func append(_ range: Range<Int>, decodes: Bool = true) {
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

  mutating func appendPart(_ range: Range<Int>, _ top: OpenElement, decodes: Bool) {
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
  func commonRegion(_ first: Int32, _ second: Int32) -> Int32 {
    var (first, second) = (first, second)
    while first != second {
      if first > second { first = regions[Int(first)].parent } else { second = regions[Int(second)].parent }
    }
    return first
  }

  mutating func endBlock() {
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
    if level == 1 || level == 2 { metadata.noteHeading(text.bytes[range], level: level) }
  }

  // MARK: Links

  mutating func openLinkOfTag() {
    guard let target = tokenizer.value(.href), !target.isEmpty, !stack[stack.count - 1].isDropped else { return }
    let base = tokenizer.bytes.baseAddress!
    let start = target.baseAddress! - base
    let rel = tokenizer.value(.rel).map { $0.baseAddress! - base..<$0.baseAddress! - base + $0.count }
    openLink = OpenLink(
      target: start..<start + target.count, rel: rel, textStart: text.count, depth: stack.count - 1)
  }

  mutating func closeLink() {
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
