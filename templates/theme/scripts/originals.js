/* The original of each passage, beside or under its translation: fetched when it is first asked for, then remembered. */
(() => {
  "use strict";
  const box = document.querySelector("[data-hg-originals]");
  if (!box) return;
  const toggle = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const said = box.dataset;
  const KEY = "helpglot.original";
  const NUMBER = "data-hg-o";
  const TAGS = new Set(["b", "br", "code", "em", "i", "kbd", "mark", "strong", "sub", "sup"]);
  const BLOCKS = "address, blockquote, details, div, dl, figure, form, hr, ol, p, pre, section, table, ul";
  let fetched = null;
  let undo = [];

  const remember = (on) => {
    try {
      localStorage.setItem(KEY, on ? "on" : "off");
    } catch {
      /* A reader who keeps nothing asks anew on each page. */
    }
  };
  const remembered = () => {
    try {
      return localStorage.getItem(KEY) === "on";
    } catch {
      return false;
    }
  };

  let chosen = remembered();

  const element = (tag, name, ...inner) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...inner);
    return made;
  };

  /* A text, or a list: texts and lists of which the first says what they are, a tag or "@" and a language. */
  const built = (words) => {
    if (typeof words === "string") return document.createTextNode(words);
    const [name, ...inner] = words;
    const made = document.createElement(TAGS.has(name) ? name : "span");
    if (name.startsWith("@")) made.lang = name.slice(1);
    made.append(...inner.map(built));
    return made;
  };

  const original = (tag, data, words) => {
    const text = element("span", "", ...(typeof words === "string" ? [words] : words.map(built)));
    text.lang = data.lang;
    text.dir = data.dir;
    return element(tag, "hg-original", element("span", "hg-original__label", `${said.hgLabel} `), text);
  };

  /* A heading keeps its name, so its original follows it. */
  const follow = (heading, data, words) => {
    const pair = element("div", "hg-pair hg-pair-heading");
    heading.replaceWith(pair);
    pair.append(heading, original("p", data, words));
    undo.push(() => pair.replaceWith(heading));
  };

  /* Everywhere else it stands in the same block, after the words that it is the original of. */
  const enter = (block, data, words) => {
    const own = [];
    for (const node of block.childNodes) {
      if (node.nodeType === Node.ELEMENT_NODE && node.matches(BLOCKS)) {
        if (own.some((one) => one.textContent.trim())) break;
        own.length = 0;
      } else own.push(node);
    }
    if (!own.length) return;
    const pair = element("span", "hg-pair");
    own[0].before(pair);
    pair.append(element("span", "hg-said", ...own), original("span", data, words));
    undo.push(() => pair.replaceWith(...own));
    if (block.localName === "th" && !block.abbr) {
      /* What is read out for every cell of the column stays short. */
      block.abbr = own.map((one) => one.textContent).join("").trim();
      undo.push(() => block.removeAttribute("abbr"));
    }
  };

  /* Keep what the reader looks at where it is: the switch, or else the first passage in sight. */
  const still = (change) => {
    const seen = (one) => {
      const place = one.getBoundingClientRect();
      return place.bottom > 0 && place.top < innerHeight && place.height > 0;
    };
    const kept = [toggle, ...document.querySelectorAll(`[${NUMBER}]`)].find(seen);
    const before = kept?.getBoundingClientRect().top;
    change();
    if (!kept || scrollY === 0) return;
    const moved = kept.getBoundingClientRect().top - before;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
  };

  const hide = () => {
    still(() => {
      for (const step of undo.reverse()) step();
      undo = [];
      document.documentElement.classList.remove("hg-with-originals");
    });
  };

  const show = (data) => {
    still(() => {
      document.documentElement.classList.add("hg-with-originals");
      for (const block of document.querySelectorAll(`[${NUMBER}]`)) {
        const words = data.passages[block.getAttribute(NUMBER)];
        if (!words) continue;
        if (/^h[1-6]$/.test(block.localName)) follow(block, data, words);
        else enter(block, data, words);
      }
    });
  };

  const get = async () => {
    const answer = await fetch(said.hgOriginals);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  };

  const turn = async (asked) => {
    const on = toggle.checked;
    status.textContent = "";
    status.classList.remove("hg-originals__failed");
    if (!on) {
      hide();
      status.textContent = said.hgHidden;
      return;
    }
    try {
      fetched ??= get();
      const data = await fetched;
      if (!toggle.checked || undo.length) return;
      show(data);
      if (asked) status.textContent = said.hgShown;
    } catch {
      fetched = null;
      chosen = toggle.checked = false;
      status.classList.add("hg-originals__failed");
      status.textContent = said.hgFailed;
    }
  };

  box.hidden = false;
  toggle.checked = chosen;
  if (chosen) turn(false);
  /* Who comes back finds what was chosen last: a browser puts the switch, or the whole page, as it was left. */
  addEventListener("pageshow", (event) => {
    if (event.persisted) chosen = remembered();
    toggle.checked = chosen;
    if (event.persisted && chosen !== undo.length > 0) turn(false);
  });
  toggle.addEventListener("change", async () => {
    const wanted = toggle.checked;
    chosen = wanted;
    await turn(true);
    if (toggle.checked === wanted) remember(wanted);
  });
})();
