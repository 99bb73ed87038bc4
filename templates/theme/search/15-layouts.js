/* A word typed while the keyboard was set to Latin letters -> what the same keys write in the reader's language. */
(() => {
  "use strict";
  const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
  const RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё";
  const russian = (text) => text.toLowerCase().replace(/[^\s\d]/g, (key) => RUSSIAN[LATIN.indexOf(key)] ?? key);

  /* The keys of a Korean syllable: first consonants, vowels and last consonants, in the order of Unicode. */
  const FIRST = "r R s e E f a q Q t T d w W c z x v g".split(" ");
  const VOWEL = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");
  const LAST = ["", ..."r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split(" ")];
  const SYLLABLE =
    /([rRseEfaqQtTdwWczxvg])(hk|ho|hl|nj|np|nl|ml|[koiOjpuPhynbml])((?:rt|sw|sg|fr|fa|fq|ft|fx|fv|fg|qt|[rRsefaqtTdwczxvg])(?![koiOjpuPhynbml]))?/g;
  const korean = (text) =>
    text.replace(SYLLABLE, (whole, first, vowel, last = "") =>
      String.fromCodePoint(0xac00 + (FIRST.indexOf(first) * 21 + VOWEL.indexOf(vowel)) * 28 + LAST.indexOf(last)),
    );

  const KEYBOARDS = { ru: russian, ko: korean };
  /* The other reading of a text, or "" where there is none. */
  const retyped = (text, tag) => {
    const read = /^[\x20-\x7e]+$/.test(text) && KEYBOARDS[tag.split("-")[0]]?.(text);
    return read && read !== text ? read : "";
  };

  globalThis.helpglot = { ...globalThis.helpglot, layouts: { retyped } };
})();
