// The consult and transfer dialogs: whom to, by four tabs. The lists are the
// server's, as are search and what each action may be given (CON-3 to CON-7,
// TRF-10). Choosing a target does nothing yet; the request does (CON-8).

import { act, get, post } from "./api.js";
import { control, idOf } from "./control.js";
import { modal, submit, wrong } from "./dialog.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { enter, may as mayDial, newField, numberField } from "./number.js";
import { update } from "./state.js";
import { pair, t } from "./words.js";

// The tabs, each with its lists.
const tabs = [
  { name: "agent", label: "dialog.agent", lists: ["agents"] },
  { name: "queue", label: "dialog.queue", lists: ["queues", "entry-points"] },
  { name: "number", label: "dialog.dial-number", lists: ["ep-dns", "numbers"] },
  { name: "organization", label: "dialog.organization", lists: ["organization"] },
];
const headings = { queues: "dialog.queue", "entry-points": "dialog.entry-points", "ep-dns": "target.ep-dn", numbers: "dialog.address-book" };
const pause = 200; // milliseconds without a key, and it is searched

/** targets draws the dialog that state.dialog asks for. */
export function targets(d) {
  d.tab ??= begin(d);
  const key = `${d.action} ${d.call}`;
  const consult = d.action === "Consult";
  return modal({
    d,
    key,
    title: t(consult ? "dialog.consult" : "dialog.transfer"),
    body: [
      !consult && h("p", { class: "small" }, t("dialog.blind-transfer")),
      h("div", { class: "tabs", role: "tablist", onkeydown: (event) => arrows(d, event) }, tabs.map((tab) => tabButton(d, tab))),
      panel(d, key),
      wrong(d),
    ],
    buttons: control({ key: `${key} go`, label: t(consult ? "action.consult" : "action.transfer"), glyph: consult ? "people" : "transfer", look: "primary", may: may(d), press: () => go(d) }),
  });
}

function begin(d) {
  d.rows = {};
  d.search = "";
  d.field = newField(d.action.toLowerCase());
  queueMicrotask(() => open(d, "agent"));
  return "agent";
}

function open(d, tab) {
  Object.assign(d, { tab, to: null, search: "", wrong: "", rows: {} });
  update({});
  fetchLists(d);
}

async function fetchLists(d) {
  const asking = (d.asking = {}); // another one makes this one stale
  for (const list of tabs.find((tab) => tab.name === d.tab).lists) {
    const answer = await get("/targets", { list, action: d.action.toLowerCase(), call: d.call, search: d.search }).catch((refusal) => ({ rows: [], wrong: refusal.message }));
    if (d.asking !== asking) return;
    d.rows[list] = answer.rows;
    d.wrong = answer.wrong ?? "";
    update({});
  }
}

function tabButton(d, tab) {
  const on = d.tab === tab.name;
  return h(
    "button",
    {
      type: "button", role: "tab", key: tab.name, id: idOf(`tab ${tab.name}`), "aria-selected": String(on),
      "aria-controls": idOf("tab panel"), tabindex: on ? 0 : -1, onclick: () => open(d, tab.name),
    },
    t(tab.label),
  );
}

// The arrow keys go from tab to tab, as everywhere.
function arrows(d, event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const next = tabs[(tabs.findIndex((tab) => tab.name === d.tab) + by + tabs.length) % tabs.length];
  open(d, next.name);
  queueMicrotask(() => document.getElementById(idOf(`tab ${next.name}`))?.focus());
}

function panel(d, key) {
  const { lists } = tabs.find((tab) => tab.name === d.tab);
  const search = idOf("target search");
  return h(
    "div",
    { class: "panel", role: "tabpanel", id: idOf("tab panel"), "aria-labelledby": idOf(`tab ${d.tab}`) },
    d.tab === "number" && numberField(d.field, key),
    h(
      "p",
      { class: "search" },
      h("label", { for: search }, icon("search"), t("dialog.search")),
      h("input", { id: search, type: "search", value: d.search, maxlength: 256, autocomplete: "off", oninput: (event) => seek(d, event.target.value) }),
      control({ key: "refresh", label: t("dialog.refresh"), glyph: "refresh", look: "quiet", press: () => refresh(d) }),
    ),
    h("div", { class: "lists" }, lists.map((list) => rows(d, list))),
  );
}

function seek(d, search) {
  d.search = search;
  clearTimeout(d.due);
  d.due = setTimeout(() => fetchLists(d), pause);
  update({});
}

async function refresh(d) {
  const failed = await post("/targets/refresh").then(() => "", (refusal) => refusal.message);
  await fetchLists(d);
  if (failed) d.wrong = failed;
  update({});
}

function rows(d, list) {
  const all = d.rows[list];
  return h(
    "fieldset",
    { class: "rows", key: list },
    h("legend", null, t(headings[list] ?? tabs.find((tab) => tab.name === d.tab).label)),
    all ? all.map((row) => choice(d, list, row)) : h("p", { class: "empty" }, t("page.loading")),
    all && !all.length && h("p", { class: "empty", role: "status" }, t("dialog.nothing-found")),
  );
}

function choice(d, list, row) {
  const name = row.name ?? [row.firstName, row.lastName].filter(Boolean).join(" ");
  const more = [row.team, row.title, row.department, row.number, row.text ?? (row.presence && pair(t("page.presence"), row.presence))];
  return h(
    "label",
    { class: "row", key: `${row.to.kind} ${row.to.address}` },
    h("input", {
      type: "radio", name: idOf("target"), checked: same(d.to, row.to), onchange: () => {
        d.to = row.to;
        // What is picked from a book of numbers stands in the field as well.
        if (d.tab === "number") enter(d.field, row.number ?? row.to.address);
        update({});
      },
    }),
    h("span", { class: "row-name" }, name),
    h("span", { class: "row-more" }, more.filter(Boolean).join(" · ")),
  );
}

const same = (a, b) => a?.kind === b.kind && a?.address === b.address;

function may(d) {
  if (d.tab === "number") return mayDial(d.field);
  return d.to ? { allowed: true } : { allowed: false, text: t("page.choose") };
}

function go(d) {
  // A number is sent as it was typed: the server cleans it as it has shown.
  const to = d.tab === "number" ? { kind: "number", address: d.field.text } : d.to;
  return submit(d, (sure) => act(d.call, d.action, { to, ...sure }), to.address);
}
