"use strict";

// A form that sends a file: it can be dropped in, it shows how far it is, and after a check it stays chosen. Without this script the form does the same, silently.
function watch(form) {
  const field = form.querySelector("input[type=file]");
  const bar = form.querySelector(".progress");
  const meter = bar.querySelector("progress");
  const status = bar.querySelector("[role=status]");

  form.addEventListener("dragover", event => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", event => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      field.files = event.dataTransfer.files;
    }
  });

  const show = (stage, percent) => {
    meter.value = percent;
    const text = `${stage} ${percent} %`;
    if (status.textContent !== text) {
      status.textContent = text;
    }
  };

  form.addEventListener("submit", event => {
    event.preventDefault();
    const name = Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, "0")).join("");
    const data = new FormData();
    data.set("watch", name);
    for (const [key, value] of new FormData(form)) {
      if (key !== "file") {
        data.append(key, value);
      }
    }

    // Last, for the server reads field by field.
    const file = field.files[0];
    data.append("file", file);
    const request = new XMLHttpRequest();
    let poll;
    bar.hidden = false;
    form.querySelector("button").disabled = true;
    request.upload.addEventListener("progress", e => show(form.dataset.sending, Math.floor(100 * e.loaded / e.total)));
    request.upload.addEventListener("load", () => {
      poll = setInterval(async () => {
        const answer = await fetch(`${form.dataset.progress}&name=${name}`);
        if (answer.ok) {
          const { stage, percent } = await answer.json();
          show(stage, percent);
        }
      }, 400);
    });
    request.addEventListener("loadend", () => {
      clearInterval(poll);
      if (request.responseURL && new URL(request.responseURL).pathname !== location.pathname) {
        location.assign(request.responseURL);
        return;
      }

      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      if (request.status === 0 || !page.querySelector("main")) {
        form.submit();
        return;
      }

      document.querySelector("main").replaceWith(page.querySelector("main"));
      const next = document.querySelector("form.drop");
      if (next) {
        const kept = new DataTransfer();
        kept.items.add(file);
        next.querySelector("input[type=file]").files = kept.files;
        watch(next);
      }

      const found = document.querySelector("#found") ?? document.querySelector("main");
      found.focus();
      found.scrollIntoView();
    });
    request.open("POST", location.href);
    request.send(data);
  });
}

document.querySelectorAll("form.drop").forEach(watch);
