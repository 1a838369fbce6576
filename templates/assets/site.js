"use strict";

/* What the pages do beyond being read: the theme, keys, hiding at once, and the calendar of a year by keyboard.
   Runs in the head, before anything shows. All words stand in the page.

   What is remembered, and where (tried in Chromium 150 and Firefox 140):
   - over http, and for double-clicked files in Chromium, all pages share localStorage, and the pages of a tab
     sessionStorage;
   - in Firefox every double-clicked file is an origin of its own: localStorage and sessionStorage are kept for each file
     apart, and window.name is emptied on the way from one file to the next. What passes is the address. So the choices
     travel as a query on the links that are followed, which the next page takes out of its address at once and keeps for
     itself. A page that is opened another way has its own last choice, or the system's. Whether the page before was
     hidden cannot be known there, and entries put into the history to stand in the way are passed over by its Back. */
(() => {
  const root = document.documentElement;
  const blankTitle = document.currentScript.dataset.blank;
  const apart = location.protocol === "file:" && "mozInnerScreenX" in window;

  const kept = (storage) => ({
    get(key) {
      try {
        return window[storage].getItem(`journalgen:${key}`);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        if (value === null) window[storage].removeItem(`journalgen:${key}`);
        else window[storage].setItem(`journalgen:${key}`, value);
      } catch {
        /* Then it is not remembered. */
      }
    },
  });
  const always = kept("localStorage");
  const inThisTab = kept("sessionStorage");

  /* Choices */

  const CHOICES = {
    theme: ["system", "light", "dark"],
    keys: ["on", "off"],
    heat: ["mood", "words"],
    figures: ["shown", "away"],
  };

  const choice = (name) => {
    const value = always.get(name);
    return CHOICES[name].includes(value) ? value : null;
  };

  const arrive = () => {
    const asked = new URLSearchParams(location.search);
    for (const [name, values] of Object.entries(CHOICES)) {
      if (values.includes(asked.get(name))) always.set(name, asked.get(name));
    }
    if (location.search) history.replaceState(history.state, "", location.pathname + location.hash);
  };

  const withChoices = (address) => {
    const url = new URL(address, location.href);
    for (const name of Object.keys(CHOICES)) {
      if (choice(name)) url.searchParams.set(name, choice(name));
    }
    return url.href;
  };

  const carry = (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    const own = link && link.getAttribute("href");
    if (!own || link.protocol !== "file:" || own.startsWith("#")) return;
    link.href = withChoices(own);
    setTimeout(() => link.setAttribute("href", own));
  };

  if (apart) {
    arrive();
    addEventListener("click", carry, true);
    addEventListener("auxclick", carry, true);
  }

  /* Theme */

  const showTheme = () => {
    const theme = choice("theme") ?? "system";
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    // What the browser paints before the style sheet is there.
    document.querySelector("meta[name=color-scheme]").content = theme === "system" ? "light dark" : theme;
    for (const button of document.querySelectorAll("[data-theme-choice]")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
    }
  };

  /* Figures: shown, or put away on the whole site. A site that was built without any says so in its pages. */

  const hasNone = root.dataset.figures === "away";

  const showFigures = () => {
    const figures = hasNone ? "away" : (choice("figures") ?? "shown");
    if (figures === "away") root.dataset.figures = figures;
    else delete root.dataset.figures;
    for (const button of document.querySelectorAll("[data-figures-choice]")) {
      button.setAttribute("aria-pressed", String(button.dataset.figuresChoice === figures));
    }
  };

  /* Hiding */

  const icon = document.querySelector("link[rel=icon]");
  const shownIcon = icon?.getAttribute("href");
  const blankIcon = document.currentScript.src.replace(/[^/]*$/, "blank.svg");
  let shownTitle = document.title;
  let focused = null;

  const isHidden = () => "hidden" in root.dataset;

  const cover = () => {
    if (isHidden()) return;
    shownTitle = document.title;
    focused = document.activeElement;
    root.dataset.hidden = "";
    document.title = blankTitle;
    icon?.setAttribute("href", blankIcon);
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
    for (const medium of document.querySelectorAll("audio, video")) medium.pause();
    getSelection()?.removeAllRanges();
    document.querySelector(".cover")?.focus();
  };

  const hide = () => {
    if (isHidden()) return;
    inThisTab.set("hidden", JSON.stringify({ page: location.pathname, top: scrollY }));
    cover();
  };

  // Other tabs hear of it where they share what is kept.
  const hideAll = () => {
    hide();
    always.set("hidden-at", String(Date.now()));
  };

  const show = () => {
    const hidden = JSON.parse(inThisTab.get("hidden") ?? "null");
    inThisTab.set("hidden", null);
    delete root.dataset.hidden;
    document.title = shownTitle;
    icon?.setAttribute("href", shownIcon);
    if (hidden?.page === location.pathname) scrollTo({ top: hidden.top, behavior: "instant" });
    if (focused?.isConnected && focused !== document.body) focused.focus({ preventScroll: true });
  };

  const stayHidden = () => {
    if (inThisTab.get("hidden") !== null) cover();
  };

  // A page that the browser keeps for going back is veiled when it is left, so that it never shows before it was asked.
  addEventListener("pagehide", () => {
    root.dataset.left = "";
  });
  addEventListener("pageshow", () => {
    stayHidden();
    delete root.dataset.left;
  });
  addEventListener("storage", (event) => {
    if (event.key === "journalgen:hidden-at" && event.newValue) hide();
    if (event.key === "journalgen:theme") showTheme();
    if (event.key === "journalgen:keys") showKeys();
    if (event.key === "journalgen:figures") showFigures();
  });

  const TWICE = 800;
  let lastEscape = -Infinity;

  const escape = (event) => {
    const twice = event.timeStamp - lastEscape < TWICE;
    lastEscape = twice ? -Infinity : event.timeStamp;
    if (!twice || isHidden()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    hideAll();
  };

  /* Keys */

  const showKeys = () => {
    for (const box of document.querySelectorAll("[data-letter-keys]")) box.checked = choice("keys") !== "off";
  };

  // Read from its beginning, not from its first control.
  const openKeys = () => {
    const dialog = document.querySelector("dialog.keys");
    dialog.showModal();
    dialog.querySelector("h2").focus();
    // In a small window the browser has gone down to the first control.
    dialog.scrollTop = 0;
  };

  const go = (address) => {
    location.assign(apart ? withChoices(address) : address);
  };

  const LINES = "main .latest-title a, main .row-title a, main .names a, main .archive-months a, main .by-month a, main .file h2 a";

  const step = (by) => {
    const turn = document.querySelector(`main a[rel="${by > 0 ? "next" : "prev"}"]`);
    if (turn) return go(turn.href);
    if (document.querySelector("main a[rel=next], main a[rel=prev]")) return;
    const lines = [...document.querySelectorAll(LINES)].filter((line) => line.checkVisibility());
    const at = lines.indexOf(document.activeElement);
    // From elsewhere on the page, the first line that can be seen.
    const first = lines.find((line) => line.getBoundingClientRect().top >= 0);
    const next = at < 0 ? first : lines[at + by];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  };

  const NEWEST = "#home:newest";

  const newest = () => {
    const link = document.querySelector("main [data-newest]");
    const home = document.querySelector("a[data-home]");
    if (link) go(link.href);
    else if (home && !home.hasAttribute("aria-current")) go(home.href + NEWEST);
  };

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    t: newest,
    "/": () => {
      const search = document.querySelector('.frame a[href$="search.html"]');
      if (search) go(search.href);
    },
    "?": () => openKeys(),
  };

  // On a keyboard of another script, the letter that a key has on a Latin one.
  const letter = (event) =>
    /^[\x20-\x7e]$/.test(event.key) ? event.key : /^Key[A-Z]$/.test(event.code) ? event.code.at(-1).toLowerCase() : null;

  const isTypedInto = (element) =>
    element instanceof Element &&
    element.closest("input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]") !== null;

  addEventListener(
    "keydown",
    (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") return escape(event);
      const act = KEYS[letter(event)];
      if (!act || event.defaultPrevented || isHidden() || choice("keys") === "off") return;
      if (isTypedInto(event.target) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      act();
    },
    true,
  );

  /* The year, day by day: one stop of the tab key, from there by arrows. As plain links it needs nothing of this. */

  const heat = (frame) => {
    const days = frame.querySelector(".heat-days");
    const links = [...days.querySelectorAll("a")];
    if (!links.length) return;
    days.setAttribute("role", "grid");
    for (const line of days.querySelectorAll(".heat-month")) {
      line.setAttribute("role", "row");
      line.querySelector(".heat-name").setAttribute("role", "rowheader");
      line.querySelector(".heat-line").setAttribute("role", "presentation");
      for (const day of line.querySelectorAll(".heat-cell")) day.setAttribute("role", "gridcell");
    }

    let current = links.at(-1);
    const stop = (link) => {
      current.tabIndex = -1;
      current = link;
      current.tabIndex = 0;
    };
    for (const link of links) link.tabIndex = -1;
    stop(current);

    const shown = () => links.filter((link) => link.checkVisibility());
    const along = (by) => shown()[shown().indexOf(current) + by];
    const middle = (link) => {
      const box = link.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    // The nearest line above or below, and in it what lies nearest: right for lines of months and for weeks alike.
    const across = (by) => {
      const from = middle(current);
      let found;
      let least = [Infinity, Infinity];
      for (const link of shown()) {
        const to = middle(link);
        const far = (to.y - from.y) * by;
        const beside = Math.abs(to.x - from.x);
        if (far < 8 || far > least[0] + 8 || (far > least[0] - 8 && beside >= least[1])) continue;
        least = [far, beside];
        found = link;
      }
      return found;
    };
    const inLine = () => [...current.closest(".heat-month").querySelectorAll("a")];
    const back = getComputedStyle(days).direction === "rtl" ? 1 : -1;
    const MOVES = {
      ArrowLeft: () => along(back),
      ArrowRight: () => along(-back),
      ArrowUp: () => across(-1),
      ArrowDown: () => across(1),
      Home: (all) => (all ? links : inLine())[0],
      End: (all) => (all ? links : inLine()).at(-1),
    };
    days.addEventListener("keydown", (event) => {
      if (event.altKey || event.metaKey || event.shiftKey || !(event.key in MOVES)) return;
      event.preventDefault();
      const next = MOVES[event.key](event.ctrlKey);
      if (!next) return;
      stop(next);
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    });
    days.addEventListener("focusin", (event) => {
      if (links.includes(event.target)) stop(event.target);
    });

    const chosen = frame.querySelector(`input[name=heat][value="${choice("heat")}"]`);
    if (chosen) chosen.checked = true;
    frame.addEventListener("change", (event) => {
      if (event.target.name === "heat") always.set("heat", event.target.value);
    });
  };

  /* Ready */

  showTheme();
  showFigures();
  root.dataset.scripted = "";
  stayHidden();

  addEventListener("DOMContentLoaded", () => {
    if (location.hash === NEWEST) {
      const link = document.querySelector("main [data-newest]");
      if (link) return location.replace(apart ? withChoices(link.href) : link.href);
    }
    showTheme();
    showFigures();
    showKeys();
    for (const frame of document.querySelectorAll("[data-heat]")) heat(frame);
    // A preview puts a new one in the place of one that changed.
    addEventListener("journalgen:put", (event) => heat(event.target));
    // A preview puts a new one in the place of one that changed.
    addEventListener("journalgen:put", (event) => heat(event.target));
    if (isHidden()) document.querySelector(".cover").focus();

    addEventListener("click", (event) => {
      const button = event.target instanceof Element && event.target.closest("button");
      if (!button) return;
      const { dataset } = button;
      if ("hide" in dataset) hideAll();
      else if ("show" in dataset) show();
      else if ("openKeys" in dataset) openKeys();
      else if ("closeKeys" in dataset) document.querySelector("dialog.keys").close();
      else if (dataset.themeChoice) {
        always.set("theme", dataset.themeChoice);
        showTheme();
      } else if (dataset.figuresChoice) {
        always.set("figures", dataset.figuresChoice);
        showFigures();
      }
    });
    addEventListener("change", (event) => {
      if ("letterKeys" in event.target.dataset) always.set("keys", event.target.checked ? "on" : "off");
    });
  });
})();
