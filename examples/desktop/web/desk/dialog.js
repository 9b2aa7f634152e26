// A modal dialog: the browser keeps the focus in it, gives it back afterwards,
// and Escape closes it.

import { attempt, control, idOf, told } from "./control.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { state, update } from "./state.js";
import { t } from "./words.js";

export const close = () => update({ dialog: null });

/** modal draws the dialog of d, which is what state.dialog is. */
export function modal({ d, key, title, body, buttons }) {
  const id = idOf(`dialog ${key}`);
  return h(
    "dialog",
    {
      class: "modal", key: `dialog ${key}`, "aria-labelledby": id, mounted: (el) => el.showModal(),
      // The event comes late: another dialog may be open by then.
      onclose: () => state.dialog === d && close(),
      onkeydown: enter, oninput: () => settle(d),
    },
    h("h2", { id }, title),
    body,
    h("div", { class: "buttons end" }, control({ key: `${key} cancel`, label: t("page.cancel"), press: close }), buttons),
  );
}

// What was refused is not what stands there now.
function settle(d) {
  if (!d.wrong) return;
  d.wrong = "";
  update({});
}

// Enter in a field is the button that does it, as in a form.
function enter(event) {
  const field = event.target.localName === "input" && event.target.type !== "radio";
  if (event.key === "Enter" && field) event.currentTarget.querySelector("button.primary:not([aria-disabled])")?.click();
}

/** submit does what a dialog is for, and closes it. What is refused at once is
 * said in the dialog; what takes longer is said on the page, for the dialog is
 * not to be in the way while a phone rings. Where the dialling policy wants to
 * be sure of a number, pressing once more is the agent's yes to that one, and to
 * no other that he has typed since. */
export async function submit(d, work, number = null) {
  d.wrong = "";
  const done = () => state.dialog === d && close();
  const slow = setTimeout(done, 400);
  const sure = number !== null && d.unsure === number ? { confirmed: true } : {};
  try {
    if (await attempt(() => work(sure), (refusal) => refused(d, refusal, number))) done();
  } finally {
    clearTimeout(slow);
  }
}

function refused(d, refusal, number) {
  const question = refusal.outcome === "confirm";
  // A question that comes late opens the dialog again: only there it can be answered.
  if (state.dialog !== d && (!question || state.dialog)) {
    told(refusal);
    return;
  }
  d.unsure = question ? number : null;
  d.wrong = refusal.rule ? `${refusal.message} (${refusal.rule})` : refusal.message;
  update({ dialog: d });
}

/** wrong is what submit was refused for. */
export const wrong = (d) => d.wrong && h("p", { class: "wrong", role: "alert" }, icon("warning"), d.wrong);
