import ReprintPlatform

/// The command line of the benchmarks.
enum BenchmarkCommand {
  static let usage =
    RunCommand.usage + "\n" + ExactPairsCommand.usage + "\n" + ComparePairsCommand.usage + "\n"
    + SketchAccuracyCommand.usage + "\n" + LearnAlignmentCommand.usage + "\n" + LearnReuseCommand.usage + "\n"
    + ScoreAlignmentCommand.usage + "\n" + BackgroundTableCommand.usage + "\n" + ExtractCommand.usage + "\n"
    + PlantedDumpCommand.usage + "\n" + StoryPagesCommand.usage + "\n" + ChartCommand.usage

  /// Returns the exit status: 0 for done, 1 where an answer or a comparison is not as it should be, 2 for could not.
  static func run(_ words: [String]) -> Int32 {
    Interruption.install()
    do {
      return try dispatch(words) ? 0 : 1
    } catch {
      StandardStreams.error("reprint-bench: \(error)")
      return 2
    }
  }

  private static func dispatch(_ words: [String]) throws -> Bool {
    if words.contains("-h") || words.contains("--help") {
      try StandardStreams.output(Array(usage.utf8))
      return true
    }
    var rest = ArgumentList(Array(words.dropFirst()))
    switch words.first {
    case "exact-pairs": try ExactPairsCommand.run(&rest)
    case "compare-pairs": return try ComparePairsCommand.run(&rest)
    case "learn-alignment": return try LearnAlignmentCommand.run(&rest)
    case "learn-reuse": return try LearnReuseCommand.run(&rest)
    case "score-alignment": try ScoreAlignmentCommand.run(&rest)
    case "background-table": try BackgroundTableCommand.run(&rest)
    case "extract": try ExtractCommand.run(&rest)
    case "planted-dump": try PlantedDumpCommand.run(&rest)
    case "story-pages": try StoryPagesCommand.run(&rest)
    case "chart": try ChartCommand.run(&rest)
    case "sketch-accuracy": try SketchAccuracyCommand.run(&rest)
    default:
      var all = ArgumentList(words)
      return try RunCommand.run(&all)
    }
    return true
  }
}
