// Keys of the review: each presses the button, opens the form or follows the link that shows it. Nothing happens while
// somebody types, with Ctrl, Alt or Meta held, or where the keys are turned off in this browser.
"use strict";

const OFF = "memcon-keys-off";
const kept = {
  get off() { try { return localStorage.getItem(OFF) === "1"; } catch { return false; } },
  set off(value) { try { if (value) localStorage.setItem(OFF, "1"); else localStorage.removeItem(OFF); } catch { /* forgotten */ } },
};

function isTyping(element) {
  return element.isContentEditable || ["TEXTAREA", "SELECT"].includes(element.tagName)
    || (element.tagName === "INPUT" && !["radio", "checkbox", "submit", "button"].includes(element.type));
}

function firstField(details) {
  return details.querySelector("input:not([type=hidden]), textarea, select");
}

function press(target) {
  if (target.tagName !== "SUMMARY") {
    target.click();
    return;
  }
  const details = target.parentElement;
  details.open = true;
  const field = firstField(details);
  if (field) {
    field.focus();
    if (field.select && field.type !== "checkbox" && field.type !== "radio") field.select();
  } else {
    target.focus();
  }
}

function close(details) {
  details.open = false;
  details.querySelector("summary").focus();
}

addEventListener("keydown", (event) => {
  const at = event.target instanceof Element ? event.target : document.body;
  const details = at.closest(".more-ways details[open], .help[open]");
  if (event.key === "Escape" && details) {
    event.preventDefault();
    close(details);
    return;
  }
  if (event.key === "Enter" && event.ctrlKey && at.tagName === "TEXTAREA") {
    event.preventDefault();
    at.form.requestSubmit(at.form.querySelector("button[name=action]"));
    return;
  }
  if (event.key === "Enter" && at.tagName === "INPUT" && at.type === "checkbox" && details) {
    event.preventDefault();
    at.form.requestSubmit(at.form.querySelector("button[name=action]"));
    return;
  }
  if (kept.off || event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(at)) return;
  if (details && details.id === "split" && /^[1-9]$/.test(event.key)) {
    const box = details.querySelector(`input[data-number="${event.key}"]`);
    if (box) {
      event.preventDefault();
      box.click();
      box.focus();
    }
    return;
  }
  const target = [...document.querySelectorAll("[data-keys]")].find((one) => one.dataset.keys.split(" ").includes(event.key));
  if (target) {
    event.preventDefault();
    press(target);
  }
});

const on = document.getElementById("keys-on");
if (on) {
  on.closest(".switch").hidden = false;
  on.checked = !kept.off;
  document.body.classList.toggle("keys-off", kept.off);
  on.addEventListener("change", () => {
    kept.off = !on.checked;
    document.body.classList.toggle("keys-off", kept.off);
  });
}

// What was done is said anew, since a live region is read when its words change, and reading goes on at the next question.
const status = document.getElementById("status");
const question = document.getElementById("question");
const problem = document.getElementById("problem");
if (status && status.textContent.trim()) {
  const words = status.textContent;
  status.textContent = "";
  setTimeout(() => { status.textContent = words; }, 60);
  if (question && !problem) question.focus({ preventScroll: true });
}
const found = new URLSearchParams(location.search).has("find") && document.querySelector("#merge input[type=radio]");
if (found) found.focus();
