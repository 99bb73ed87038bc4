/* Opens the search: from its button, "/" or Ctrl+K, the form of the home page, or ?q= in the address. What searches is
   loaded when a reader first asks for it; until then, and where it cannot be loaded, the dialog says so. */
(() => {
  "use strict";
  const parts = document.getElementById("hg-search");
  if (!parts || !window.HTMLDialogElement) return;
  const { script, text, charset } = parts.dataset;
  const SLASH = "helpglot.slash";
  const LONGEST = 200;
  let dialog;
  let loading;

  const recall = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      /* Some readers keep nothing. */
    }
  };

  const run = (address) =>
    new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = resolve;
      element.onerror = () => {
        element.remove();
        reject(new Error(address));
      };
      document.head.append(element);
    });
  const read = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    return JSON.parse(new TextDecoder(charset).decode(await answer.arrayBuffer()));
  };
  const finder = async () => {
    const [, data] = await Promise.all([globalThis.helpglot?.dialog || run(script), read(text)]);
    return globalThis.helpglot.finder.make(document.documentElement.lang, data);
  };
  /* Load once; what failed is tried again. */
  const load = () => {
    loading ??= finder().catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  const make = () => {
    document.body.append(parts.content.cloneNode(true));
    const made = document.body.lastElementChild;
    made.querySelector(".hg-find-close").addEventListener("click", () => made.close());
    made.querySelector(".hg-find-again").addEventListener("click", fill);
    made.addEventListener("click", (event) => {
      if (event.target === made) made.close();
    });
    made.addEventListener("close", () => address(""));
    const slash = made.querySelector(".hg-find-slash input");
    slash.checked = recall(SLASH) !== "off";
    slash.addEventListener("change", () => keep(SLASH, slash.checked ? "on" : "off"));
    return made;
  };

  /* Say how it stands while the dialog cannot search yet. */
  const say = (state) => {
    const said = dialog.querySelector(".hg-find-said");
    said.textContent = said.dataset[state] ?? "";
    const advice = dialog.querySelector(".hg-find-advice");
    advice.hidden = state !== "failed";
    for (const part of advice.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
  };
  const fill = async () => {
    if (dialog.searches) return dialog.searches();
    say("loading");
    dialog.querySelector("input").focus();
    try {
      const found = await load();
      say("");
      dialog.searches ??= globalThis.helpglot.dialog.attach(dialog, found, new URL(text, document.baseURI), { recall, keep, address });
      return dialog.searches();
    } catch {
      return say("failed");
    }
  };

  /* Keep the question in the address, so that it is there again when the reader comes back. */
  const address = (question) => {
    const here = new URL(location.href);
    if ((here.searchParams.get("q") ?? "") === question) return;
    if (question) here.searchParams.set("q", question);
    else here.searchParams.delete("q");
    history.replaceState(history.state, "", here);
  };

  const open = (question) => {
    dialog ??= make();
    if (!dialog.open) dialog.showModal();
    const input = dialog.querySelector("input");
    if (question) input.value = question.slice(0, LONGEST);
    input.focus();
    input.select();
    return fill();
  };

  for (const button of document.querySelectorAll(".hg-search-open")) {
    button.hidden = false;
    button.addEventListener("click", () => open(""));
  }
  for (const form of document.querySelectorAll("form.hg-search")) {
    form.elements.q.addEventListener("focus", () => load().catch(() => {}), { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(form.elements.q.value.trim());
    });
  }
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyK";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !writing && recall(SLASH) !== "off";
    if ((!control && !slash) || event.isComposing || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open("");
  });

  const asked = new URLSearchParams(location.search).get("q")?.trim();
  if (asked) open(asked);
})();
