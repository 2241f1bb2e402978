import Testing

@testable import ReprintCommand

@Suite struct ManPageTests {
  private let lines = ManPage.text(version: "1.2.3").split(separator: "\n")

  @Test func everyCommandAndOptionIsThere() {
    for command in CommandDescription.all { #expect(lines.contains { $0.hasPrefix(".SS \"reprint \(command.name) ") }) }
    for option in Option.all {
      let name = option.name.split(separator: "-").joined(separator: "\\-")
      #expect(lines.contains { $0.contains("\\fB\\-\\-\(name)\\fR") }, "\(option.name)")
    }
    #expect(lines[0].contains("1.2.3"))
  }

  @Test func onlyRequestsStartWithADot() {
    let requests: Set<Substring> = [".TH", ".SH", ".SS", ".B", ".I", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi"]
    for line in lines where line.hasPrefix(".") {
      #expect(requests.contains(line.prefix { $0 != " " }), "\(line)")
    }
    #expect(!lines.contains { $0.hasPrefix("'") })
  }
}
