// What came of what the agent pressed, where the view does not show it: a
// refusal with its rule, a server that cannot be reached. They stay until they
// are closed, or four newer ones have come; calm ones go by themselves.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { state, unsay } from "./state.js";
import { t } from "./words.js";

const calm = 6000; // milliseconds

export function messages() {
  return h(
    "section",
    { class: "messages", key: "messages", "aria-label": t("page.messages"), "aria-live": "assertive" },
    state.messages.map((m) =>
      h(
        "div",
        { class: `message ${m.tone}`, key: m.id, mounted: () => m.tone === "info" && setTimeout(() => unsay(m.id), calm) },
        icon(m.tone === "info" ? "info" : "warning"),
        h("p", null, m.text, m.rule && h("span", { class: "rule" }, ` ${t("page.rule", { rule: m.rule })}`)),
        h("button", { type: "button", class: "quiet small-button", "aria-label": t("page.close"), onclick: () => unsay(m.id) }, icon("cross")),
      ),
    ),
  );
}
