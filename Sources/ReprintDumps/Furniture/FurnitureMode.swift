/// What to do with page furniture: navigation, teasers, notices and whatever else stands around articles.
public enum FurnitureMode: String, CaseIterable, Sendable {
  /// Pages of HTML lose what each alone shows to be furniture; pages of any kind that have a site lose lines that stand
  /// around different articles of it.
  case auto
  /// Pages of HTML lose what each alone shows to be furniture, and nothing depends on other pages.
  case page
  /// Everything stays.
  case keep

  var blocks: BlockSelection { self == .keep ? .all : .article }
}

/// Which blocks of a page of HTML become its text.
enum BlockSelection: Sendable {
  /// Those of the article.
  case article
  case all
  /// All, each line with why it is no part of the article.
  case allWithReasons
}
