// The page of today: a site that was built yesterday knows yesterday's. Each `.todays-page` is shown with a link to the
// reader's own day; where `data-built` names the day that stands there already, only if it is another one. Such an element
// may name in `data-instead-of` what it then takes the place of.
"use strict";

(() => {
  const twoDigits = (number) => String(number).padStart(2, "0");

  for (const place of document.querySelectorAll(".todays-page")) {
    // A day starts so many minutes after midnight: before that it is still yesterday.
    const now = new Date();
    now.setMinutes(now.getMinutes() - Number(place.dataset.starts));
    const day = `${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
    if (place.dataset.built === day) {
      continue;
    }
    const link = place.querySelector("a");
    link.setAttribute("href", link.getAttribute("href").replace(/[^/]*$/, `${day}.html`));
    place.hidden = false;
    if (place.dataset.insteadOf) {
      const other = document.getElementById(place.dataset.insteadOf);
      other.closest("section").hidden = false;
      other.remove();
    }
  }
})();
