// What the page knows: the latest view, which is the server's, and the few
// things that are this tab's alone. Whoever changes something says so with
// update, and the page is drawn once for all changes of a moment.

export const state = {
  view: null, // the latest
  link: "connecting", // or "live", "lost"
  selected: sessionStorage.getItem("desk.selected") ?? "", // the interaction whose panes are shown
  tasksOpen: sessionStorage.getItem("desk.tasks") === "open",
  page: 0, // of the popover's cards
  dialog: null, // the dialog that is open: {kind, …}
  messages: [], // what came of what was pressed: {id, text, rule, tone}
  fatal: "", // why there is no desk here
};

let painter = () => {};
let due = false;

export const onChange = (paint) => (painter = paint);

/** update puts the changes in and has the page drawn. */
export function update(changes) {
  if ("selected" in changes) sessionStorage.setItem("desk.selected", changes.selected); // for when the page is reloaded
  Object.assign(state, changes);
  if (due) return;
  due = true;
  // Not requestAnimationFrame: a desk in a background tab is kept current too.
  queueMicrotask(() => {
    due = false;
    painter();
  });
}

/** take makes a view the page's. */
export function take(view) {
  const before = state.view;
  const mine = view.interactions.filter((i) => !isOffer(i));
  const has = (id) => mine.some((i) => i.id === id);
  const had = (id) => before?.interactions.some((i) => i.id === id && !isOffer(i));
  // A call that has just begun is what to look at, unless the agent is wrapping
  // another interaction up; a chat or an email takes nobody away from anything.
  const begun = mine.find((i) => !had(i.id));
  const busy = mine.find((i) => i.id === state.selected)?.wrapUp;
  let selected = has(state.selected) ? state.selected : (mine[0]?.id ?? "");
  if (begun && before && !busy && !digital(begun)) selected = begun.id;
  update({ view, selected });
}

/** Written contacts have nothing that is a call's. */
export const digital = (interaction) => ["chat", "email", "social"].includes(interaction.kind);

/** An offer is shown as a card and not as panes. */
export const isOffer = (interaction) =>
  interaction.panes.length > 0 && interaction.panes.every((pane) => pane.offer);

/** say shows a message until it is closed; the latest three are enough. */
let messages = 0;
export function say(text, { rule = "", tone = "error" } = {}) {
  if (!text) return;
  const kept = state.messages.filter((m) => m.text !== text).slice(-2);
  update({ messages: [...kept, { id: ++messages, text, rule, tone }] });
}

export const unsay = (id) => update({ messages: state.messages.filter((m) => m.id !== id) });
