import Testing

@testable import ReprintDumps

@Suite struct PageDateZonesTests {
  @Test(arguments: [
    // Hours from UTC.
    ("1 June 2025 20:05 +2", "20:05+02:00"), ("1 June 2025 20:05 -0430", "20:05-04:30"),
    ("1 June 2025 20:05 +5:30", "20:05+05:30"), ("1 June 2025 20:05 GMT+1", "20:05+01:00"),
    ("1 June 2025 20:05 (UTC +02:00)", "20:05+02:00"), ("1 June 2025 20:05 UTC+10", "20:05+10:00"),
    ("1 June 2025 20:05 GMT", "20:05Z"), ("1 June 2025 20:05Z", "20:05Z"),
    ("Sun Jun 01 2025 20:05:00 GMT+0200 (Central European Summer Time)", "20:05:00+02:00"),
    ("Sun, 1 Jun 2025 20:05:00 +0200 (CEST)", "20:05:00+02:00"),
    // Names.
    ("1 June 2025 8:05 pm CET", "20:05+01:00"), ("1 June 2025 20:05 MSK", "20:05+03:00"),
    ("June 1, 2025 8:05 PM ET", "20:05-04:00"), ("June 1, 2025 8:05 p.m. Eastern Time", "20:05-04:00"),
    ("June 1, 2025 8:05 PM PT", "20:05-07:00"), ("June 1, 2025 8:05 PM Pacific", "20:05-07:00"),
    // What has several meanings, or none.
    ("1 June 2025 20:05 IST", nil), ("1 June 2025 20:05 BST", nil), ("1 June 2025 20:05 ET by Jo", nil),
    ("1 June 2025 20:05 +2 more", nil), ("1 June 2025 20:05 +", nil), ("1 June 2025 20:05 +12345", nil),
    ("1 June 2025 20:05 GMTX", nil), ("1 June 2025 20:05 +99", nil),
  ]) func offsets(text: String, clock: String?) {
    #expect(PageDate.normalized(text) == "2025-06-01" + (clock.map { "T" + $0 } ?? ""))
  }

  /// The days are those on which clocks were set by law.
  @Test(arguments: [
    ("March 8, 2025", 11, "-05:00"), ("March 9, 2025", 1, "-05:00"), ("March 9, 2025", 3, "-04:00"),
    ("November 1, 2025", 11, "-04:00"), ("November 2, 2025", 1, "-04:00"), ("November 2, 2025", 3, "-05:00"),
    ("March 13, 2022", 3, "-04:00"), ("March 12, 2022", 3, "-05:00"), ("November 6, 2022", 3, "-05:00"),
    ("November 5, 2022", 3, "-04:00"), ("March 14, 2010", 3, "-04:00"), ("March 8, 2026", 3, "-04:00"),
    ("November 1, 2026", 3, "-05:00"), ("October 31, 2026", 3, "-04:00"), ("January 31, 2020", 3, "-05:00"),
  ]) func easternTimeGoesBySummerAndWinter(day: String, hour: Int, offset: String) {
    let found = PageDate.normalized("\(day) \(hour):30 AM ET")
    #expect(found.hasSuffix(offset), "\(found)")
  }

  @Test func beforeTheRuleThatHoldsNowItIsADate() {
    #expect(PageDate.normalized("June 1, 2005 8:05 PM ET") == "2005-06-01")
  }
}
