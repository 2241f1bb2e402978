extension AlignmentPage {
  /// The page's style sheet: its views, what is above them, and that they fill a large window.
  static let style =
    viewStyle + #"""

      .top { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; padding: .9rem 1.5rem .35rem; }
      .brand { color: var(--soft); font-size: .8rem; letter-spacing: .14em; text-transform: uppercase; }
      h1 { font-size: 1.2rem; font-weight: 650; letter-spacing: -.01em; }
      h1 span { color: var(--soft); font-weight: 400; }
      .copies { flex-basis: 100%; max-height: 6.8rem; overflow: auto; }
      .copies ol { display: flex; flex-wrap: wrap; gap: .35rem; padding: 3px; }
      .copies a {
        display: block; padding: .2rem .7rem; border: 1px solid var(--rule); border-radius: 1rem; background: var(--paper);
        text-decoration: none;
      }
      .copies a:hover { border-color: var(--soft); }
      .copies [aria-current] { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); }

      @media screen and (min-width: 50rem) and (min-height: 34rem) {
        html.js, .js body { height: 100%; }
        .js body { display: flex; flex-direction: column; overflow: hidden; }
        .js main { flex: 1; min-height: 0; }
      }
      @media screen and (max-width: 49.99rem) {
        .top { padding-left: .8rem; padding-right: .8rem; }
      }
      @media print {
        .top { padding-left: 0; padding-right: 0; }
        .copies { display: none; }
      }
      """#
}
