// Shows the words that an address asks for ("#c10-24", code points of the text) where no reading has just this range.
"use strict";

function places(root) {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = [...node.data].length;
    found.push({ node, start: at, end: at + length });
    at += length;
  }
  return found;
}

function boundary(all, point, isEnd) {
  const one = all.find((p) => (isEnd ? point > p.start && point <= p.end : point >= p.start && point < p.end));
  if (!one) return null;
  const units = [...one.node.data].slice(0, point - one.start).join("").length;
  return { node: one.node, offset: units };
}

function show() {
  const asked = /^#c(\d+)-(\d+)$/.exec(location.hash);
  const root = document.querySelector("[data-text]");
  if (!root || !asked) return;
  if (window.CSS && CSS.highlights) CSS.highlights.clear();
  if (document.getElementById(location.hash.slice(1))) return;
  const all = places(root);
  const from = boundary(all, Number(asked[1]), false);
  const to = boundary(all, Number(asked[2]), true);
  if (!from || !to) return;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  if (window.CSS && CSS.highlights) CSS.highlights.set("here", new Highlight(range));
  from.node.parentElement.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", show);
show();
