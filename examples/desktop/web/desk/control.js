// A button that says why it cannot be pressed. One that is denied stays
// focusable, so that everybody can find out; what it says is its description,
// and is shown while it is pointed at or focused.

import { Refusal } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say, state, update } from "./state.js";
import { t } from "./words.js";

/** control draws a button. may is {allowed, text, rule} as the view has it. */
export function control({ key, label, glyph, may = { allowed: true }, press, look = "", pressed, name }) {
  const why = may.allowed ? null : [may.text ?? may.why ?? "", may.rule ? t("page.rule", { rule: may.rule }) : ""];
  const id = idOf(`why ${key}`);
  return h(
    "span",
    { class: "control", key },
    h(
      "button",
      {
        type: "button",
        class: look,
        "aria-label": name,
        "aria-disabled": why ? "true" : null,
        "aria-describedby": why ? id : null,
        "aria-pressed": pressed === undefined ? null : String(pressed),
        onclick: why ? () => say(why[0], { rule: may.rule, tone: "denied" }) : () => attempt(press),
      },
      glyph && icon(glyph),
      h("span", null, label),
    ),
    why && h("span", { id, class: "why", role: "tooltip", popover: "manual" }, h("span", null, why[0]), " ", h("span", { class: "rule" }, why[1])),
  );
}

/** attempt does what a button is for. What is refused is said to the agent, or
 * goes to whoever has a better place for it; it gives the answer, or null. */
export async function attempt(work, refused = told) {
  // What was said about the last press is over with the next one.
  update({ messages: state.messages.filter((m) => m.tone === "info") });
  try {
    const answer = (await work()) ?? {};
    if (answer.outcome === "pending") say(answer.text, { tone: "info" });
    return answer;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    refused(refusal);
    return null;
  }
}

/** told says on the page what was refused. */
export const told = (refusal) => say(refusal.message, { rule: refusal.rule });

/** idOf gives each name an id of its own: names hold what people have typed,
 * and a list of ids is split at spaces. */
const ids = new Map();
export function idOf(name) {
  if (!ids.has(name)) ids.set(name, `id-${ids.size + 1}`);
  return ids.get(name);
}

/** tips shows the reasons. It is called once, for the whole document. */
export function tips() {
  const of = (event) => event.target.closest?.(".control")?.querySelector(":scope > .why");
  let shown = null;
  const hide = () => {
    if (shown?.isConnected && shown.matches(":popover-open")) shown.hidePopover();
    shown = null;
  };
  const show = (event) => {
    const tip = of(event);
    if (tip === shown) return;
    hide();
    if (!tip) return;
    tip.showPopover();
    place(tip, tip.parentElement.getBoundingClientRect());
    shown = tip;
  };
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("scroll", hide, { capture: true, passive: true });
}

// Under the button, above it where there is no room, and never off the window.
function place(tip, button) {
  const { width, height } = tip.getBoundingClientRect();
  const below = button.bottom + 6;
  const top = below + height < innerHeight ? below : Math.max(6, button.top - height - 6);
  tip.style.top = `${top}px`;
  tip.style.left = `${Math.max(6, Math.min(button.left, innerWidth - width - 6))}px`;
}
