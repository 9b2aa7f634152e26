// The popover: the cards of what is offered, as a stack in the view's order,
// five on a page, and the two ways out of RONA.

import { act, post } from "./api.js";
import { timer } from "./clock.js";
import { control, idOf } from "./control.js";
import { h } from "./dom.js";
import { ways } from "./header.js";
import { actionIcon, contactIcon, icon } from "./icons.js";
import { say, state, update } from "./state.js";
import { t, word } from "./words.js";

const pageSize = 5; // POP-6

/** popover draws it; null when there is nothing to show. */
export function popover(view) {
  if (!view.cards.length && !view.rona) return null;
  return h(
    "section",
    { class: "popover", key: "popover", "aria-label": t("popover.title") },
    view.rona && rona(view),
    h("div", { class: "popover-head" }, view.acceptable > 0 && acceptAll(view), pager(view.cards.length)),
    shown(view),
  );
}

const pages = (n) => Math.max(1, Math.ceil(n / pageSize));
const page = (n) => Math.min(state.page, pages(n) - 1);

function shown({ cards, interactions }) {
  const from = page(cards.length) * pageSize;
  const on = cards.slice(from, from + pageSize);
  // A call that rings is never out of sight, whichever page is shown (POP-6).
  const besides = cards.filter((c) => c.channel === "voice" && c.stage === "contact-request" && !on.includes(c));
  return [...on, ...besides].map((c) => card(c, interactions.find((i) => i.id === c.interaction)));
}

function pager(n) {
  if (n <= pageSize) return null;
  const at = page(n);
  const turn = (by, label, mark) =>
    h(
      "button",
      {
        type: "button", class: "quiet", "aria-label": label,
        "aria-disabled": at + by < 0 || at + by >= pages(n) ? "true" : null,
        onclick: () => at + by >= 0 && at + by < pages(n) && update({ page: at + by }),
      },
      mark,
    );
  return h(
    "div",
    { class: "pager", key: "pager" },
    turn(-1, t("page.earlier"), "‹"),
    h("span", { role: "status" }, t("sentence.page", { from: at * pageSize + 1, to: Math.min(n, (at + 1) * pageSize), n })),
    turn(1, t("page.later"), "›"),
  );
}

function acceptAll(view) {
  return control({
    key: "accept-all", label: view.acceptText ?? t("sentence.accept-many", { n: view.acceptable }), glyph: "check", look: "primary wide",
    press: async () => {
      const answer = await post("/accept-all");
      for (const one of answer.refused ?? []) say(one.text, { rule: one.rule });
    },
  });
}

function rona(view) {
  const title = idOf("rona title");
  return h(
    "section",
    { class: "card rona", key: "rona", role: "group", "aria-labelledby": title },
    h("h2", { id: title }, icon("warning"), word("agent-status", "rona")),
    h("p", null, t("popover.rona"), view.rona.text && ` (${view.rona.text})`),
    h("div", { class: "buttons" }, ways("rona", view.agent)),
  );
}

function card(c, i) {
  // Who is consulted sees the agent who asks, and not the customer.
  const consult = i?.panes[0]?.role === "owner";
  const title = idOf(`card ${c.interaction}`);
  const connecting = c.stage === "connecting";
  const cancel = c.status === "Cancel" && c.actions.find((a) => a.action === "Cancel");
  const status = h("span", { class: "chip state" }, word(connecting ? "stage" : "status", connecting ? c.stage : c.status));
  return h(
    "article",
    { class: `card channel-${c.channel}`, key: c.interaction, "aria-labelledby": title },
    h(
      "header",
      null,
      h("h2", { id: title }, icon(contactIcon(c.kind)), t(consult ? "form.consult" : `contact.${c.kind}`)),
      // Up from the request, and with a minus down to when it is taken back.
      timer({ since: c.callback?.since ?? c.offered, label: t("popover.received") }),
      timer({ until: c.ends, label: t("page.ends"), className: "down" }),
      !c.callback && status,
    ),
    // A web callback has Cancel in the place of its status (CBK-3).
    c.callback && h("div", { class: "callback" }, h("span", { class: "chip" }, icon("callback"), t("popover.callback")), cancel ? button(c, cancel) : status),
    !connecting && h("dl", null, c.fields.map((f) => [h("dt", null, f.text ?? f.label), h("dd", null, f.value || "–")])),
    c.links?.length > 0 && h("p", { class: "links" }, c.links.map((l) => link(l))),
    !connecting && h("div", { class: "buttons" }, c.actions.filter((a) => a !== cancel).map((a) => button(c, a))),
  );
}

function button(c, may) {
  const calm = { Accept: "primary", Decline: "danger", Cancel: "danger", Remove: "danger" };
  return control({
    key: `card ${c.interaction} ${may.action}`, label: word("action", may.action), glyph: actionIcon(may.action),
    may, look: calm[may.action] ?? "", press: () => act(c.interaction, may.action),
  });
}

function link(l) {
  return h("a", { href: l.url, target: "_blank", rel: "noopener noreferrer" }, l.label, h("span", { class: "unseen" }, ` (${t("page.secure-link")})`));
}
