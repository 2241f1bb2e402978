import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Prints what a search would do, without doing it.
enum ExplainCommand {
  static func run(_ plan: SearchPlan) throws {
    let options = plan.clustering
    let bands = options.bandPlan
    var text = """
      threshold   \(options.threshold)
      shingles    of \(options.shingleWords) words
      sketch      \(options.slots) slots of 16 bits
      bands       \(bands.bands) of \(bands.rows) rows; a pair that agrees in all rows of a band, and in at least
                  \(bands.agreementFloor) of \(options.slots) slots, is compared exactly

      similarity  looked at

      """
    for step in 1...20 {
      let similarity = Double(step) / 20
      let probability = bands.candidateProbability(at: similarity)
      let bar = String(repeating: "█", count: Int((probability * 40).rounded()))
      let label = step == 20 ? "1.00" : "0." + String(100 + step * 5).dropFirst()
      let share = String(repeating: " ", count: 9 - Percent.text(probability).count) + Percent.text(probability)
      text += "      \(label)  \(share)  \(bar)\n"
    }
    text +=
      "\nPairs exactly at \(options.threshold) are looked at with a probability of \(Percent.text(bands.recall)).\n"
    text += try memory(plan)
    try Console.print(text)
  }

  /// Bytes a document, and the total for the dump that was named.
  private static func memory(_ plan: SearchPlan) throws(DumpError) -> String {
    let perDocument = 2 * plan.clustering.slots + SketchedDump.bytesPerDocument
    if let bound = plan.read.memory { return try scratch(plan, bound) }
    let search = 16 * min(plan.clustering.threads, plan.clustering.bandPlan.bands) + 8
    var text = "Memory: \(perDocument) bytes a document while reading, and \(search) more while searching"
    guard !plan.inputs.isEmpty, let documents = try SketchedDump.estimateDocuments(plan.inputs, options: plan.read)
    else {
      return text + ".\n"
    }
    let total = max(1, documents * (perDocument + search) / 1_000_000)
    text += ";\nabout \(TerminalText.count(total)) MB for about \(TerminalText.count(documents)) documents here.\n"
    return text
  }

  /// The bound, and the room that scratch files take.
  private static func scratch(_ plan: SearchPlan, _ bound: MemoryBound) throws(DumpError) -> String {
    let perDocument = MemoryBudget.diskBytesPerDocument(
      slots: plan.clustering.slots, bands: plan.clustering.bandPlan.bands, threads: plan.clustering.threads)
    let text = """
      Memory: about \(TerminalText.count(bound.bytes >> 20)) MiB, and more where many documents hang together.
      Scratch files in \(bound.scratchDirectory): about \(perDocument) bytes a document, and 600 for each pair that shares a band
      """
    guard !plan.inputs.isEmpty, let documents = try SketchedDump.estimateDocuments(plan.inputs, options: plan.read)
    else {
      return text + ".\n"
    }
    let total = TerminalText.count(max(1, documents * perDocument / 1_000_000))
    return text + ";\nabout \(total) MB and the pairs for about \(TerminalText.count(documents)) documents here.\n"
  }
}
