// The bar at the top: the agent's own state with its timer and idle codes,
// dialling out, the connection, and the language.

import { inOrder, post } from "./api.js";
import { timer } from "./clock.js";
import { control } from "./control.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { state, update } from "./state.js";
import { language, languages, t, word } from "./words.js";

/** person asks for a state of the agent's. */
export const person = (action, code = "") => inOrder("agent", () => post(`/agent/${action}`, code ? { code } : {}));

export function header(view, { speak }) {
  const agent = view?.agent;
  return h(
    "header",
    { class: "bar" },
    h("h1", { class: "who" }, agent?.id ?? ""),
    agent?.person && h("span", { class: "person" }, agent.person),
    agent && status(agent),
    agent && choices(agent),
    h("span", { class: "space" }),
    agent && agent.status !== "signed-out" && dialOut(),
    connection(),
    h(
      "select",
      { "aria-label": t("page.language"), class: "language", value: language(), onchange: (e) => speak(e.target.value) },
      Object.entries(languages).map(([tag, name]) => h("option", { value: tag, lang: tag }, name)),
    ),
  );
}

function status(agent) {
  return h(
    "div",
    { class: `status status-${agent.status}`, role: "group", "aria-label": t("page.state") },
    icon({ available: "check", rona: "warning", idle: "hold", "signed-out": "exit" }[agent.status] ?? "phone"),
    h("strong", { class: "status-text" }, agent.text ?? word("agent-status", agent.status)),
    timer({ since: agent.since, label: t("pane.timer") }),
  );
}

function choices(agent) {
  if (agent.status === "signed-out")
    return control({ key: "sign-in", label: t("agent-action.sign-in"), look: "primary", press: () => person("sign-in") });
  return h(
    "div",
    { class: "choices", role: "group", "aria-label": `${t("agent-action.available")}, ${t("agent-action.idle")}` },
    ways("header", agent),
    control({ key: "sign-out", label: t("agent-action.sign-out"), look: "quiet", press: () => person("sign-out") }),
  );
}

/** ways are the two states that an agent chooses between, Idle with its code. */
export function ways(where, agent) {
  const set = (e) => (codes[where] = e.target.value);
  const now = codes[where] ?? agent.code ?? agent.codes?.[0] ?? "";
  const field = { key: "code", "aria-label": t("page.code"), value: now, onchange: set, oninput: set };
  return [
    control({
      key: `${where} available`, label: t("agent-action.available"), glyph: "check", look: where === "rona" ? "primary" : "",
      pressed: agent.status === "available", press: () => person("available"),
    }),
    h(
      "span",
      { class: "joined" },
      control({
        key: `${where} idle`, label: t("agent-action.idle"), glyph: "hold",
        pressed: agent.status === "idle", press: () => person("idle", codes[where] ?? now),
      }),
      agent.codes
        ? h("select", field, agent.codes.map((code) => h("option", { value: code }, code)))
        : h("input", { ...field, type: "text", maxlength: 64 }),
    ),
  ];
}

const codes = {}; // what is picked beside each Idle button

function dialOut() {
  return control({
    key: "dial", label: t("desktop.dial"), glyph: "keypad", look: "quiet",
    press: () => update({ dialog: { kind: "dial" } }),
  });
}

function connection() {
  const live = state.link === "live";
  return h(
    "span",
    { class: `link link-${state.link}`, role: "status" },
    icon(live ? "check" : "refresh"),
    h("span", null, t(live ? "page.live" : state.link === "lost" ? "page.lost" : "page.connecting")),
  );
}

