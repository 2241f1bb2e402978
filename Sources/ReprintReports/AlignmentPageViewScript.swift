extension AlignmentPage {
  /// The script of the views: it only ever finds elements by the ids that the page gave them, and writes texts as texts.
  static let viewScript = #"""
    const kinds = ["verbatim", "edited", "spun", "paraphrase", "quote", "new", "furniture"];
    const relations = { sa: "same", st: "same stem", nu: "same number", sp: "spelling", su: "replaced" };
    const byId = (id) => document.getElementById(id);
    const tabs = [...document.querySelectorAll(".copies a")];
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const prepared = new WeakSet();
    let views = [...document.querySelectorAll(".view")];
    let view = null;
    let chosen = null;
    let marked = { near: [], chosen: [] };

    // Sentences: c1-s4 is the fourth of the first copy, c1-o5 the fifth of the original beside it.
    const isCopy = (s) => s.id.includes("-s");
    const numberOf = (s) => Number(s.id.slice(s.id.indexOf("-") + 2));
    const viewOf = (s) => byId(s.id.split("-")[0]);
    const kindOf = (s) => kinds.find((kind) => s.classList.contains(kind));
    const neighbour = (s, step) => byId(s.id.replace(/\d+$/, () => numberOf(s) + step));
    const numbers = (s) => (s.dataset.to ? s.dataset.to.split(" ") : []);
    const partners = (s) =>
      numbers(s).map((n) => byId(s.id.split("-")[0] + (isCopy(s) ? "-o" : "-s") + n)).filter(Boolean);
    const list = (value, index) => ((value || "").split("|")[index] || "").split(" ").filter(Boolean)
      .map((entry) => entry.split(","));

    const make = (tag, name, ...children) => {
      const element = document.createElement(tag);
      if (name) element.className = name;
      element.append(...children);
      return element;
    };

    // What is known of a copy's sentence and one of its sources.
    const pairOf = (copy, original) => {
      const index = numbers(copy).indexOf(String(numberOf(original)));
      return {
        copy, original, score: (copy.dataset.scores || "").split(" ")[index],
        altered: list(copy.dataset.altered, index), words: list(copy.dataset.words, index),
      };
    };
    const pairsOf = (s, limit) =>
      partners(s).slice(0, limit).map((other) => (isCopy(s) ? pairOf(s, other) : pairOf(other, s)));

    // Part of a sentence, as a range.
    const part = (s, start, length) => {
      const range = document.createRange();
      const walker = document.createTreeWalker(s, NodeFilter.SHOW_TEXT);
      let passed = 0;
      let isStarted = false;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const end = passed + node.length;
        if (!isStarted && start < end) {
          range.setStart(node, start - passed);
          isStarted = true;
        }
        if (isStarted && start + length <= end) {
          range.setEnd(node, start + length - passed);
          return range;
        }
        passed = end;
      }
      return null;
    };

    const paintWords = (pairs) => {
      if (!("highlights" in CSS)) return;
      CSS.highlights.clear();
      const ranges = { same: [], replaced: [] };
      for (const pair of pairs) {
        for (const [relation, c, cLength, o, oLength] of pair.words) {
          const to = relation === "su" ? ranges.replaced : ranges.same;
          to.push(part(pair.copy, +c, +cLength), part(pair.original, +o, +oLength));
        }
      }
      for (const name in ranges) CSS.highlights.set(name, new Highlight(...ranges[name].filter(Boolean)));
    };

    // Details
    const percent = (score) => Math.floor(Number(score) * 100 + 1e-6) + "%";
    const link = (s, text) => {
      const element = make("a", "", text);
      element.href = "#" + s.id;
      return element;
    };
    const word = (text) => make("bdi", "", text);

    const describeFact = (pair, [fact, c, cLength, o, oLength]) => {
      const copy = c && pair.copy.textContent.substr(+c, +cLength);
      const original = o && pair.original.textContent.substr(+o, +oLength);
      const item = make("dd");
      if (copy) item.append(make("ins", "", word(copy)));
      if (copy && original) item.append(", original ");
      if (!copy) item.append("leaves out ");
      if (original) item.append(make("del", "", word(original)));
      if (!original) item.append(" is not in the original");
      return [make("dt", "", "altered " + fact), item];
    };

    const describe = (pair, isFromCopy) => {
      const kind = kindOf(pair.copy);
      const other = isFromCopy ? pair.original : pair.copy;
      const article = make("article", kind, make("h4", "",
        make("b", "badge " + kind, kind[0].toUpperCase()), make("span", "key " + kind, kind),
        link(other, (isFromCopy ? "original " : "copy ") + numberOf(other)),
        make("span", "figure", percent(pair.score) + " sure")));
      article.append(make("blockquote", "", other.textContent));
      const facts = make("dl");
      for (const fact of pair.altered) facts.append(...describeFact(pair, fact));
      for (const relation in relations) {
        if (relation === "sa" && kind === "verbatim") continue;
        const items = pair.words.filter((entry) => entry[0] === relation).map(([, c, cLength, o, oLength]) => {
          const copy = word(pair.copy.textContent.substr(+c, +cLength));
          if (relation === "sa") return [copy];
          return [copy, " for ", word(pair.original.textContent.substr(+o, +oLength))];
        });
        if (!items.length) continue;
        facts.append(make("dt", "", relations[relation]),
          make("dd", "", ...items.flatMap((item, index) => (index ? [", ", ...item] : item))));
      }
      if (facts.children.length) article.append(facts);
      return article;
    };

    const hints = new WeakMap();
    const tell = (s) => {
      const panel = viewOf(s || view).querySelector(".pairs");
      if (!hints.has(panel)) hints.set(panel, panel.firstElementChild);
      if (!s) return panel.replaceChildren(hints.get(panel));
      const pairs = pairsOf(s, 20);
      const kind = kindOf(s);
      const number = make("p", "figure", (isCopy(s) ? "Copy, sentence " : "Original, sentence ") + numberOf(s));
      panel.replaceChildren(number, ...pairs.map((pair) => describe(pair, isCopy(s))));
      if (!pairs.length) {
        panel.append(make("p", "", isCopy(s) ? byId("kind-" + kind).textContent + "." : "Not in the copy."));
        if (kind === "new") panel.append(make("p", "figure", "Likeliest source: " + percent(s.dataset.score)));
      }
      const more = numbers(s).length - pairs.length;
      if (pairs.length && more > 0) panel.append(make("p", "hint", `and ${more} more`));
      panel.scrollTop = 0;
    };

    // Highlighting
    const mark = (name, elements) => {
      for (const s of marked[name]) s.classList.remove(name);
      for (const s of elements) s.classList.add(name);
      marked[name] = elements;
    };
    const preview = (s) => mark("near", s ? [s, ...partners(s)] : []);

    const isPane = (pane) => getComputedStyle(pane).overflowY === "auto";
    const reveal = (s, isPartner) => {
      const pane = s.closest(".text");
      const behavior = still.matches ? "auto" : "smooth";
      if (!isPane(pane)) return isPartner || s.scrollIntoView({ block: "center", behavior });
      const box = pane.getBoundingClientRect();
      const at = s.getBoundingClientRect();
      if (at.top >= box.top + 8 && at.bottom <= box.bottom - 8) return;
      pane.scrollBy({ top: at.top - box.top - Math.max(24, (box.height - at.height) / 2), behavior });
    };

    const remember = (id) => {
      try { history.replaceState(null, "", id ? "#" + id : location.pathname + location.search); } catch {}
    };
    const clear = () => {
      if (!chosen) return;
      chosen.removeAttribute("aria-current");
      chosen = null;
      mark("chosen", []);
      preview(null);
      paintWords([]);
      tell(null);
      remember(views.length > 1 ? view.id : "");
    };
    const choose = (s) => {
      show(viewOf(s));
      if (chosen) chosen.removeAttribute("aria-current");
      chosen = s;
      s.setAttribute("aria-current", "true");
      const others = partners(s);
      mark("chosen", [s, ...others]);
      preview(null);
      paintWords(pairsOf(s, 20));
      tell(s);
      reveal(s, false);
      if (others.length) reveal(others[0], true);
      remember(s.id);
    };

    // One stop of the Tab key for each text; arrow keys move within.
    const rove = (s) => {
      const text = s.closest(".text");
      const former = text.querySelector(".s[tabindex='0']");
      if (former) former.tabIndex = -1;
      s.tabIndex = 0;
    };
    const prepare = (section) => {
      if (prepared.has(section)) return;
      prepared.add(section);
      for (const item of section.querySelectorAll(".legend li")) {
        const button = make("button", "", ...item.childNodes);
        button.type = "button";
        button.setAttribute("aria-pressed", "false");
        item.append(button);
      }
      for (const text of section.querySelectorAll(".text")) {
        for (const a of text.querySelectorAll("sup a")) a.tabIndex = -1;
        for (const s of text.querySelectorAll(".s")) {
          s.tabIndex = -1;
          s.setAttribute("role", "button");
          const kind = kindOf(s);
          if (kind) s.setAttribute("aria-describedby", "kind-" + kind);
        }
        const first = text.querySelector(".s");
        if (first) first.tabIndex = 0;
      }
    };

    const show = (section) => {
      if (view === section) return;
      if (view) clear();
      view = section;
      for (const other of views) other.hidden = other !== section;
      for (const tab of tabs) {
        if (tab.getAttribute("href") === "#" + section.id) tab.setAttribute("aria-current", "true");
        else tab.removeAttribute("aria-current");
      }
      prepare(section);
    };

    const isShown = (s) => {
      const kind = kindOf(s);
      if (view.classList.contains("only")) return view.classList.contains("only-" + kind);
      return kind !== "furniture";
    };
    const step = (s, by) => {
      let next = neighbour(s, by);
      while (next && !isShown(next)) next = neighbour(next, by);
      return next;
    };

    const go = (id) => {
      const target = byId(id);
      if (!target) return false;
      if (target.classList.contains("view")) {
        show(target);
        remember(id);
      } else if (target.classList.contains("s")) choose(target);
      else return false;
      return true;
    };

    const filter = (button) => {
      const kind = button.parentElement.dataset.kind;
      const isOn = view.classList.toggle("only-" + kind);
      button.setAttribute("aria-pressed", String(isOn));
      view.classList.toggle("only", kinds.some((other) => view.classList.contains("only-" + other)));
    };

    document.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      const a = event.target.closest("a");
      if (a) return go(a.getAttribute("href").slice(1)) && event.preventDefault();
      const strip = event.target.closest(".strip");
      if (strip) {
        const box = strip.getBoundingClientRect();
        const at = (event.clientX - box.left) / box.width * strip.viewBox.baseVal.width;
        const hit = [...strip.children].filter((part) => part.firstChild.x.baseVal.value <= at).pop();
        return hit && go(hit.getAttribute("href").slice(1));
      }
      const button = event.target.closest(".legend button");
      if (button) return filter(button);
      const s = event.target.closest(".s");
      if (!s || !getSelection().isCollapsed) return;
      if (s === chosen) clear();
      else choose(s);
    });

    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") return clear();
      const s = event.target.closest(".s");
      if (!s) return;
      let to = null;
      switch (event.key) {
        case "Enter": case " ": choose(s); break;
        case "ArrowDown": to = step(s, 1); break;
        case "ArrowUp": to = step(s, -1); break;
        case "ArrowLeft": case "ArrowRight": to = partners(s)[0]; break;
        default: return;
      }
      event.preventDefault();
      if (to) to.focus();
    });

    document.addEventListener("focusin", (event) => {
      const s = event.target.closest(".s");
      if (!s) return;
      rove(s);
      preview(s);
    });
    document.addEventListener("focusout", () => preview(null));
    document.addEventListener("mouseover", (event) => preview(event.target.closest(".s")));
    """#
}
