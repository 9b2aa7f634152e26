// The interaction control panes: one for each party, as the agent sees him, with
// status, timers, what is recorded, and every button there is. Which of them
// can be pressed, and why not, is the view's to say: no rule is known here.

import { act } from "./api.js";
import { timer } from "./clock.js";
import { control, idOf } from "./control.js";
import { h } from "./dom.js";
import { actionIcon, contactIcon, icon } from "./icons.js";
import { digital, isOffer, state, update } from "./state.js";
import { variables } from "./variables.js";
import { pair, t, word } from "./words.js";
import { wrapUp } from "./wrapup.js";

// The buttons by what they are about, in the order of a desk.
const groups = {
  customer: ["Hold", "Resume", "Consult", "Transfer", "Conference", "End"],
  recording: ["Pause Recording", "Resume Recording"],
  phone: ["Mute", "Unmute", "Send Digits"],
  consult: ["Hold Consult", "Resume Consult", "End Consult"],
  consulted: ["Accept Transfer", "Decline Transfer", "Exit Consult", "Exit Conference"],
  calling: ["Cancel"],
};

/** panes draws the selected interaction. */
export function panes(view) {
  const i = view.interactions.find((one) => one.id === state.selected && !isOffer(one));
  if (!i) return idle(view);
  const title = idOf(`interaction ${i.id}`);
  return h(
    "section",
    { class: "interaction", key: i.id, "aria-labelledby": title },
    h(
      "header",
      { class: "interaction-head" },
      h("h2", { id: title }, icon(contactIcon(i.kind)), i.name),
      h("span", { class: "chip" }, t(`contact.${i.kind}`)),
      i.queue && h("span", { class: "chip" }, pair(t("target.queue"), i.queue)),
    ),
    i.uncertain && h("p", { class: "banner warn", role: "status" }, icon("warning"), t("page.uncertain")),
    h("div", { class: "panes" }, i.panes.map((p, n) => pane(i, p, n))),
    wrapUp(i),
    variables(i),
  );
}

function idle(view) {
  const out = view.agent.status === "signed-out";
  return h(
    "section",
    { class: "nothing", key: "nothing" },
    icon("phone"),
    h("p", null, t(out ? "page.sign-in-hint" : "page.idle-desk")),
    !out && h("p", { class: "small" }, t("page.idle-hint")),
  );
}

function pane(i, p, n) {
  const title = idOf(`pane ${i.id} ${n}`);
  return h(
    "section",
    { class: `pane role-${p.role}`, key: `${p.role} ${n}`, role: "group", "aria-labelledby": title },
    h("header", null, h("span", { class: "small" }, t(p.role === "customer" ? "pane.caller" : `role.${p.role}`)), h("h3", { id: title }, p.person || p.name)),
    h(
      "p",
      { class: "pane-status" },
      h("span", { class: "chip state", "data-status": p.status }, icon(statusIcon(p.status)), word("status", p.status)),
      timer({ since: p.since, label: t("pane.timer") }),
      p.talkSince && h("span", { class: "labelled" }, h("span", { class: "small" }, t("page.talk")), timer({ since: p.talkSince, label: t("page.talk") })),
    ),
    h(
      "p",
      { class: "pane-signs" },
      recording(p),
      p.heldOnDevice && h("span", { class: "chip warn" }, icon("hold"), t("pane.held-on-device")),
      p.inFlight && h("span", { class: "chip busy" }, icon("refresh", "turning"), pair(word("action", p.inFlight), t("pane.in-flight"))),
      p.unknown && h("span", { class: "chip warn" }, icon("warning"), pair(word("action", p.unknown), t("pane.unknown"))),
    ),
    h("div", { class: "sets" }, buttons(i, p, n)),
  );
}

const statusIcon = (status) =>
  ({ "Call on Hold": "hold", "Consult on Hold": "hold", Conference: "people", Consulting: "people", "Consult Requested": "people", Cancel: "cross" })[status] ?? "phone";

// The indicator is a word and a shape: colour is not its only sign.
function recording(p) {
  return [
    h("span", { class: `recording recording-${p.recording}` }, icon(p.recording === "paused" ? "hold" : "record"), t(`recording.${p.recording}`)),
    p.pauseEnds && h("span", { class: "labelled" }, h("span", { class: "small" }, t("page.pause-ends")), timer({ until: p.pauseEnds, label: t("page.pause-ends"), className: "down" })),
  ];
}

// Each button is on one pane: the consult's on the consulted party's where there
// is one, and everything else on the first.
function buttons(i, p, n) {
  const consulted = i.panes.some((one) => one.role === "owner");
  const second = i.panes.some((one) => one.role === "consulted");
  const may = (name) => i.actions.some((a) => groups[name].includes(a.action) && a.allowed);
  const sets = [];
  if (n === 0) {
    if (consulted) sets.push("consulted");
    if (may("calling")) sets.push("calling");
    sets.push("customer");
    if (!second && !digital(i)) sets.push("consult");
    if (!digital(i)) sets.push("recording", "phone");
  } else if (p.role === "consulted") sets.push("consult");
  return sets.map((name) =>
    h(
      "div",
      { class: `buttons set-${name}`, key: name, role: "group", "aria-label": t(titles[name]) },
      groups[name].map((action) => button(i, action)),
    ),
  );
}

const titles = {
  customer: "pane.caller", recording: "desktop.record", phone: "medium.voice",
  consult: "dialog.consult", consulted: "dialog.consult", calling: "desktop.dial",
};

const looks = { End: "danger", "End Consult": "danger", "Exit Consult": "danger", "Exit Conference": "danger", "Accept Transfer": "primary", Cancel: "danger" };

function button(i, action) {
  const may = i.actions.find((a) => a.action === action);
  if (!may) return null;
  return control({
    key: `${i.id} ${action}`, label: word("action", action), glyph: actionIcon(action), look: looks[action] ?? "",
    may, press: () => press(i, action),
  });
}

// Consult, Transfer and Send Digits ask for more first. A transfer from a
// consult or a conference goes to whom the call is shared with (TRF-8, CNF-4).
function press(i, action) {
  const shared = i.panes.some((p) => p.role === "consulted");
  if (action === "Consult" || (action === "Transfer" && !shared)) update({ dialog: { kind: "target", action, call: i.id } });
  else if (action === "Send Digits") update({ dialog: { kind: "digits", call: i.id } });
  else return act(i.id, action);
}
