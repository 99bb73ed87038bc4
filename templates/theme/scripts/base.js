/* What the theme does beyond HTML and CSS: the menu by keyboard, dark and light. Everything else works without. */
(() => {
  "use strict";
  const body = document.body;
  const drawer = document.getElementById("__drawer");
  const menu = document.querySelector(".hg-menu");
  const scheme = document.querySelector(".hg-scheme");

  if (menu && drawer) {
    const tell = () => menu.setAttribute("aria-expanded", String(drawer.checked));
    document.documentElement.classList.add("hg-js");
    menu.hidden = false;
    menu.addEventListener("click", () => {
      drawer.checked = !drawer.checked;
      tell();
      if (drawer.checked) document.querySelector(".md-sidebar--primary a")?.focus();
    });
    drawer.addEventListener("change", tell);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.checked = false;
      tell();
      menu.focus();
    });
  }

  if (scheme) {
    const dark = () => body.getAttribute("data-md-color-scheme") === "slate";
    const tell = () => scheme.setAttribute("aria-label", dark() ? scheme.dataset.hgLight : scheme.dataset.hgDark);
    scheme.hidden = false;
    tell();
    scheme.addEventListener("click", () => {
      const next = dark() ? "default" : "slate";
      body.setAttribute("data-md-color-scheme", next);
      tell();
      try {
        localStorage.setItem("helpglot.scheme", next);
      } catch {
        /* A reader who keeps nothing decides anew on each page. */
      }
    });
  }
})();
