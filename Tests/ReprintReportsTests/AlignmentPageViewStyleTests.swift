import Foundation
import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct AlignmentPageViewStyleTests {
  /// The colours by name, of the light or the dark page.
  private func colours(dark: Bool) -> [String: String] {
    let parts = AlignmentPage.style.components(separatedBy: "@media screen and (prefers-color-scheme: dark)")
    let block = parts[dark ? 1 : 0].components(separatedBy: "}")[0]
    let pairs = block.matches(of: /--([a-z-]+): (#[0-9a-f]{6});/).map { (String($0.1), String($0.2)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Relative luminance, as WCAG 2 defines it.
  private func luminance(_ colour: String) -> Double {
    let number = Int(colour.dropFirst(), radix: 16)!
    let channels = [16, 8, 0].map { shift -> Double in
      let value = Double(number >> shift & 255) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  @Test(arguments: [false, true])
  func textsCanBeRead(dark: Bool) throws {
    let colours = colours(dark: dark)
    func expect(_ text: String, on ground: String) throws {
      let pair = [luminance(try #require(colours[text])), luminance(try #require(colours[ground]))].sorted()
      let contrast = (pair[1] + 0.05) / (pair[0] + 0.05)
      #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
    }
    for ground in ["page", "paper"] {
      for text in ["ink", "soft", "focus", "plain"] { try expect(text, on: ground) }
    }
    for kind in ["verbatim", "edited", "spun", "paraphrase", "quote"] {
      for ground in ["page", "paper", "\(kind)-tint"] { try expect(kind, on: ground) }
      for ground in ["\(kind)-tint", "\(kind)-strong"] { try expect("ink", on: ground) }
    }
    try expect("ink", on: "plain-strong")
  }

  @Test func everyKindHasItsLineAndItsColours() {
    for kind in ReuseKind.allCases {
      let style = AlignmentPage.style
      #expect(style.contains(".\(kind.rawValue) {") || style.contains(".\(kind.rawValue), "))
      #expect(style.contains(".only-\(kind.rawValue) .s.\(kind.rawValue)"))
    }
  }

  @Test func nothingComesFromOutside() {
    #expect(!AlignmentPage.style.contains("url(") && !AlignmentPage.style.contains("@import"))
    #expect(!AlignmentPage.style.contains("</"))
  }
}
