// Lights up a point wherever it stands, and brings its counterpart beside it; without this, links do the same.
"use strict";

const texts = [...document.querySelectorAll(".texts .text")];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let pinned = null;

function all(row) {
  return document.querySelectorAll(`[data-row="${row}"]`);
}

function light(row) {
  for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
  if (row) for (const one of all(row)) one.classList.add("lit");
}

// Scrolls a text so that its passage stands as high as `beside`, or a third down where that is in no text.
function bring(passage, beside) {
  const text = passage.closest(".text");
  const frame = text.getBoundingClientRect();
  const now = passage.getBoundingClientRect().top;
  const there = beside && beside.closest(".text") ? beside.getBoundingClientRect().top : frame.top + frame.height / 3;
  const wanted = Math.min(Math.max(there, frame.top + 8), frame.bottom - 40);
  text.scrollBy({ top: now - wanted, behavior: calm.matches ? "auto" : "smooth" });
}

function meet(from) {
  const own = from.closest(".text");
  for (const text of texts) {
    const passage = text !== own && text.querySelector(`.passage[data-row="${from.dataset.row}"]`);
    if (passage) bring(passage, from);
  }
}

function pin(from, to) {
  if (pinned) pinned.classList.remove("pinned");
  pinned = to;
  pinned.classList.add("pinned");
  history.replaceState(null, "", `#${to.id}`);
  to.focus({ preventScroll: true });
  light(from.dataset.row);
}

for (const one of document.querySelectorAll(".passage, .point")) {
  one.addEventListener("mouseenter", () => light(one.dataset.row));
  one.addEventListener("mouseleave", () => light(pinned && pinned.dataset.row));
  one.addEventListener("focus", () => {
    light(one.dataset.row);
    if (one.matches(".passage")) meet(one);
  });
  one.addEventListener("click", (event) => {
    const to = document.getElementById(one.hash.slice(1));
    if (!to || !to.matches(".passage") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (one.matches(".passage")) {
      bring(to, one);
    } else {
      document.querySelector(".texts").scrollIntoView({ block: "start" });
      for (const passage of all(one.dataset.row)) if (passage.matches(".passage")) bring(passage, null);
    }
    pin(one, to);
  });
}

// A rest of the pointer on a passage brings its counterpart; passing over many does not make the other text jump.
for (const text of texts) {
  let waiting = 0;
  text.addEventListener("mouseover", (event) => {
    clearTimeout(waiting);
    const passage = event.target.closest(".passage");
    if (passage) waiting = setTimeout(() => meet(passage), 180);
  });
  text.addEventListener("mouseleave", () => clearTimeout(waiting));
  // n and p go to the next and the previous passage, while the keyboard is in the text.
  text.addEventListener("keydown", (event) => {
    if (!["n", "p"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const passages = [...text.querySelectorAll(".passage")];
    const at = passages.indexOf(document.activeElement);
    const next = passages[event.key === "n" ? at + 1 : Math.max(at - 1, 0)];
    if (next) next.focus();
  });
}

const asked = location.hash && document.getElementById(location.hash.slice(1));
if (asked && asked.matches(".passage")) {
  light(asked.dataset.row);
  meet(asked);
}
