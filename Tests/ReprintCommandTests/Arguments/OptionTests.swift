import Reprint
import ReprintDumps
import ReprintReports
import Testing

@testable import ReprintCommand

@Suite struct OptionTests {
  @Test func namesAndLettersAreUnique() {
    #expect(Set(Option.all.map { $0.key ?? $0.name }).count == Option.all.count)
    for command in CommandDescription.all {
      #expect(Set(command.options.map(\.name)).count == command.options.count, "\(command.name)")
      let letters = command.options.compactMap(\.letter)
      #expect(Set(letters).count == letters.count, "\(command.name)")
    }
  }

  @Test func everyOptionBelongsToACommand() {
    let used = Set(CommandDescription.all.flatMap(\.optionNames))
    #expect(Option.all.allSatisfy { used.contains($0.key ?? $0.name) })
  }

  @Test func choicesAreWhatTheLibraryKnows() {
    #expect(Option.named("keep").choices == KeepPolicy.allCases.map(\.rawValue))
    #expect(Option.named("linkage").choices.sorted() == Linkage.allCases.map(\.rawValue).sorted())
    #expect(Option.named("format").choices == OutputFormat.allCases.map(\.rawValue))
    #expect(Option.named("input-format").choices == ["auto"] + DumpFormat.allCases.map(\.rawValue))
    #expect(Option.named("threshold").choices.isEmpty)
  }

  @Test func defaultsAreAmongTheChoices() {
    for option in Option.all {
      // `format` has a default that depends on where output goes.
      guard let value = option.defaultValue, !option.choices.isEmpty, option.name != "format" else { continue }
      #expect(option.choices.contains(value), "\(option.name)")
    }
  }

  @Test func wordsAreInStyle() {
    for option in Option.all {
      #expect(!option.summary.hasSuffix(".") && option.summary.first!.isUppercase, "\(option.name)")
      #expect(option.detail.isEmpty || option.detail.hasSuffix("."), "\(option.name)")
      #expect(option.placeholder.map { $0 == $0.uppercased() } ?? true, "\(option.name)")
    }
  }
}
