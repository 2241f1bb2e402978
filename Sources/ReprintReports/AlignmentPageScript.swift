extension AlignmentPage {
  /// The page's script: its views, the first one shown.
  static let script = closed(
    viewScript + #"""

      document.documentElement.classList.add("js");
      if (views.length) {
        for (const other of views) prepare(other);
        show(views[0]);
        go(location.hash.slice(1));
        addEventListener("hashchange", () => go(location.hash.slice(1)));
      }
      """#)

  /// A script whose names are its own.
  static func closed(_ script: String) -> String { "(() => {\n\"use strict\";\n\(script)\n})();" }
}
