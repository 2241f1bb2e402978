import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports
import Testing

@testable import ReprintCommand

@Suite struct SearchPlanTests {
  private func plan(_ words: String..., for command: CommandDescription = .cluster) throws -> SearchPlan {
    try SearchPlan(Arguments(words, for: command), command)
  }

  private func complaint(_ words: String..., for command: CommandDescription = .cluster) -> String? {
    do throws(UsageError) {
      _ = try SearchPlan(Arguments(words, for: command), command)
      return nil
    } catch {
      #expect(error.command == command.name)
      return "\(error)"
    }
  }

  @Test func defaultsAreThoseOfTheLibraryAndOfTheHelp() throws {
    let plan = try plan("a.jsonl")
    var expected = ClusteringOptions()
    expected.threads = Machine.availableProcessors
    #expect(plan.clustering == expected)
    #expect(plan.read.fields == RecordFields())
    #expect(plan.read.format == nil && !plan.read.isStrict && !plan.read.measuresStages)
    #expect(plan.inputs == ["a.jsonl"] && plan.output == nil && plan.removed == nil)
    #expect(!plan.explains && !plan.showsStatistics && !plan.isQuiet)

    for (name, value) in [
      ("threshold", "\(expected.threshold)"), ("shingle-words", "\(expected.shingleWords)"),
      ("slots", "\(expected.slots)"),
      ("linkage", expected.linkage.rawValue), ("keep", expected.keep.rawValue), ("text-field", plan.read.fields.text),
      ("id-field", plan.read.fields.id),
      ("url-field", plan.read.fields.url), ("site-field", plan.read.fields.site),
      ("author-field", plan.read.fields.author),
      ("published-field", plan.read.fields.published), ("title-field", plan.read.fields.title),
    ] {
      #expect(Option.named(name).defaultValue == value)
    }
  }

  @Test func everyOptionArrives() throws {
    let plan = try plan(
      "-t", "0.6", "-k3", "--slots", "256", "--linkage", "connected", "--keep", "newest", "-j", "3", "--text-field",
      "b.t", "--id-field", "b.i",
      "--url-field", "u", "--site-field", "s", "--author-field", "a", "--published-field", "p", "--title-field", "h",
      "--input-format", "text", "--strict",
      "-f", "tsv", "-o", "out", "--stats", "-q", "x", "y")
    var clustering = ClusteringOptions()
    clustering.threshold = 0.6
    clustering.shingleWords = 3
    clustering.slots = 256
    clustering.linkage = .connected
    clustering.keep = .newest
    clustering.threads = 3
    #expect(plan.clustering == clustering)
    var fields = RecordFields()
    fields.text = "b.t"
    fields.id = "b.i"
    fields.url = "u"
    fields.site = "s"
    fields.author = "a"
    fields.published = "p"
    fields.title = "h"
    #expect(plan.read.fields == fields)
    #expect(plan.read.format == .text && plan.read.isStrict && plan.read.measuresStages)
    #expect(plan.format == .tsv && plan.output == "out" && plan.showsStatistics && plan.isQuiet)
    #expect(plan.inputs == ["x", "y"])
    #expect(try self.plan("--input-format", "auto", "x").read.format == nil)
    #expect(try self.plan("--input-format", "jsonl", "x").read.format == .jsonLines)
    #expect(try self.plan("--removed", "r", "x", for: .dedup).removed == "r")
  }

  @Test func explainingNeedsNoInput() throws {
    let plan = try plan("--explain")
    #expect(plan.explains && plan.inputs.isEmpty)
  }

  @Test func filesAreNDJSONUnlessSaidOtherwise() throws {
    #expect(try plan("x", "-o", "out").format == .ndjson)
    #expect(try plan("x", "-o", "out", "-f", "text").format == .text)
  }

  @Test(arguments: ["0", "-0.5", "1.01", "x", "", "0.5x", "nan", "inf", "80%", " 0.5", "0,5"])
  func thresholdsOutOfRange(text: String) {
    #expect(complaint("-t", text, "x") == "--threshold is a number above 0 and at most 1, not '\(text)'")
  }

  @Test func numbersOutOfRange() {
    for text in ["0", "-1", "1001", "2.5", "five", ""] {
      #expect(
        complaint("--shingle-words", text, "x") == "--shingle-words is a whole number from 1 to 1000, not '\(text)'")
    }
    #expect(complaint("-j", "0", "x") == "--threads is a whole number from 1 to 1024, not '0'")
    #expect(
      complaint("-j", "99999999999999999999", "x")
        == "--threads is a whole number from 1 to 1024, not '99999999999999999999'")
    #expect(complaint("-k", "1000", "-j", "1024", "-t", "1", "x") == nil)
  }

  @Test func plansWithoutTheRecallAreRefused() {
    #expect(
      complaint("-t", "0.03", "--slots", "64", "x")
        == "64 slots find only 85.2 % of the pairs at 0.03: raise --threshold or --slots, to 256")
    #expect(
      complaint("-t", "1e-9", "x") == "128 slots find only 0.0 % of the pairs at 1e-09: raise --threshold",
      "no number of slots would do")
    #expect(complaint("-t", "0.1", "--slots", "64", "x") == nil)
    #expect(complaint("-t", "0.03", "--slots", "256", "x") == nil)
  }

  @Test func twoOutputsInOnePlaceAreRefused() {
    #expect(complaint("--removed", "out", "-o", "out", "x", for: .dedup) == "--removed and --output are the same")
    #expect(
      complaint("--removed", "-", "x", for: .dedup)
        == "kept and removed documents would both go to standard output: give --output")
    #expect(complaint("--removed", "-", "-o", "-", "x", for: .dedup) == "--removed and --output are the same")
    #expect(complaint("--removed", "-", "-o", "out", "x", for: .dedup) == nil)
  }

  @Test func percentagesAreRoundedDown() {
    for (share, text) in [
      (0, "0.0 %"), (1, "100.0 %"), (0.99999, "99.9 %"), (0.5, "50.0 %"), (0.1239, "12.3 %"), (0.0001, "0.0 %"),
    ] as [(Double, String)] {
      #expect(Percent.text(share) == text)
    }
  }

  @Test(arguments: [
    ("64M", 64 << 20), ("65536k", 64 << 20), ("64MiB", 64 << 20), ("1gb", 1_000_000_000), ("67108864B", 64 << 20),
    ("100000KB", 100_000_000), ("67108865", 67_108_865),
  ])
  func memoryIsGivenInUnits(_ text: String, _ bytes: Int) throws {
    #expect(try plan("--memory", text, "a").read.memory?.bytes == bytes)
  }
}
