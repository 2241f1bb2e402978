import Reprint

extension SketchedDump {
  /// Makes sketches of chunks, whatever they hold, or reads those that they hold.
  ///
  /// One a thread.
  struct Worker: ~Copyable {
    private var sketcher: ChunkSketcher
    private var converter: ConversionSketcher
    private var reader: SketchLineReader?
    private let survey: FurnitureSurvey

    init(_ options: ReadOptions, _ survey: FurnitureSurvey) {
      self.survey = survey
      sketcher = ChunkSketcher(
        options.clustering, fields: options.fields, measure: options.measuresStages, blocks: options.furniture.blocks)
      converter = ConversionSketcher(
        options.clustering, fields: options.fields, measure: options.measuresStages, blocks: options.furniture.blocks,
        filter: survey.furniture.map { FurnitureFilter($0, options.fields) })
      reader = options.readsSketches ? SketchLineReader(ignoresThreshold: options.ignoresThreshold) : nil
    }

    /// The parts of a chunk, in order.
    ///
    /// - Parameter scratch: opens the scratch file that keeps what was converted; called only if something was.
    mutating func sketch(
      _ chunk: DumpChunk, scratch: () throws(DumpError) -> ScratchFile
    ) throws(DumpError) -> [SketchedChunk] {
      if reader != nil { return [reader!.read(chunk)] }
      guard chunk.format.isReadInPlace else {
        return try converter.sketch(chunk, stored: survey.parts(of: chunk), scratch: scratch)
      }
      if chunk.format == .jsonLines, let cleaned = try converter.sketchCleaned(chunk, scratch: scratch) {
        return [cleaned]
      }
      return [sketcher.sketch(chunk)]
    }

    /// CPU seconds by stage, as far as they were measured.
    var times: ChunkSketcher.StageTimes {
      var times = sketcher.times ?? ChunkSketcher.StageTimes()
      times += converter.times ?? ChunkSketcher.StageTimes()
      return times
    }
  }
}
