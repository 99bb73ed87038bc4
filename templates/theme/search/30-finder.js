/* The texts of one language -> a finder: find(question) gives the pages that answer it, best first, with their sections.

   Each part of a question is looked up by itself, and a page is worth what its parts bring, the more of them it has the
   better: so a page that has all parts comes first, and a question with one strange word is answered all the same. */
(() => {
  "use strict";
  const { language, fold } = globalThis.helpglot.terms;
  const { retyped } = globalThis.helpglot.layouts;
  const FIELDS = { title: 5, keywords: 5, about: 1, headings: 1, text: 1 };
  const KIND = { article: 1, page: 0.8, topic: 0.5 };
  const BEGUN = 0.55;
  const SHORTENED = 0.5;
  const TYPO = 0.5;
  const ALIKE = 5;
  const UNSAID = 1.8;
  const STRANGE = 8;
  const MOST_PAGES = 8;
  const MOST_SECTIONS = 2;
  const SNIPPET = 150;

  /* Columns of the file: addresses, titles, languages, topics, descriptions, keywords, kinds, anchors, and sections, which
     are [heading, text, language of the heading]. */
  const rows = (columns) => {
    const [addresses, titles, langs, aboves, abouts, keywords, kinds, anchors, texts] = columns;
    return (addresses ?? []).map((address, id) => ({
      id,
      address,
      title: titles[id],
      lang: langs[id],
      above: aboves[id],
      about: abouts[id],
      keywords: keywords[id],
      kind: kinds[id],
      sections: texts[id].map(([heading, text, lang], at) => ({
        anchor: anchors[id][at],
        heading,
        lang: lang ?? "",
        lines: text ? text.split("\n") : [],
      })),
    }));
  };

  const make = async (tag, data) => {
    const { read, list, ask, words } = language(tag, data);
    const pages = rows(data.pages);
    const index = new globalThis.MiniSearch({
      fields: Object.keys(FIELDS),
      extractField: (page, field) => {
        switch (field) {
          case "headings":
            return page.sections.map(({ heading }) => heading).join("\n");
          case "text":
            return page.sections.flatMap(({ lines }) => lines).join("\n");
          default:
            return page[field];
        }
      },
      tokenize: list,
      processTerm: (term) => term,
      searchOptions: { boost: FIELDS, tokenize: (text) => text.split(" "), prefix: false },
    });
    // A few pages at a time: between them the browser answers its reader.
    await index.addAllAsync(pages, { chunkSize: 4 });

    /* The synonyms of one word: a word half typed or misspelled may be one of them, though no page says it. */
    const bare = (text) => list(text).filter((term) => !term.startsWith("#"));
    const names = new globalThis.MiniSearch({
      fields: ["words"],
      tokenize: (text) => text.split("\n").map(bare).filter((terms) => terms.length === 1).flat(),
      processTerm: (term) => term,
      searchOptions: { tokenize: (text) => [text] },
    });
    names.addAll(words.map((group, id) => ({ id, words: group.join("\n") })));
    const meant = (term, options) => {
      const [best] = names.search(term, options);
      return best ? lookup([`#${best.id}`], BEGUN) : new Map();
    };

    /* How much each page has of some terms: Map(id -> {score, terms}), less for each term that it lacks. */
    const lookup = (terms, weight, options) => {
      const wanted = [...new Set(terms)];
      const found = new Map();
      for (const { id, score, terms: met, queryTerms } of index.search(wanted.join(" "), options)) {
        const share = queryTerms.length / wanted.length;
        found.set(id, { score: score * weight * share, terms: met });
      }
      return found;
    };

    const better = (one, other) => {
      for (const [id, { score, terms }] of other) {
        const known = one.get(id);
        one.set(id, { score: Math.max(score, known?.score ?? 0), terms: [...(known?.terms ?? []), ...terms] });
      }
      return one;
    };

    /* What a part of a question brings; a word that nobody wrote is taken for a slip of the finger. */
    const bring = ({ kind, terms, group }, only) => {
      const found = lookup(terms, 1);
      if (group !== undefined) better(found, lookup([`#${group}`], 1));
      if (kind !== "word") return found.size || !only || terms.length > 1 ? found : lookup(terms, BEGUN, { prefix: true });
      for (const term of group === undefined ? terms : []) {
        if (term.length > 1) better(found, lookup([term], BEGUN, { prefix: true }));
        if (term.length > 2) better(found, meant(term, { prefix: true }));
        if (term.length > 5) better(found, lookup([term.slice(0, Math.ceil(term.length * 0.7))], SHORTENED, { prefix: true }));
      }
      return found;
    };
    const mend = ({ kind, terms, raw }) => {
      const words = kind === "word" && raw.length > 3 ? near(raw, terms[0]) : [];
      return words.reduce((found, word) => better(better(found, lookup([word], TYPO)), meant(word)), new Map());
    };

    /* The words that a misspelled one may be: two letters changed places, or else the nearest that somebody wrote, with
       the same first letter where there are such, for a slip hits that one last. */
    const near = (raw, term) => {
      const swapped = [...raw.slice(1)].map((_, at) => raw.slice(0, at) + raw[at + 1] + raw[at] + raw.slice(at + 2));
      const written = swapped.flatMap(bare).filter((word) => [index, names].some((some) => some.search(word).length));
      if (written.length) return written;
      const one = spelled(term, 1);
      return one.length || term.length < 6 ? one : spelled(term, 2);
    };
    const spelled = (term, fuzzy) => {
      const met = [index, names].flatMap((some) => some.search(term, { fuzzy }).flatMap(({ terms }) => terms));
      const words = [...new Set(met)].filter((word) => !word.startsWith("#"));
      const alike = words.filter((word) => word[0] === term[0]);
      return alike.length ? alike : words;
    };

    /* A question that says what a title or a keyword says, no more and no less, is meant for that page. What it leaves
       unsaid counts more against it than what it says besides. */
    const keys = (parts) => new Set(parts.flatMap(({ group, terms }) => (group === undefined ? terms : [`#${group}`])));
    const phrases = pages.map(({ title, keywords }) => [title, ...keywords.split("\n")].map((phrase) => keys(ask(phrase))));
    const spread = new Map();
    for (const own of phrases) {
      for (const key of new Set(own.flatMap((phrase) => [...phrase]))) spread.set(key, (spread.get(key) ?? 0) + 1);
    }
    // A word that stands in no title and no keyword says little of which one is meant.
    const rarity = (key) => Math.log(1 + pages.length / (spread.get(key) ?? STRANGE));
    const sum = (some) => some.reduce((total, key) => total + rarity(key), 0);
    const alike = (own, asked) => {
      const total = sum([...asked]);
      return Math.max(
        ...phrases[own].map((phrase) => {
          const both = sum([...asked].filter((key) => phrase.has(key)));
          return both && both / (total + UNSAID * (sum([...phrase]) - both));
        }),
      );
    };

    /* Words that stand apart here and together there: "one drive", "web site". */
    const joined = (parts) =>
      parts.flatMap((part, at) => {
        const next = parts[at + 1];
        if (part.kind !== "word" || next?.kind !== "word") return [];
        const found = lookup(ask(part.raw + next.raw).flatMap(({ terms }) => terms), 1);
        return found.size ? [found] : [];
      });

    const rank = (question) => {
      const parts = ask(question);
      const brought = parts.map((part) => {
        const found = bring(part, parts.length === 1);
        return found.size ? found : mend(part);
      });
      const all = [...brought, ...joined(parts)].filter((found) => found.size);
      const weights = all.map((found) => Math.log(1 + pages.length / found.size));
      const whole = weights.reduce((total, weight) => total + weight, 0);
      const asked = keys(parts);
      const weighed = pages.map((page) => {
        const own = all.map((found) => found.get(page.id));
        const share = own.reduce((total, found, at) => total + (found ? weights[at] : 0), 0) / whole;
        const score = own.reduce((total, found) => total + (found?.score ?? 0), 0) * share;
        const terms = new Map(own.flatMap((found, at) => (found?.terms ?? []).map((term) => [term, weights[at]])));
        const exact = score && 1 + ALIKE * alike(page.id, asked) ** 2;
        return { page, score: score * exact * (KIND[page.kind] ?? 1), terms };
      });
      const found = weighed.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
      return { parts, found };
    };

    /* What the same keys mean in the reader's language, where the letters as typed mean nothing. */
    const ranked = (question) => {
      const typed = rank(question);
      const other = typed.found.length ? "" : retyped(question, tag);
      return other ? rank(other) : typed;
    };

    const cache = new Map();
    const reading = (line) => {
      if (!cache.has(line)) cache.set(line, read(line));
      return cache.get(line);
    };
    const worth = (text, terms) => {
      const met = new Set(reading(text).map(({ term }) => term));
      return [...terms].reduce((total, [term, weight]) => total + (met.has(term) ? weight : 0), 0);
    };

    /* A text in stretches that match and that do not: [[text, matches], …]. */
    const marked = (text, terms) => {
      const hits = reading(text).filter(({ term }) => terms.has(term));
      const found = [];
      let at = 0;
      for (const { start, end } of hits.sort((one, other) => one.start - other.start)) {
        if (end <= at) continue;
        if (start > at) found.push([text.slice(at, start), false]);
        const from = Math.max(start, at);
        if (from === at && found.length && found[found.length - 1][1]) found[found.length - 1][0] += text.slice(from, end);
        else found.push([text.slice(from, end), true]);
        at = end;
      }
      if (at < text.length) found.push([text.slice(at), false]);
      return found;
    };

    /* The part of a long line around its first match. */
    const cut = (line, terms) => {
      if (line.length <= SNIPPET) return line;
      const starts = reading(line).filter(({ term }) => terms.has(term)).map(({ start }) => start);
      const first = starts.length ? Math.min(...starts) : 0;
      let from = first < SNIPPET / 2 ? 0 : first - SNIPPET / 4;
      const blank = line.indexOf(" ", from);
      if (from && blank >= 0 && blank < first) from = blank + 1;
      let end = Math.min(line.length, from + SNIPPET);
      const last = line.lastIndexOf(" ", end);
      if (end < line.length && last > from + SNIPPET / 2) end = last;
      return `${from ? "…" : ""}${line.slice(Math.floor(from), end)}${end < line.length ? "…" : ""}`;
    };

    const best = (lines, terms) =>
      lines.reduce(
        (found, line) => {
          const value = worth(line, terms);
          return value > found.value ? { value, line } : found;
        },
        { value: 0, line: "" },
      );

    const shown = ({ page, terms }) => {
      const hits = page.sections
        .map((section) => {
          const { value, line } = best(section.lines, terms);
          return { section, line, value, heading: worth(section.heading, terms) };
        })
        .filter(({ value, heading }) => value + heading > 0);
      const about = { value: worth(page.about, terms) * 1.2, line: page.about };
      const text = hits.reduce((found, hit) => (hit.value > found.value ? hit : found), about);
      const deep = hits
        .filter(({ section, line, heading }) => section.anchor && (heading > 0 || line !== text.line))
        .sort((one, other) => other.heading * 2 + other.value - (one.heading * 2 + one.value));
      const snippet = cut(text.line || page.about, terms);
      return {
        address: page.address,
        title: marked(page.title, terms),
        lang: page.lang,
        above: page.above,
        text: marked(snippet, terms),
        sections: deep.slice(0, MOST_SECTIONS).map(({ section, line }) => ({
          anchor: section.anchor,
          heading: marked(section.heading, terms),
          lang: section.lang,
          text: line && line !== text.line ? marked(cut(line, terms), terms) : [],
        })),
      };
    };

    /* Other words for the same thing that stand first in their group: what the pages say instead. */
    const instead = (parts) => {
      const said = new Set(parts.flatMap(({ raw }) => [raw]));
      const firsts = parts.filter(({ group }) => group !== undefined).map(({ group }) => words[group][0]);
      return [...new Set(firsts)].filter((word) => !said.has(fold(word)) && !fold([...said].join(" ")).includes(fold(word)));
    };

    const find = (question) => {
      const { parts, found } = ranked(question);
      return { count: found.length, instead: instead(parts), pages: found.slice(0, MOST_PAGES).map(shown) };
    };

    return { find, rank: ranked, any: (question) => rank(question).found.length > 0 };
  };

  globalThis.helpglot = { ...globalThis.helpglot, finder: { make } };
})();
