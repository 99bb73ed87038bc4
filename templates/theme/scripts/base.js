/* What the frame does beyond HTML and CSS: dark and light, and menus that close. Everything else works without. */
(() => {
  "use strict";
  const root = document.documentElement;
  const scheme = document.querySelector(".hg-scheme");
  const menus = [...document.querySelectorAll(".hg-pop")];

  if (scheme) {
    const prefers = matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefers.matches);
    const tell = () => scheme.setAttribute("aria-label", dark() ? scheme.dataset.hgLight : scheme.dataset.hgDark);
    scheme.hidden = false;
    tell();
    prefers.addEventListener("change", tell);
    scheme.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      tell();
      try {
        localStorage.setItem("helpglot.scheme", root.dataset.theme);
      } catch {
        /* A reader who keeps nothing decides anew on each page. */
      }
    });
  }

  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && menus.find((menu) => menu.open);
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  // The list of languages lies over the page; the menu on phones is part of it, and stays until it is closed.
  document.addEventListener("click", (event) => {
    for (const menu of menus) {
      if (menu.matches(".hg-pop-lang") && !menu.contains(event.target)) menu.open = false;
    }
  });
})();
