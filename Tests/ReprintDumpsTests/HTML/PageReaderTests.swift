import Testing

@testable import ReprintDumps

@Suite struct PageReaderTests {
  @Test(arguments: [
    ("one<br>two<br/>three", ["one", "two", "three"]),
    ("<p> a \n b&nbsp; <p>&nbsp;<p>c", ["a b", "c"]),
    ("a <b> b</b> c<i>d</i>", ["a b cd"]),
    ("<pre>\n  x\n\n    y </pre>z", ["  x", "    y", "z"]),
    ("<ul><li>a<li>b<ul><li>c</ul>d</ul>", ["a", "b", "c", "d"]),
    ("<table><tr><td>1<td>2<tr><td>3</td><td>4</td></table>", ["1\t2", "3\t4"]),
    ("<table><tr><td>1<p>2</td><td>3</td></table>", ["1", "2", "3"]),
    ("<table><tr><td><p>1</p></td><td><p>2</p></td></tr></table>", ["1\t2"]),
    ("a<!-- b --!>c<!-->d<!--->e<!d>f<?g>h</ i>j", ["acdefhj"]),
    ("a<script>'</p>'</script>b<style>c</style>d<noscript>e</noscript>f<template>g</template>h", ["abdfh"]),
    ("<textarea><p>x</textarea>y<svg><title>t</title><text>z</text></svg>", ["y"]),
    ("<p hidden>a</p><p style='DISPLAY : none'>b</p><p aria-hidden=true>c</p>d", ["d"]),
    ("a < b <3 <", ["a < b <3 <"]),
    ("<a href=\"x>one two", ["one two"]),
    ("<p/x=1/>a</p>b", ["a", "b"]),
    ("<div>a<span>b</div>c</span>d", ["ab", "cd"]),
    ("<?xml version='1.0'?><p>a<![CDATA[ <b> ]]>c</p>", ["a <b> c"]),
    ("<p>a<![CDATA[ b ]]>c</p>", ["ac"]),
    ("x\u{0}y", ["xy"]), ("", []), ("<", ["<"]), ("</", ["</"]), ("<p", []),
  ]) func blocksOfMarkup(html: String, lines: [String]) {
    #expect(HTMLPages.lines(html) == lines)
  }

  @Test func kindsOfBlocks() {
    let page = HTMLPages.page(
      "<h2>a</h2>b<li>c<p>d</li><pre>e</pre><figcaption>f</figcaption><tr><td>g<td>h</tr><blockquote>i")
    #expect(
      page.blocks.map(\.kind) == [
        .heading, .paragraph, .listItem, .listItem, .preformatted, .caption, .tableRow, .paragraph,
      ])
    #expect(page.blocks[0].headingLevel == 2)
    #expect(page.blocks.last?.context == .quote)
  }

  @Test func linkedBytesAreThoseInLinks() {
    let page = HTMLPages.page("<p>a <a href=x>bcd</a> e<p>f <a name=x>g</a>")
    #expect(page.blocks.map(\.linkedBytes) == [3, 0].map { $0 } || page.blocks.map(\.linkedBytes) == [4, 0])
  }

  @Test func contextsAreThoseOfTheElementsAround() {
    let html = """
      <main><p>\(String(repeating: "text ", count: 100))</p><nav>a</nav><div class="post-share">b</div>
      <div role=complementary>c</div><p>d <span class=share>e</span></p><div class="no-comments">f</div></main>
      """
    let contexts = HTMLPages.page(html).blocks.map(\.context)
    #expect(
      contexts == [
        .main, [.main, .navigation], [.main, .furnitureName], [.main, .aside], .main, .main,
      ])
  }

  @Test func landmarksAroundTheHeadlineAreNotBelieved() {
    let page = HTMLPages.page("<form id=aspnetForm class=widget><h1>News</h1><p>Text.</p></form><footer>x</footer>")
    #expect(page.blocks.map(\.context) == [[], [], .footer])
  }
}
