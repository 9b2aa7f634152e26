// Everybody's desktop after a step, as far as the rules are seen on it.

import { h } from "/desk/dom.js";
import { t } from "./words.js";

export function desks(s, before) {
  const was = Object.fromEntries((before?.desks ?? []).map((d) => [d.agent, JSON.stringify(d)]));
  return h("section", { class: "after", "aria-labelledby": "after" },
    h("h2", { id: "after" }, t("desks")),
    line("talk", (s.talk ?? []).map((set) => set.join(" ↔ "))),
    line("on-hold", s.onHold ?? []),
    line("waits", s.waiting.map((w) => (w.queue ? `${w.name} (${w.queue})` : w.name))),
    h("div", { class: "storydesks" }, s.desks.map((d) => desk(d, before && was[d.agent] !== JSON.stringify(d)))));
}

const line = (key, names) => names.length > 0 && h("p", { key }, h("strong", {}, t(key)), ": ", names.join("; "));

function desk(d, changed) {
  return h("div", { key: d.agent, class: changed ? "desk changed" : "desk", role: "group", "aria-label": d.agent },
    h("h3", {}, d.agent, h("span", { class: "mark" }, d.text), changed && h("span", { class: "mark new" }, t("changed"))),
    d.contacts.length === 0 && h("p", { class: "hint" }, t("empty")),
    d.contacts.map(contact));
}

function contact(c) {
  return h("div", { key: c.name, class: "contact" },
    h("p", { class: "hint" }, `${c.kind}: ${c.name}`),
    h("ul", { class: "panes" },
      c.panes.map((p) =>
        h("li", {}, h("strong", {}, p.name), " ", p.status, p.card && ` (${t("card")})`,
          p.recording && h("span", { class: "mark" }, p.recording),
          (p.also ?? []).map((a) => h("span", { class: "mark" }, a)))),
      c.wrapUp && h("li", {}, h("strong", {}, t("wrap-up")), " ", c.wrapUp)),
    c.may.length > 0 && h("p", {}, h("span", { class: "hint" }, t("may"), ": "), c.may.map((a) => h("span", { class: "can" }, a))),
    c.mayNot.length > 0 && h("details", { key: "not" },
      h("summary", {}, t("may-not"), ": ", c.mayNot.length),
      h("ul", { class: "cannot" }, c.mayNot.map((d) => h("li", {}, h("span", { class: "id" }, d.rule), " ", d.text)))));
}
