/* Text -> terms with their places, the same for a page and for a question.

   A word is its stem. Where a script puts no blanks between words (Han, kana, Hangul, Thai and its neighbours), each two
   neighbouring characters are a term. A word or phrase with synonyms adds the number of its group as a term of its own. */
(() => {
  "use strict";
  const { stemmer, korean, particle } = globalThis.helpglot.stems;
  const HANGUL = "\\p{Script=Hangul}";
  const GLUED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ーｰ々";
  const PIECE = new RegExp(`(${HANGUL}+)|([${GLUED}]+)|(?:(?![${HANGUL}${GLUED}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const MARKS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
  const ARABIC = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u0591-\u05c7]/g;

  /* One spelling for all that readers take for the same letters. */
  const PLAIN = /^[\x20-\x7eа-я]*$/;
  const fold = (text) => {
    const lower = text.toLowerCase();
    if (PLAIN.test(lower)) return lower;
    const whole = lower.normalize("NFKC").toLowerCase();
    return MARKED.test(whole) ? letters(whole) : whole;
  };
  const MARKED = /[\u0080-\u03ff\u0450-\u06ff\u1e00-\u1fff]/;
  const letters = (text) =>
    text
      .normalize("NFD")
      .replace(MARKS, "$1")
      .normalize("NFC")
      .replace(ARABIC, "")
      .replace(/ё/g, "е")
      .replace(/ß/g, "ss")
      .replace(/[أإآ]/g, "ا")
      .replace(/ى/g, "ي")
      .replace(/ة/g, "ه");

  /* What a text is spelled of: a word by its stem, or one character. `opens` says where a phrase may begin, `last`
     where a piece ends; kind is "word", "hangul" or "glued". */
  const atoms = (text, stem) => {
    const row = [];
    for (const found of text.matchAll(PIECE)) {
      const start = found.index;
      const end = start + found[0].length;
      const piece = fold(found[0]);
      if (!found[1] && !found[2]) {
        row.push({ kind: "word", key: stem(piece), start, end, opens: true, last: true });
      } else {
        spell(row, piece, found[1] ? "hangul" : "glued", start, end);
      }
    }
    return row;
  };

  const spell = (row, piece, kind, start, end) => {
    // Composing characters may have changed their number: then each stands for the whole piece.
    const even = piece.length === end - start;
    let at = start;
    for (const key of piece) {
      const next = at + key.length;
      row.push({ kind, key, start: even ? at : start, end: even ? next : end, opens: kind === "glued" || at === start, last: false });
      at = next;
    }
    row[row.length - 1].last = true;
  };

  /* A tree of phrases; a leaf holds what the phrase stands for. */
  const tree = (phrases, stem) => {
    const root = new Map();
    for (const [phrase, value] of phrases) {
      let node = root;
      for (const { key } of atoms(phrase, stem)) {
        if (!node.has(key)) node.set(key, new Map());
        node = node.get(key);
      }
      if (node !== root && !node.has("")) node.set("", value);
    }
    return root;
  };

  /* The longest phrase that begins at `from`: [its value, where it ends], or nothing. */
  const longest = (root, row, from) => {
    let found;
    let node = root;
    for (let at = from; at < row.length && (node = node.get(row[at].key)); at += 1) {
      // What begins inside a word, such as its particle, ends with it.
      if (at > from && row[at - 1].last && !row[from].opens) break;
      if (node.has("") && whole(row, from, at)) found = [node.get(""), at + 1];
    }
    return found;
  };

  /* One Korean character is a word only when nothing but a particle follows it. */
  const whole = (row, from, at) => {
    if (at > from || row[at].kind !== "hangul" || row[at].last) return true;
    let rest = "";
    for (let next = at + 1; next < row.length && row[next].kind === "hangul"; next += 1) {
      rest += row[next].key;
      if (row[next].last) break;
    }
    return particle(rest);
  };

  /* Walk a row of atoms: give(value or undefined, first, end) for each phrase, and for each stretch without one. */
  const walk = (row, root, give) => {
    let bare = 0;
    let at = 0;
    while (at < row.length) {
      const found = row[at].opens || at === bare ? longest(root, row, at) : undefined;
      if (!found) {
        at += 1;
        // Behind the end of a Korean word a phrase may begin again.
        if (row[at - 1].last) bare = flush(row, bare, at, give);
        continue;
      }
      bare = flush(row, bare, at, give);
      give(found[0], at, found[1]);
      at = bare = found[1];
    }
    flush(row, bare, at, give);
  };
  const flush = (row, from, to, give) => {
    if (from < to) give(undefined, from, to);
    return to;
  };

  /* The terms of a stretch of atoms: stems, and pairs of characters; give(term, first, end). */
  const terms = (row, from, to, give, loose = false) => {
    for (let at = from; at < to; ) {
      let end = at + 1;
      if (row[at].kind === "word") {
        give(row[at].key, at, end);
      } else {
        while (end < to && !row[end - 1].last) end += 1;
        pairs(row, at, end, give, loose);
      }
      at = end;
    }
  };

  const pairs = (row, from, to, give, loose) => {
    const kept = from + length(row, from, to);
    for (let at = from; at < kept - 1; at += 1) give(row[at].key + row[at + 1].key, at, at + 2);
    // A lone character, and the last one of a run, which opens no pair.
    if (kept === from + 1 || !loose) give(row[kept - 1].key, kept - 1, kept);
  };

  /* How many characters are left of a run without its Korean ending. */
  const length = (row, from, to) => {
    if (row[from].kind !== "hangul" || !row[to - 1].last || to - from < 2) return to - from;
    return korean(joined(row, from, to)).length;
  };
  const joined = (row, from, to) => {
    let text = "";
    for (let at = from; at < to; at += 1) text += row[at].key;
    return text;
  };

  /* For a language: read(text) gives every term of a page's text; ask(text) gives the parts of a question. */
  const language = (tag, { synonyms, fillers }) => {
    const stem = stemmer(tag);
    const groups = synonyms.flatMap((words, index) => words.map((word) => [word, index]));
    const known = tree(groups, stem);
    const silent = tree([...groups, ...fillers.map((word) => [word, -1])], stem);

    const each = (text, give) => {
      const row = atoms(text, stem);
      terms(row, 0, row.length, give.bind(null, row));
      walk(row, known, (group, from, to) => {
        if (group !== undefined) give(row, `#${group}`, from, to);
      });
    };

    /* The terms of a text with their places: [{term, start, end}]. */
    const read = (text) => {
      const found = [];
      each(text, (row, term, from, to) => found.push({ term, start: row[from].start, end: row[to - 1].end }));
      return found;
    };

    /* The terms alone, each once, for the index: that a page says a word ten times makes it no better answer. */
    const list = (text) => {
      const found = new Set();
      each(text, (row, term) => found.add(term));
      return [...found];
    };

    const ask = (text) => {
      const row = atoms(text, stem);
      const parts = [];
      walk(row, silent, (group, from, to) => {
        if (group === -1 || (group === undefined && row[from].kind !== "word" && idle(row, from, to))) return;
        const own = [];
        terms(row, from, to, (term) => own.push(term), true);
        const said = text.slice(row[from].start, row[to - 1].end);
        parts.push({ kind: row[from].kind, said, raw: fold(said), group, terms: own });
      });
      return parts;
    };

    /* What remains beside phrases in Korean: a particle, or a single syllable. */
    const idle = (row, from, to) => {
      if (row.length === to - from || row[from].kind !== "hangul") return false;
      return to - from === 1 || particle(joined(row, from, to));
    };

    return { read, list, ask, words: synonyms };
  };

  globalThis.helpglot = { ...globalThis.helpglot, terms: { language, fold } };
})();
