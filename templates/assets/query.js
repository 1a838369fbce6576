// Made by journalgen.
// What was typed into what is asked: words, phrases, and conditions such as tag:work or mood:<4.
"use strict";
globalThis.journalgen ??= {};
(() => {
  const { fold } = journalgen;
  // Which of an entry's lists of names is meant; their order is that of the shards.
  const KIND_OF = {
    tag: 0, tags: 0, emotion: 1, emotions: 1, feeling: 1, feelings: 1, person: 2, people: 2, place: 3, places: 3,
    activity: 4, activities: 4, trigger: 5, triggers: 5, coping: 6,
    thread: 7, threads: 7, goal: 8, goals: 8,
  };
  const HAS = {
    photo: (entry) => entry.pictures, photos: (entry) => entry.pictures, picture: (entry) => entry.pictures,
    pictures: (entry) => entry.pictures, title: (entry) => entry.title !== "",
  };
  const IS = {
    starred: (entry) => entry.starred, draft: (entry) => entry.draft, private: (entry) => entry.private,
    undated: (entry) => entry.day === null,
  };
  // A name, a colon and a value; a value or a word in quotes ends with them, or with the text.
  const PART = /([-–−－]?)(?:([\p{L}\p{N}_-]+)[:：])?(?:"([^"]*)"?|([^\s"]*))/gu;

  const asNumber = (text) => {
    const clock = /^(\d+):([0-5]\d)$/.exec(text);
    if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
    return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
  };

  /** Returns whether a number is what a text such as `<4`, `>=6`, `3..5` or `4` asks for, or null where it asks nothing. */
  const numberTest = (text) => {
    const plain = text.normalize("NFKC").replace(/\s/g, "").replace("≤", "<=").replace("≥", ">=");
    const range = /^(.*?)(?:\.\.\.?|…)(.*)$/.exec(plain);
    if (range && (range[1] || range[2])) {
      const low = range[1] ? asNumber(range[1]) : -Infinity;
      const high = range[2] ? asNumber(range[2]) : Infinity;
      return Number.isNaN(low) || Number.isNaN(high) ? null : (value) => low <= value && value <= high;
    }
    const [, sign, rest] = /^(<=|>=|=<|=>|<|>|=|)(.*)$/s.exec(plain);
    const limit = asNumber(rest);
    if (Number.isNaN(limit)) return null;
    return {
      "<": (value) => value < limit, "<=": (value) => value <= limit, "=<": (value) => value <= limit,
      ">": (value) => value > limit, ">=": (value) => value >= limit, "=>": (value) => value >= limit,
    }[sign] ?? ((value) => value === limit);
  };

  /** Returns a year, month or day as the days of entries begin with it, or null where the text is none. */
  const asPeriod = (text) => {
    const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text.normalize("NFKC"));
    if (!parts) return null;
    const [, year, month, day] = parts;
    if (month === undefined) return year;
    const written = `${year}-${month.padStart(2, "0")}`;
    if (Number(month) < 1 || Number(month) > 12) return null;
    if (day === undefined) return written;
    const last = [31, Number(year) % 4 || (Number(year) % 400 && !(Number(year) % 100)) ? 28 : 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return Number(day) < 1 || Number(day) > last[month - 1] ? null : `${written}-${day.padStart(2, "0")}`;
  };

  const namesTest = (kind, value) => {
    const star = value.endsWith("*");
    const wanted = star ? value.slice(0, -1) : value;
    const within = `${wanted}/`;
    return (entry) => entry.names(kind).some((name) => (
      star ? name.startsWith(wanted) : name === wanted || (kind === 0 && name.startsWith(within))
    ));
  };

  /** Returns the condition of an operator, or the code of what is to be said of it. */
  const condition = (name, value, metrics) => {
    if (name in KIND_OF) {
      const wanted = fold(value).trim().replace(KIND_OF[name] === 0 ? /^[#＃]|\/$/g : /^@/, "");
      if (!wanted || wanted === "*") return "half";
      return { test: namesTest(KIND_OF[name], wanted), named: !wanted.endsWith("*") };
    }
    if (["from", "to", "on"].includes(name)) {
      if (!value) return "half";
      const period = asPeriod(value);
      if (period === null) return "day";
      const within = (day) => day.slice(0, period.length);
      if (name === "from") return { test: (entry) => entry.day !== null && entry.day >= period, first: period.slice(0, 4) };
      if (name === "to") return { test: (entry) => entry.day !== null && within(entry.day) <= period, last: period.slice(0, 4) };
      const year = period.slice(0, 4);
      return { test: (entry) => entry.day !== null && within(entry.day) === period, first: year, last: year };
    }
    if (name === "has" || name === "is") {
      if (!value) return "half";
      const what = fold(value).trim().replaceAll(" ", "_");
      const known = name === "is" ? IS : HAS;
      if (Object.hasOwn(known, what)) return { test: known[what] };
      if (name === "has" && what in KIND_OF) return { test: (entry) => entry.names(KIND_OF[what]).length > 0 };
      if (name === "has" && metrics.has(what)) return { test: (entry) => entry.value(metrics.get(what)) !== undefined };
      return "has";
    }
    if (metrics.has(name)) {
      const metric = metrics.get(name);
      if (/^[<>=≤≥.…\s]*$/.test(value)) return "half";
      const test = numberTest(value);
      if (test === null) return "number";
      return { test: (entry) => { const found = entry.value(metric); return found !== undefined && found !== null && test(found); } };
    }
    return "unknown";
  };

  /**
   * Returns what a text asks: `words` (folded) that an entry must hold, `without` that it must not, `tests` that it must
   * pass, the years `first` and `last` outside of which there can be nothing, and `hints` on parts that were not understood.
   */
  journalgen.read = (text, metricNames) => {
    const metrics = new Map();
    for (const name of metricNames) metrics.set(fold(name).trim(), name);
    const asked = { words: [], without: [], tests: [], first: "", last: "", hints: [], isEmpty: true };
    const plain = text.replace(/[“”„‟«»″＂〝〞〟]/g, "\"");
    for (const match of plain.matchAll(PART)) {
      const [part, minus, operator, quoted, bare] = match;
      if (!part.trim()) continue;
      const isWithout = minus !== "";
      let value = quoted ?? bare;
      let name = "";
      if (operator !== undefined) {
        name = fold(operator).trim();
        const read = condition(name, value, metrics);
        if (typeof read === "object") {
          asked.tests.push(isWithout ? (entry) => !read.test(entry) : read.test);
          if (!isWithout && read.first && read.first > asked.first) asked.first = read.first;
          if (!isWithout && read.last && (!asked.last || read.last < asked.last)) asked.last = read.last;
          if (read.named && quoted === undefined) asked.hints.push({ code: "star", part, name });
          asked.isEmpty = false;
          continue;
        }
        // A time of day, an address, or a word before a colon.
        const isTalk = read === "unknown" && (!value || value.startsWith("//") || /^\d+$/.test(name));
        if (!isTalk) asked.hints.push({ code: read, part: part.trim(), name: operator });
        if (read !== "unknown") continue;
        value = `${operator}:${value}`;
      }
      const word = fold(value).trim();
      // A dash that stands alone, as between two halves of a sentence, is nothing to look for.
      if (!word || (minus && !/[\p{L}\p{N}]/u.test(word))) continue;
      (isWithout ? asked.without : asked.words).push(word);
      asked.isEmpty = false;
    }
    return asked;
  };

  /** An entry of a shard, ready to be searched. */
  journalgen.SearchEntry = class {
    #names;

    constructor([address, day, time, title, name, text, noted, names, measures, mood, isPrivate, starred, draft, pictures]) {
      Object.assign(this, { address, day, time, title, name, text, noted, measures, mood, private: isPrivate, starred, draft, pictures });
      this.#names = names;
      this.folded = `${fold(title || name)}\n${fold(text)}\n${noted.map(fold).join("\n")}`;
    }

    names(kind) {
      const names = this.#names[kind];
      if (names.length && typeof names.folded === "undefined") names.folded = names.map((name) => fold(name).trim());
      return names.folded ?? names;
    }

    value(metric) {
      return this.measures.find(([name]) => name === metric)?.[1];
    }

    /** Returns whether the entry is what is asked for. */
    answers({ words, without, tests }) {
      const { folded } = this;
      return words.every((word) => folded.includes(word)) && !without.some((word) => folded.includes(word))
        && tests.every((test) => test(this));
    }
  };
})();
