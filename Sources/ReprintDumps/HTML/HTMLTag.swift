/// The elements that matter for where text stands; all others are `other`.
enum HTMLTag: UInt8, CaseIterable {
  case other
  case a, address, annotation, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption, center
  case cite, code, col, colgroup, datalist, dd, details, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption
  case figure, font, footer, form, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img
  case input, label, legend, li, link, listing, main, map, math, menu, meta, nav, noembed, noframes, noscript, object
  case ol, optgroup, option, p, param, plaintext, pre, q, rp, rt, rtc, s, script, section, select, small, source, span
  case strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr
  case track, u, ul, video, wbr, xmp

  /// What the reader must know of an element.
  struct Traits: OptionSet {
    let rawValue: UInt16

    /// Has neither content nor an end tag.
    static let void = Traits(rawValue: 1)
    /// Its text is no part of the text around it.
    static let block = Traits(rawValue: 2)
    /// Ends an open `p`.
    static let closesParagraph = Traits(rawValue: 4)
    /// Elements outside it are not closed from inside.
    static let barrier = Traits(rawValue: 8)
    /// Its content is no text of the page.
    static let dropped = Traits(rawValue: 16)
    /// Its content has no tags, up to its end tag.
    static let raw = Traits(rawValue: 32)
    /// As `raw`, but with character references.
    static let escapableRaw = Traits(rawValue: 64)
    /// Blocks in it belong together.
    static let container = Traits(rawValue: 128)
    static let heading = Traits(rawValue: 256)
    static let preformatted = Traits(rawValue: 512)
  }

  var traits: Traits {
    switch self {
    case .base, .col, .embed, .img, .input, .link, .meta, .param, .source, .track, .wbr: [.void]
    case .br: [.void]
    case .hr: [.void, .block, .closesParagraph]
    case .script, .style, .iframe, .noembed, .noframes, .noscript: [.raw, .dropped]
    case .xmp: [.raw, .block, .closesParagraph, .preformatted]
    case .title, .textarea: [.escapableRaw, .dropped]
    case .template, .svg, .canvas, .audio, .video, .object, .select, .datalist: [.dropped, .barrier]
    case .annotation, .rp, .rt, .rtc, .map: [.dropped]
    case .h1, .h2, .h3, .h4, .h5, .h6: [.block, .closesParagraph, .heading]
    case .pre, .listing, .plaintext: [.block, .closesParagraph, .preformatted, .container]
    case .p: [.block, .closesParagraph]
    case .li, .dd, .dt: [.block, .closesParagraph]
    case .table: [.block, .closesParagraph, .barrier, .container]
    case .td, .th, .caption: [.block, .barrier, .container]
    case .tr, .tbody, .thead, .tfoot: [.block]
    case .html, .head, .body: [.block, .barrier, .container]
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figure,
      .footer, .form, .frameset, .header, .hgroup, .main, .menu, .nav, .ol, .section, .ul:
      [.block, .closesParagraph, .container]
    case .figcaption, .summary, .legend: [.block, .closesParagraph]
    case .button: [.block]
    case .option, .optgroup, .other, .a, .b, .cite, .code, .colgroup, .em, .font, .i, .label, .math, .q, .s, .small,
      .span,
      .strong, .sub, .sup, .time, .u:
      []
    }
  }

  /// 1 to 6 for `h1` to `h6`, else 0.
  var headingLevel: UInt8 { traits.contains(.heading) ? rawValue - HTMLTag.h1.rawValue + 1 : 0 }

  static let allTraits: [Traits] = allCases.map(\.traits)
}

/// A name's first sixteen bytes in lower case, as numbers.
struct PackedName: Equatable {
  var first: UInt64 = 0
  var second: UInt64 = 0

  /// Packs the next byte of a name, which is the `index`th; bytes from the sixteenth on only mix in.
  @inline(__always)
  mutating func append(_ byte: UInt8, at index: Int) {
    let lower = byte &- 65 < 26 ? byte | 0x20 : byte
    if index < 8 {
      first |= UInt64(lower) << UInt64(8 &* index)
    } else {
      second = (second &<< 8 | second &>> 56) ^ UInt64(lower)
    }
  }

  @inline(__always)
  var hash: UInt64 { (first ^ second &* 0xFF51_AFD7_ED55_8CCD) &* 0x9E37_79B9_7F4A_7C15 }

  init() {}

  init(_ name: String) {
    for (index, byte) in name.utf8.enumerated() { append(byte, at: index) }
  }
}

/// Finds the number of a name in a few: a hash table with open addressing.
struct NameTable: Sendable {
  private let names: [(name: PackedName, value: UInt8)]
  private let shift: UInt64

  /// `names` and the numbers they have, which must not be 0.
  init(_ names: [(String, UInt8)]) {
    let bits = UInt64(UInt64.bitWidth - (4 * names.count).leadingZeroBitCount)
    shift = 64 - bits
    var table: [(name: PackedName, value: UInt8)] = Array(repeating: (PackedName(), 0), count: 1 << Int(bits))
    for (name, value) in names {
      let packed = PackedName(name)
      var slot = Int(packed.hash >> shift)
      while table[slot].value != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = (packed, value)
    }
    self.names = table
  }

  /// The number of a name, 0 for none.
  @inline(__always)
  subscript(name: PackedName) -> UInt8 {
    var slot = Int(name.hash &>> shift)
    while true {
      let entry = names[slot]
      if entry.value == 0 || entry.name == name { return entry.value }
      slot = (slot &+ 1) & (names.count &- 1)
    }
  }

  static let tags = NameTable(HTMLTag.allCases.dropFirst().map { ("\($0)", $0.rawValue) })
  static let attributes = NameTable(HTMLAttribute.allCases.map { ($0.name, $0.rawValue + 1) })
}

/// The attributes that are read.
enum HTMLAttribute: UInt8, CaseIterable {
  case ariaHidden, charset, classes, content, datetime, hidden, href, httpEquiv, id, itemprop, lang, name, property
  case pubdate, rel, role, style, type, xmlLang

  var name: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .classes: "class"
    case .httpEquiv: "http-equiv"
    case .xmlLang: "xml:lang"
    default: "\(self)"
    }
  }
}
