// The first page: where desks are opened, and the panel of those who are at
// the phones. It is drawn anew from every scene that comes.

import { draw, h } from "/desk/dom.js";
import { bar } from "./bar.js";
import { language } from "./language.js";
import { follow, get, post } from "./link.js";
import { customers } from "./customers.js";
import { others, phones } from "./phones.js";
import { trouble } from "./trouble.js";
import { t } from "./words.js";

const page = { world: null, scene: null, live: null, said: null };

function paint() {
  document.title = `callcontrol – ${t("title")}`;
  const group = document.activeElement?.closest("[role=group]");
  draw(document.body, header(), h("main", {}, page.world && page.scene ? sections() : h("p", {}, "…")), said());
  // A button that has gone leaves the focus with whose it was.
  if (group?.isConnected && document.activeElement === document.body) group.focus({ preventScroll: true });
}

const header = () =>
  bar(
    { title: "callcontrol", links: [["/stories/", t("stories")]], speak: paint },
    h("span", { class: page.live ? "link live" : "link lost", role: "status" }, page.live === null ? "" : t(page.live ? "live" : "lost")),
  );

const sections = () => [
  h("section", { "aria-labelledby": "lead", class: "wide lead" },
    h("h2", { id: "lead" }, t("title")), h("p", {}, t("lead"))),
  h("div", { class: "column" }, desks(), trouble(page.scene, press)),
  h("div", { class: "column" }, customers(page.world, page.scene, press), others(page.scene, press)),
  h("div", { class: "column" }, phones(page.world, page.scene, press)),
];

const shown = 24; // desks in the list

function desks() {
  const status = (id) => page.scene.phones.find((p) => p.agent === id)?.status ?? "signed-out";
  const row = ({ id, name }) =>
    h("li", { key: id },
      h("span", { class: "who" }, h("strong", {}, name), ` ${id}`,
        h("span", { class: `mark status-${status(id)}` }, page.world.statuses[language()][status(id)])),
      h("a", { href: address(id), target: "_blank", rel: "noopener", class: "button", "aria-label": t("of", { act: t("open"), who: `${name} ${id}` }) }, t("open")));
  const rest = page.world.agents.length - shown;
  return h("section", { "aria-labelledby": "desks" },
    h("h2", { id: "desks" }, t("desks")),
    h("p", { class: "hint" }, t("desks-hint")),
    h("ul", { class: "desks" }, page.world.agents.slice(0, shown).map(row)),
    rest > 0 && h("p", { class: "hint" }, t("more", { n: rest })),
    h("p", { class: "warning" }, t("trust")));
}

// A browser keeps at most six connections to one host, and each desk holds one
// open for what it is told: so under "localhost" each desk gets a host name of its
// own, which leads to this machine as well.
function address(id) {
  const own = location.hostname === "localhost" ? `${location.protocol}//${id.toLowerCase()}.localhost:${location.port}` : "";
  return `${own}/desk/#${new URLSearchParams({ agent: id, lang: language() })}`;
}

async function press(where, body) {
  const answer = await post(where, body);
  if (answer.error) page.said = { bad: true, text: t(answer.error === "offline" ? "offline" : `error.${answer.error}`, { rule: answer.rule }) };
  else if (answer.ids) page.said = { text: t("came", { names: answer.ids.join(", ") }) };
  else page.said = null;
  paint();
  return answer;
}

// What came of a press, read out by a screen reader.
const said = () => h("div", { class: page.said?.bad ? "said bad" : "said", role: "status", "aria-live": "polite" }, page.said?.text);

async function begin() {
  paint();
  page.world = await get("/phones/world");
  if (!page.world) {
    setTimeout(begin, 2000);
    return;
  }
  follow(
    (scene) => { page.scene = scene; paint(); },
    async (live) => {
      if (live && page.live === false) page.world = (await get("/phones/world")) ?? page.world; // of a program that was started again
      page.live = live;
      paint();
    },
  );
}

begin();
