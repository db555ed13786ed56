// What a mark in the text is: said at once where the pointer or the keyboard is. While the text has the focus,
// n and p go to the next and the previous reading that is not taken out of view, Escape ends that.
"use strict";

const text = document.querySelector("[data-text]");
const told = document.querySelector("[data-told]");
let current = null;

function kindsOf(mark) {
  return [...mark.classList].filter((name) => name.startsWith("k-")).map((name) => name.slice(2));
}

function inView(mark) {
  return kindsOf(mark).some((kind) => {
    const box = document.getElementById(`show-${kind}`);
    return !box || box.checked;
  });
}

function say(mark) {
  told.textContent = mark ? mark.dataset.told || mark.title : "";
  told.classList.toggle("says", Boolean(told.textContent));
}

function go(mark) {
  if (current) current.classList.remove("here");
  current = mark;
  if (!mark) {
    say(null);
    return;
  }
  mark.classList.add("here");
  mark.scrollIntoView({ block: "nearest" });
  say(mark);
}

function step(by) {
  const marks = [...text.querySelectorAll("mark[id]")].filter(inView);
  const at = current ? marks.indexOf(current) : -1;
  const next = by > 0 ? marks[at + 1] : marks[at < 0 ? marks.length - 1 : at - 1];
  if (next) go(next);
}

if (text && told) {
  // The browser's own box comes late and hides what is read next: the words are said below instead.
  for (const mark of text.querySelectorAll("mark[title]")) {
    mark.dataset.told = mark.title;
    mark.removeAttribute("title");
  }
  text.addEventListener("mouseover", (event) => say(event.target.closest("mark") || current));
  text.addEventListener("mouseleave", () => say(current));
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[id]");
    if (mark && getSelection().isCollapsed) go(mark);
  });
  text.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") go(null);
  });
  document.documentElement.classList.add("reads");
}
