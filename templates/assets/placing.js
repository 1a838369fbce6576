// Made by journalgen.
// Where in a text something stands, told by numbers alone: for an address, which must not hold the words themselves. Firefox
// keeps what a tab remembers apart for each double-clicked file, so that nothing else gets from a result to its entry.
"use strict";
globalThis.journalgen ??= {};
(() => {
  const BEGIN = "#page:at-";
  const LETTER = /[\p{L}\p{N}]/u;
  // An entry's page may show a little more than what was searched, such as the numbers of footnotes.
  const STRAY = 40;

  /** The letters and digits of some texts, folded, and of each the text that it is in, where it begins and where it ends. */
  journalgen.squeezed = (texts) => {
    const at = [];
    let letters = "";
    texts.forEach((text, part) => {
      const { folded, starts, ends } = journalgen.foldWithPlaces(text);
      let index = 0;
      for (const letter of folded) {
        if (LETTER.test(letter)) {
          for (let unit = 0; unit < letter.length; unit += 1) at.push([part, starts[index + unit], ends[index + unit]]);
          letters += letter;
        }
        index += letter.length;
      }
    });
    return { letters, at };
  };

  // Eight bits, so that it tells one place from its neighbours and not one word from all others.
  const check = (letters) => {
    let sum = 7;
    for (let index = 0; index < letters.length; index += 1) sum = (sum * 31 + letters.charCodeAt(index)) % 251;
    return sum;
  };

  /** Returns the fragment of an address that leads to places in a text. */
  journalgen.fragment = (text, places) => {
    const { letters, at } = journalgen.squeezed([text]);
    const told = [];
    for (const [start, end] of places) {
      const from = at.findIndex((each) => each[1] >= start);
      let to = from;
      while (to >= 0 && to < at.length && at[to][2] <= end) to += 1;
      if (from >= 0 && to > from) told.push(`${from}-${to - from}-${check(letters.slice(from, to))}`);
    }
    return told.length ? BEGIN + told.join(".") : "";
  };

  /** Returns the places that a fragment leads to, in order, as the number of the text, the beginning and the end in it. */
  journalgen.fromFragment = (fragment, { letters, at }) => {
    if (!fragment.startsWith(BEGIN)) return [];
    const found = [];
    for (const told of fragment.slice(BEGIN.length).split(".")) {
      if (!/^\d{1,9}-\d{1,6}-\d{1,3}$/.test(told)) continue;
      const [from, length, sum] = told.split("-").map(Number);
      for (let stray = 0; stray <= 2 * STRAY; stray += 1) {
        const start = from + (stray % 2 ? 1 : -1) * Math.ceil(stray / 2);
        const end = start + length;
        if (start < 0 || end > at.length || !length || check(letters.slice(start, end)) !== sum) continue;
        found.push(...stretches(at.slice(start, end)));
        break;
      }
    }
    return found;
  };

  /** What lies in one text stays together. */
  const stretches = (letters) => {
    const found = [];
    for (const [part, start, end] of letters) {
      const last = found[found.length - 1];
      if (last && last[0] === part) last[2] = end;
      else found.push([part, start, end]);
    }
    return found;
  };
})();
