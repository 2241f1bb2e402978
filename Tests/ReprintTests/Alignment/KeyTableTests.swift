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

  @Test func manyKeysAtOnceAreNumberedAsOneByOne() {
    var generator = SeededGenerator(seed: 16)
    for trial in 0..<40 {
      var (table, slow) = (KeyTable(expected: generator.number(0...20)), KeyTable())
      for _ in 0..<generator.number(1...4) {
        let keys = (0..<generator.number(0...300)).map { _ in generator.next() & 0xFF0 }
        var numbers = [Int32](repeating: -1, count: keys.count + 1)
        numbers.withUnsafeMutableBufferPointer { numbers in
          keys.withUnsafeBufferPointer { table.insert($0, numbers: numbers.baseAddress!) }
        }
        #expect(numbers.dropLast().map { Int($0) } == keys.map { slow.insert($0) }, "trial \(trial)")
        #expect(table.insert(keys) == Array(numbers.dropLast()), "trial \(trial)")
        #expect(table.keys == slow.keys, "trial \(trial)")
        let wanted = keys + [1, generator.next()]
        #expect(table.numbers(of: wanted).map { Int($0) } == wanted.map { slow.number(of: $0) }, "trial \(trial)")
      }
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
      var starts: [Int32] = [0]
      for sentence in 0..<generator.number(0...10) {
        for _ in 0..<generator.number(0...15) {
          occurrences.append((Int32(generator.number(0...terms - 1)), Int32(sentence)))
        }
        starts.append(Int32(occurrences.count))
      }
      let postings = Postings(terms: terms, of: occurrences.map(\.term), sentences: starts)
      for term in 0..<terms {
        let counts = Dictionary(grouping: occurrences.filter { $0.term == term }, by: \.sentence).mapValues(\.count)
        let found = postings.range(of: term).map { postings.entries[$0] }
        #expect(found.map(\.sentence) == counts.keys.sorted(), "trial \(trial)")
        #expect(found.map { Int($0.count) } == counts.sorted { $0.key < $1.key }.map(\.value), "trial \(trial)")
        #expect(postings.frequency(of: term) == counts.count, "trial \(trial)")
        var entries: [Int32] = []
        postings.forEach(term) { entries += [$0.sentence, $0.count] }
        #expect(entries == found.flatMap { [$0.sentence, $0.count] }, "trial \(trial)")
      }
    }
    #expect(Postings(terms: 0, of: [], sentences: [0]).entries.isEmpty)
  }
}
