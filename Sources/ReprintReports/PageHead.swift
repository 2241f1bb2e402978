import Reprint

/// The head of a page that needs nothing from outside and allows no script and no style but its own.
struct PageHead {
  let title: String
  let style: String
  let script: String

  func append(to output: HTMLOutput) {
    output.markup(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>
      """)
    output.text(title)
    output.markup("</title>\n<style>\(style)</style>\n</head>\n")
  }

  /// Only this page's own style and script, and nothing from anywhere.
  var policy: String {
    func hash(_ content: String) -> String { "'sha256-\(Base64.string(SHA256.digest(content.utf8)))'" }
    return "default-src 'none'; style-src \(hash(style)); script-src \(hash(script)); "
      + "base-uri 'none'; form-action 'none'"
  }
}
