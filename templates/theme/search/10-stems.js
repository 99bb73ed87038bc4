/* A word -> its stem, lightly: what is left must tell the word from others, and be the same in all of its forms. */
(() => {
  "use strict";
  const VOWEL = /[aeiouy]/;

  /* English: plurals, -ing, -ed, a silent e. */
  const english = (word) => {
    if (word.length < 4 || /\d/.test(word)) return word;
    let stem = word;
    if (stem.endsWith("ies") && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
    else if (/(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2);
    else if (/[^suio]s$|[aeo]os$/.test(stem)) stem = stem.slice(0, -1);
    const inflected = /^(.{2,}?)(?:ing|ed)$/.exec(stem);
    if (inflected && VOWEL.test(inflected[1]) && !/eed$/.test(stem)) {
      stem = inflected[1].replace(/([bdfgmnprt])\1$/, "$1");
    }
    return stem.length > 3 ? stem.replace(/e$/, "").replace(/(.{3})y$/, "$1i") : stem;
  };

  /* Russian: endings of adjectives and participles, verbs, nouns, after the first vowel. */
  const RUSSIAN = [
    /(?:вшись|вши|в(?=$)(?<=[аяиы]в)|ся|сь)$/,
    /(?:(?:ющ|ящ|ущ|ащ|вш|ем|нн|енн|анн)?(?:ыми|ими|его|ого|ему|ому|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ых|их|ым|им|ом|ем|ую|юю|ою|ею))$/,
    /(?:уйте|ейте|йте|ила|ыла|ена|ала|яла|ела|или|ыли|али|яли|ели|ило|ыло|ало|ено|ены|ует|уют|ает|яет|ают|яют|еет|еют|ить|ыть|ать|ять|еть|уть|ишь|ешь|ете|ите|ит|ат|ят|ут|ют|ет|ил|ал|ял|ел|ен|ан)$/,
    /(?:иями|иях|ями|ами|иям|ием|иев|ия|ии|ию|ие|ьям|ьях|ья|ье|ью|ев|ов|ей|ой|ий|ям|ем|ам|ом|ях|ах|а|е|и|о|у|ы|ь|ю|я|й)$/,
  ];
  const russian = (word) => {
    const first = /^[^аеиоуыэюя]*[аеиоуыэюя]./.exec(word);
    if (!first || word.length < 4) return word;
    const head = first[0];
    let tail = word.slice(head.length).replace(RUSSIAN[0], "");
    const cut = [RUSSIAN[1], RUSSIAN[2], RUSSIAN[3]].find((ending) => ending.test(tail));
    if (cut) tail = tail.replace(cut, "");
    return head + tail.replace(/и$/, "").replace(/ость?$/, "").replace(/н(?:н)$/, "н").replace(/ь$/, "");
  };

  /* Korean: particles behind a noun, and the endings of polite verbs. */
  const PARTICLE = /(?:에서|에게|한테|으로|까지|부터|보다|처럼|마다|조차|밖에|이랑|하고|이란|라고|은|는|이|가|을|를|의|에|로|와|과|랑|도|만|요)(?:는|은|도|만|의|요)?$/;
  const ENDING = /(?:(?:시켜|시키|하|해|했|되|돼|됐)(?:는|기|지|고|서|여|려면|려고|나요|세요|십시오|어요|었어요|습니다|면|다|요|야|줘|주세요)?|합니다|됩니다|됩니까|할까요|될까요|한가요|인가요|었어요|았어요|겠어요|어요|아요|여요|에요|예요|입니다|습니다|습니까|나요|까요|네요|는데|세요|을게요)$/;
  const korean = (word) => {
    const bare = word.replace(ENDING, "");
    // A verb of one syllable ("급합니다") has an ending of two or more.
    const verbless = bare.length > 1 || (bare && word.length > 2) ? bare : word;
    const noun = verbless.replace(PARTICLE, "");
    return noun.length > 1 ? noun : verbless;
  };
  const particle = (word) => word.replace(PARTICLE, "") === "" || word.replace(ENDING, "") === "";

  /* Latin letters on a page in Korean, Chinese or Russian are English words; other languages keep their own. */
  const ENGLISH = /^(?:en|ko|ja|zh|ru|uk|be|th|ar|he)(?:-|$)/;
  const stemmer = (tag) => {
    const latin = ENGLISH.test(tag) ? english : (word) => word;
    const cyrillic = /^ru(?:-|$)/.test(tag) ? russian : (word) => word;
    return (word) => (/^[a-z]/.test(word) ? latin(word) : /^[а-я]/.test(word) ? cyrillic(word) : word);
  };

  globalThis.helpglot = { ...globalThis.helpglot, stems: { stemmer, korean, particle } };
})();
