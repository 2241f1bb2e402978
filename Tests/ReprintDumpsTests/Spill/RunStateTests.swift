import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct RunStateTests {
  static let sample: RunState = {
    var state = RunState()
    state.options = [RunState.Option(name: "threshold", value: "0.8"), RunState.Option(name: "keep", value: "first")]
    state.inputs = [RunState.Input(path: "a \u{1F600}\n.jsonl", size: 12, modified: 34)]
    state.files = ["ids": RunState.File(count: 3, tail: [1, 2, 3]), "band.0": RunState.File(count: 0)]
    state.done = ["copies", "reading"]
    (state.file, state.offset, state.linesInFile, state.documents, state.bytes) = (1, 2, 3, 4, 5)
    state.chunks = [
      RunState.Chunk(file: 0, isText: true, isMapped: false, offset: 9, firstLine: 1, firstDocument: 0)
    ]
    state.problems = [RunState.Problem(kind: 1, path: "p", line: -1, reason: "r")]
    state.counts = [0, 1, 0, 0]
    (state.verified, state.compared, state.hotBuckets, state.cappedBuckets) = (6, 7, 8, 9)
    return state
  }()

  @Test func bytesGiveTheStateBack() {
    for state in [RunState(), Self.sample] { #expect(RunState(state.bytesOnDisk) == state) }
  }

  @Test func damagedBytesGiveNoState() {
    let bytes = Self.sample.bytesOnDisk
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(RunState(damaged) == nil)
      #expect(RunState(Array(bytes[..<place])) == nil)
    }
    #expect(RunState(bytes + [0]) == nil)
  }

  @Test func differencesAreNamed() {
    var other = Self.sample
    other.documents = 77
    #expect(Self.sample.difference(to: other) == nil, "how far a run is makes no difference")
    other.options[1].value = "oldest"
    #expect(Self.sample.difference(to: other) == "it has keep first, not oldest")
    other = Self.sample
    other.inputs[0].modified = 35
    #expect(Self.sample.difference(to: other) == "a \u{1F600}\n.jsonl has changed since")
    other.inputs[0].path = "b"
    #expect(Self.sample.difference(to: other) == "it reads a \u{1F600}\n.jsonl, not b")
    other.inputs = []
    #expect(Self.sample.difference(to: other) == "it reads 1 file, not 0")
  }

  @Test func aReadingThatStartsOverKeepsTheStagesBehindIt() {
    var state = Self.sample
    state.files["copies"] = RunState.File(count: 1)
    state.resetReading()
    #expect(state.files.keys.sorted() == ["copies"])
    #expect(state.done == ["copies"])
    #expect(state.chunks.isEmpty && state.problems.isEmpty && state.documents == 0 && state.offset == 0)
    #expect(state.verified == 6)
  }
}
