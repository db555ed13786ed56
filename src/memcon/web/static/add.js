// Lists the chosen files with their size, says before sending that they are too large, and shows that reading goes on.
"use strict";

const adding = document.querySelector(".adding");
const chosen = adding.querySelector('input[type="file"]');
const listed = adding.querySelector(".chosen-files");
const send = adding.querySelector("[data-busy]");
const words = send.textContent;

function size(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function list() {
  listed.replaceChildren(
    ...[...chosen.files].map((file) => {
      const row = document.createElement("li");
      const told = document.createElement("span");
      told.className = "n";
      told.textContent = size(file.size);
      row.append(file.name, " ", told);
      return row;
    }),
  );
  const all = [...chosen.files].reduce((sum, file) => sum + file.size, 0);
  const most = Number(adding.dataset.largest);
  chosen.setCustomValidity(all > most ? `These are ${size(all)}; send at most ${size(most)} at once.` : "");
}

chosen.addEventListener("change", list);
adding.addEventListener("submit", () => {
  send.textContent = send.dataset.busy;
  send.disabled = true;
});
addEventListener("pageshow", () => {
  send.textContent = words;
  send.disabled = false;
  list();
});
