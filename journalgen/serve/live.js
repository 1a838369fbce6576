// Made by journalgen.
"use strict";

/* The preview's part of a page: it holds a line to the server and brings the page up to date in place.

   A page is compared with the one that was served before, and only what differs between these two is changed in the one that
   is shown. So whatever the reader or a script did to it stays: an open section, what is selected or typed, the calendar's
   keys, a word that the search has marked. */
(() => {
  const { page, etag, socket: address } = document.currentScript.dataset;
  const OWN = "/.journalgen/";
  const root = document.documentElement;
  let tag = etag;
  let served = null;

  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

  /* The page as it was served: what is shown may be another by now. */
  const ready = fetch(location.pathname, { cache: "no-store" })
    .then(async (answer) => {
      const text = await answer.text();
      if (answer.headers.get("etag") === `"${tag}"`) served ??= parsed(text);
    })
    .catch(() => {});

  /* Changing a page into another */

  const isText = (node) => node.nodeType === Node.TEXT_NODE;
  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const alike = (one, other) =>
    one.nodeType === other.nodeType && one.nodeName === other.nodeName && (!isElement(one) || one.id === other.id);
  const keyOf = (node) => (isElement(node) ? node.outerHTML : `${node.nodeType}${node.data}`);
  let changed = [];

  const copyOf = (node) => {
    const copy = document.importNode(node, true);
    if (!isElement(copy)) return copy;
    // Scripts that were parsed apart would not run.
    const scripts = copy.matches("script") ? [copy] : [...copy.querySelectorAll("script")];
    for (const each of scripts) {
      const script = document.createElement("script");
      for (const { name, value } of each.attributes) script.setAttribute(name, value);
      if (each === copy) return script;
      each.replaceWith(script);
    }
    return copy;
  };

  /* Which of the nodes that are shown each of the served ones is; null for one that a script took away. */
  const found = (olds, shown) => {
    let at = 0;
    return olds.map((old) => {
      const next = shown.findIndex((node, index) => index >= at && alike(old, node));
      if (next < 0) return null;
      at = next + 1;
      return shown[next];
    });
  };

  /* Pairs of old and new nodes in order: the longest run of those that are the same, and between them those that are alike. */
  const pairs = (olds, news) => {
    const oldKeys = olds.map(keyOf);
    const newKeys = news.map(keyOf);
    const rows = olds.length;
    const columns = news.length;
    if (rows * columns > 250_000) return between(olds, news);
    const longest = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
    for (let row = rows - 1; row >= 0; row -= 1) {
      for (let column = columns - 1; column >= 0; column -= 1) {
        longest[row][column] =
          oldKeys[row] === newKeys[column]
            ? longest[row + 1][column + 1] + 1
            : Math.max(longest[row + 1][column], longest[row][column + 1]);
      }
    }
    const all = [];
    let row = 0;
    let column = 0;
    let fromRow = 0;
    let fromColumn = 0;
    const flush = () => all.push(...between(olds.slice(fromRow, row), news.slice(fromColumn, column)));
    while (row < rows && column < columns) {
      if (oldKeys[row] === newKeys[column]) {
        flush();
        all.push([olds[row], news[column]]);
        row += 1;
        column += 1;
        fromRow = row;
        fromColumn = column;
      } else if (longest[row + 1][column] >= longest[row][column + 1]) row += 1;
      else column += 1;
    }
    row = rows;
    column = columns;
    flush();
    return all;
  };

  const between = (olds, news) => {
    const all = [];
    let at = 0;
    for (const fresh of news) {
      const next = olds.findIndex((old, index) => index >= at && alike(old, fresh));
      if (next < 0) {
        all.push([null, fresh]);
        continue;
      }
      for (; at < next; at += 1) all.push([olds[at], null]);
      all.push([olds[next], fresh]);
      at = next + 1;
    }
    for (; at < olds.length; at += 1) all.push([olds[at], null]);
    return all;
  };

  const changeText = (old, fresh, shown) => {
    if (shown.data !== old.data) {
      shown.data = fresh.data;
      return;
    }
    const [before, after] = [old.data, fresh.data];
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before[start] === after[start]) start += 1;
    let end = 0;
    while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
    // So that a selection elsewhere in the text stays where it is.
    shown.replaceData(start, before.length - start - end, after.slice(start, after.length - end));
  };

  const changeAttributes = (old, fresh, shown) => {
    for (const name of new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()])) {
      const value = fresh.getAttribute(name);
      if (value === old.getAttribute(name)) continue;
      if (value === null) shown.removeAttribute(name);
      else shown.setAttribute(name, value);
    }
  };

  const changeChildren = (old, fresh, shown) => {
    const olds = [...old.childNodes];
    const news = [...fresh.childNodes];
    const shownNodes = found(olds, [...shown.childNodes]);
    // Where a script has gone into a line of text, as the marks of the search do, the line is taken as a whole.
    const hasWords = (node) => [...node.childNodes].some((child) => isText(child) && child.data.trim());
    if (hasWords(old) && (shown.childNodes.length !== olds.length || shownNodes.includes(null))) {
      shown.replaceChildren(...news.map(copyOf));
      changed.push(shown);
      return;
    }
    const nodeOf = new Map(olds.map((each, index) => [each, shownNodes[index]]));
    let start = 0;
    while (start < olds.length && start < news.length && olds[start].isEqualNode(news[start])) start += 1;
    let end = 0;
    while (
      end < olds.length - start &&
      end < news.length - start &&
      olds[olds.length - 1 - end].isEqualNode(news[news.length - 1 - end])
    ) {
      end += 1;
    }
    let cursor = shownNodes.slice(0, start).findLast((node) => node !== null) ?? null;
    for (const [was, is] of pairs(olds.slice(start, olds.length - end), news.slice(start, news.length - end))) {
      const node = was && nodeOf.get(was);
      if (is === null) {
        node?.remove();
      } else if (was !== null && (node || was.isEqualNode(is))) {
        if (node && !was.isEqualNode(is)) cursor = change(was, is, node);
        else cursor = node ?? cursor;
      } else {
        const copy = copyOf(is);
        if (cursor) cursor.after(copy);
        else shown.prepend(copy);
        cursor = copy;
        if (isElement(copy)) changed.push(copy);
      }
    }
  };

  const change = (old, fresh, shown) => {
    if (!isElement(shown)) {
      changeText(old, fresh, shown);
      if (shown.parentElement && shown.data.trim()) changed.push(shown.parentElement);
      return shown;
    }
    if (shown.matches("[data-heat]")) {
      // What a script made of it is made anew.
      const copy = copyOf(fresh);
      shown.replaceWith(copy);
      copy.dispatchEvent(new CustomEvent("journalgen:put", { bubbles: true }));
      return copy;
    }
    changeAttributes(old, fresh, shown);
    changeChildren(old, fresh, shown);
    return shown;
  };

  const headOf = (doc) =>
    [...doc.head.querySelectorAll("script[src], link[rel=stylesheet]")]
      .map((each) => each.getAttribute("src") ?? each.getAttribute("href"))
      .filter((each) => !each.startsWith(OWN) && !each.includes("?"))
      .join("\n");

  /* Another page altogether, or one of which nobody knows what it was: then it is loaded as any page is. */
  const isOther = (fresh) =>
    served === null || headOf(fresh) !== headOf(served) || fresh.querySelector("main")?.className !== served.querySelector("main")?.className;

  const placeOf = (element) => {
    if (!element || element === document.body) return null;
    if (element.id) return () => document.getElementById(element.id);
    const href = element.getAttribute("href");
    return href ? () => document.querySelector(`main a[href="${CSS.escape(href)}"]`) : null;
  };

  const show = (fresh) => {
    changed = [];
    const focus = placeOf(document.activeElement);
    if (fresh.title !== served.title) document.title = fresh.title;
    changeAttributes(served.documentElement, fresh.documentElement, root);
    change(served.body, fresh.body, document.body);
    served = fresh;
    if (focus && document.activeElement === document.body) focus()?.focus({ preventScroll: true });
  };

  /* What changed, shown for a moment */

  const MARK = "journalgen-changed";
  const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  const blockOf = (element) => {
    const prose = element.closest(".prose");
    if (!prose || prose === element) return null;
    let block = element;
    while (block.parentElement !== prose) block = block.parentElement;
    return block;
  };

  const mark = (block) => {
    if (!block?.checkVisibility()) return;
    const box = block.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) {
      block.scrollIntoView({ block: box.height > innerHeight ? "start" : "center", behavior: isStill() ? "instant" : "smooth" });
    }
    block.classList.remove(MARK);
    void block.offsetWidth;
    block.classList.add(MARK);
    setTimeout(() => {
      block.classList.remove(MARK);
      if (!block.className) block.removeAttribute("class");
    }, 2000);
  };

  const markChanged = () => mark(changed.filter((each) => each.isConnected).map(blockOf).find(Boolean));

  /* On another page, what to mark there is remembered on the way. */
  const LANDING = "journalgen.saved";

  const remember = (go) => {
    if (!go.before || !go.html) return;
    const [before, after] = [go.before, go.html].map((text) => [...(parsed(text).querySelector(".prose")?.children ?? [])]);
    const at = after.findIndex((block, index) => !before[index]?.isEqualNode(block));
    if (at >= 0) sessionStorage.setItem(LANDING, JSON.stringify({ page: go.to, at }));
  };

  const land = () => {
    const landing = JSON.parse(sessionStorage.getItem(LANDING) ?? "null");
    sessionStorage.removeItem(LANDING);
    if (landing?.page === page) mark(document.querySelector(".prose")?.children[landing.at]);
  };

  /* The panel */

  const host = document.createElement("journalgen-preview");
  const shadow = host.attachShadow({ mode: "open" });
  const known = { problems: [], refusal: null, notice: "", gone: false, entry: "", mayOpen: false, todays: false, words: null, summary: "" };
  let isApart = false;
  let seen = null;
  let isClosed = false;

  const made = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const style = (name) => made("link", { rel: "stylesheet", href: `${OWN}${name}.css` });
  const panel = made("aside", { className: "panel" });
  shadow.append(style("panel"), panel);
  document.head.append(style("mark"));

  const ask = async (what, body) => {
    try {
      const answer = await fetch(OWN + what, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return await answer.json();
    } catch {
      return { done: false };
    }
  };

  const open = async (what, body) => {
    const { done, said, to } = await ask(what, body);
    if (to) turn(to);
    if (!done) say(said ?? known.words.notOpened);
  };

  let sentence = "";
  const say = (text) => {
    sentence = text;
    draw();
  };

  const line = ({ text, path, line: at, column }) => {
    if (!path || !known.mayOpen) return made("li", {}, text);
    const button = made("button", { type: "button" }, text);
    button.addEventListener("click", () => open("open", { path, line: at, column }));
    return made("li", {}, button);
  };

  const tool = (text, what, body) => {
    const button = made("button", { type: "button" }, text);
    button.addEventListener("click", () => open(what, body));
    return button;
  };

  const draw = () => {
    const { words } = known;
    if (!words) return;
    panel.setAttribute("aria-label", words.tools);
    const wasOpen = panel.querySelector("details")?.open ?? false;
    const parts = [];
    const sentences = [isApart && words.apart, !isApart && known.gone && !own404 && words.gone, known.notice, sentence];
    for (const each of sentences.filter(Boolean)) parts.push(made("p", { className: "said" }, each));
    if (known.refusal) {
      parts.unshift(
        made("div", { className: "refused" }, made("p", {}, words.refused), made("ul", {}, line(known.refusal))),
      );
    }
    const lines = known.problems.map((each) => each.text);
    if (lines.length) {
      const isNews = seen !== null && lines.some((each) => !seen.has(each));
      const details = made("details", { open: isNews || (wasOpen && !isClosed) }, made("summary", {}, known.summary));
      details.append(made("ul", {}, ...known.problems.map(line)));
      parts.push(details);
    }
    seen = new Set(lines);
    const tools = made("div", { className: "tools" });
    if (known.mayOpen && known.entry) tools.append(tool(words.edit, "open", { page }));
    if (known.mayOpen && known.todays) tools.append(tool(words.write, "write", {}));
    tools.append(tool(words.new, "new", {}));
    parts.push(tools);
    const status = made("div", { role: "status" });
    status.append(...parts.slice(0, -1));
    panel.replaceChildren(status, tools);
  };

  const own404 = document.querySelector("main[data-no-page]") !== null;

  /* The line */

  const encoded = (path) => `/${path.split("/").map(encodeURIComponent).join("/")}`;
  const isHidden = () => "hidden" in root.dataset;
  const isBusy = () =>
    document.querySelector("dialog[open]") !== null ||
    document.activeElement?.matches("input:not([type=checkbox], [type=radio], [type=button]), textarea, select") === true;

  /* To another page, once: that a new entry was asked for, and that it was saved, are two reasons for one way. */
  let isLeaving = false;
  const turn = (to, how = "assign") => {
    if (isLeaving) return;
    isLeaving = true;
    setTimeout(() => {
      isLeaving = false;
    }, 3_000);
    location[how](encoded(to));
  };

  const reload = () => {
    if (!isBusy()) location.reload();
  };

  const restyle = (paths) => {
    for (const path of paths) {
      if (!path.endsWith(".css")) return reload();
      for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
        if (!new URL(link.href).pathname.endsWith(`/${path}`)) continue;
        const fresh = link.cloneNode();
        fresh.href = `${link.href.split("?")[0]}?${Date.now()}`;
        fresh.addEventListener("load", () => link.remove());
        link.after(fresh);
      }
    }
  };

  let waiting = [];

  const take = async (news) => {
    if (isHidden()) {
      waiting.push(news);
      return;
    }
    for (const name of Object.keys(known)) if (name in news) known[name] = news[name];
    if (news.go) {
      const { go } = news;
      if (go.replace) return turn(go.to, "replace");
      if (!isBusy()) {
        remember(go);
        return turn(go.to);
      }
    }
    if (news.changed) restyle(news.changed);
    if ("html" in news) {
      await ready;
      const fresh = parsed(news.html);
      tag = news.tag;
      sentence = "";
      if (own404 || isOther(fresh)) return reload();
      show(fresh);
      if (news.follow) markChanged();
      root.dataset.shown = tag;
    }
    if (Object.keys(known).some((name) => name in news)) draw();
  };

  let queue = Promise.resolve();
  const hear = (news) => {
    queue = queue.then(() => take(news)).catch(() => location.reload());
  };

  // Behind the curtain nothing moves; it is caught up with once it is lifted.
  new MutationObserver(() => {
    if (isHidden()) return;
    const all = waiting;
    waiting = [];
    for (const news of all) hear(news);
  }).observe(root, { attributeFilter: ["data-hidden"] });

  const SILENCE = 40_000;
  const ANSWER = 2_000;
  let socket = null;
  let tries = 0;
  let silence = 0;

  const listen = (within) => {
    clearTimeout(silence);
    silence = setTimeout(() => socket?.close(), within);
  };

  const connect = () => {
    socket = new WebSocket(address);
    const mine = socket;
    mine.addEventListener("open", () => {
      tries = 0;
      listen(SILENCE);
      mine.send(JSON.stringify({ page, tag, looking: document.visibilityState === "visible" }));
    });
    mine.addEventListener("message", (event) => {
      listen(SILENCE);
      if (isApart) {
        isApart = false;
        draw();
      }
      hear(JSON.parse(event.data));
    });
    mine.addEventListener("close", () => {
      clearTimeout(silence);
      if (mine !== socket) return;
      tries += 1;
      if (tries > 2 && !isApart) {
        isApart = true;
        draw();
      }
      setTimeout(connect, Math.min(5_000, 125 * 2 ** tries));
    });
  };

  // A machine that slept does not know that its line was cut: whoever comes back asks, and does not wait long.
  const comeBack = () => {
    if (document.visibilityState !== "visible" || socket?.readyState !== WebSocket.OPEN) return;
    socket.send(JSON.stringify({ ping: true, looking: true }));
    listen(ANSWER);
  };

  addEventListener("focus", comeBack);
  addEventListener("online", comeBack);
  addEventListener("pageshow", comeBack);
  document.addEventListener("visibilitychange", comeBack);

  document.body.append(host);
  land();
  connect();
})();
