// Made by journalgen.
// The page that searches: loads the shards at the first key, newest first, and shows what is found while it looks on.
"use strict";
(() => {
  const { foldWithPlaces, places } = journalgen;
  const root = document.getElementById("page:search");
  const said = root.dataset;
  const input = document.getElementById("page:search-words");
  const one = (name) => root.querySelector(`.search-${name}`);
  const [count, copy, link, found, more, help] = ["count", "copy", "link", "found", "more", "help"].map(one);
  const status = root.querySelector("[role=status]");
  const hints = document.getElementById("page:search-hints");

  // How long the page may be kept from answering, in ms; how many results are shown at once; how soon a count is spoken.
  const SLICE = 12;
  const FIRST = 12;
  const STEP = 40;
  const SETTLED = 700;
  const AHEAD = 3;
  const SNIPPET = 160;
  const BEFORE_HIT = 50;
  const MARKED_PLACES = 12;

  // English of no country is the world's, as in the pages: the day before the month.
  const language = document.documentElement.lang.replace(/^en$/, "en-001") || "en-001";
  const dateFormat = (options) => new Intl.DateTimeFormat([language, "en-001"], { timeZone: "UTC", ...options });
  const dayInYear = dateFormat({ weekday: "short", day: "numeric", month: "short" });
  const wholeDay = dateFormat({ dateStyle: "full" });
  const weekday = dateFormat({ weekday: "long" });
  const clock = dateFormat({ timeStyle: "short" });
  const numbers = new Intl.NumberFormat([language, "en-001"]);
  const plurals = new Intl.PluralRules([language, "en-001"]);

  /** A civil day (and time) as the formats take it: no zone comes into it, in either direction. */
  const civil = (day, time = "00:00") => {
    const [year, month, date] = day.split("-").map(Number);
    const [hour, minute] = time.split(":").map(Number);
    const made = new Date(Date.UTC(2000, month - 1, date, hour, minute));
    made.setUTCFullYear(year, month - 1, date);
    return made;
  };

  const counted = (number) => {
    const words = said[`count${plurals.select(number).replace(/^./, (letter) => letter.toUpperCase())}`] ?? said.countOther;
    return words.replace("{n}", numbers.format(number));
  };

  // What is kept lasts as long as the tab, and never gets into an address or the history.
  const kept = {
    get: (name) => { try { return sessionStorage.getItem(`journalgen.${name}`) ?? ""; } catch { return ""; } },
    set: (name, value) => { try { sessionStorage.setItem(`journalgen.${name}`, value); } catch { /* Then it is not kept. */ } },
  };

  /** Lets the browser do what is waiting: keys, and what it has to draw. */
  const rest = () => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { channel.port1.close(); resolve(); };
    channel.port2.postMessage(null);
  });

  // The shards

  const names = said.shards ? said.shards.split(" ") : [];
  const metrics = said.metrics.split("\n");
  const shards = names.map((path) => ({ path, year: /(\d{4})\.js$/.exec(path)?.[1] ?? "", entries: null, loading: null }));
  let handed = null;
  let isLost = false;
  journalgen.shard = (data) => { handed = data; };

  const read = async (shard) => {
    const data = await new Promise((resolve) => {
      const script = document.createElement("script");
      script.onload = () => { resolve(handed); handed = null; script.remove(); };
      script.onerror = () => { resolve(null); script.remove(); };
      script.src = shard.path;
      document.head.append(script);
    });
    if (data === null) isLost = true;
    const entries = [];
    let since = performance.now();
    for (const row of data === null ? [] : JSON.parse(data)) {
      entries.push(new journalgen.SearchEntry(row));
      if (performance.now() - since > SLICE) {
        await rest();
        since = performance.now();
      }
    }
    return entries;
  };

  const load = (shard) => {
    shard.loading ??= read(shard).then((entries) => { shard.entries = entries; });
    return shard.loading;
  };

  // One search

  let run = 0;
  let hits = [];
  let asked = null;
  let shown = 0;
  let year = null;
  let list = null;
  let isOver = true;
  let speaking = 0;
  let wanted = "";
  const placed = new WeakMap();

  const outside = ({ year: of }) => (asked.first || asked.last)
    && (!of || (asked.first && of < asked.first) || (asked.last && of > asked.last));

  const search = async () => {
    const mine = ++run;
    const text = input.value;
    clearTimeout(speaking);
    status.textContent = "";
    kept.set("query", text);
    asked = journalgen.read(text, metrics);
    hits = [];
    isLost = false;
    link.hidden = true;
    copy.hidden = asked.isEmpty;
    help.hidden = !asked.isEmpty;
    showHints();
    if (asked.isEmpty) {
      isOver = true;
      found.removeAttribute("aria-busy");
      clear();
      count.textContent = status.textContent = text.trim() && !names.length ? said.nothingHere : "";
      // Whoever types has begun to search: the newest words may as well be read.
      if (text && shards.length) load(shards[0]);
      return;
    }
    isOver = false;
    found.setAttribute("aria-busy", "true");
    count.textContent = said.looking;
    let isFirst = true;
    const began = () => { if (isFirst) { clear(); isFirst = false; } };
    const through = shards.filter((shard) => !outside(shard));
    let since = performance.now();
    for (const [at, shard] of through.entries()) {
      if (shard.entries === null) {
        // The first has the machine to itself: its results are waited for.
        for (const next of through.slice(at, at + (at ? AHEAD : 1))) load(next);
        await load(shard);
        if (mine !== run) return;
        since = performance.now();
      }
      for (const entry of shard.entries) {
        if (entry.answers(asked)) hits.push(entry);
        if (performance.now() - since > SLICE) {
          if (hits.length) began();
          show();
          await rest();
          if (mine !== run) return;
          since = performance.now();
        }
      }
      if (hits.length) {
        began();
        show();
        count.textContent = counted(hits.length);
      }
    }
    began();
    isOver = true;
    found.removeAttribute("aria-busy");
    show();
    if (wanted) input.focus();
    wanted = "";
    showHints();
    const told = hits.length ? counted(hits.length) : names.length ? said.nothing : said.nothingHere;
    count.textContent = isLost ? `${told} ${said.lost}` : told;
    speaking = setTimeout(() => { status.textContent = count.textContent; }, SETTLED);
  };

  const showHints = () => {
    const notes = asked.hints.filter(({ code }) => code !== "star" || (isOver && !hits.length && !asked.isEmpty));
    hints.replaceChildren(...notes.map(({ code, part, name }) => {
      const words = said[`hint${code.replace(/^./, (letter) => letter.toUpperCase())}`];
      return make("p", "search-hint", words.replaceAll("{part}", () => part).replaceAll("{name}", () => name));
    }));
  };

  // What was found

  const make = (name, className, ...inside) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  };

  const clear = () => {
    found.replaceChildren();
    shown = 0;
    year = list = null;
    more.hidden = true;
  };

  const show = (upTo = shown ? STEP : FIRST) => {
    const last = Math.min(hits.length, Math.max(upTo, shown, wanted ? Number(kept.get("shown")) : 0));
    for (; shown < last; shown += 1) add(hits[shown]);
    more.hidden = shown >= hits.length;
    if (wanted) {
      const again = [...found.querySelectorAll("a")].find((each) => each.dataset.address === wanted);
      if (again) {
        wanted = "";
        again.focus({ preventScroll: true });
        again.scrollIntoView({ block: "center" });
      }
    }
  };

  const add = (entry) => {
    const of = entry.day === null ? "" : entry.day.slice(0, 4);
    if (of !== year || list === null) {
      year = of;
      list = make("ol", "rows");
      found.append(make("section", "search-year", make("h2", "label", of ? String(Number(of)) : said.undated), list));
    }
    list.append(result(entry));
  };

  /** A text with the places in it marked. */
  const marked = (text, at) => {
    const parts = [];
    let done = 0;
    for (const [start, end] of at) {
      parts.push(text.slice(done, start), make("mark", "", text.slice(start, end)));
      done = end;
    }
    parts.push(text.slice(done));
    return parts;
  };

  const isSpace = (letter) => /\s/.test(letter);

  /** Where a stretch of a text around a place begins and ends: with whole words where there are spaces. */
  const around = (text, [start, end], length) => {
    let from = Math.max(0, start - BEFORE_HIT);
    if (from) {
      const space = text.slice(from, start).search(/\s/);
      from += space >= 0 ? space + 1 : 0;
    }
    let to = Math.min(text.length, Math.max(from + length, end));
    if (to < text.length) {
      for (let at = to; at >= Math.max(end, to - 30); at -= 1) if (isSpace(text[at])) { to = at; break; }
      // Half of a pair is no letter.
      if (/[\ud800-\udbff]/.test(text[to - 1])) to -= 1;
    }
    if (/[\udc00-\udfff]/.test(text[from] ?? "")) from += 1;
    return [from, to];
  };

  /** A stretch of a text with the words in it marked. */
  const markedWords = (text, words) => marked(text, words.length ? places(foldWithPlaces(text), words) : []);

  /** How a text begins, or its stretches around the words that were found: one, or two where they lie apart. */
  const snippet = (text, folded, words) => {
    const firsts = words.map((word) => places(folded, [word], 1)[0]).filter(Boolean).sort((one, other) => one[0] - other[0]);
    if (!firsts.length) {
      const [, to] = around(text, [0, 0], SNIPPET);
      return [text.slice(0, to), to < text.length ? " …" : ""];
    }
    const apart = firsts.find(([start]) => start > firsts[0][1] + SNIPPET - BEFORE_HIT);
    const stretches = [around(text, firsts[0], apart ? SNIPPET / 2 : SNIPPET)];
    if (apart) stretches.push(around(text, apart, SNIPPET / 2));
    const parts = [];
    for (const [from, to] of stretches) {
      parts.push(parts.length ? " … " : from ? "… " : "", ...markedWords(text.slice(from, to), words));
    }
    return [...parts, stretches.at(-1)[1] < text.length ? " …" : ""];
  };

  const result = (entry) => {
    const { words } = asked;
    const day = entry.day === null ? "" : dayInYear.format(civil(entry.day));
    const dayAndTime = make("p", "row-day", day);
    if (entry.time && entry.day !== null) {
      dayAndTime.append(" ", make("span", "row-time", clock.format(civil(entry.day, entry.time))));
    }
    const anchor = make("a", "");
    const title = make("p", "row-title", anchor);
    const text = make("div", "row-text", title);
    const mood = make("p", "row-mood");
    anchor.href = entry.address.split("/").map(encodeURIComponent).join("/");
    anchor.dataset.address = entry.address;
    if (entry.private) {
      anchor.append(said.private);
      anchor.dataset.private = "";
    } else {
      const called = entry.title || (entry.day === null ? entry.name || said.untitled : "");
      if (called) {
        anchor.append(...markedWords(called, words));
        // Whoever goes from result to result by keyboard hears the link alone.
        if (entry.day !== null) anchor.setAttribute("aria-description", wholeDay.format(civil(entry.day)));
      } else {
        anchor.append(weekday.format(civil(entry.day)));
        anchor.setAttribute("aria-label", wholeDay.format(civil(entry.day)));
      }
      const folded = foldWithPlaces(words.length ? entry.text : "");
      const inText = places(folded, words, MARKED_PLACES);
      const note = inText.length ? undefined : entry.noted.find((each) => places(foldWithPlaces(each), words).length);
      if (note !== undefined) text.append(make("p", "row-opening search-snippet", ...snippet(note, foldWithPlaces(note), words)));
      else if (entry.text) text.append(make("p", "row-opening search-snippet", ...snippet(entry.text, folded, words)));
      if (inText.length) placed.set(anchor, [entry.text, inText.slice(0, MARKED_PLACES)]);
      for (const state of ["starred", "draft"]) {
        if (entry[state]) title.append(" ", make("span", "note-word", said[state]));
      }
      if (entry.mood) {
        const [value, level] = [entry.mood.text, entry.mood.level];
        mood.append(make("span", `mark figure-part mood-${level}`, make("span", "unseen", `${said.mood} `), value));
      }
    }
    return make("li", "row", dayAndTime, text, mood);
  };

  // By hand

  const anchors = () => [...found.querySelectorAll(".row-title a")];

  const begin = () => {
    input.value = "";
    input.focus();
    search();
  };

  /** Lets a link lead to the place in the entry, as soon as it may be followed. */
  const place = (event) => {
    const anchor = event.target.closest("a");
    if (!placed.has(anchor)) return;
    anchor.hash = journalgen.fragment(...placed.get(anchor));
    placed.delete(anchor);
  };

  const go = (anchor) => {
    kept.set("shown", String(shown));
    kept.set("landing", JSON.stringify({ address: anchor.dataset.address, words: asked.words }));
    kept.set("opened", anchor.dataset.address);
  };

  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && input.value) {
      event.preventDefault();
      begin();
    } else if (event.key === "ArrowDown" || event.key === "Enter") {
      const first = anchors()[0];
      if (first) {
        event.preventDefault();
        first.focus();
      }
    }
  });
  found.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const all = anchors();
    const at = all.indexOf(document.activeElement);
    if (at < 0) return;
    let next = null;
    if (event.key === "ArrowDown") {
      if (at === all.length - 1 && !more.hidden) show(shown + STEP);
      next = anchors()[at + 1] ?? all[at];
    } else if (event.key === "ArrowUp") {
      next = at ? all[at - 1] : input;
    } else if (event.key === "Home") {
      [next] = all;
    } else if (event.key === "End") {
      next = all[all.length - 1];
    } else if (event.key === "Escape") {
      event.preventDefault();
      begin();
      return;
    }
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  for (const kind of ["pointerdown", "focusin"]) found.addEventListener(kind, place);
  for (const kind of ["click", "auxclick"]) {
    found.addEventListener(kind, (event) => {
      const anchor = event.target.closest("a");
      if (anchor) go(anchor);
    });
  }
  more.addEventListener("click", () => {
    const before = shown;
    show(shown + STEP);
    anchors()[before]?.focus();
  });
  help.addEventListener("click", (event) => {
    const example = event.target.closest(".search-example");
    if (!example) return;
    input.value = example.textContent.trim();
    input.focus();
    search();
  });
  copy.addEventListener("click", async () => {
    const address = `${location.href.split("#")[0]}#q=${encodeURIComponent(input.value)}`;
    let told = said.copied;
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      link.value = address;
      link.hidden = false;
      link.select();
      told = said.notCopied;
    }
    count.textContent = status.textContent = told;
  });

  // How it begins: with a link to a search, with the last one of this tab, or with nothing

  const fromAddress = () => {
    if (!location.hash.startsWith("#q=")) return false;
    let text = "";
    try {
      text = decodeURIComponent(location.hash.slice(3));
    } catch { /* Cut off in the middle of a letter. */ }
    history.replaceState(null, "", location.href.split("#")[0]);
    input.value = text;
    return true;
  };

  root.hidden = false;
  addEventListener("hashchange", () => { if (fromAddress()) search(); });
  if (!fromAddress()) {
    const before = kept.get("query");
    // What the browser itself filled in counts as typed.
    input.value ||= before;
    if (before && input.value === before) {
      wanted = kept.get("opened");
    }
  }
  kept.set("opened", "");
  kept.set("landing", "");
  if (input.value) search();
  if (!wanted) input.focus();
})();
