// The task list: every interaction that the agent has, to go from one to the
// other. While it is open the cards are in it; while it is collapsed they are
// the popover at the bottom right.

import { timer } from "./clock.js";
import { h } from "./dom.js";
import { contactIcon, icon } from "./icons.js";
import { popover } from "./popover.js";
import { isOffer, state, update } from "./state.js";
import { t, word } from "./words.js";

export function tasks(view) {
  const open = state.tasksOpen;
  const mine = view.interactions.filter((i) => !isOffer(i));
  return h(
    "nav",
    { class: `tasks ${open ? "open" : "collapsed"}`, "aria-label": t("desktop.tasks") },
    h(
      "button",
      { type: "button", class: "toggle quiet", "aria-expanded": String(open), title: t(open ? "page.collapse" : "page.expand"), onclick: toggle },
      icon("list"),
      h("span", { class: open ? "" : "unseen" }, t("desktop.tasks")),
      h("span", { class: "count" }, String(mine.length)),
    ),
    open && popover(view),
    h("ul", null, mine.map(task)),
    open && !mine.length && !view.cards.length && h("p", { class: "empty" }, t("page.tasks-none")),
  );
}

function toggle() {
  const tasksOpen = !state.tasksOpen;
  sessionStorage.setItem("desk.tasks", tasksOpen ? "open" : "collapsed");
  update({ tasksOpen });
}

function task(i) {
  const pane = i.panes.at(-1);
  const status = pane ? word("status", pane.status) : t("wrap-up.title");
  return h(
    "li",
    { key: i.id, class: "task" },
    h(
      "button",
      { type: "button", "aria-current": i.id === state.selected ? "true" : null, onclick: () => update({ selected: i.id }) },
      icon(contactIcon(i.kind)),
      h("span", { class: "task-name" }, i.name),
      h("span", { class: "unseen" }, `, ${t(`contact.${i.kind}`)}, `),
      h("span", { class: "task-status" }, status),
    ),
    timer({ since: pane?.since ?? i.wrapUp?.since, label: t("pane.timer") }),
  );
}
