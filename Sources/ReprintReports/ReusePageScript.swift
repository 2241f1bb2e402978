extension ReusePage {
  /// The page's script: the views, opened one at a time in a dialog, and the table.
  static let script = AlignmentPage.closed(
    AlignmentPage.viewScript + #"""

      // The original's text is stored once; what a copy took of it is told by the copy's sentences.
      const fillOriginal = (section) => {
        const place = section.querySelector("[data-from]");
        const text = document.importNode(byId(place.dataset.from).content.firstElementChild, true);
        const sentences = [...text.querySelectorAll(".s")];
        const uses = sentences.map(() => []);
        for (const s of section.querySelectorAll(".copy .s")) {
          const scores = (s.dataset.scores || "").split(" ");
          numbers(s).forEach((number, index) => {
            if (uses[number - 1]) uses[number - 1].push({ s, index, score: Number(scores[index]) });
          });
        }
        sentences.forEach((s, number) => {
          s.id = section.id + "-o" + (number + 1);
          if (!uses[number].length) return;
          s.dataset.to = uses[number].map((use) => numberOf(use.s)).join(" ");
          s.classList.add(kindOf(uses[number].reduce((best, use) => (use.score > best.score ? use : best)).s));
          for (const use of uses[number]) markFacts(s, use);
          const links = uses[number].map(({ s }) => {
            const a = make("a", kindOf(s), kindOf(s)[0].toUpperCase() + numberOf(s));
            a.href = "#" + s.id;
            return a;
          });
          s.after(make("sup", "", ...links.flatMap((a, index) => (index ? [" ", a] : [a]))));
        });
        place.replaceWith(text);
      };
      const markFacts = (s, { s: copy, index }) => {
        for (const [, c, cLength, o, oLength] of list(copy.dataset.altered, index)) {
          const range = o ? part(s, +o, +oLength) : null;
          if (!range || range.startContainer !== range.endContainer) continue;
          const mark = make("mark");
          mark.title = c ? "copy: " + copy.textContent.substr(+c, +cLength) : "left out in the copy";
          range.surroundContents(mark);
        }
      };

      // The dialog
      const dialog = document.querySelector(".compare");
      const stage = dialog.querySelector(".stage");
      const idOf = (hash) => hash.replace(/^#/, "").split("-")[0];
      const openView = (id) => {
        const template = byId("t-" + id);
        if (!template) return false;
        if (!view || view.id !== id) {
          clear();
          const section = document.importNode(template.content.firstElementChild, true);
          fillOriginal(section);
          stage.replaceChildren(section);
          view = null;
          views = [section];
          show(section);
        }
        if (!dialog.open) dialog.showModal();
        const order = shownRows().map((row) => row.querySelector("[data-view]").dataset.view);
        const at = order.indexOf(id);
        dialog.querySelector(".place").textContent = at < 0 ? "" : `${at + 1} of ${order.length}`;
        for (const [name, to] of [["previous", order[at - 1]], ["next", at < 0 ? order[0] : order[at + 1]]]) {
          const button = dialog.querySelector("." + name);
          button.disabled = !to;
          button.dataset.view = to || "";
        }
        return true;
      };
      const openAddress = () => {
        const address = location.hash.slice(1);
        if (openView(idOf(address))) go(address);
      };
      // Escape clears a chosen sentence first, and closes only then.
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && chosen && dialog.open) event.preventDefault();
      }, true);
      dialog.addEventListener("close", () => {
        // It comes late: another copy may be open by then.
        if (dialog.open) return;
        clear();
        const row = view && byId("r" + view.id.slice(1));
        view = null;
        views = [];
        stage.replaceChildren();
        remember("");
        const link = row && row.querySelector(".open");
        if (link) link.focus();
      });
      dialog.querySelector(".close").addEventListener("click", () => dialog.close());
      for (const name of ["previous", "next"]) {
        dialog.querySelector("." + name).addEventListener("click", (event) => {
          const id = event.currentTarget.dataset.view;
          if (id && openView(id)) remember(id);
        });
      }

      // The table
      const table = document.querySelector(".list");
      const rows = table ? [...table.tBodies[0].rows] : [];
      const shownRows = () => (table ? [...table.tBodies[0].rows].filter((row) => !row.hidden) : []);
      const valueOf = (row, column, isNumber) => {
        const cell = row.cells[column];
        if (!isNumber) return cell.dataset.v || cell.textContent.trim().toLowerCase();
        return cell.dataset.v === undefined ? null : Number(cell.dataset.v);
      };
      const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
      const sortBy = (head) => {
        const column = head.cellIndex;
        const isNumber = head.dataset.type === "number";
        const was = head.getAttribute("aria-sort");
        // Figures begin with the largest, times and words with the smallest.
        const isFirstDown = isNumber && !head.classList.contains("lag");
        const isDown = was ? was === "ascending" : isFirstDown;
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
        const keyed = rows.map((row, index) => ({ row, index, value: valueOf(row, column, isNumber) }));
        keyed.sort((a, b) => {
          if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.index - b.index;
          return (isDown ? -1 : 1) * compare(a.value, b.value) || a.index - b.index;
        });
        table.tBodies[0].append(...keyed.map(({ row }) => row));
      };

      const form = document.querySelector(".filters");
      const filterRows = () => {
        const wanted = new Set([...form.querySelectorAll("[name=kind]:checked")].map((box) => box.value));
        const least = Number(form.elements.least.value) / 100;
        const credit = form.elements.credit.value;
        const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
        form.elements.leastShown.value = form.elements.least.value + "%";
        let count = 0;
        for (const row of rows) {
          const isCredited = "credited" in row.dataset;
          const isCredit = !credit || credit === row.dataset.credit || (credit === "given" && isCredited)
            || (credit === "missing" && !isCredited);
          const text = words.length ? row.textContent.toLowerCase() : "";
          const isShown = wanted.has(row.dataset.kind) && Number(row.dataset.coverage) >= least && isCredit
            && words.every((word) => text.includes(word));
          row.hidden = !isShown;
          if (isShown) count += 1;
        }
        for (const mark of document.querySelectorAll(".timeline [data-row]")) {
          mark.classList.toggle("off", byId(mark.dataset.row).hidden);
        }
        form.querySelector(".count").textContent = `${count} of ${rows.length} shown`;
        document.querySelector(".none").hidden = count > 0;
      };

      if (table) {
        for (const head of table.tHead.rows[0].cells) {
          const button = make("button", "", ...head.childNodes);
          button.type = "button";
          head.append(button);
          button.addEventListener("click", () => sortBy(head));
        }
        for (const place of table.querySelectorAll("span.open")) {
          if (!byId("t-" + place.dataset.view)) continue;
          const a = make("a", "open", ...place.childNodes);
          a.href = "#" + place.dataset.view;
          a.dataset.view = place.dataset.view;
          a.addEventListener("click", (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            event.stopPropagation();
            if (openView(a.dataset.view)) remember(a.dataset.view);
          });
          place.replaceWith(a);
        }
        form.hidden = false;
        form.addEventListener("input", filterRows);
        form.addEventListener("submit", (event) => event.preventDefault());
        filterRows();
      }
      for (const mark of document.querySelectorAll(".timeline [data-view]")) {
        mark.addEventListener("click", () => openView(mark.dataset.view) && remember(mark.dataset.view));
      }
      document.documentElement.classList.add("js");
      addEventListener("hashchange", openAddress);
      openAddress();
      """#)
}
