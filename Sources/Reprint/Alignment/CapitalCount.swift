/// How often a word stands inside sentences, and how often with a capital there.
struct CapitalCount: Sendable {
  private(set) var capitalised: Int32 = 0
  private(set) var all: Int32 = 0

  /// Whether the word is a name: written with a capital most times.
  var isName: Bool { capitalised &* 2 > all }

  mutating func add(isCapitalised: Bool) {
    all &+= 1
    if isCapitalised { capitalised &+= 1 }
  }

  static func + (a: CapitalCount, b: CapitalCount) -> CapitalCount {
    CapitalCount(capitalised: a.capitalised &+ b.capitalised, all: a.all &+ b.all)
  }
}
