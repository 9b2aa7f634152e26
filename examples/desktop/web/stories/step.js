// One step: what was done, what must be so after it, and by which rules.

import { h } from "/desk/dom.js";
import { language } from "/start/language.js";
import { t } from "./words.js";

export function step(s, texts) {
  const rules = [...new Set([...(s.refused?.rule ? [s.refused.rule] : []), ...s.asked.flatMap((a) => a.rules)])];
  return h("section", { "aria-labelledby": "act", "aria-live": "polite" },
    h("h2", { id: "act", lang: "en" }, s.act),
    s.refused && h("p", { class: "refused" }, h("strong", {}, t("refused")), s.refused.rule && ` ${s.refused.rule}`, ": ", s.refused.text),
    h("h3", {}, t("must")),
    s.asked.length === 0
      ? h("p", { class: "hint" }, t("nothing"))
      : h("ul", { class: "asked" }, s.asked.map((a) =>
          h("li", { key: a.line },
            h("span", { class: a.so ? "so" : "not-so", role: "img", "aria-label": t(a.so ? "so" : "not-so") }, a.so ? "✓" : "✗"),
            h("span", { lang: "en" }, a.text),
            h("span", { class: "ids" }, a.rules.map((id) => h("span", { class: "id" }, id)))))),
    s.told.map((n) => h("p", { class: "told" }, h("strong", {}, t("told", { to: n.to })), ": ", n.text, n.advice && ` ${n.advice}`)),
    rules.length > 0 && h("h3", {}, t("rules")),
    h("dl", { class: "rules" }, rules.map((id) => [
      h("dt", { key: id }, id),
      h("dd", { key: `${id} says` }, language() === "en" ? texts[id]?.says : texts[id]?.agent),
    ])));
}
