import Testing

@testable import Reprint

@Suite struct RelatedWordsTests {
  private func areRelated(_ first: String, _ second: String, _ words: RelatedWords = .english) -> Bool {
    guard let first = PreparedText.key(ofWord: first), let second = PreparedText.key(ofWord: second) else {
      return false
    }
    return words.areRelated(first, second)
  }

  @Test func wordsOfALineAreRelated() {
    let words = RelatedWords("buy bought purchase\nfall drop\nfall autumn\n")
    #expect(areRelated("Purchasing", "bought", words))
    #expect(areRelated("fall", "autumn", words) && areRelated("fall", "dropped", words))
    #expect(!areRelated("autumn", "dropped", words))
    #expect(!areRelated("buy", "autumn", words) && !areRelated("zebra", "zebra", words))
    #expect(words.groupCount == 3)
  }

  @Test func anEmptyTableRelatesNothing() {
    #expect(RelatedWords("").groupCount == 0)
    #expect(!areRelated("buy", "bought", RelatedWords("")))
  }

  @Test func theEnglishTableKnowsWhatNewsIsRetoldWith() {
    for (first, second) in [
      ("acquired", "bought"), ("pupils", "students"), ("French", "France"), ("kilometres", "km"), ("halved", "half"),
      ("physicians", "doctor"), ("colour", "colors"),
    ] {
      #expect(areRelated(first, second), "\(first), \(second)")
    }
    for (first, second) in [("rose", "fell"), ("buyer", "seller"), ("January", "June"), ("court", "hospital")] {
      #expect(!areRelated(first, second), "\(first), \(second)")
    }
  }

  /// A slip in the table would be silent otherwise.
  @Test func theTableIsWellFormed() {
    var lines: Set<Substring> = []
    var groupsOf: [Substring: Int] = [:]
    for line in RelatedWordTable.groups.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      #expect((2...14).contains(words.count) && Set(words).count == words.count, "\(line)")
      #expect(line.utf8.allSatisfy { $0 == 0x20 || (0x61...0x7A).contains($0) }, "\(line)")
      #expect(lines.insert(line).inserted, "\(line) stands twice")
      for word in words { groupsOf[word, default: 0] += 1 }
    }
    #expect(lines.count > 1000)
    // A word of too many groups would be related to everything.
    for (word, count) in groupsOf { #expect(count <= 5, "\(word)") }
  }
}

extension RelatedWords {
  func areRelated(_ first: UInt64, _ second: UInt64) -> Bool {
    let theirs = places(of: second).map { groups.entries[$0].sentence }
    return !Set(places(of: first).map { groups.entries[$0].sentence }).isDisjoint(with: theirs)
  }
}
