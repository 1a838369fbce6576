// Made by journalgen.
// Words as they are compared: in one case, without accents, with plain quotes, dashes and spaces.
"use strict";
globalThis.journalgen ??= {};
(() => {
  // Accents of the scripts in which they may be left out; elsewhere such marks are vowels.
  const ACCENTS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
  // What nobody sees: soft hyphens, joiners, marks of direction, variation selectors, the Arabic stretch.
  const UNSEEN = /[\u00ad\u034f\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/g;
  const SPACES = /[\s\x00-\x1f\x7f\x85]+/g;
  const LIKE = new Map(Object.entries({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "ʼ": "'", "`": "'", "´": "'", "‹": "'", "›": "'",
    "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "″": "\"", "«": "\"", "»": "\"", "〝": "\"", "〞": "\"", "〟": "\"",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "ß": "ss", "ς": "σ", "ı": "i", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "þ": "th",
  }));
  const LIKED = new RegExp(`[${[...LIKE.keys()].join("")}]`, "g");
  // A letter, with the mark of voice of Japanese; or the parts of a Korean syllable: what is one only together.
  const SEGMENT = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|.[\u3099\u309a\uff9e\uff9f]?/gsu;
  const EVERY = /[\x21-\x5f\x61-\x7e]+|[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|.[\u3099\u309a\uff9e\uff9f]?/gsu;
  const known = new Map();

  const segment = (text) => {
    let folded = known.get(text);
    if (folded === undefined) {
      // The acute accent that stands alone would become a space.
      folded = text.replace(LIKED, (letter) => LIKE.get(letter)).normalize("NFKD").toLowerCase().replace(ACCENTS, "")
        .replace(UNSEEN, "").replace(LIKED, (letter) => LIKE.get(letter)).replace(SPACES, " ").normalize("NFC");
      known.set(text, folded);
    }
    return folded;
  };

  /** Returns a text folded. */
  journalgen.fold = (text) => {
    if (!/[^\x20-\x5f\x61-\x7e]|  /.test(text)) return text.toLowerCase();
    return text.replace(/[^\x20-\x5f\x61-\x7e]+/g, (run) => run.replace(SEGMENT, segment)).toLowerCase().replace(/ {2,}/g, " ");
  };

  /** Returns the same, and for each of its letters where what it stands for begins and ends in the text. */
  journalgen.foldWithPlaces = (text) => {
    const starts = [];
    const ends = [];
    let folded = "";
    for (const match of text.matchAll(EVERY)) {
      const end = match.index + match[0].length;
      const first = match[0].charCodeAt(0);
      if (first > 0x20 && first < 0x7f && first !== 0x60) {
        folded += match[0].toLowerCase();
        for (let at = match.index; at < end; at += 1) {
          starts.push(at);
          ends.push(at + 1);
        }
        continue;
      }
      const piece = segment(match[0]);
      if (!piece && ends.length) ends[ends.length - 1] = end;
      for (const letter of piece.split("")) {
        if (letter === " " && folded.endsWith(" ")) {
          ends[ends.length - 1] = end;
        } else {
          folded += letter;
          starts.push(match.index);
          ends.push(end);
        }
      }
    }
    return { folded, starts, ends };
  };

  /** Returns where words (folded) stand in a text that was folded with places: [start, end] in order, none over another. */
  journalgen.places = ({ folded, starts, ends }, words, most = Infinity) => {
    const found = [];
    for (const word of words) {
      if (!word) continue;
      let count = 0;
      for (let at = folded.indexOf(word); at >= 0 && count < most; at = folded.indexOf(word, at + word.length)) {
        found.push([starts[at], ends[at + word.length - 1]]);
        count += 1;
      }
    }
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const apart = [];
    for (const place of found) {
      const last = apart[apart.length - 1];
      if (last && place[0] < last[1]) last[1] = Math.max(last[1], place[1]);
      else apart.push([...place]);
    }
    return apart;
  };
})();
