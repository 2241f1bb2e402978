import Reprint
import Testing

@testable import ReprintReports

@Suite struct PageHeadTests {
  @Test func thePolicyNamesTheContentsAndTheTitleIsText() {
    let output = HTMLOutput()
    PageHead(title: "</title><b>", style: "p { margin: 0 }", script: "void 0").append(to: output)
    let head = String(decoding: output.bytes, as: UTF8.self)
    let style = Base64.string(SHA256.digest("p { margin: 0 }".utf8))
    let script = Base64.string(SHA256.digest("void 0".utf8))
    #expect(head.contains("default-src 'none'; style-src 'sha256-\(style)'; script-src 'sha256-\(script)'; "))
    #expect(head.contains("<title>&lt;/title&gt;&lt;b&gt;</title>\n<style>p { margin: 0 }</style>"))
  }
}
