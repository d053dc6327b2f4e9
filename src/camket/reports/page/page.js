"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const documents = $$(".document");
  const search = $("#search"), found = $("#found"), spoken = $("#spoken"), help = $("#help"), keys = $("#keys");
  const filters = $$(".filters [data-kind]"), all = $("#all");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let arriving = true, shown = documents[0], kinds = new Set(), query = "", matches = [], at = -1;

  // Each letter becomes one letter, so that places in the folded text are places in the text.
  const lower = (text) => [...text].map((c) => { const l = c.toLowerCase(); return l.length === c.length ? l : c; }).join("");
  const bare = (text) => [...text].map((c) => {
    const b = lower(c).normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace("đ", "d");
    return b.length === c.length ? b : lower(c);
  }).join("");
  const key = (text) => (bare(query) === query ? bare(text) : lower(text));

  const cards = (doc) => $$(".card", doc);
  const cardAt = (doc, index) => $(`.card[data-i="${index}"]`, doc);
  const segmentsOf = (doc, index) => $$(`.seg[data-s~="${index}"]`, doc);
  const seen = (card) => !card.hidden && !card.closest(".group").hidden;
  const sideBySide = () => matchMedia("(min-width: 56.01rem)").matches;
  const inView = (element) => element?.scrollIntoView({ block: "center", behavior: arriving || calm.matches ? "instant" : "smooth" });

  function show(doc) {
    if (!doc) return;
    shown = doc;
    for (const one of documents) one.hidden = one !== doc;
    for (const link of $$(".index a")) {
      if (link.hash === "#" + doc.id) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    }
    if (query) mark();
  }

  function select(doc, indexes, { toText = true, toCard = true, focus = true } = {}) {
    for (const one of $$(".now")) one.classList.remove("now");
    for (const index of indexes) {
      cardAt(doc, index)?.classList.add("now");
      for (const segment of segmentsOf(doc, index)) segment.classList.add("now");
    }
    const card = cardAt(doc, indexes[0]);
    if (card && focus) card.focus({ preventScroll: true });
    if (toCard && card) {
      const pane = card.closest(".said");
      if (pane.scrollHeight > pane.clientHeight) pane.scrollTop += card.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 4;
      else if (!toText) inView(card);
    }
    if (toText) inView(segmentsOf(doc, indexes[0])[0]);
  }

  // In the order of the text, whatever the order of the groups.
  function step(by) {
    const ordered = cards(shown).filter(seen).sort((a, b) => a.dataset.i - b.dataset.i);
    if (!ordered.length) return;
    const now = ordered.findIndex((card) => card.classList.contains("now"));
    const next = ordered[now < 0 ? (by > 0 ? 0 : ordered.length - 1) : (now + by + ordered.length) % ordered.length];
    select(shown, [next.dataset.i]);
  }

  function paint() {
    for (const doc of documents) {
      const kindOf = new Map(cards(doc).map((card) => [card.dataset.i, card.dataset.kind]));
      for (const segment of $$(".seg", doc)) {
        const kind = segment.dataset.s.split(" ").map((index) => kindOf.get(index)).find((one) => !kinds.size || kinds.has(one));
        segment.className = segment.className.replace(/\bk-\w+\b|\bplain\b/g, "").trim() + (kind ? ` k-${kind}` : " plain");
      }
      for (const group of $$(".group", doc)) group.hidden = kinds.size > 0 && !kinds.has(group.dataset.kind);
    }
    for (const button of filters) button.setAttribute("aria-pressed", String(kinds.has(button.dataset.kind)));
    all.hidden = !kinds.size;
    narrow();
  }

  function narrow() {
    for (const doc of documents) {
      for (const group of $$(".group", doc)) {
        let left = 0;
        for (const card of $$(".card", group)) {
          card.hidden = query !== "" && !key(card.textContent).includes(query);
          left += !card.hidden;
        }
        group.hidden = (kinds.size > 0 && !kinds.has(group.dataset.kind)) || left === 0;
      }
    }
  }

  // Matches in the text of the document in view, painted without touching its elements.
  function mark() {
    matches = []; at = -1;
    if (query && shown) {
      const walker = document.createTreeWalker($(".paper", shown), NodeFilter.SHOW_TEXT);
      const nodes = []; let text = "";
      for (let node = walker.nextNode(); node; node = walker.nextNode()) { nodes.push([text.length, node]); text += node.data; }
      const folded = key(text);
      let n = 0;
      const place = (offset) => {
        while (n + 1 < nodes.length && nodes[n + 1][0] <= offset) n += 1;
        return [nodes[n][1], offset - nodes[n][0]];
      };
      for (let i = folded.indexOf(query); i >= 0 && matches.length < 2000; i = folded.indexOf(query, i + query.length)) {
        const range = new Range();
        range.setStart(...place(i)); range.setEnd(...place(i + query.length - 1));
        range.setEnd(range.endContainer, range.endOffset + 1);
        matches.push(range);
      }
    }
    if (window.CSS?.highlights) {
      CSS.highlights.delete("here");
      if (matches.length) CSS.highlights.set("found", new Highlight(...matches)); else CSS.highlights.delete("found");
    }
    found.textContent = query ? `${matches.length} chỗ` : "";
  }

  function jump(by) {
    if (!matches.length) return;
    at = at < 0 ? (by > 0 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length;
    if (window.CSS?.highlights) CSS.highlights.set("here", new Highlight(matches[at]));
    inView(matches[at].startContainer.parentElement);
    found.textContent = `${at + 1}/${matches.length} chỗ`;
  }

  function seek() { query = lower(search.value.normalize("NFC").trim()); narrow(); mark(); }

  function follow(hash) {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target) return;
    const doc = target.closest(".document");
    if (doc && doc !== shown) show(doc);
    if (target.classList.contains("card")) select(doc, [target.dataset.i], { toText: sideBySide() });
    else if (target.dataset.s) select(doc, target.dataset.s.split(" "), { focus: false });
    else if (target === doc) { $("h2", doc).focus({ preventScroll: true }); doc.scrollIntoView({ behavior: arriving || calm.matches ? "instant" : "smooth" }); }
    else inView(target);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || link.classList.contains("skip")) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    if (link.classList.contains("seg")) select(link.closest(".document"), link.dataset.s.split(" "), { toText: false });
    else if (link.closest(".card")) select(link.closest(".document"), [link.closest(".card").dataset.i], { toCard: false, focus: false });
    else follow(link.hash);
  });

  for (const button of filters) button.addEventListener("click", () => {
    const kind = button.dataset.kind;
    if (!kinds.delete(kind)) kinds.add(kind);
    paint();
    spoken.textContent = kinds.size ? `Chỉ hiện ${kinds.size} loại` : "Hiện tất cả";
  });
  all.addEventListener("click", () => { kinds.clear(); paint(); filters[0]?.focus(); spoken.textContent = "Hiện tất cả"; });
  search.addEventListener("input", seek);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); jump(event.shiftKey ? -1 : 1); }
    else if (event.key === "Escape") { search.value = ""; seek(); search.blur(); }
  });
  $("#help-open").addEventListener("click", () => help.showModal());

  const remembered = { get: () => { try { return localStorage.getItem("camket-keys"); } catch { return null; } },
                       set: (value) => { try { localStorage.setItem("camket-keys", value); } catch { /* not from every disk */ } } };
  keys.checked = remembered.get() !== "off";
  keys.addEventListener("change", () => remembered.set(keys.checked ? "on" : "off"));

  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || help.open || event.target.closest?.("input, textarea")) return;
    const act = { j: () => step(1), k: () => step(-1), "/": () => search.focus(), "?": () => help.showModal() }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  window.addEventListener("hashchange", () => follow(location.hash));

  new ResizeObserver(([entry]) => {
    const height = getComputedStyle(entry.target).position === "sticky" ? entry.target.offsetHeight : 0;
    document.documentElement.style.setProperty("--bar", `${height}px`);
  }).observe($(".bar"));

  show(documents[0]);
  follow(location.hash);
  arriving = false;
})();
