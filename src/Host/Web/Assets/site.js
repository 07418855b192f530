// Pages are whole without this file. It adds a button that copies a sentence with its source, notes on marks, and applies a choice at once.
"use strict";

const words = document.documentElement.lang === "tr"
  ? { copy: "Kopyala", copied: "Kopyalandı" }
  : { copy: "Copy", copied: "Copied" };

for (const sentence of navigator.clipboard ? document.querySelectorAll("li.quotable, h2.quotable") : []) {
  const text = sentence.textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = words.copy;
  button.setAttribute("aria-label", `${words.copy}: ${text}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(`${text} ${location.href.split("#")[0]}`);
    button.textContent = words.copied;
  });
  if (sentence.tagName === "LI") sentence.append(" ", button);
  else sentence.after(button);
}

// A mark says what it means, and a bar its row, where the pointer or the keyboard rests on it; Escape takes the note away. All of it stands on the page as well.
const tip = document.createElement("div");
tip.id = "tip";
tip.className = "tip";
tip.setAttribute("role", "tooltip");
tip.hidden = true;
document.body.append(tip);

let told;

function place() {
  const box = told.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${box.top > tip.offsetHeight + 12 ? box.top - tip.offsetHeight - 6 : box.bottom + 6}px`;
}

function show(what, text) {
  told = what;
  tip.textContent = text;
  tip.hidden = false;
  place();
}

const hide = () => { tip.hidden = true; };

function explain(what, text) {
  what.addEventListener("pointerenter", () => show(what, text));
  what.addEventListener("pointerleave", event => { if (event.relatedTarget !== tip) hide(); });
}

// The keyboard stops at the first of its kind in a table: one is enough to learn it, and eighty would bar the way.
const stops = new Set();

for (const mark of document.querySelectorAll("td.mark, dd.mark")) {
  const sign = mark.textContent.trim();
  const among = [...(mark.closest("section") ?? document).querySelectorAll(".note"), ...document.querySelectorAll("main .note")];
  const note = among.find(n => n.textContent.trim().startsWith(`${sign}:`));
  if (note) {
    const text = note.textContent.trim();
    explain(mark, text);
    const kind = `${mark.closest("[id]")?.id} ${sign}`;
    if (stops.has(kind)) continue;

    stops.add(kind);
    mark.tabIndex = 0;
    mark.addEventListener("focus", () => {
      mark.setAttribute("aria-describedby", tip.id);
      show(mark, text);
    });
    mark.addEventListener("blur", () => {
      mark.removeAttribute("aria-describedby");
      hide();
    });
  }
}

for (const bar of document.querySelectorAll("td.bars .bar")) {
  const row = bar.closest("tr");
  const heads = [...row.closest("table").querySelectorAll("thead th")].map(h => h.textContent.trim());
  const figures = [...row.querySelectorAll("td:not(.bars)")].map((cell, i) => `${heads[i + 1]}: ${cell.textContent.trim()}`);
  explain(bar, `${row.querySelector("th").textContent.trim()} – ${figures.join("; ")}`);
}

tip.addEventListener("pointerleave", hide);
addEventListener("scroll", () => { if (!tip.hidden) place(); }, { passive: true, capture: true });
addEventListener("keydown", event => { if (event.key === "Escape") hide(); });

// Where the whole release is on the page, one table of it is there at once; anything else is another page.
for (const form of document.querySelectorAll("form.filter")) {
  const table = form.elements.table;
  const isWhole = new URLSearchParams(location.search).get("table") === null;
  form.querySelector("button").hidden = true;
  form.addEventListener("change", event => {
    if (event.target !== table || !isWhole) {
      form.submit();
      return;
    }

    for (const figure of document.querySelectorAll("main .figure, main .trend")) {
      figure.hidden = table.value !== "" && figure.id !== table.value && figure.id !== `${table.value}-series`;
    }

    history.replaceState(null, "", table.value === "" ? location.pathname : `?table=${encodeURIComponent(table.value)}`);
  });
}
