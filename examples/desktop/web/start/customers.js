// Those who want something of the centre: how they come, and what each of them
// can do with his phone.

import { h } from "/desk/dom.js";
import { path } from "./link.js";
import { acts } from "./phones.js";
import { t } from "./words.js";

const kinds = ["inbound", "chat", "email", "social", "courtesy-callback", "web-callback", "preview"];
const chosen = {}; // to whom a campaign's contact is to be offered

export function customers(world, scene, press) {
  return h("section", { "aria-labelledby": "customers" },
    h("h2", { id: "customers" }, t("customers")),
    form(world, press),
    scene.customers.length === 0
      ? h("p", { class: "hint" }, t("nobody"))
      : h("div", { class: "people" }, scene.customers.map((c) => row(c, world, press))));
}

// A form without an address: the browser never sends it, this page does.
function form(world, press) {
  const submit = (e) => {
    e.preventDefault();
    const f = new FormData(e.target);
    press("/phones/customers", {
      kind: f.get("kind"), to: f.get("to"), name: f.get("name"), topic: f.get("topic"), count: Number(f.get("count")),
    });
  };
  const option = (p) => h("option", { value: p.id }, p.name);
  return h("form", { class: "bring", "aria-label": t("bring"), onsubmit: submit },
    field("kind", h("select", { name: "kind", id: "f-kind" }, kinds.map((k) => h("option", { value: k }, t(`kind.${k}`))))),
    field("to", h("select", { name: "to", id: "f-to" },
      h("optgroup", { label: t("queues") }, world.queues.map(option)),
      h("optgroup", { label: t("entry-points") }, world.entryPoints.map(option)))),
    field("name", h("input", { name: "name", id: "f-name", maxlength: 64, autocomplete: "off", placeholder: t("name-hint") })),
    field("topic", h("input", { name: "topic", id: "f-topic", maxlength: 256, autocomplete: "off" })),
    field("count", h("input", { name: "count", id: "f-count", type: "number", min: 1, max: 20, value: count.value, oninput: (e) => (count.value = e.target.value) })),
    h("button", { type: "submit", class: "primary" }, t("go")));
}

const count = { value: "1" };

const field = (name, control) => h("div", { class: `field ${name}`, key: name }, h("label", { for: `f-${name}` }, t(name)), control);

function row(c, world, press) {
  const place = [...world.queues, ...world.entryPoints].find((p) => p.id === c.queue)?.name;
  const state = c.state === "talking" && ["chat", "email", "social"].includes(c.kind) ? "open" : c.state;
  return h("div", { key: c.id, role: "group", tabindex: -1, "aria-label": t("customer", { name: c.id }) },
    h("div", { class: "who" },
      h("strong", {}, c.id), " ", t(`kind.${c.kind}`), place && ` · ${place}`,
      h("span", { class: `mark state-${c.state}` }, t(`state.${state}`)),
      c.with.length > 0 && ` ${t("with", { agents: c.with.join(", ") })}`),
    h("div", { class: "acts" },
      c.leg > 0 && acts({ call: c.id, leg: c.leg, state: c.state, name: c.id, voice: !["chat", "email", "social"].includes(c.kind) }, press),
      c.kind === "preview" && c.leg === 0 && offer(c, world, press)));
}

// A campaign offers its contact to an agent by name (OUT-3).
function offer(c, world, press) {
  const to = chosen[c.id] ?? world.agents[0].id;
  return [
    h("select", { "aria-label": t("offer-to"), value: to, onchange: (e) => (chosen[c.id] = e.target.value) },
      world.agents.slice(0, 24).map((a) => h("option", { value: a.id }, a.name))),
    h("button", { type: "button", onclick: () => press(path("phones", "customers", c.id, "offer"), { agent: chosen[c.id] ?? to }) }, t("offer")),
  ];
}
