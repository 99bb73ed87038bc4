/* Who answers at this very minute: the badges, the bar, the answer of the contact page.
   The hours come from the site, the time from the reader's clock. What is not known is not shown. */
(() => {
  "use strict";
  const MINUTE = 60000;
  const DAY = 1440;

  /* -- what holds at an instant: pure -- */

  const instants = new WeakMap();
  const changes = (table) => {
    if (!instants.has(table)) {
      let at = 0;
      instants.set(table, (table.changes || []).map((length) => (at += Math.abs(length))));
    }
    return instants.get(table);
  };

  /* A table of hours and milliseconds since 1970 -> {state, until, always}, times in minutes; null where nobody knows. */
  const state = (table, now) => {
    const minute = Math.floor(now / MINUTE);
    if (!(minute >= table.start && minute < table.end)) return null;
    if (table.always) return { state: "open", until: null, always: true };
    const times = changes(table);
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle] <= minute) low = middle + 1;
      else high = middle;
    }
    /* What comes at the end of the table or after it may come otherwise. */
    const until = low < times.length && times[low] < table.end ? times[low] : null;
    const name = low % 2 ? "open" : until !== null && table.changes[low] < 0 ? "break" : "closed";
    return { state: name, until, always: false };
  };

  window.helpglot = Object.freeze({ ...window.helpglot, state });

  /* -- how a moment is written: as the page writes it -- */

  const source = document.body.dataset.hgHours;
  if (!source) return;
  let data;
  const clocks = {};

  /* The date and time of an instant in a zone, the reader's where none is named. */
  const wall = (minute, zone) => {
    const key = zone || "";
    clocks[key] ||= new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    const found = {};
    for (const { type, value } of clocks[key].formatToParts(minute * MINUTE)) found[type] = Number(value);
    const day = Date.UTC(found.year, found.month - 1, found.day) / MINUTE / DAY;
    return { ...found, number: day, weekday: (day + 3) % 7 };
  };
  const filled = (text, fields) => text.replace(/\{(\w+)\}/g, (whole, name) => fields[name] ?? whole);
  const figures = (number, size = 1) =>
    String(number)
      .padStart(size, "0")
      .replace(/\d/g, (figure) => [...data.digits][figure]);
  const clock = ({ hour, minute }) =>
    filled(data.times[hour < 12 ? 0 : 1], {
      H: figures(hour),
      HH: figures(hour, 2),
      h: figures(hour % 12 || 12),
      hh: figures(hour % 12 || 12, 2),
      mm: figures(minute, 2),
    });
  const dated = ({ month, day, weekday }) =>
    filled(data.dates[month - 1], { d: figures(day), dd: figures(day, 2), weekday: data.dated[weekday] });
  const moment = (date, time) => filled(data.moment, { date, time });

  const alike = (one, other) => ["number", "hour", "minute"].every((part) => one[part] === other[part]);

  /* A moment in a zone: its time, with the day where that is not `today`; no `today`, no day. */
  const written = (minute, zone, today, close) => {
    let there = wall(minute, zone);
    let time = clock(there);
    if (close && !there.hour && !there.minute) {
      /* Who closes at midnight closes at the end of a day, not at the start of the next. */
      there = wall(minute - 1, zone);
      time = data.midnight;
    }
    const ahead = there.number - today;
    if (today === null || !ahead) return time;
    return moment(ahead < 7 ? data.weekdays[there.weekday] : dated(there), time);
  };

  /* A moment for the reader and, where other clocks hang there, for the service. A close in the next 24 hours needs no
     day. */
  const both = (minute, zone, now, close) => {
    const near = close && minute - now < DAY;
    const here = wall(minute);
    const reader = written(minute, undefined, near ? null : wall(now).number, close);
    return alike(here, wall(minute, zone)) ? [reader] : [reader, written(minute, zone, near ? null : here.number, close)];
  };

  /* -- sentences -- */

  const HAN = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef]/u;
  const element = (name, css, ...inside) => {
    const made = document.createElement(name);
    if (css) made.className = css;
    made.append(...inside.filter((one) => one !== ""));
    return made;
  };
  /* A word of the data: text, or text with the language that it is in. */
  const word = (said) => {
    if (!Array.isArray(said)) return document.createTextNode(said);
    const made = element("span", "", said[0]);
    made.lang = said[1];
    return made;
  };
  /* A sentence with its fields in their places; Chinese parts its letters from others, but not from each other. */
  const say = (key, fields = {}) => {
    const [text, lang] = [].concat(data.words[key]);
    const made = element("span", "");
    if (lang) made.lang = lang;
    const pieces = text.split(/\{(\w+)\}/);
    const shown = (name) => fields[name]?.textContent ?? fields[name] ?? "";
    pieces.forEach((piece, index) => {
      if (index % 2) return made.append(fields[piece] ?? "");
      let plain = piece;
      if (data.lang.startsWith("zh")) {
        if (HAN.test(shown(pieces[index - 1]).slice(-1)) && HAN.test(plain[1])) plain = plain.replace(/^ /, "");
        if (HAN.test(shown(pieces[index + 1])[0]) && HAN.test(plain.slice(-2, -1))) plain = plain.replace(/ $/, "");
      }
      made.append(plain);
    });
    return made;
  };
  const time = (minute, zone, now, close) => {
    const [reader, service] = both(minute, zone, now, close);
    const made = element("time", "");
    made.dateTime = `${new Date(minute * MINUTE).toISOString().slice(0, 16)}Z`;
    made.append(service ? say("both", { reader, service, city: data.cities[zone] }) : reader);
    return made;
  };

  /* -- what a channel has to say -- */

  const found = (channel, now) => {
    const table = data.hours[channel.hours];
    const known = table ? state(table, now * MINUTE) : null;
    return known && { ...known, zone: table.zone, table };
  };
  /* The fields of a sentence about what comes next; it uses one of them. */
  const next = (known, now) => {
    const until = known.until === null ? "" : time(known.until, known.zone, now, known.state === "open");
    return { time: until, moment: until };
  };
  const dayOff = (known, now) => {
    const off = known.table.off?.find(([start, end]) => start <= now && now < end);
    return off && data.names[off[2]];
  };
  const distant = (known, now) => known.until - now >= DAY;

  /* The badge: shape and word. */
  const badge = (channel, now) => {
    const known = found(channel, now);
    if (channel.manner === "desk") return ["open", say("desk")];
    if (channel.manner !== "talk" || !known) return null;
    if (known.always) return ["open", say("open.always")];
    const when = next(known, now);
    if (known.state === "open") {
      return ["open", known.until === null ? say("open") : say(distant(known, now) ? "open.later" : "open.until", when)];
    }
    if (known.state === "break") return ["break", say("break.until", when)];
    if (known.until === null) return ["closed", say("closed")];
    const day = dayOff(known, now);
    return ["closed", day ? say("closed.off", { ...when, day: word(day) }) : say("closed.until", when)];
  };
  /* The badge beside a headline that tells the times. */
  const brief = (channel, now) => {
    const known = found(channel, now);
    const [name] = badge(channel, now) || [];
    if (channel.manner === "desk" || !known || known.always) return name ? badge(channel, now) : null;
    const day = name === "closed" && dayOff(known, now);
    return [name, day ? say("closed.day", { day: word(day) }) : say(name)];
  };
  /* Where requests are taken at any hour: when they are answered. */
  const note = (channel, now) => {
    const known = found(channel, now);
    if (!known || known.always || !["desk", "write"].includes(channel.manner)) return null;
    if (known.state !== "open") return known.until === null ? null : say("answers.again", next(known, now));
    return known.until === null || distant(known, now) ? say("answers") : say("answers.until", next(known, now));
  };
  const headline = (channel, now) => {
    const known = found(channel, now);
    const named = { channel: word(channel.title) };
    if (channel.manner === "desk") return say("takes", named);
    if (channel.manner === "write") return say("write", named);
    if (known.always) return say("now.always", named);
    const when = { ...named, ...next(known, now) };
    if (known.state === "open") return say(known.until === null || distant(known, now) ? "now" : "now.until", when);
    return known.until === null ? say("none", named) : say("later", when);
  };

  /* How soon a channel helps this reader: now, by a request that is taken now, by a letter, later; 9 for nobody knows.
     What answers in a language that the reader may not have, or only some customers, comes after what helps all. */
  const rank = (channel, now) => {
    const known = found(channel, now);
    const base = { desk: 1, write: 2, talk: known ? (known.state === "open" ? 0 : 3) : 9 }[channel.manner] ?? 9;
    if (base > 2) return base;
    return channel.far === 2 ? Math.max(base, 2.5) : channel.narrow && !base ? 1.5 : base;
  };
  const ordered = (now) =>
    data.channels
      .map((channel, index) => {
        const place = rank(channel, now);
        return [place, channel.far, channel.narrow, place < 3 ? 0 : found(channel, now)?.until ?? Infinity, index];
      })
      .sort((one, other) => {
        const first = one.findIndex((value, index) => value !== other[index]);
        return one[first] < other[first] ? -1 : 1;
      })
      .map((key) => data.channels[key[4]]);
  const soon = (channel, now) => channel.href && rank(channel, now) < 3;
  /* The channel to speak of: the one that helps now where people talk, else the first that will. */
  const spoken = (all, now) => {
    const talks = all.filter((channel) => channel.manner === "talk" && found(channel, now));
    return talks.find((channel) => rank(channel, now) < 1) || talks.find((one) => !one.narrow && one.far < 2) || talks[0];
  };

  /* -- on the page -- */

  /* Only what has changed is written anew: nobody is read to, or loses a selection, each minute. */
  const show = (place, nodes, css = "") => {
    const draft = element("div", "", ...nodes);
    if (place.innerHTML !== draft.innerHTML) place.replaceChildren(...draft.childNodes);
    if (place.className !== css) place.className = css;
    place.hidden = !nodes.length;
  };
  const link = (channel, css) => {
    const made = element("a", css, word(channel.label));
    made.href = channel.href;
    return made;
  };
  const mark = (told) => (told ? element("span", `hg-state hg-state-${told[0]}`, told[1]) : "");

  const badges = (now) => {
    for (const place of document.querySelectorAll("[data-hg-state]")) {
      const channel = data.channels.find((one) => one.id === place.dataset.hgState);
      show(place, channel ? [mark(badge(channel, now)), note(channel, now)].filter(Boolean) : [], "hg-live");
    }
  };

  const bar = (now) => {
    const place = document.querySelector("[data-hg-bar] p");
    if (!place) return;
    const all = ordered(now);
    const talk = spoken(all, now);
    const help = all.find((channel) => soon(channel, now));
    const nodes = [];
    if (talk) nodes.push(element("b", "", word(talk.title)), mark(badge(talk, now)));
    if (help && help !== talk) nodes.push(element("span", "hg-wide", headline(help, now)));
    if (help && nodes.length) nodes.push(link(help));
    const usual = place.querySelector(".hg-usual");
    const live = place.querySelector(".hg-live") || element("span", "hg-live");
    if (!live.parentNode) place.append(live);
    show(live, nodes, "hg-live");
    usual.classList.toggle("hg-paper", nodes.length > 0);
  };

  const hour = (now) => {
    const zone = data.zone;
    const here = wall(now);
    const there = wall(now, zone);
    const reader = moment(dated(here), clock(here));
    if (alike(here, there)) return say("clock", { moment: reader, city: data.cities[zone] });
    const service = here.number === there.number ? clock(there) : moment(data.weekdays[there.weekday], clock(there));
    return say("clock.both", { reader, service, city: data.cities[zone] });
  };

  const answer = (now) => {
    const place = document.querySelector("[data-hg-answer]");
    if (!place) return;
    const all = ordered(now);
    const talk = spoken(all, now);
    const help = all.filter((channel) => soon(channel, now));
    const first = talk || help[0];
    if (!first) return show(place, [], place.className);
    const told = [mark(brief(first, now)), element("span", "hg-muted", hour(now))];
    const heading = element("h2", "", headline(first, now));
    heading.id = "hg-answer";
    place.setAttribute("aria-labelledby", heading.id);
    const nodes = [element("p", "hg-now", ...told), heading];
    const more = first === help[0] ? note(first, now) : help[0] && headline(help[0], now);
    if (more) nodes.push(element("p", "", more));
    const second = first === help[0] && help.find((channel) => channel !== first && rank(channel, now) < 2);
    const ways = [help[0] && link(help[0], "hg-btn"), second && link(second, "hg-btn hg-btn-quiet")].filter(Boolean);
    if (ways.length) nodes.push(element("p", "hg-btns", ...ways));
    show(place, nodes, place.className);
  };

  const clocksShown = (now) => {
    for (const place of document.querySelectorAll("[data-hg-clock]")) show(place, [hour(now)], place.className);
  };

  const nextOff = (now) => {
    const { year, month, day } = wall(now, data.zone);
    const today = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
    for (const place of document.querySelectorAll("[data-hg-off]")) {
      const off = data.off.find((one) => one[0] > today);
      if (!off) return show(place, []);
      const start = Date.parse(`${off[0]}T00:00Z`) / MINUTE;
      const date = element("time", "", dated(wall(start, "UTC")));
      date.dateTime = off[0];
      show(place, [say("off", { date, name: word(off[2]) })]);
    }
  };

  /* Once, before the reader is there: the channels in the order in which they help now. */
  const sort = (now) => {
    const places = [...document.querySelectorAll("[data-hg-channel]")];
    if (location.hash || places.some((place) => place.contains(document.activeElement))) return;
    const order = ordered(now).map((channel) => channel.id);
    const wanted = [...places].sort(
      (one, other) => order.indexOf(one.dataset.hgChannel) - order.indexOf(other.dataset.hgChannel),
    );
    const seats = places.map((place) => place.parentNode.insertBefore(document.createComment(""), place));
    seats.forEach((seat, index) => seat.replaceWith(wanted[index]));
  };

  const within = (now) => Object.values(data.hours).some((table) => state(table, now * MINUTE));
  let timer;
  const refresh = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, MINUTE - (Date.now() % MINUTE) + 20);
    if (document.hidden) return;
    const now = Math.floor(Date.now() / MINUTE);
    if (!within(now)) return clear();
    [badges, bar, answer, clocksShown, nextOff].forEach((part) => part(now));
  };
  /* Where the clock is out of the hours that are known, the page stands as it was written. */
  const clear = () => {
    const places = "[data-hg-state], [data-hg-answer], [data-hg-clock], [data-hg-bar] .hg-live";
    for (const place of document.querySelectorAll(places)) show(place, [], place.className);
    document.querySelector(".hg-usual")?.classList.remove("hg-paper");
  };

  fetch(source)
    .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
    .then((sent) => {
      data = sent;
      const now = Math.floor(Date.now() / MINUTE);
      /* A browser that does not know one of the zones stops here. */
      for (const zone of Object.keys(data.cities)) wall(now, zone);
      if (within(now)) sort(now);
      refresh();
      document.addEventListener("visibilitychange", refresh);
      window.addEventListener("pageshow", refresh);
    })
    .catch(() => {
      /* No hours, no badge: the usual hours stand in the page. */
    })
    .finally(() => (document.body.dataset.hgTold = ""));
})();
