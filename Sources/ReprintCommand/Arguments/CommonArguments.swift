import ReprintDumps
import ReprintPlatform

/// How a command prints its result.
enum PrintedFormat<Lines: Sendable>: Sendable {
  case lines(Lines)
  /// One page of HTML.
  case page
}

/// How records are read, as the options of input say.
struct InputOptions: Sendable {
  var fields = RecordFields()
  /// Nil to go by names and first bytes.
  var format: DumpFormat?
  var furniture = FurnitureMode.auto
  var isStrict = false

  init(_ arguments: Arguments) {
    fields = RecordFields(arguments)
    format = arguments["input-format"].flatMap(DumpFormat.init(rawValue:))
    furniture = arguments["furniture"].flatMap(FurnitureMode.init(rawValue:)) ?? .auto
    isStrict = arguments.has("strict")
  }

  init(_ read: SketchedDump.ReadOptions) {
    (fields, format, furniture, isStrict) = (read.fields, read.format, read.furniture, read.isStrict)
  }

  func apply(to read: inout SketchedDump.ReadOptions) {
    (read.fields, read.format, read.furniture, read.isStrict) = (fields, format, furniture, isStrict)
  }

  func apply(to scan: inout DumpScan) {
    (scan.fields, scan.format, scan.furniture, scan.isStrict) = (fields, format, furniture, isStrict)
  }
}

extension RecordFields {
  /// The names that were given on the command line, and the usual ones for the others.
  fileprivate init(_ arguments: Arguments) {
    self.init()
    text = arguments["text-field"] ?? text
    html = arguments["html-field"] ?? html
    id = arguments["id-field"] ?? id
    url = arguments["url-field"] ?? url
    site = arguments["site-field"] ?? site
    author = arguments["author-field"] ?? author
    published = arguments["published-field"] ?? published
    title = arguments["title-field"] ?? title
  }
}

/// What several commands understand alike.
extension Arguments {
  /// Dumps to read: those that were named, or standard input, unless people would have to type there.
  func dumps(_ named: [String], _ command: CommandDescription) throws(UsageError) -> [String] {
    guard named.isEmpty else { return named }
    guard !Terminal(0).isTerminal else {
      throw UsageError(description: "nothing to read: name a DUMP, or - for standard input", command: command.name)
    }
    return ["-"]
  }

  /// The format that was asked for; else text where people read it, and otherwise JSON for programs.
  func lineFormat<Format: RawRepresentable<String>>(text: Format, ndjson: Format) -> Format {
    if let asked = self["format"].flatMap(Format.init(rawValue:)) { return asked }
    let isRead = (self["output"] ?? "-") == "-" && Terminal(1).isTerminal
    return isRead ? text : ndjson
  }

  /// The same for commands that also print pages.
  func format<Format: RawRepresentable<String>>(text: Format, ndjson: Format) -> PrintedFormat<Format> {
    self["format"] == "html" ? .page : .lines(lineFormat(text: text, ndjson: ndjson))
  }

  /// A whole number; nil where the option is not given.
  func number(
    _ name: String, _ range: ClosedRange<Int>, _ command: CommandDescription
  ) throws(UsageError) -> Int? {
    guard let text = self[name] else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw UsageError(
        description: "--\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text)'",
        command: command.name)
    }
    return value
  }

  /// How many threads: all processors unless it is said.
  func threads(_ command: CommandDescription) throws(UsageError) -> Int {
    try number("threads", 1...1024, command) ?? Machine.availableProcessors
  }
}
