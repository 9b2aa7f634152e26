// What the agent is told. Notices are the server's until they are acknowledged:
// a page that was away shows those that it missed.

import { post } from "./api.js";
import { now } from "./clock.js";
import { attempt, control, idOf } from "./control.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { state, update } from "./state.js";
import { language, pair, t } from "./words.js";

// What goes wrong, or wants something of the agent, stands out.
const grave = ["Consult failed", "Operation failed", "Operation unknown", "Transfer declined", "Not reached", "Phone not answered", "Recording not resumed", "Recording not started", "RONA"];
const asks = ["Edit replaced", "Transfer asked", "Late answer", "Consult left", "Held on the phone"];

const put = new Set(); // those that were put away one by one

// A server that has begun anew counts from one again.
const keyOf = (n) => `${n.number} ${n.at}`;

export function notices(view) {
  const shown = view.notices.filter((n) => !put.has(keyOf(n))).reverse();
  const missed = gap(view.notices);
  const title = idOf("notices");
  return h(
    "aside",
    { class: "notices", "aria-labelledby": title },
    h(
      "header",
      null,
      h("h2", { id: title }, icon("info"), t("page.notices"), h("span", { class: "count" }, String(shown.length))),
      shown.length > 1 && control({ key: "acknowledge all", label: t("page.acknowledge-all"), glyph: "check", look: "quiet", press: () => acknowledge(view.notices.at(-1).number) }),
    ),
    h("ol", { class: "list" }, shown.map((n) => notice(view, n))),
    missed > 0 && h("p", { class: "small" }, t("page.missed", { n: missed })),
    !shown.length && h("p", { class: "empty" }, t("page.none")),
  );
}

// Numbers are without gaps: one says that more had come than are kept.
function gap(all) {
  let missed = 0;
  for (let n = 1; n < all.length; n++) missed += all[n].number - all[n - 1].number - 1;
  return missed;
}

function notice(view, n) {
  const tone = grave.includes(n.kind) ? "grave" : asks.includes(n.kind) ? "asks" : "calm";
  const about = view.interactions.find((i) => i.id === n.interaction)?.name ?? n.interaction;
  return h(
    "li",
    { key: keyOf(n), class: `notice ${tone}` },
    icon(tone === "calm" ? "info" : "warning"),
    h(
      "div",
      null,
      h("p", null, n.conflict ? t("notice.edit-replaced", { variable: n.conflict.label || n.conflict.variable, by: saver(n.conflict) }) : (n.text ?? n.kind)),
      n.conflict && !n.conflict.secure && values(n.conflict),
      n.advice && h("p", { class: "advice" }, n.advice),
      h("p", { class: "small" }, about, " · ", h("time", { datetime: n.at }, clock(n.at))),
    ),
    h("button", { type: "button", class: "quiet small-button", "aria-label": pair(t("page.acknowledge"), n.text ?? n.kind), onclick: () => putAway(view, n) }, icon("cross")),
  );
}

// Another agent's save has won: both values, side by side (CAD-7).
function values(c) {
  return h(
    "dl",
    { class: "conflict" },
    h("dt", null, t("page.mine")), h("dd", { class: "mine" }, c.mine || "–"),
    h("dt", null, t("page.theirs", { by: saver(c) })), h("dd", { class: "theirs" }, c.theirs || "–"),
    h("dt", null, t("page.base")), h("dd", null, c.base || "–"),
  );
}

const saver = (c) => (c.by === "system" ? t("sentence.system") : c.person || c.by);

const clock = (at) => new Intl.DateTimeFormat(language(), { timeStyle: "short" }).format(new Date(at));

const acknowledge = (upTo) => post("/notices/acknowledge", { upTo });

// The server takes the last one that was seen; so one in the middle is put away
// here, until all before it are.
function putAway(view, n) {
  put.add(keyOf(n));
  update({});
  let upTo = 0;
  for (const one of view.notices) {
    if (!put.has(keyOf(one))) break;
    upTo = one.number;
  }
  if (upTo) attempt(() => acknowledge(upTo));
}

/** news is what to read out after a change: the notices of the last minute and
 * the offers that were not there before; nothing when the page has just opened. */
export function news(before, view) {
  if (!before) return "";
  const known = new Set(before.notices.map(keyOf));
  const told = view.notices.filter((n) => !known.has(keyOf(n)) && Date.parse(n.at) > now() - 60_000).map((n) => [n.text ?? n.kind, n.advice].filter(Boolean).join(" "));
  const had = new Set(before.cards.map((c) => `${c.interaction} ${c.stage}`));
  const offers = view.cards.filter((c) => !had.has(`${c.interaction} ${c.stage}`)).map((c) => pair(t(`contact.${c.kind}`), t(`stage.${c.stage}`)));
  return [...offers, ...told].join(". ");
}
