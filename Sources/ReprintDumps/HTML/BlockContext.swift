/// Where a block stands in its page, by the elements around it and what they are called.
package struct BlockContext: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let navigation = BlockContext(rawValue: 1 << 0)
  package static let header = BlockContext(rawValue: 1 << 1)
  package static let footer = BlockContext(rawValue: 1 << 2)
  package static let aside = BlockContext(rawValue: 1 << 3)
  package static let form = BlockContext(rawValue: 1 << 4)
  /// In a button or label.
  package static let control = BlockContext(rawValue: 1 << 5)
  package static let article = BlockContext(rawValue: 1 << 6)
  package static let main = BlockContext(rawValue: 1 << 7)
  /// In an element called article body, post content or the like.
  package static let articleBody = BlockContext(rawValue: 1 << 8)
  /// In an element called sidebar, share, related, newsletter or the like.
  package static let furnitureName = BlockContext(rawValue: 1 << 9)
  package static let comments = BlockContext(rawValue: 1 << 10)
  /// In an element called byline, author, date or the like.
  package static let byline = BlockContext(rawValue: 1 << 11)
  package static let quote = BlockContext(rawValue: 1 << 12)

  /// What an article stands in.
  static let story: BlockContext = [.article, .main, .articleBody]

  /// What is not the article, wherever it stands.
  package static let furniture: BlockContext = [
    .navigation, .header, .footer, .aside, .form, .control, .furnitureName, .comments, .byline,
  ]
}

/// Where an element stands that may say something of its page.
enum ElementStanding {
  /// In the article; in the page, beside none; in an article in a box, such as a teaser; in a comment or the like.
  case article, page, doubtful, outside
}

/// Knows what class and id names say about an element.
///
/// Names are compared word by word: `no-comments` is two words, `postContent` too, and `download` is not an `ad`.
struct HintWords: Sendable {
  private enum Meaning: UInt8 {
    case furniture = 1, comments, byline, navigation, footer, aside
    /// Together with one of `content`.
    case story, content
    case articleBody
    /// Takes the meaning from the next word: `has-sidebar`.
    case negation
  }

  private let words: NameTable

  static let shared = HintWords()

  private init() {
    func all(_ meaning: Meaning, _ words: String) -> [(String, UInt8)] {
      words.split(separator: " ").map { (String($0), meaning.rawValue) }
    }
    words = NameTable(
      all(
        .furniture,
        """
        share sharing sharedaddy addthis addtoany social related recommended recommendation recommendations recirc \
        promo promotion newsletter newsletters subscribe subscription signup cookie cookies consent gdpr advert \
        adverts advertisement advertising ad ads adslot sponsor sponsored outbrain taboola teaser teasers trending \
        popular mostread pagination pager paging paywall login register modal popup skip copyright tags tagcloud \
        breadcrumb breadcrumbs toolbar widget disclaimer donate donation bio readmore morenews seealso upsell \
        infobar notification toast printfriendly followus
        """)
        + all(.comments, "comment comments comentarios commentaires kommentare kommentar disqus respond replies")
        + all(.byline, "byline author authors dateline posted timestamp date pubdate metadata meta postmeta")
        + all(.navigation, "nav navbar navigation menu menubar mainnav subnav topnav megamenu topbar tabs")
        + all(.footer, "footer foot colophon bottom bottombar imprint legal")
        + all(.aside, "sidebar aside rail")
        + all(.story, "article post entry story news blog")
        + all(.content, "body content text copy")
        + all(.articleBody, "articlebody articlecontent articletext postbody postcontent entrycontent storybody")
        + all(.negation, "has no with without hide hides not is show"))
  }

  /// What the words of a class or id attribute say.
  func context(of names: UnsafeBufferPointer<UInt8>) -> BlockContext {
    var context: BlockContext = []
    var previous: Meaning?
    var packed = PackedName()
    var length = 0
    var wasLower = false
    for index in 0...names.count {
      let byte = index < names.count ? names[index] : 0x20
      let isUpper = byte &- 65 < 26
      let isLetter = (byte | 0x20) &- 97 < 26
      if !isLetter || (isUpper && wasLower) {
        if length > 0 {
          note(Meaning(rawValue: words[packed]), &previous, &context)
          packed = PackedName()
          length = 0
        }
        if byte <= 0x20 { previous = nil }
      }
      if isLetter {
        packed.append(byte, at: length)
        length += 1
      }
      wasLower = isLetter && !isUpper
    }
    return context
  }

  private func note(_ meaning: Meaning?, _ previous: inout Meaning?, _ context: inout BlockContext) {
    defer { previous = meaning }
    guard let meaning, previous != .negation else { return }
    switch meaning {
    case .furniture: context.insert(.furnitureName)
    case .comments: context.insert(.comments)
    case .byline: context.insert(.byline)
    case .navigation: context.insert(.navigation)
    case .footer: context.insert(.footer)
    case .aside: context.insert(.aside)
    case .articleBody: context.insert(.articleBody)
    case .content: if previous == .story { context.insert(.articleBody) }
    case .story, .negation: break
    }
  }

  /// What a `role` says.
  static func context(ofRole role: String) -> BlockContext {
    switch role {
    case "navigation", "menu", "menubar", "search", "dialog", "alertdialog": .navigation
    case "complementary": .aside
    case "contentinfo": .footer
    case "banner": .header
    case "main": .main
    case "article": .article
    default: []
    }
  }
}
