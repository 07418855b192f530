// Pages are whole without this file. It adds a button that copies a sentence with its source, and applies a choice at once.
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

for (const form of document.querySelectorAll("form.filter")) {
  form.querySelector("button").hidden = true;
  form.addEventListener("change", () => form.submit());
}
