// The number field: the server says what is left of what was typed or pasted,
// what it lost on the way, and why it cannot be dialled (DN-1 to DN-8). Nothing
// is rewritten behind the agent's back: what will be dialled is shown.

import { post } from "./api.js";
import { idOf } from "./control.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { update } from "./state.js";
import { pair, t } from "./words.js";

const pause = 150; // milliseconds without a key, and the number is judged

/** A field is {text, judged, due}; use is what for: dial, consult or transfer. */
export const newField = (use) => ({ use, text: "", judged: null, due: 0 });

/** may says whether the number can be used, as a control takes it. */
export function may(field) {
  const [first] = field.judged?.refusals ?? [];
  if (first) return { allowed: false, text: first.text, rule: first.rule };
  if (!field.text) return { allowed: false, text: t("dialog.number-hint"), rule: "DN-1" };
  return { allowed: true };
}

export function numberField(field, key) {
  const id = idOf(`number ${key}`);
  const said = idOf(`number said ${key}`);
  return h(
    "div",
    { class: "number", key: "number" },
    h("label", { for: id }, t("dialog.number")),
    h("input", {
      id, type: "tel", value: field.text, maxlength: 300, autocomplete: "off",
      "aria-describedby": said, "aria-invalid": field.judged?.refusals.length ? "true" : null,
      oninput: (event) => enter(field, event.target.value),
    }),
    h("div", { class: "said", id: said, "aria-live": "polite" }, field.text ? verdict(field.judged) : h("p", { class: "small" }, t("dialog.number-hint"))),
  );
}

export function enter(field, text) {
  field.text = text;
  clearTimeout(field.due);
  field.due = setTimeout(() => judge(field), pause);
  update({});
}

async function judge(field) {
  const text = field.text;
  if (!text) field.judged = null;
  else {
    const judged = await post("/number", { text, use: field.use }).catch((refusal) => ({ text: "", refusals: [{ text: refusal.message, rule: refusal.rule }] }));
    if (field.text !== text) return; // an answer to what is not there any more
    field.judged = judged;
  }
  update({});
}

function verdict(judged) {
  if (!judged) return null;
  const lines = [];
  if (judged.text) lines.push(h("p", null, pair(t(judged.refusals.length || judged.verdict === "deny" ? "page.left" : "page.dialled"), ""), h("strong", { class: "dialled" }, judged.text), judged.formatText && ` (${judged.formatText})`));
  if (judged.removed?.length) lines.push(h("p", { class: "removed" }, icon("info"), pair(t("page.removed"), ""), removed(judged.removed)));
  for (const r of judged.refusals) lines.push(h("p", { class: "wrong" }, icon("warning"), r.text, r.rule && h("span", { class: "rule" }, ` ${t("page.rule", { rule: r.rule })}`)));
  for (const w of judged.warnings ?? []) lines.push(h("p", { class: "small" }, icon("info"), w.text));
  if (judged.verdict === "confirm") lines.push(h("p", { class: "small" }, icon("info"), judged.verdictText));
  // Not disabled for that: the centre's own entry points are no concern of the policy's.
  if (judged.verdict === "deny") lines.push(h("p", { class: "wrong" }, icon("warning"), judged.verdictText));
  return lines;
}

// removed groups what went by what it was: "spaces (2), letters: abc".
function removed(list) {
  const sorts = new Map();
  for (const one of list) sorts.set(one.text, [...(sorts.get(one.text) ?? []), one.char]);
  return [...sorts].map(([text, chars], n) => [
    n > 0 && ", ",
    `${text} `,
    chars.some((c) => c.trim()) ? h("code", null, chars.join("")) : `(${chars.length})`,
  ]);
}
