// The wrap-up dialog. It is not modal: meanwhile the agent chooses his next
// state, corrects a variable, or turns to another interaction.

import { inOrder, post } from "./api.js";
import { timer } from "./clock.js";
import { attempt, control, idOf } from "./control.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { update } from "./state.js";
import { t } from "./words.js";

const sought = new Map(); // interaction -> what is in its search field

export function wrapUp(i) {
  const w = i.wrapUp;
  if (!w) return null;
  const title = idOf(`wrap-up ${i.id}`);
  const ask = (verb, body) => inOrder(i.id, () => post(`/calls/${encodeURIComponent(i.id)}/wrap-up/${verb}`, body));
  const consult = w.phase === "for-consult";
  return h(
    "dialog",
    { class: "wrap-up", key: "wrap-up", open: true, "aria-labelledby": title, mounted: focusSearch },
    h(
      "header",
      null,
      h("h3", { id: title }, icon("check"), t(consult ? "wrap-up.consult" : "wrap-up.title")),
      h("span", { class: "chip" }, t(`wrap-up-phase.${w.phase}`)),
      w.since && labelled(t("wrap-up.time"), timer({ since: w.since, label: t("wrap-up.time") })),
      w.ends && labelled(t("wrap-up.ends"), timer({ until: w.ends, label: t("wrap-up.ends"), className: "down" })),
    ),
    search(i),
    reasons(i, w, ask),
    h(
      "div",
      { class: "buttons" },
      control({ key: `${i.id} submit`, label: t("wrap-up-action.submit"), glyph: "check", look: "primary", may: w.submit, press: () => ask("submit") }),
      w.ends && control({ key: `${i.id} stop`, label: t("wrap-up-action.cancel-countdown"), glyph: "cross", may: w.cancelCountdown, press: () => ask("cancel-countdown") }),
      consult && control({ key: `${i.id} dismiss`, label: t("wrap-up-action.dismiss"), glyph: "cross", look: "quiet", press: () => ask("dismiss") }),
    ),
  );
}

// The dialog takes the focus when it opens, but not out of a field that is
// being typed into.
function focusSearch(dialog) {
  const at = document.activeElement;
  if (!at || at === document.body || at.localName === "button") queueMicrotask(() => dialog.querySelector("input")?.focus());
}

function search(i) {
  const id = idOf(`wrap-up search ${i.id}`);
  return h(
    "p",
    { class: "search" },
    h("label", { for: id }, icon("search"), t("dialog.search")),
    h("input", {
      id, type: "search", value: sought.get(i.id) ?? "", autocomplete: "off",
      oninput: (event) => {
        sought.set(i.id, event.target.value);
        update({});
      },
    }),
  );
}

// Letters with and without their accents are the same to who searches.
const plain = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function reasons(i, w, ask) {
  const wish = plain(sought.get(i.id) ?? "");
  const found = w.reasons.filter((r) => plain(r.label).includes(wish));
  const group = idOf(`wrap-up reasons ${i.id}`);
  return h(
    "fieldset",
    { class: "rows" },
    h("legend", null, t("wrap-up.reason")),
    found.map((r) =>
      h(
        "label",
        { key: r.code, class: "row" },
        h("input", {
          type: "radio", name: group, value: r.code, checked: r.code === w.chosen,
          onchange: () => attempt(() => ask("choose", { reason: r.code })),
        }),
        h("span", null, r.label),
      ),
    ),
    !found.length && h("p", { class: "empty" }, t("dialog.nothing-found")),
  );
}

const labelled = (text, of) => h("span", { class: "labelled" }, h("span", { class: "small" }, text), of);
