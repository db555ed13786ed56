// Opens what is folded in around the place that an address leads to; browsers that do so by themselves need no help.
"use strict";

function reveal() {
  const to = location.hash && document.getElementById(location.hash.slice(1));
  if (!to) return;
  let moved = false;
  for (let one = to.closest("details"); one; one = one.parentElement.closest("details")) {
    moved = moved || !one.open;
    one.open = true;
  }
  if (moved) to.scrollIntoView();
}

addEventListener("hashchange", reveal);
reveal();
