"use strict";

// Copies a public id.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = "Copy"; }, 2000);
});

// Moves the rows of a list up and down. Where they stand is told when the form is sent.
const rowsOf = (list) => [...list.querySelectorAll(".form-group:not(.empty-form)")];

function addMoveButtons(list) {
  for (const row of rowsOf(list)) {
    if (row.querySelector(".accord-move")) continue;
    const place = row.querySelector("td.delete, h3");
    if (!place || !row.querySelector("input[name$='-place']")) continue;
    const buttons = document.createElement("span");
    buttons.className = "accord-move";
    for (const [text, label, step] of [["↑", "Move up", -1], ["↓", "Move down", 1]]) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", textContent: text, title: label });
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => {
        const rows = rowsOf(list);
        const other = rows[rows.indexOf(row) + step];
        if (!other) return;
        if (step < 0) other.before(row);
        else other.after(row);
        button.focus();
      });
      buttons.append(button);
    }
    place.prepend(buttons);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  for (const list of document.querySelectorAll("[data-inline-formset]")) {
    addMoveButtons(list);
    new MutationObserver(() => addMoveButtons(list)).observe(list, { childList: true });
    list.closest("form").addEventListener("submit", () => {
      rowsOf(list).forEach((row, number) => {
        const place = row.querySelector("input[name$='-place']");
        if (place) place.value = number;
      });
    });
  }
});

// Says below a field how its date is understood, or which name its code stands for.
const readingOf = (field) => field.parentElement.parentElement.querySelector("[data-reading]");

async function readDate(field) {
  const text = field.value.trim();
  const line = readingOf(field);
  const show = ({ reading, error }) => {
    line.textContent = error || reading;
    line.classList.toggle("accord-reading-error", Boolean(error));
  };
  if (!text) return show({ reading: "", error: "" });
  const answer = await fetch(`${field.dataset.date}?${new URLSearchParams({ text })}`);
  if (answer.ok && field.value.trim() === text) show(await answer.json());
}

function readCode(field) {
  const typed = field.value.trim().toLowerCase();
  const option = [...field.list.options].find((each) => each.value.toLowerCase() === typed);
  readingOf(field).textContent = option ? option.textContent : "";
}

let waiting;
document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-code]")) readCode(target);
  if (!target.matches("[data-date]")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => readDate(target), 250);
});

// Goes on from a page that was sent while its work was done; without this script, by its link.
document.addEventListener("DOMContentLoaded", () => {
  const way = document.querySelector("a[data-go]");
  if (way) location.replace(way.href);
});
