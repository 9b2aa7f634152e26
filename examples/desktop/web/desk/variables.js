// The variables of an interaction. What is typed is the agent's draft, kept by
// the server, until Save; what has not reached the server yet is kept here.

import { inOrder, post, Refusal } from "./api.js";
import { control, idOf } from "./control.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say, state, update } from "./state.js";
import { t, word } from "./words.js";

const typed = new Map(); // "interaction name" -> {text, revision, due, sending, sent, refusal}
const pause = 300; // milliseconds without a key, and a draft is sent

const keyOf = (i, v) => `${i.id}\n${v.name}`;
const ask = (i, verb, body) => post(`/calls/${encodeURIComponent(i.id)}/variables/${verb}`, body);
const edit = (i, verb) => inOrder(i.id, () => ask(i, verb));

export function variables(i) {
  if (!i.variables?.length) return null;
  const title = idOf(`variables ${i.id}`);
  const edited = i.variables.some((v) => v.edited || entry(i, v));
  // In an EP-DN consult the consulted agent sees changes only when he asks (CON-21).
  const stale = i.actions.some((a) => a.action === "Edit Variables" && a.rule === "CON-21");
  const nothing = { allowed: edited, text: t("page.nothing-edited"), rule: "CAD-6" };
  return h(
    "section",
    { class: "variables", key: "variables", "aria-labelledby": title },
    h("h3", { id: title }, t("variable.title")),
    h("div", { class: "grid" }, i.variables.map((v) => variable(i, v))),
    h(
      "div",
      { class: "buttons" },
      control({ key: `${i.id} save`, label: t("variable.save"), glyph: "check", look: "primary", may: nothing, press: () => save(i) }),
      control({ key: `${i.id} revert`, label: t("variable.revert"), glyph: "cross", may: nothing, press: () => revert(i) }),
      stale && control({ key: `${i.id} refresh`, label: t("page.refresh-values"), glyph: "refresh", look: "quiet", press: () => edit(i, "refresh") }),
    ),
  );
}

// entry is what was typed and is not in the view yet.
function entry(i, v) {
  const e = typed.get(keyOf(i, v));
  if (!e) return null;
  if (e.revision !== v.revision && v.by !== state.view.agent.id) {
    // Another save was first, before this entry had reached the server (CAD-7).
    clearTimeout(e.due);
    typed.delete(keyOf(i, v));
    const shown = v.secure ? {} : { saved: v.saved, entry: e.text };
    queueMicrotask(() => say(t("notice.edit-replaced", { variable: v.label, by: v.person || v.by, ...shown }), { rule: "CAD-7", tone: "info" }));
    return null;
  }
  const arrived = v.value === e.text || v.secure || state.view.version > e.sent;
  if (!e.due && !e.sending && !e.refusal && arrived) {
    typed.delete(keyOf(i, v));
    return null;
  }
  return e;
}

function variable(i, v) {
  const e = entry(i, v);
  const id = idOf(`variable ${i.id} ${v.name}`);
  const why = idOf(`why variable ${i.id} ${v.name}`);
  const note = idOf(`note variable ${i.id} ${v.name}`);
  return h(
    "div",
    { class: `variable ${v.edited || e ? "edited" : ""}`, key: v.name },
    h("label", { for: id }, v.secure && icon("lock"), v.label, v.secure && h("span", { class: "unseen" }, ` (${t("variable.secure")})`)),
    h("span", { class: "control" }, field(i, v, e, { id, note, why }), !v.editable && reason(why, v)),
    h("div", { class: v.secure ? "tools below" : "tools" }, secret(i, v), copy(i, v)),
    h(
      "p",
      { class: "small note", id: note },
      e?.refusal
        ? h("span", { class: "wrong" }, icon("warning"), e.refusal)
        : v.edited || e
          ? h("span", { class: "chip" }, icon("info"), t("variable.edited"))
          : v.by && t("page.changed-by", { by: v.by === "system" ? t("sentence.system") : v.person || v.by }),
      " ",
      h("span", { class: "kind" }, word("type", v.type)),
    ),
  );
}

const reason = (id, v) =>
  h("span", { id, class: "why", role: "tooltip", popover: "manual" }, h("span", null, v.text ?? v.why ?? ""), " ", h("span", { class: "rule" }, v.rule ? t("page.rule", { rule: v.rule }) : ""));

function field(i, v, e, { id, note, why }) {
  const masked = v.secure && v.visibility !== "fetched" && !v.edited;
  return h("input", {
    id, type: "text", value: e ? e.text : v.value, class: masked ? "masked" : "",
    inputmode: { Integer: "numeric", Decimal: "decimal" }[v.type] ?? null,
    autocomplete: "off", spellcheck: "false",
    readonly: !v.editable, "aria-invalid": e?.refusal ? "true" : null,
    "aria-describedby": v.editable ? note : `${why} ${note}`,
    // Asterisks are not a value: who types over them replaces them all.
    onfocus: masked && v.editable ? (event) => event.target.select() : null,
    oninput: (event) => type(i, v, event.target.value),
    onblur: () => flush(i, v.name),
  });
}

function secret(i, v) {
  if (!v.secure || v.visibility === "fetched") return null;
  if (v.visibility === "fetching") return h("span", { class: "small", role: "status" }, icon("refresh", "turning"), word("visibility", v.visibility));
  const failed = v.visibility === "failed";
  const label = t(failed ? "variable.retry" : "variable.fetch");
  return control({
    key: `${keyOf(i, v)} fetch`, label, name: `${label} ${v.label}`, glyph: failed ? "refresh" : "lock", look: failed ? "warn" : "quiet",
    press: () => ask(i, "fetch", { name: v.name }),
  });
}

function copy(i, v) {
  return control({
    key: `${keyOf(i, v)} copy`, label: t("variable.copy"), name: `${t("variable.copy")} ${v.label}`, glyph: "copy", look: "quiet",
    may: { allowed: v.copyable, text: t("rule.CAD-10"), rule: "CAD-10" },
    press: async () => {
      try {
        await navigator.clipboard.writeText(v.value);
        say(t("page.copied", { label: v.label }), { tone: "info" });
      } catch {
        say(t("page.not-copied"));
      }
    },
  });
}

function type(i, v, text) {
  const e = typed.get(keyOf(i, v)) ?? { revision: v.revision };
  clearTimeout(e.due);
  Object.assign(e, { text, refusal: "", due: setTimeout(() => flush(i, v.name), pause) });
  typed.set(keyOf(i, v), e);
  update({});
}

// flush sends what was typed into a field; true when the server has it.
async function flush(i, name) {
  const key = keyOf(i, { name });
  const e = typed.get(key);
  if (!e) return true;
  if (!e.due) return e.sending ?? !e.refusal;
  clearTimeout(e.due);
  e.due = null;
  let text = e.text;
  const sending = inOrder(i.id, () => {
    text = e.text;
    // What was taken back while it waited is not sent.
    return typed.get(key) === e && ask(i, "type", { name, value: text });
  })
    .then(() => {
      e.sent = state.view.version;
      return true;
    })
    .catch((refusal) => {
      if (!(refusal instanceof Refusal)) throw refusal;
      if (e.text === text) e.refusal = refusal.rule ? `${refusal.message} (${refusal.rule})` : refusal.message;
      return false;
    })
    .finally(() => {
      if (e.sending === sending) e.sending = null;
      update({});
    });
  e.sending = sending;
  return sending;
}

// A page that is left or reloaded takes with it what it has not sent.
addEventListener("pagehide", () => {
  for (const key of typed.keys()) {
    const [id, name] = key.split("\n");
    flush({ id }, name);
  }
});

// save takes its place at once, behind what was typed and before what is pressed
// next, such as Submit.
function save(i) {
  const sent = Promise.all(i.variables.map((v) => again(i, v)));
  return inOrder(i.id, async () => {
    const bad = (await sent).indexOf(false);
    if (bad < 0) return ask(i, "save");
    document.getElementById(idOf(`variable ${i.id} ${i.variables[bad].name}`))?.focus();
  });
}

// again sends what was refused or could not be sent once more: a server that
// was away may be back.
function again(i, v) {
  const e = typed.get(keyOf(i, v));
  if (e?.refusal) Object.assign(e, { refusal: "", due: setTimeout(() => {}, 0) });
  return flush(i, v.name);
}

async function revert(i) {
  for (const v of i.variables) {
    clearTimeout(typed.get(keyOf(i, v))?.due);
    typed.delete(keyOf(i, v));
  }
  update({});
  await edit(i, "revert");
}
