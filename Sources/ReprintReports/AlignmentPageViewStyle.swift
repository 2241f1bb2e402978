extension AlignmentPage {
  /// The style sheet of the views.
  ///
  /// Kinds differ in colour, line and letter; in the strips, in height. Colours are written once for light and once for
  /// dark, all with a contrast of 4.5 or more to what they stand on.
  static let viewStyle = #"""
    :root {
      color-scheme: light dark;
      --page: #f6f4f0; --paper: #fffefb; --ink: #23211e; --soft: #66615a; --rule: #e0dcd4; --focus: #1a5fb4;
      --verbatim: #a52a1d; --verbatim-tint: #fcece8; --verbatim-strong: #f7cfc6;
      --edited: #855000; --edited-tint: #fbf2e0; --edited-strong: #f3dcae;
      --spun: #6d399b; --spun-tint: #f5edfb; --spun-strong: #e2cdf2;
      --paraphrase: #1d5a9e; --paraphrase-tint: #eaf2fb; --paraphrase-strong: #c5ddf5;
      --quote: #0b665a; --quote-tint: #e5f5f1; --quote-strong: #bae4da;
      --plain: #66615a; --plain-strong: #ebe7df;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --page: #151514; --paper: #1d1c1b; --ink: #e6e2da; --soft: #a59f95; --rule: #36332f; --focus: #8fc0f7;
        --verbatim: #ff9f90; --verbatim-tint: #352220; --verbatim-strong: #5e2f28;
        --edited: #efb866; --edited-tint: #30281b; --edited-strong: #57421c;
        --spun: #d2adf3; --spun-tint: #2b2333; --spun-strong: #4b3561;
        --paraphrase: #94c3f8; --paraphrase-tint: #1f2935; --paraphrase-strong: #2a486a;
        --quote: #74d2bf; --quote-tint: #1c2c28; --quote-strong: #20524a;
        --plain: #a59f95; --plain-strong: #393632;
      }
    }
    .verbatim { --kind: var(--verbatim); --tint: var(--verbatim-tint); --strong: var(--verbatim-strong); --line: double; }
    .edited { --kind: var(--edited); --tint: var(--edited-tint); --strong: var(--edited-strong); --line: solid; }
    .spun { --kind: var(--spun); --tint: var(--spun-tint); --strong: var(--spun-strong); --line: wavy; }
    .paraphrase {
      --kind: var(--paraphrase); --tint: var(--paraphrase-tint); --strong: var(--paraphrase-strong); --line: dashed;
    }
    .quote { --kind: var(--quote); --tint: var(--quote-tint); --strong: var(--quote-strong); --line: dotted; }
    .new, .furniture { --kind: var(--plain); --tint: transparent; --strong: var(--plain-strong); --line: none; }

    *, ::before, ::after { box-sizing: border-box; }
    html { font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--page); color: var(--ink); }
    h1, h2, h3, p, ul, ol { margin: 0; padding: 0; font: inherit; }
    ul, ol { list-style: none; }
    a { color: inherit; text-underline-offset: .2em; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
    bdi { overflow-wrap: anywhere; }
    .figure { color: var(--soft); font-variant-numeric: tabular-nums; }
    .hint { color: var(--soft); }

    .view { padding: 0 1.5rem 2rem; }
    .view + .view { border-top: 1px solid var(--rule); padding-top: 1.5rem; }
    .summary h2 { margin-top: 1rem; font-weight: 650; }
    .legend { display: flex; flex-wrap: wrap; gap: .15rem .4rem; padding: .3rem 0 .6rem; }
    .legend li, .legend button { display: inline-flex; align-items: baseline; gap: .45em; }
    .legend li { padding-right: .9rem; }
    .legend button {
      padding: .2rem .65rem .25rem .3rem; border: 1px solid transparent; border-radius: 1rem; background: none;
      color: inherit; font: inherit; cursor: pointer;
    }
    .js .legend li { padding: 0; }
    .legend button:hover { border-color: var(--rule); }
    .legend [aria-pressed=true] { border-color: var(--ink); background: var(--paper); }
    .badge {
      align-self: center; min-width: 1.45em; border-radius: 1em; background: var(--tint); box-shadow: inset 0 0 0 1px var(--kind);
      color: var(--kind); font-size: .72rem; font-weight: 700; line-height: 1.45; text-align: center;
    }
    .key, .s {
      text-decoration: underline var(--line, none) var(--kind, transparent); text-decoration-thickness: 1px;
      text-underline-offset: .22em; text-decoration-skip-ink: none;
    }

    .side { background: var(--paper); border: 1px solid var(--rule); border-radius: 6px; overflow: clip; }
    .side > header {
      display: grid; grid-template-columns: 1fr auto; gap: .3rem 1rem; padding: .8rem 1.4rem;
      border-bottom: 1px solid var(--rule);
    }
    h3 { color: var(--soft); font-size: .8rem; font-weight: 600; letter-spacing: .04em; }
    .side h3 { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; letter-spacing: 0; }
    .name { margin-left: .35em; color: var(--ink); }
    .side .figure { font-size: .8rem; }
    .strip { grid-column: 1 / -1; display: block; width: 100%; height: 20px; cursor: pointer; }
    .strip rect { fill: var(--kind); }
    .strip .new { fill: var(--rule); }
    .strip .furniture { fill: none; }
    .strip a:hover rect { opacity: .6; }

    .text {
      padding: 1.2rem 1.4rem 2rem; font: 1.07rem/1.72 Charter, "Bitstream Charter", "Iowan Old Style", "Noto Serif", Georgia, serif;
      overflow-wrap: anywhere;
    }
    .text p { max-width: 36em; margin: 0 auto .35em; white-space: pre-wrap; tab-size: 4; }
    .turning .s { unicode-bidi: plaintext; }
    .turning sup { margin: 0 .3em; unicode-bidi: isolate; direction: ltr; }
    .text .apart { margin-top: 1.05em; }
    .s {
      background: var(--tint, transparent); border-radius: 2px; -webkit-box-decoration-break: clone;
      box-decoration-break: clone; padding: .1em 0;
    }
    .s.furniture { color: var(--plain); font: .82em/1.5 system-ui, sans-serif; }
    .js .s { cursor: pointer; }
    .s.near { background: var(--strong, var(--plain-strong)); }
    .s.chosen {
      background: var(--strong, var(--plain-strong)); text-decoration-line: none;
      box-shadow: 0 0 0 1.5px var(--strong, var(--plain-strong)), 0 0 0 2.5px var(--kind, var(--plain));
    }
    .s:focus-visible { outline-offset: 3px; }
    sup {
      margin-left: .35em; color: var(--kind); font: 600 .64rem/0 system-ui, sans-serif; vertical-align: .5em;
      white-space: nowrap;
    }
    sup a { color: var(--kind); text-decoration: none; white-space: normal; }
    sup a:hover { text-decoration: underline; }
    sup a + a { margin-left: .25em; }
    sup b { margin-left: .15em; color: var(--verbatim); font-size: .8rem; }
    mark {
      padding: 0 .12em; border-radius: 2px; background: none; color: inherit; font-weight: 700;
      box-shadow: inset 0 0 0 1.5px var(--verbatim);
    }
    ::highlight(same) { text-decoration: underline 1.5px var(--kind); }
    ::highlight(replaced) { background-color: var(--kind); color: var(--paper); }

    .only .s { background: none; text-decoration-color: transparent; color: var(--plain); }
    .only sup, .only sup a { color: var(--plain); }
    .only-verbatim .s.verbatim, .only-edited .s.edited, .only-spun .s.spun, .only-paraphrase .s.paraphrase,
    .only-quote .s.quote, .only-new .s.new, .only-furniture .s.furniture {
      background: var(--tint); text-decoration-color: var(--kind); color: var(--ink);
    }
    .only .s.near, .only .s.chosen { background: var(--strong, var(--plain-strong)); color: var(--ink); }

    .inspector { font-size: .92rem; }
    .inspector section { padding: .8rem 0; }
    .inspector section + section { border-top: 1px solid var(--rule); }
    .inspector h3 { margin-bottom: .4rem; }
    .pairs article + article { margin-top: .9rem; padding-top: .9rem; border-top: 1px dotted var(--rule); }
    .pairs h4 { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .5rem; margin: 0; font: inherit; }
    .pairs h4 b { font-weight: 650; }
    .pairs blockquote { margin: .4rem 0; padding-left: .7rem; border-left: 2px solid var(--kind); color: var(--soft); }
    .pairs dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem .7rem; margin: .4rem 0 0; }
    .pairs dt { color: var(--soft); }
    .pairs dd { margin: 0; overflow-wrap: anywhere; }
    .facts h3 b { color: var(--verbatim); }
    .facts li { margin: .2rem 0; }
    .facts a { display: inline-block; min-width: 1.8em; color: var(--verbatim); font-variant-numeric: tabular-nums; }
    ins { font-weight: 650; text-decoration: none; box-shadow: inset 0 0 0 1.5px var(--verbatim); border-radius: 2px; padding: 0 .15em; }
    del { text-decoration: none; font-weight: 650; }
    table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th { color: var(--soft); font-weight: 400; text-align: left; }
    th, td { padding: .12rem .6rem .12rem 0; vertical-align: top; }
    th:nth-child(n + 3), td:nth-child(n + 3) { padding-right: 0; padding-left: .6rem; text-align: right; }
    tbody tr { border-top: 1px solid var(--rule); }

    @media (min-width: 50rem) {
      .view { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1rem; align-items: start; }
      .summary, .inspector { grid-column: 1 / -1; }
      .pairs blockquote { display: none; }
    }
    @media screen {
      .js .view { border: 0; padding-top: 0; }
      .js .summary h2 { display: none; }
    }
    @media screen and (min-width: 50rem) and (min-height: 34rem) {
      .js .view { height: 100%; grid-template-rows: auto minmax(0, 1fr) auto; align-items: stretch; padding-bottom: 1rem; }
      .js .side { display: flex; flex-direction: column; min-height: 0; }
      .js .text { flex: 1; min-height: 0; overflow: auto; scrollbar-width: thin; }
      .js .inspector {
        display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 0 1.5rem; max-height: 30vh; overflow: auto;
      }
      .js .inspector section { border: 0; }
    }
    @media screen and (min-width: 75rem) and (min-height: 34rem) {
      .js .view { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 19rem; grid-template-rows: auto minmax(0, 1fr); }
      .js .inspector { display: block; grid-column: auto; max-height: none; padding: 0 .3rem; scrollbar-width: thin; }
      .js .inspector section + section { border-top: 1px solid var(--rule); }
    }
    @media screen and (max-width: 49.99rem) {
      .view { padding-left: .8rem; padding-right: .8rem; }
      .side { margin-bottom: .8rem; }
      .text { padding: .9rem 1rem 1.2rem; }
      .js .details {
        position: sticky; bottom: 0; max-height: 45vh; margin: 0 -.8rem; padding: .7rem .8rem; overflow: auto;
        background: var(--paper); border-top: 1px solid var(--rule);
      }
      .js .details:has(.hint:only-child) { display: none; }
      .js .inspector { display: contents; }
      .js .facts, .js .lexicon { padding: .8rem 0; }
    }
    .view[hidden] { display: none; }

    @media print {
      html { font-size: 9.5pt; }
      body { background: none; }
      .view { padding-left: 0; padding-right: 0; }
      .details { display: none; }
      .view + .view { break-before: page; }
      .view { display: block; }
      .side { float: left; width: 48.5%; overflow: visible; border: 0; background: none; }
      .side.copy { float: right; }
      .inspector { clear: both; }
      .side > header, .text { padding: .5rem 0; }
      .s, .badge, .strip, mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      .s.near, .s.chosen { background: var(--tint, transparent); box-shadow: none; text-decoration-line: underline; }
      ::highlight(same) { text-decoration: none; }
      ::highlight(replaced) { background-color: transparent; color: inherit; }
      mark::after { content: " [" attr(title) "]"; font: 400 .8em system-ui, sans-serif; }
      sup a { text-decoration: none; }
      p { orphans: 2; widows: 2; }
      tr, li { break-inside: avoid; }
      .lexicon table { width: auto; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .js .s { transition: background-color .12s; }
    }
    @media (forced-colors: active) {
      .s.chosen { outline: 2px solid Highlight; }
      .s.near { outline: 1px solid Highlight; }
      .strip rect { fill: CanvasText; }
    }
    """#
}
