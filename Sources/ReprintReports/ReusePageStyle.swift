extension ReusePage {
  /// The page's style sheet: that of the views, and that of a report.
  static let style =
    AlignmentPage.viewStyle + #"""

      :root { --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Noto Serif", Georgia, serif; }
      .report main { max-width: 68rem; margin: 0 auto; padding: 2.6rem 1.5rem 4rem; }
      .many main { max-width: 82rem; }
      @media (min-width: 62rem) {
        .many .list .credit { width: 15%; }
        .many .list .from { width: 17%; }
      }
      .brand { color: var(--soft); font-size: .75rem; letter-spacing: .14em; text-transform: uppercase; }
      .masthead { padding-bottom: 1.6rem; border-bottom: 3px double var(--rule); }
      .masthead h1 {
        max-width: 24em; margin: .5rem 0 .4rem; font: 700 clamp(1.7rem, 1.2rem + 2.2vw, 2.7rem)/1.13 var(--serif);
        letter-spacing: -.015em; text-wrap: balance;
      }
      .byline { color: var(--soft); }
      .byline span { padding: 0 .25em; }
      .lede { max-width: 36em; margin-top: 1.3rem; font: 1.32rem/1.5 var(--serif); text-wrap: pretty; }
      .figures { display: flex; flex-wrap: wrap; gap: 1rem 0; margin: 1.6rem 0 0; }
      .figures div { flex: 1 1 8rem; padding: 0 1.2rem; border-left: 1px solid var(--rule); }
      .figures div:first-child { padding-left: 0; border: 0; }
      .figures dd { margin: 0; font: 600 1.9rem/1.1 var(--serif); font-variant-numeric: lining-nums; }
      .figures dt { margin-top: .25rem; color: var(--soft); font-size: .84rem; line-height: 1.35; }
      .notice { margin-top: 1.4rem; padding: .7rem 1rem; border-left: 3px solid var(--edited); background: var(--edited-tint); }
      .report section { margin-top: 2.6rem; }
      .report h2 { font: 700 1.35rem/1.25 var(--serif); letter-spacing: -.005em; }
      .explained { max-width: 52em; margin: .2rem 0 1rem; color: var(--soft); }
      .report figure { margin: 0; }
      .report figcaption { margin-top: .7rem; color: var(--soft); font-size: .9rem; }
      code { font: .92em ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
      .out { color: var(--soft); text-decoration-color: var(--rule); overflow-wrap: anywhere; }

      .timeline > svg, .network > svg { display: block; width: 100%; overflow: visible; }
      .timeline > svg { height: 21rem; }
      .grid line { stroke: var(--rule); }
      .grid .mark { stroke-dasharray: 2 4; stroke: var(--soft); opacity: .6; }
      .grid .tick { opacity: .55; }
      .grid .zero { stroke: var(--soft); opacity: 1; }
      .grid text, .network text { fill: var(--soft); font-size: .78rem; font-variant-numeric: tabular-nums; }
      .when { text-anchor: middle; }
      .timeline .mark { overflow: visible; }
      .timeline .mark path, .marks path {
        fill: var(--kind); fill-opacity: .42; stroke: var(--kind); stroke-width: 1.5;
      }
      .js .timeline .mark path { cursor: pointer; }
      .timeline .mark:hover path { fill-opacity: .9; }
      .timeline .off { display: none; }
      .marks { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
      .marks li { display: inline-flex; align-items: center; gap: .4em; }
      .marks svg { width: 1em; height: 1em; }

      .network path { fill: none; stroke: var(--paraphrase); stroke-opacity: .62; vector-effect: non-scaling-stroke; }
      .network .uncredited { stroke: var(--verbatim); stroke-dasharray: 7 4; }
      .network text { fill: var(--ink); font-size: .87rem; }
      .network .figure { fill: var(--soft); font-size: .8rem; }
      .network .short { display: none; }
      summary { cursor: pointer; }
      summary .figure { margin-left: .5em; }
      .edges, .spinner table { width: auto; min-width: min(100%, 26rem); margin: .5rem 0 1rem; color: var(--ink); }
      .spinner { margin-top: .5rem; }

      .filters { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1.4rem; margin: .9rem 0 1rem; }
      .filters[hidden] { display: none; }
      .filters fieldset { display: flex; flex-wrap: wrap; gap: .3rem .4rem; margin: 0; padding: 0; border: 0; }
      .filters legend { float: left; padding: .2rem .5rem .2rem 0; color: var(--soft); }
      .filters label { color: var(--soft); white-space: nowrap; }
      .kinds label {
        display: inline-flex; align-items: baseline; gap: .4em; padding: .15rem .65rem .15rem .3rem;
        border: 1px solid var(--rule); border-radius: 1rem; background: var(--paper); color: var(--ink); cursor: pointer;
      }
      .kinds input { position: absolute; opacity: 0; }
      .kinds label:has(:checked) { border-color: var(--kind); }
      .kinds label:not(:has(:checked)) { background: none; color: var(--soft); text-decoration: line-through; }
      .kinds label:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
      .filters input[type=range] { width: 8rem; vertical-align: middle; accent-color: var(--paraphrase); }
      .filters output { display: inline-block; min-width: 2.6em; color: var(--ink); font-variant-numeric: tabular-nums; }
      .filters select, .filters input[type=search] {
        padding: .25rem .5rem; border: 1px solid var(--rule); border-radius: 5px; background: var(--paper); color: var(--ink);
        font: inherit;
      }
      .filters input[type=search] { width: 11rem; }
      .count { color: var(--soft); font-variant-numeric: tabular-nums; }
      .none { padding: 2rem 0; color: var(--soft); text-align: center; }
      .none[hidden] { display: none; }

      .list { font-size: .93rem; line-height: 1.35; }
      .list th, .list td, .list th:nth-child(n), .list td:nth-child(n) { padding: .6rem .9rem .6rem 0; text-align: left; }
      .list thead th { padding-top: .3rem; border-bottom: 2px solid var(--ink); vertical-align: bottom; font-size: .82rem; }
      .list thead button {
        padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: inherit; cursor: pointer;
      }
      .list thead button::after { content: "\a0↕"; opacity: .35; }
      .list [aria-sort=ascending] button::after { content: "\a0↑"; opacity: 1; }
      .list [aria-sort=descending] button::after { content: "\a0↓"; opacity: 1; }
      .list [aria-sort] { color: var(--ink); font-weight: 650; }
      .list tbody tr:hover { background: var(--paper); }
      .list { table-layout: fixed; }
      .list .kind { width: 7.2rem; }
      .list thead .part, .list .coverage, .list .share { width: 5.9rem; }
      .list .words { width: 4.8rem; }
      .list .run, .list .lag { width: 5.4rem; }
      .list .direction { display: block; }
      .list .from { width: 18%; overflow-wrap: break-word; }
      .list .page { width: auto; color: var(--ink); font-weight: 400; }
      .list .page .open { font: 600 1.05em/1.3 var(--serif); }
      .list a.open { text-decoration-color: var(--rule); text-decoration-thickness: 1px; }
      .list a.open:hover { text-decoration-color: currentColor; }
      .list small { display: block; margin-top: .15rem; color: var(--soft); font-size: .82rem; }
      .list .out { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .list .out bdi { overflow-wrap: normal; }
      .list .badge { display: inline-block; }
      .list .kind { --tint: transparent; white-space: nowrap; }
      .list .key { text-decoration: none; }
      .list tbody .words, .list tbody .run, .list tbody .lag, .list .part { white-space: nowrap; }
      .list .words:nth-child(n), .list .run:nth-child(n), .list .lag:nth-child(n) { text-align: right; }
      .list .bar { display: block; width: 4.6rem; height: 5px; margin-top: .3rem; background: var(--rule); border-radius: 1px; }
      .list .bar rect { fill: var(--verbatim); }
      .list .share .bar rect { fill: var(--plain); }
      .list .credit { width: 19%; padding-left: .6rem; overflow-wrap: anywhere; }
      .credit .class::before { content: "✓ "; color: var(--quote); }
      .credit.missing .class::before { content: "✗ "; color: var(--verbatim); }
      .credit q { display: block; color: var(--soft); font: italic .95em/1.35 var(--serif); }
      .unknown { color: var(--soft); }

      .notes { max-width: 46em; padding-top: 1.6rem; border-top: 3px double var(--rule); }
      .notes h3 { margin: 1.3rem 0 .4rem; color: var(--ink); font-size: 1rem; letter-spacing: 0; }
      .notes p { margin-top: .5rem; }
      .notes dl { display: grid; grid-template-columns: 9rem 1fr; gap: .35rem 1rem; margin: .9rem 0 0; }
      .notes dt { grid-column: 1; color: var(--soft); }
      .notes dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
      .notes ul { padding-left: 1.1rem; list-style: disc; }
      .notes li { margin: .3rem 0; }

      .compare {
        width: 100vw; height: 100dvh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0;
        background: var(--page); color: var(--ink);
      }
      .compare[open] { display: flex; flex-direction: column; }
      .compare .bar { display: flex; align-items: center; gap: .4rem; padding: .6rem 1.5rem .2rem; }
      .compare .place { flex: 1; padding-left: .5rem; color: var(--soft); font-variant-numeric: tabular-nums; }
      .compare .bar button {
        min-width: 2.2rem; padding: .25rem .7rem .3rem; border: 1px solid var(--rule); border-radius: 1rem;
        background: var(--paper); color: inherit; font: inherit; cursor: pointer;
      }
      .compare .bar button:disabled { opacity: .4; cursor: default; }
      .compare .stage { flex: 1; min-height: 0; overflow: auto; }
      .report .compare section { margin-top: 0; }
      .js .compare .summary h2 { display: block; margin: .2rem 0 0; font: 700 1.15rem/1.3 var(--serif); }
      html:has(dialog[open]) { overflow: hidden; }

      @media (max-width: 49.99rem) {
        .report main { padding: 1.4rem 1rem 3rem; }
        .lede { font-size: 1.17rem; }
        .figures { display: grid; grid-template-columns: 1fr 1fr; gap: 1.1rem 1.2rem; }
        .figures div { padding: 0; border: 0; }
        .timeline > svg { height: 17rem; }
        .network .long { display: none; }
        .network .short { display: inline; }
        .network text { font-size: .76rem; }
        .compare .bar { padding: .5rem .8rem .1rem; }
        .notes dl { display: block; }
        .notes dt { margin-top: .6rem; }
        .filters input[type=search] { width: 9rem; }
      }
      @media (max-width: 61.99rem) {
        .list, .list tbody, .list tr, .list td, .list th { display: block; }
        .list thead tr { display: flex; flex-wrap: wrap; gap: .1rem .9rem; border-bottom: 2px solid var(--ink); padding-bottom: .5rem; }
        .list thead th:nth-child(n) { padding: .1rem 0; border: 0; }
        .list tbody tr {
          display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .55rem .8rem; padding: .9rem 0;
        }
        .list tbody tr[hidden] { display: none; }
        .list tbody td:nth-child(n), .list tbody th:nth-child(n) { width: auto; padding: 0; text-align: left; }
        .list tbody .words:nth-child(n), .list tbody .run:nth-child(n), .list tbody .lag:nth-child(n) { text-align: left; }
        .list thead th:nth-child(n) { width: auto; }
        .list tbody td::before { content: attr(data-label); display: block; color: var(--soft); font-size: .74rem; }
        .list .page, .list .from, .list tbody .credit { grid-column: 1 / -1; }
      }
      @media (min-width: 62rem) and (max-width: 77.99rem) {
        .many .list .share, .many .list .run { display: none; }
      }
      @media print {
        .report main { max-width: none; padding: 0; }
        .filters, .timeline .off { display: none; }
        .report section { margin-top: 1.6rem; }
        .list tbody tr { break-inside: avoid; }
        .bar rect, .timeline path, .network path { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        .compare, .compare[open] { position: static; display: block; height: auto; overflow: visible; }
        .compare:not([open]), .compare .bar { display: none; }
        .compare .stage { overflow: visible; }
        body:has(dialog[open]) > main { display: none; }
        .out::after { content: none; }
      }
      @media (forced-colors: active) {
        .list .bar rect, .timeline path { fill: CanvasText; }
      }
      """#
}
