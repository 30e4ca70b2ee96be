"use strict";

// Proposals are decided on by keys. Without this script, the radio buttons do the same.
const page = document.querySelector("[data-proposals]");
const cards = [...page.querySelectorAll("[data-card]")];
const radios = (card) => [...card.querySelectorAll("[type=radio]")];
const chosen = (card) => radios(card).find((radio) => radio.checked);
const isOpen = (card) => !chosen(card);
let current = -1;

page.querySelector("[data-keys]").hidden = false;

function go(number) {
  if (!cards[number]) return;
  current = number;
  cards[number].focus({ preventScroll: true });
  cards[number].scrollIntoView({ block: "center", behavior: "auto" });
}

function count() {
  const left = cards.filter(isOpen).length;
  page.querySelector("[data-left]").textContent = left
    ? `${left} of ${cards.length} left to decide`
    : "All decided";
}

function choose(card, key) {
  const label = card.querySelector(`[data-key="${key}"]`);
  if (!label) return false;
  label.querySelector("input").checked = true;
  count();
  return true;
}

function decide(key) {
  const card = cards[current];
  if (!card || !choose(card, key)) return;
  const group = { c: ".accord-for-change", n: ".accord-for-create" }[key];
  if (group) {
    card.querySelector(`${group} :is(input, select, textarea):not([type=hidden])`)?.focus();
    return;
  }
  const after = cards.findIndex((each, number) => number > current && isOpen(each));
  go(after < 0 ? cards.findIndex(isOpen) : after);
}

function acceptSure() {
  for (const card of cards) if ("sure" in card.dataset && isOpen(card)) choose(card, "a");
  go(cards.findIndex(isOpen));
}

const send = (step) => page.querySelector(`[name=step][value=${step}]`).click();

const KEYS = {
  j: () => go(Math.min(current + 1, cards.length - 1)),
  k: () => go(Math.max(current - 1, 0)),
  a: () => decide("a"),
  c: () => decide("c"),
  d: () => decide("d"),
  n: () => decide("n"),
  A: acceptSure,
  s: () => send("save"),
  S: () => send("submit"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest(
    "input:not([type=radio]), select, textarea, .select2-container, [contenteditable]",
  );
  if (event.key === "Escape" && typing) return go(current);
  if (typing || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});

page.addEventListener("focusin", ({ target }) => {
  const card = target.closest("[data-card]");
  if (card) current = cards.indexOf(card);
});

page.addEventListener("change", count);

// Words that are selected in the sentence are put into the field that asks for them next.
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const sentence = page.querySelector("[data-sentence]");
  const text = String(selection).trim();
  if (text && sentence.contains(selection.anchorNode)) page.dataset.words = text;
});

page.addEventListener("focusin", ({ target }) => {
  const words = page.dataset.words;
  if (!target.name?.startsWith("added-") || !target.name.endsWith("-words")) return;
  if (words && !target.value) target.value = words;
  delete page.dataset.words;
});

const wrong = cards.findIndex((card) => card.classList.contains("accord-wrong"));
current = wrong;
count();
