/* The dialog once it can search: what is typed is answered at once, by mouse, keys and screen reader alike.

   The focus stays in the field; the list is gone through with the arrows, and the field tells which option is meant. */
(() => {
  "use strict";
  const RECENT = "helpglot.recent.";
  const MOST_RECENT = 5;
  /* Languages that are typed by composing; elsewhere the keyboards of telephones compose whole words. */
  const COMPOSED = /^(ja|ko|zh)\b/;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  /* Stretches of text, those that match in a <mark>. */
  const nodes = (stretches) => stretches.map(([text, hit]) => (hit ? element("mark", {}, text) : text));

  const attach = (dialog, finder, home, { recall, keep, address }) => {
    const input = dialog.querySelector("[role=combobox]");
    const list = dialog.querySelector("[role=listbox]");
    const said = dialog.querySelector(".hg-find-said");
    const advice = dialog.querySelector(".hg-find-advice");
    const mail = dialog.querySelector(".hg-find-mail");
    const forget = dialog.querySelector(".hg-find-forget");
    const tag = document.documentElement.lang;
    const number = new Intl.NumberFormat(tag);
    const suggested = list.firstElementChild;
    let active = -1;
    let moved = false;
    let answered = "";
    /* What is asked. A limit of length may cut an emoji in two, and no address can hold a half. */
    const asked = () => input.value.replace(/\p{Surrogate}/gu, "").trim();

    for (const option of [...suggested.querySelectorAll("[role=option]")]) {
      if (!finder.any(option.textContent)) option.remove();
    }

    const recent = () => {
      try {
        const kept = JSON.parse(recall(RECENT + tag) ?? "[]");
        return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST_RECENT) : [];
      } catch {
        return [];
      }
    };
    const remember = () => {
      const query = asked();
      if (query) keep(RECENT + tag, JSON.stringify([query, ...recent().filter((one) => one !== query)].slice(0, MOST_RECENT)));
    };

    const options = () => [...list.querySelectorAll("[role=option]")];
    const select = (index) => {
      const all = options();
      active = all.length ? (index + all.length) % all.length : -1;
      all.forEach((option, at) => {
        option.id = `hg-hit-${at}`;
        option.setAttribute("aria-selected", String(at === active));
      });
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", all[active].id);
      if (moved) all[active]?.scrollIntoView({ block: "nearest" });
    };
    const fill = (children, chosen) => {
      list.replaceChildren(...children);
      list.hidden = !options().length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      moved = false;
      if (chosen) select(0);
      else {
        select(0);
        active = -1;
        for (const option of options()) option.setAttribute("aria-selected", "false");
        input.removeAttribute("aria-activedescendant");
      }
    };
    const fields = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

    /* Before anything is typed: what this reader asked before, and what others often ask. */
    const offer = () => {
      const before = recent();
      const own = element("div", { role: "group", "aria-labelledby": "hg-recent", class: "hg-find-queries" });
      own.append(
        element("p", { id: "hg-recent", role: "presentation" }, list.dataset.recent),
        ...before.map((query) => element("div", { class: "hg-hit", role: "option" }, query)),
      );
      answered = said.textContent = "";
      advice.hidden = true;
      forget.hidden = !before.length;
      fill([...(before.length ? [own] : []), ...(suggested.querySelector("[role=option]") ? [suggested] : [])], false);
    };

    const link = (page, anchor = "") => new URL(`../${page.address}${anchor && "#"}${encodeURIComponent(anchor)}`, home).href;
    const hit = (page) => [
      element(
        "a",
        { class: "hg-hit", role: "option", tabindex: "-1", href: link(page) },
        element("b", { lang: page.lang }, ...nodes(page.title)),
        ...(page.above ? [element("span", { class: "hg-hit-where" }, page.above)] : []),
        element("span", { class: "hg-hit-text" }, ...nodes(page.text)),
      ),
      ...page.sections.map((section) =>
        element(
          "a",
          { class: "hg-hit hg-hit-deep", role: "option", tabindex: "-1", href: link(page, section.anchor) },
          element("b", { lang: section.lang }, ...nodes(section.heading)),
          ...(section.text.length ? [element("span", { class: "hg-hit-text" }, ...nodes(section.text))] : []),
        ),
      ),
    ];

    const answer = (query, composed) => {
      const { count, instead, pages } = finder.find(query);
      if (composed && !count) return;
      answered = query;
      const words = new Intl.ListFormat(tag, { type: "unit" }).format(instead);
      const told = [fields(count ? said.dataset.count : said.dataset.none, { count: number.format(count), query })];
      if (count && instead.length) told.push(fields(said.dataset.instead, { words }));
      said.textContent = told.join(" · ");
      advice.hidden = count > 0;
      forget.hidden = true;
      for (const part of advice.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== "none";
      if (mail) mail.search = `?subject=${encodeURIComponent(fields(mail.dataset.subject, { query }))}`;
      fill(pages.flatMap(hit), true);
    };
    const show = (composed = false) => {
      const query = asked();
      if (query) answer(query, composed);
      else offer();
      dialog.querySelector(".hg-find-body").scrollTop = 0;
    };

    /* Go where an option leads, or ask what it says. */
    const choose = (option) => {
      if (option.href) {
        option.click();
        return;
      }
      input.value = option.textContent;
      input.focus();
      show();
    };
    const MOVES = { ArrowDown: () => active + 1, ArrowUp: () => (active < 0 ? -1 : active - 1) };
    const JUMPS = { Home: () => 0, End: () => -1 };
    // What finds nothing while it is being composed (빔 on the way to 비밀, fapiao to 发票) is no word yet: all stays as it is.
    input.addEventListener("input", (event) => show(event.isComposing && COMPOSED.test(tag)));
    input.addEventListener("compositionend", () => {
      if (asked() !== answered) show();
    });
    input.addEventListener("keydown", (event) => {
      // While characters are being composed, Enter and the arrows belong to the keyboard of that language.
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const move = MOVES[event.key] ?? (moved ? JUMPS[event.key] : undefined);
      if (event.key === "Enter" && options().length) {
        event.preventDefault();
        if (active >= 0) choose(options()[active]);
      } else if (move && options().length) {
        event.preventDefault();
        moved = true;
        select(move());
      }
    });
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (!option) return;
      if (!option.href) {
        choose(option);
        return;
      }
      remember();
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      // Whoever comes back from another page finds the question where it was.
      if (new URL(option.href).pathname === location.pathname) dialog.close();
      else address(asked());
    });
    forget.firstElementChild.addEventListener("click", () => {
      keep(RECENT + tag, "[]");
      input.focus();
      offer();
    });

    return show;
  };

  globalThis.helpglot = { ...globalThis.helpglot, dialog: { attach } };
})();
