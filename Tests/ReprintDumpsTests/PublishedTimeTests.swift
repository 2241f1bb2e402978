import Foundation
import Reprint
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct PublishedTimeTests {
  @Test func timesAreThoseThatFoundationReads() {
    var generator = SeededGenerator(seed: 1)
    let formatter = ISO8601DateFormatter()
    for trial in 0..<1000 {
      let seconds = Double(generator.number(-11_000_000_000...13_000_000_000))  // 1621 to 2381
      let offset = generator.number(-14 * 60...14 * 60) * 60
      formatter.timeZone = TimeZone(secondsFromGMT: offset)
      formatter.formatOptions = [.withInternetDateTime]
      let text = formatter.string(from: Date(timeIntervalSince1970: seconds))
      #expect(PublishedTime.seconds(text) == seconds, "trial \(trial): \(text)")

      formatter.formatOptions = [.withFullDate, .withFullTime, .withSpaceBetweenDateAndTime]
      let spaced = formatter.string(from: Date(timeIntervalSince1970: seconds))
      #expect(PublishedTime.seconds(spaced) == seconds, "trial \(trial): \(spaced)")

      formatter.timeZone = TimeZone(secondsFromGMT: 0)
      formatter.formatOptions = [.withFullDate]
      let day = formatter.string(from: Date(timeIntervalSince1970: seconds))
      #expect(PublishedTime.seconds(day) == (seconds / 86_400).rounded(.down) * 86_400, "trial \(trial): \(day)")
    }
  }

  @Test(arguments: [
    "2025-08-21T08:30:05Z", "2025-08-21t08:30:05z", "2025-08-21 08:30:05Z", "2025-08-21T08:30:05",
    "2025-08-21T08:30:05+00:00",
    "2025-08-21T10:30:05+02:00", "2025-08-21T10:30:05+0200", "2025-08-21T10:30:05+02", "2025-08-21 10:30:05 +0200",
    "2025-08-21T08:30:05.000Z",
    "2025-08-21T08:30:05,0", "2025-08-20T22:30:05-10:00", "2025-08-21T14:00:05+05:30", "2025-08-21T08:30:05 Z",
    "2025-08-21 08:30:05 UTC", "2025-08-21T08:30:05GMT",
  ]) func formsOfOneMoment(text: String) {
    #expect(PublishedTime.seconds(text) == 1_755_765_005)
  }

  @Test func partsMayBeMissing() {
    #expect(PublishedTime.seconds("1970-01-01") == 0)
    #expect(PublishedTime.seconds("1970-01-01T00:01") == 60)
    #expect(PublishedTime.seconds("1970-01-01T01:00+01:00") == 0)
    #expect(PublishedTime.seconds("1969-12-31T23:59:59Z") == -1)
    #expect(PublishedTime.seconds("1970-01-01T00:00:00.25") == 0.25)
    #expect(abs(PublishedTime.seconds("1970-01-01T00:00:01.123456789Z")! - 1.123456789) < 1e-9)
    #expect(PublishedTime.seconds("1970-01-01T24:00:00Z") == 86_400)
    #expect(PublishedTime.seconds("1972-06-30T23:59:60Z") == PublishedTime.seconds("1972-07-01T00:00:00Z"))
  }

  /// A month after a month, counted in days.
  @Test func daysFollowOneAnother() throws {
    var day = 0.0
    for year in 1...3000 {
      for month in 1...12 {
        let text = String(String(year + 10_000).dropFirst()) + "-" + String(String(month + 100).dropFirst()) + "-01"
        let seconds = try #require(PublishedTime.seconds(text))
        if year == 1 && month == 1 { day = seconds / 86_400 }
        guard seconds == day * 86_400 else {
          Issue.record("\(text)")
          return
        }
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        day += [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      }
    }
  }

  @Test func yearZero() throws {
    #expect(PublishedTime.seconds("0000-03-01")! - PublishedTime.seconds("0000-01-01")! == 60 * 86_400)
  }

  @Test(arguments: [
    "", " ", "2025", "2025-08", "20250821", "2025-8-21", "25-08-21", "2025-08-1", "2025-00-10", "2025-13-10",
    "2025-08-00", "2025-08-32",
    "2025-04-31", "2025-02-29", "1900-02-29", "2100-02-29", "2025-08-21T", "2025-08-21T10", "2025-08-21T10:",
    "2025-08-21T10:3", "2025-08-21T25:00",
    "2025-08-21T10:60", "2025-08-21T10:30:61", "2025-08-21T10:30:", "2025-08-21T10:30:5", "2025-08-21T10:30:05.",
    "2025-08-21T10:30:05.Z",
    "2025-08-21T10:30:05+", "2025-08-21T10:30:05+2", "2025-08-21T10:30:05+24:00", "2025-08-21T10:30:05+02:60",
    "2025-08-21T10:30:05+02:0",
    "2025-08-21T10:30:05Zx", "2025-08-21T10:30:05ZZ", "2025-08-21T10:30:05 PST", "2025-08-21X10:30",
    "2025-08-21  10:30", " 2025-08-21",
    "2025-08-21 ", "2025-08-21Z", "2025/08/21", "21.08.2025", "Thu, 21 Aug 2025 10:30:00 GMT", "1755765005",
    "٢٠٢٥-٠٨-٢١", "2025-08-21T1O:30", "-025-08-21",
  ]) func otherTexts(text: String) {
    #expect(PublishedTime.seconds(text) == nil)
  }

  @Test func leapDays() {
    for year in ["2024", "2000", "1600", "2400"] { #expect(PublishedTime.seconds("\(year)-02-29") != nil) }
  }

  @Test func timesAreWrittenAsTheyAreRead() {
    for seconds in [0, 1, 86_399, 86_400, 951_782_400, 951_868_800, 1_755_765_005, 4_102_444_799, 32_503_679_999] {
      let text = PublishedTime.text(ofSeconds: seconds)
      #expect(PublishedTime.seconds(text) == Double(seconds), "\(text)")
    }
    // Every day of a leap century and the years around it.
    for day in 9_000..<13_000 {
      let text = PublishedTime.text(ofSeconds: day * 86_400)
      #expect(PublishedTime.seconds(text) == Double(day * 86_400), "\(text)")
    }
    #expect(PublishedTime.text(ofSeconds: 1_755_765_005) == "2025-08-21T08:30:05Z")
  }

  @Test func feedsWriteTimesInTheirOwnWay() {
    #expect(PublicationTime("Thu, 21 Aug 2025 08:30:05 GMT")?.seconds == 1_755_765_005)
    #expect(PublicationTime("21 Aug 2025 10:30:05 +0200")?.seconds == 1_755_765_005)
    let day = PublicationTime("August 21, 2025")
    #expect(day?.seconds == 1_755_734_400 && day?.slack == 86_400 && day?.text == "August 21, 2025")
    #expect(PublicationTime("2025-08-21T08:30:05Z")?.slack == 0)
    for text in ["", "yesterday", "05/03/25", "Thu", "31 Feb 2025", "175576500", "12"] {
      #expect(PublicationTime(text) == nil, "\(text)")
    }
  }
}
