import Testing

@testable import ReprintDumps

@Suite struct MissingTextTests {
  private func advice(_ line: String) -> String? {
    Array(line.utf8).withUnsafeBufferPointer { MissingText(in: $0).advice }
  }

  private let prose = String(repeating: "The harbour opened again on Monday. ", count: 5)

  @Test func theLongestTextIsNamed() {
    #expect(advice(#"{"body":"\#(prose)"}"#) == #"the longest is in "body": --text-field body"#)
    #expect(
      advice(#"{"lead":"\#(prose)","content":{"rendered":"<p>\#(prose)<\/p>"},"n":1}"#)
        == #"the longest is in "content.rendered": --html-field content.rendered"#)
    // What is no text: short, an address, under a name that has to be quoted, too deep.
    let address = String(repeating: "https://gull.example/", count: 20)
    for line in [
      #"{"body":"short"}"#, #"{"image":"\#(address)"}"#, #"{"a b":"\#(prose)"}"#, "{}", "", "[1]", "x",
      #"{"a":{"b":{"c":{"d":"\#(prose)"}}}}"#,
    ] {
      #expect(advice(line) == nil, "\(line)")
    }
  }

  @Test func recordsInsideAreNamed() {
    let list = #"[ {"title":"a","content":"\#(prose)"}, {"title":"b"} ]"#
    #expect(
      advice(#"{"status":"ok","articles":\#(list)}"#)
        == #""articles" is a list of objects: jq -c '.articles[]' makes records of them"#)
    #expect(
      advice(#"{"response":{"total":2,"results":\#(list)}}"#)
        == #""response.results" is a list of objects: jq -c '.response.results[]' makes records of them"#)
    // Beside a longer text it is comments.
    #expect(
      advice(#"{"body":"\#(prose)\#(prose)","comments":\#(list)}"#) == #"the longest is in "body": --text-field body"#)
    #expect(advice(#"{"tags":["a","b"]}"#) == nil)
  }

  @Test func whatIsDamagedFurtherOnCountsUpToThere() {
    #expect(advice(#"{"body":"\#(prose)","#) == #"the longest is in "body": --text-field body"#)
  }
}
