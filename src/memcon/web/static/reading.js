// What a mark in the text is: said at once where the pointer or the keyboard is. While the text has the focus,
// n and p go to the next and the previous reading that is not taken out of view, Escape ends that. Words that are
// selected can be linked to and copied with their source.
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

// Where the selected words stand, in code points of the text; null where none of it is selected.
function selected() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const start = [...before.toString()].length;
  const words = range.toString();
  return { anchor: `#c${start}-${start + [...words].length}`, words: words.trim().replace(/\s+/g, " ") };
}

function offer() {
  const at = selected();
  if (!at || !at.words) {
    if (told.querySelector("a")) say(current);
    return;
  }
  const link = document.createElement("a");
  link.href = at.anchor;
  link.textContent = "Link to these words";
  told.replaceChildren(link);
  const cited = document.querySelector("[data-cite]");
  if (navigator.clipboard && cited) {
    const copy = document.createElement("button");
    copy.textContent = "Copy with source";
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(`“${at.words}” ${cited.textContent.trim()} ${new URL(at.anchor, location.href)}`);
      told.textContent = "Copied";
    });
    told.append(" ", copy);
  }
  for (const one of document.querySelectorAll("[data-statements]")) {
    const add = document.createElement("a");
    add.href = `${one.dataset.statements}?at=${one.dataset.of}:${at.anchor.slice(2).replace("-", ":")}#add`;
    add.textContent = one.dataset.named;
    told.append(" ", add);
  }
  told.classList.add("says");
}

if (text && told) {
  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 200);
  });
  // The browser's own box comes late and hides what is read next: the words are said below instead.
  for (const mark of text.querySelectorAll("mark[title]")) {
    mark.dataset.told = mark.title;
    mark.removeAttribute("title");
  }
  text.addEventListener("mouseover", (event) => {
    if (!selected()) say(event.target.closest("mark") || current);
  });
  text.addEventListener("mouseleave", () => {
    if (!selected()) say(current);
  });
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
