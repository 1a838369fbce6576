// Made by journalgen.
// Whoever comes from a result of the search is led to the words that were found; all others are left in peace.
"use strict";
(() => {
  let landing = null;
  try {
    landing = JSON.parse(sessionStorage.getItem("journalgen.landing") || "null");
    sessionStorage.removeItem("journalgen.landing");
  } catch { /* Nothing is kept here; then the address says where. */ }
  // A page by somebody's own template may have none.
  const here = document.querySelector("article[data-address]")?.dataset.address;
  if (!here) return;
  const words = landing?.address === here ? landing.words : [];
  const hash = location.hash.startsWith("#page:at-") ? location.hash : "";
  if (landing?.address !== here && !hash) return;
  const base = document.currentScript.src;
  const scripts = ["folding.js", "placing.js", "marking.js"].map((name) => {
    const script = document.createElement("script");
    script.src = new URL(name, base).href;
    script.async = false;
    return script;
  });
  scripts.at(-1).onload = () => journalgen.land(words, hash);
  document.head.append(...scripts);
})();
