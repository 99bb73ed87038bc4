// What a reader would trip over on a page; [what the page is for, the height of the screen] -> faults.
([answer, screen]) => {
  const faults = [];
  const name = (one) => `${one.tagName.toLowerCase()}${one.className && !one.ownerSVGElement ? "." + one.className : ""}`
    + ` “${(one.textContent || one.value || "").trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  const shown = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !one.closest(".hg-vh, .hg-tool-label, [class*=__label], [class*=__said]") && getComputedStyle(one).clipPath === "none";
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) faults.push(`scrolls sideways: ${document.documentElement.scrollWidth}`);

  const scrolls = (one) => {
    for (; one; one = one.parentElement) if (["auto", "scroll"].includes(getComputedStyle(one).overflowX)) return true;
    return false;
  };
  const letters = getComputedStyle(document.body).fontFamily;
  const texts = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const owner = node.parentElement;
    if (!node.data.trim() || owner.closest("script, style, svg, .md-skip") || !shown(owner)) continue;
    const own = owner.closest("[lang]") === document.documentElement && !owner.closest("code, pre, kbd, samp");
    if (own && getComputedStyle(owner).fontFamily !== letters) faults.push(`letters of another language: ${name(owner)}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      if ((box.left < -0.5 || box.right > width + 0.5) && !scrolls(owner)) faults.push(`outside the page: ${name(owner)}`);
      // Letters fill the middle of their line; its upper and lower edges may touch those of its neighbours.
      const edge = box.height * 0.3;
      texts.push({ owner, left: box.left + 1, right: box.right - 1, top: box.top + edge, bottom: box.bottom - edge });
    }
  }
  texts.sort((one, other) => one.top - other.top);
  texts.forEach((one, index) => {
    for (let next = index + 1; next < texts.length && texts[next].top < one.bottom; next += 1) {
      const other = texts[next];
      const over = Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1;
      if (over && !scrolls(one.owner) && !scrolls(other.owner)) faults.push(`one over the other: ${name(one.owner)}, ${name(other.owner)}`);
    }
  });

  for (const one of document.querySelectorAll("body *")) {
    if (!shown(one) || one.closest("svg")) continue;
    const style = getComputedStyle(one);
    const hides = ["hidden", "clip"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
    if (hides && one.textContent.trim()) faults.push(`cut off: ${name(one)}`);
  }
  for (const one of document.querySelectorAll("button, summary, input, select, .hg-btn, .hg-nav a, .hg-drawer a")) {
    const seat = one.closest("label") || one;
    if (!one.closest(".md-skip") && one.checkVisibility() && seat.getBoundingClientRect().height < 43.5)
      faults.push(`too low for a finger: ${name(one)} ${seat.getBoundingClientRect().height}`);
  }
  for (const one of document.querySelectorAll("nav a, .hg-cards a, .hg-side a, .hg-footer a")) {
    // A card is hit wherever it is touched.
    const box = (one.closest(".hg-cards li") || one).getBoundingClientRect();
    if (shown(one) && box.height < 24) faults.push(`too low to be hit: ${name(one)} ${box.height}`);
  }

  const found = [...document.querySelectorAll(answer)].find(shown);
  if (!found) faults.push(`no answer: ${answer}`);
  else if (found.getBoundingClientRect().bottom > screen) faults.push(`the answer is out of sight: ${name(found)} ${found.getBoundingClientRect().bottom}`);
  return [...new Set(faults)];
}
