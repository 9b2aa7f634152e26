// The telephones: those beside the desks, and those that agents have called.

import { h } from "/desk/dom.js";
import { path } from "./link.js";
import { t } from "./words.js";
import { language } from "./language.js";

const few = 12; // phones of agents who have nothing to do with anything

export function phones(world, scene, press) {
  const busy = (p) => p.calls?.length > 0 || p.status !== "signed-out" || p.off;
  const shown = scene.phones.filter((p, i) => i < few || busy(p));
  return h("section", { "aria-labelledby": "phones" },
    h("h2", { id: "phones" }, t("phones")),
    h("p", { class: "hint" }, t("phones-hint")),
    h("div", { class: "phones" }, shown.map((p) => phone(p, world, press))));
}

function phone(p, world, press) {
  const calls = p.calls ?? [];
  const voice = calls.filter((c) => c.voice);
  const written = calls.filter((c) => !c.voice);
  const ringing = voice.some((c) => c.state === "ringing" || c.state === "dialled");
  return h("div", { key: p.agent, role: "group", class: ringing ? "phone ringing" : "phone", tabindex: -1, "aria-label": t("phone", { name: p.name, id: p.agent }) },
    h("div", { class: "top" },
      h("span", { class: "who" },
        h("strong", {}, p.name), ` ${p.agent}`,
        h("span", { class: `mark status-${p.status}` }, world.statuses[language()][p.status], p.code && ` (${p.code})`)),
      act(p.off ? "on-hook" : "off-hook", p.name, () => press(path("phones", "agents", p.agent, p.off ? "on-hook" : "off-hook")), "quiet")),
    voice.map((c) => h("div", { key: `${c.call} ${c.leg}`, class: "call" },
      h("span", {}, c.call, h("span", { class: `mark state-${c.state}` }, t(`state.${c.state}`)), c.held && h("span", { class: "mark" }, t("held"))),
      h("div", { class: "acts" }, acts({ ...c, name: `${p.name}, ${c.call}`, agent: true }, press)))),
    written.length > 0 && h("p", { class: "hint" }, t("written", { call: written.map((c) => c.call).join(", ") })),
    voice.length === 0 && h("p", { class: "hint" }, p.off ? t("is-off") : t("idle-phone")));
}

export function others(scene, press) {
  return h("section", { "aria-labelledby": "others" },
    h("h2", { id: "others" }, t("others")),
    h("p", { class: "hint" }, scene.others.length ? t("others-hint") : t("nobody-else")),
    h("div", { class: "people" }, scene.others.map((o) => {
      const place = ["queue", "entry-point", "ep-dn"].includes(o.kind);
      const name = t("other", { kind: t(`kind.${o.kind}`), address: o.name ?? o.address, call: o.call });
      return h("div", { key: `${o.call} ${o.leg}`, role: "group", tabindex: -1, "aria-label": name },
        h("div", { class: "who" }, name, h("span", { class: `mark state-${o.state}` }, t(`state.${place ? "searched" : o.state}`))),
        h("div", { class: "acts" },
          place
            ? act("give-up", name, () => press(path("phones", "calls", o.call, "give-up")))
            : acts({ ...o, name }, press)));
    })));
}

/** acts are the buttons of somebody at a phone. */
export function acts(leg, press) {
  const button = (what, look) => act(what, leg.name, () => press(path("phones", "calls", leg.call, "legs", leg.leg, what)), look);
  if (leg.voice === false) return leg.agent ? [] : [button("hang-up")];
  if (leg.state === "ringing" || leg.state === "dialled")
    return [button("answer", "primary"), button("decline"), ...(leg.agent ? [button("fail", "quiet")] : [button("busy"), button("no-answer")])];
  const held = leg.held ? "take-back" : "hold";
  return [button("hang-up"), leg.state !== "waiting" && button(held, "quiet")];
}

// Two words of one button, which stays the same element, with the focus on it.
const same = { "off-hook": "hook", "on-hook": "hook", hold: "held", "take-back": "held" };

// The visible word comes first in the name that is read out, so that who speaks
// to his machine can say it.
const act = (what, who, press, look) =>
  h("button", { key: same[what] ?? what, type: "button", class: look, onclick: press, "aria-label": t("of", { act: t(what), who }) }, t(what));
