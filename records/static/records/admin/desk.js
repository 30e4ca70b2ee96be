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
