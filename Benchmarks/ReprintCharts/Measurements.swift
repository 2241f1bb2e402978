import Foundation

/// What the scripts of `Benchmarks/Peers` measured, from their NDJSON.
package struct Measurements: Sendable {
  /// One run of a program over a corpus, from start to end.
  package struct Run: Sendable, Decodable {
    package let corpus: String
    package let program: String
    package let round: Int
    package let bytes: Int
    package let documents: Int
    /// User and system seconds of the process and its children.
    package let cpu: Double
    package let wall: Double
    /// Bytes, mapped files included.
    package let peak: Int
    /// Bytes without mapped files, where the system tells.
    package let anonymous: Int?
  }

  /// How right a program's pairs were.
  package struct Quality: Sendable, Decodable {
    package let corpus: String
    package let program: String
    /// What the pairs are held against.
    package let truth: String
    package let reported: Int
    package let recall: Double
    package let precision: Double
  }

  /// A program of the comparison.
  package struct Program: Sendable, Decodable {
    package let program: String
    package let version: String
    package let note: String
  }

  /// A program that did not take part.
  package struct Skipped: Sendable, Decodable {
    package let program: String
    package let corpus: String?
    package let reason: String
  }

  package struct Corpus: Sendable, Decodable {
    package let corpus: String
    package let documents: Int
    package let bytes: Int
    /// True pairs at the threshold.
    package let pairs: Int?
    package let threshold: Double
    package let sha256: String
  }

  package struct Machine: Sendable, Decodable {
    package let date: String
    package let processor: String
    package let processors: Int
    package let memory: Int
    package let system: String
    package let compiler: String
    package let commit: String
  }

  /// A run on one point of a curve.
  package struct Point: Sendable, Decodable {
    /// What is varied.
    package let axis: String
    package let value: Double
    package let documents: Int
    package let bytes: Int
    package let cpu: Double
    package let wall: Double
    package let peak: Int
    package let anonymous: Int?
    package let candidates: Int?
    package let compared: Int?
  }

  /// How many times the CPU time of a newline split of a corpus a whole run takes.
  package struct Split: Sendable, Decodable {
    package let corpus: String
    package let ratio: Double
    package let runs: Int
  }

  /// An alignment of all gold pages by one program.
  package struct AlignmentRun: GoldRun, Sendable, Decodable {
    package let program: String
    package let version: String
    package let round: Int
    package let pages: Int
    package let cpu: Double
    package let peak: Int
    package let f1: Double
    package let precision: Double
    package let recall: Double
    /// Sentences from elsewhere that got a link.
    package let falsely: Double
    package let note: String
  }

  /// What one program said of which gold pages reuse which original.
  package struct TraceRun: GoldRun, Sendable, Decodable {
    package let program: String
    package let version: String
    package let round: Int
    /// Pairs of an original and a page.
    package let pairs: Int
    package let cpu: Double
    package let peak: Int
    package let f1: Double
    package let precision: Double
    package let recall: Double
    package let note: String
  }

  package private(set) var machine: Machine?
  package private(set) var corpora: [Corpus] = []
  package private(set) var programs: [Program] = []
  package private(set) var runs: [Run] = []
  package private(set) var qualities: [Quality] = []
  package private(set) var skipped: [Skipped] = []
  package private(set) var points: [Point] = []
  package private(set) var splits: [Split] = []
  package private(set) var alignments: [AlignmentRun] = []
  package private(set) var traces: [TraceRun] = []

  private struct Kind: Decodable { let type: String }

  /// A line that is not as it should be.
  package struct Malformed: Error, CustomStringConvertible {
    package let line: Int
    package let reason: String

    package var description: String { "line \(line): \(reason)" }
  }

  package init() {}

  /// Reads results, one JSON object a line; lines of other types are passed over.
  package init(ndjson: some Sequence<UInt8>) throws(Malformed) {
    let decoder = JSONDecoder()
    for (number, line) in Data(ndjson).split(separator: 0x0A).enumerated() {
      do {
        switch try decoder.decode(Kind.self, from: line).type {
        case "machine": machine = try decoder.decode(Machine.self, from: line)
        case "corpus":
          // Results of several runs of the scripts may stand in one file.
          let corpus = try decoder.decode(Corpus.self, from: line)
          if !corpora.contains(where: { $0.corpus == corpus.corpus }) { corpora.append(corpus) }
        case "program":
          let program = try decoder.decode(Program.self, from: line)
          if !programs.contains(where: { $0.program == program.program }) { programs.append(program) }
        case "run": runs.append(try decoder.decode(Run.self, from: line))
        case "quality": qualities.append(try decoder.decode(Quality.self, from: line))
        case "skipped": skipped.append(try decoder.decode(Skipped.self, from: line))
        case "point": points.append(try decoder.decode(Point.self, from: line))
        case "split": splits.append(try decoder.decode(Split.self, from: line))
        case "alignment": alignments.append(try decoder.decode(AlignmentRun.self, from: line))
        case "trace": traces.append(try decoder.decode(TraceRun.self, from: line))
        default: break
        }
      } catch {
        throw Malformed(line: number + 1, reason: "\(error)")
      }
    }
  }
}

extension [Double] {
  /// The middle one, or the mean of the two in the middle; not a number where there are none.
  package var median: Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}

/// What programs that read the gold pages have in common.
package protocol GoldRun {
  var program: String { get }
  var version: String { get }
  /// User and system seconds of the process and its children.
  var cpu: Double { get }
  /// Bytes, mapped files included.
  var peak: Int { get }
  var f1: Double { get }
  var precision: Double { get }
  var recall: Double { get }
  var note: String { get }
}
