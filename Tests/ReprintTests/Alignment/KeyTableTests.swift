import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct KeyTableTests {
  @Test func numbersKeysAsADictionaryDoes() {
    var generator = SeededGenerator(seed: 6)
    for trial in 0..<40 {
      var table = KeyTable(expected: generator.number(0...20))
      var numbers: [UInt64: Int] = [:]
      // Few different low bits make long runs of slots.
      let mask: UInt64 = generator.pick([.max, 0xF0, 0xFFFF_0000_0000_0003])
      for _ in 0..<generator.number(0...600) {
        let key = generator.next() & mask
        let known = numbers[key]
        #expect(table.number(of: key) == known ?? -1, "trial \(trial)")
        let number = known ?? numbers.count
        numbers[key] = number
        #expect(table.insert(key) == number, "trial \(trial)")
        #expect(table.count == numbers.count, "trial \(trial)")
      }
      #expect(table.keys == numbers.sorted { $0.value < $1.value }.map(\.key), "trial \(trial)")
      for (key, number) in numbers { #expect(table.number(of: key) == number, "trial \(trial)") }
    }
  }

  @Test func zeroIsAKeyLikeOthers() {
    var table = KeyTable()
    #expect(table.number(of: 0) == -1)
    #expect(table.insert(0) == 0)
    #expect(table.insert(.max) == 1)
    #expect(table.number(of: 0) == 0)
  }

  // MARK: Postings

  @Test func postingsEqualADictionary() {
    var generator = SeededGenerator(seed: 7)
    for trial in 0..<60 {
      let terms = generator.number(1...12)
      var occurrences: [(term: Int32, sentence: Int32)] = []
      for sentence in 0..<generator.number(0...10) {
        for _ in 0..<generator.number(0...15) {
          occurrences.append((Int32(generator.number(0...terms - 1)), Int32(sentence)))
        }
      }
      let postings = Postings(terms: terms, occurrences: occurrences)
      for term in 0..<terms {
        let counts = Dictionary(grouping: occurrences.filter { $0.term == term }, by: \.sentence).mapValues(\.count)
        let found = postings.range(of: term).map { postings.entries[$0] }
        #expect(found.map(\.sentence) == counts.keys.sorted(), "trial \(trial)")
        #expect(found.map { Int($0.count) } == counts.sorted { $0.key < $1.key }.map(\.value), "trial \(trial)")
        #expect(postings.frequency(of: term) == counts.count, "trial \(trial)")
      }
    }
    #expect(Postings(terms: 0, occurrences: []).entries.isEmpty)
  }
}
