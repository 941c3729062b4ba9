// What the pages do beyond plain HTML: follow the workbook, take what is dropped, say when the
// server is gone. Without this script every page works but for dropping files.
(() => {
  "use strict";
  const body = document.body;
  body.classList.add("script");

  // Files dropped anywhere on the page are put into its field for files, and sent.
  const drop = document.getElementById("drop");
  if (drop) {
    const field = drop.querySelector("input[type=file]");
    drop.querySelector(".pick").addEventListener("click", () => field.click());
    const over = (event) => {
      if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
      event.preventDefault();
      drop.classList.add("over");
    };
    addEventListener("dragenter", over);
    addEventListener("dragover", over);
    addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) drop.classList.remove("over");
    });
    addEventListener("drop", (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      field.files = event.dataTransfer.files;
      drop.requestSubmit();
    });
    field.addEventListener("change", () => field.files.length && drop.requestSubmit());
    drop.addEventListener("submit", () => drop.classList.add("sending"));
  }

  // Choosing a document in the list shows it at once.
  for (const field of document.querySelectorAll("select[data-at-once]")) {
    field.addEventListener("change", () => field.form.requestSubmit());
  }

  // The server tells of saves and of work; a page that is being left listens no more.
  if (body.dataset.closed) return;
  const state = () => document.querySelector("[data-state].state") ?? body;
  const address = () => {
    const asked = new URLSearchParams();
    if (body.dataset.round) asked.set("putaran", body.dataset.round);
    if (body.dataset.round) asked.set("keadaan", state().dataset.state ?? "");
    return `${body.dataset.events}?${asked}`;
  };
  let source = null;
  let missed = 0;
  const listen = () => {
    source = new EventSource(address());
    source.onopen = () => {
      missed = 0;
      document.getElementById("gone").hidden = true;
      // Work may have gone on between the page and this moment.
      if (document.querySelector("progress")) htmx.trigger(body, "kerja");
    };
    source.onerror = () => {
      source.close();
      missed += 1;
      if (missed > 2) document.getElementById("gone").hidden = false;
      setTimeout(listen, 1500);
    };
    source.addEventListener("kerja", () => htmx.trigger(body, "kerja"));
    source.addEventListener("periksa", () => {
      htmx.trigger(body, "periksa");
      const stale = document.getElementById("stale");
      if (stale) stale.hidden = document.getElementById("checked") !== null;
    });
  };
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();
})();
