/// What a document says of itself, for people to read.
public struct DocumentDescription: Hashable, Sendable {
  public var id: String
  public var url: String?
  public var site: String?
  public var author: String?
  /// As it was written.
  public var published: String?
  public var title: String?

  public init(id: String) { self.id = id }
}
