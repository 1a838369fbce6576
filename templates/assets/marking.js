// Made by journalgen.
// The words of a search in an entry's own page: marked, and the first of them in view.
"use strict";
globalThis.journalgen ??= {};
(() => {
  const { foldWithPlaces, places } = journalgen;
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, dt, dd, td, th, pre, summary, figcaption, caption, blockquote, div";

  /** The texts of an element, block by block, each with the text nodes that it is made of. */
  const blocks = (root) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let last = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.localName === "br" && last) last.text += "\n";
        continue;
      }
      if (node.parentElement.closest(".unseen, script")) continue;
      const block = node.parentElement.closest(BLOCKS) ?? root;
      if (last?.block !== block) {
        last = { block, text: "", nodes: [] };
        found.push(last);
      }
      last.nodes.push({ node, start: last.text.length });
      last.text += node.data;
    }
    return found;
  };

  /** Marks a stretch of a block's text, in as many pieces as elements divide it into. Later stretches go first. */
  const mark = ({ nodes }, start, end) => {
    const made = [];
    for (const { node, start: at } of nodes) {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, node.data.length);
      if (from >= to || !node.data.slice(from, to).trim()) continue;
      const element = document.createElement("mark");
      element.className = "search-hit";
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      range.surroundContents(element);
      made.push(element);
    }
    return made;
  };

  const markWords = (article, words) => {
    for (const block of blocks(article)) {
      for (const [start, end] of places(foldWithPlaces(block.text), words).reverse()) mark(block, start, end);
    }
  };

  /** Marks what a result's address says: places in the text, without the words themselves. */
  const markPlaces = (prose, hash) => {
    const all = blocks(prose);
    const squeezed = journalgen.squeezed(all.map(({ text }) => text));
    const stretches = journalgen.fromFragment(hash, squeezed);
    for (const [part, start, end] of stretches.reverse()) mark(all[part], start, end);
  };

  /** Leads to the words that were found, and offers the way back. */
  journalgen.land = (words, hash) => {
    const article = document.querySelector("article[data-address]");
    const prose = article.querySelector(".prose");
    if (words.length) markWords(article, words);
    if (hash && prose && !article.querySelector(".prose mark.search-hit")) markPlaces(prose, hash);
    // The address is this entry's again; what was looked for is nobody's business.
    if (hash) history.replaceState(null, "", location.href.split("#")[0]);
    document.getElementById("page:search-back")?.removeAttribute("hidden");
    const first = [...article.querySelectorAll("mark.search-hit")].find((each) => each.checkVisibility?.() ?? each.offsetParent);
    if (!first) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
  };
})();
