// What can be made to go wrong, to see what a desk makes of it.

import { h } from "/desk/dom.js";
import { path } from "./link.js";
import { t } from "./words.js";

export function trouble(scene, press) {
  const now = scene.trouble;
  const bring = (what) => press(path("phones", "trouble", what));
  const toggle = (what, on, does) =>
    h("li", { key: what }, h("label", {}, h("input", { type: "checkbox", checked: on, onchange: () => bring(does ?? what) }), " ", t(`trouble.${what}`)));
  const button = (what) => h("button", { key: what, type: "button", onclick: () => bring(what) }, t(`trouble.${what}`));
  return h("section", { "aria-labelledby": "trouble" },
    h("h2", { id: "trouble" }, t("trouble")),
    h("p", { class: "hint" }, t("trouble-hint")),
    h("ul", { class: "toggles" },
      toggle("save", now.save), toggle("fetch", now.fetch), toggle("lists", now.lists),
      toggle("slow", now.slow, now.slow ? "quick" : "slow"),
      toggle("down", now.down, now.down ? "up" : "down")),
    now.slow && h("p", {}, t("waiting", { n: now.waiting })),
    h("div", { class: "acts" },
      now.waiting > 0 && [button("next"), button("refuse"), button("forget")],
      button("reject-next"), button("heal")));
}
