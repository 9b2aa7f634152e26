// The stories on screen: the list, and one of them, step by step. Which story and
// which step are in the address, so that they can be linked to.

import { bar } from "/start/bar.js";
import { draw, h } from "/desk/dom.js";
import { language } from "/start/language.js";
import { get } from "/start/link.js";
import { desks } from "./desks.js";
import { step } from "./step.js";
import { t } from "./words.js";

const page = { list: null, find: "", story: null, problem: "", playing: 0 };

const place = () => new URLSearchParams(location.hash.slice(1));
const name = () => place().get("story") ?? "";
const last = () => page.story.steps.length - 1;
const at = () => Math.min(Math.max(Number(place().get("step")) - 1 || 0, 0), last());

/** go shows a step; the others stay in the browser's history of this tab as one. */
function go(n) {
  history.replaceState(null, "", `#${new URLSearchParams({ story: name(), step: n + 1 })}`);
  paint();
}

function paint() {
  document.title = `${page.story?.title ?? t("title")} – callcontrol`;
  draw(
    document.body,
    bar({ title: "callcontrol", links: [["/", t("home")]], speak: load }),
    h("main", { class: "stories" },
      h("section", { class: "wide lead", "aria-labelledby": "lead" }, h("h2", { id: "lead" }, t("title")), h("p", {}, t("lead"))),
      list(),
      page.story ? story() : h("section", {}, h("p", { role: "status" }, page.problem ? t(page.problem) : t("choose")))),
  );
}

function list() {
  const words = page.find.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (s) => words.every((w) => `${s.title} ${s.name} ${s.rules.join(" ")}`.toLowerCase().includes(w));
  const found = (page.list ?? []).filter(fits);
  return h("section", { class: "list", "aria-labelledby": "all" },
    h("h2", { id: "all" }, t("all")),
    h("div", { class: "field" },
      h("label", { for: "find" }, t("find")),
      h("input", { id: "find", type: "search", value: page.find, autocomplete: "off", oninput: (e) => { page.find = e.target.value; paint(); } })),
    h("p", { class: "hint", role: "status" }, t("found", { n: found.length })),
    h("ul", { tabindex: 0, "aria-labelledby": "all" }, found.map((s) =>
      h("li", { key: s.name },
        h("a", { href: `#${new URLSearchParams({ story: s.name })}`, lang: "en", "aria-current": s.name === name() ? "page" : null }, s.title)))));
}

function story() {
  const { steps, texts } = page.story;
  const n = at();
  return h("div", { class: "story", key: page.story.name },
    h("section", { "aria-labelledby": "story-title" },
      h("h2", { id: "story-title", lang: "en" }, page.story.title),
      page.story.before.length > 0 && h("details", {}, h("summary", {}, t("centre")),
        h("ul", { class: "centre", lang: "en" }, page.story.before.map((line) => h("li", {}, line)))),
      controls(n),
      h("h3", { id: "steps" }, t("steps")),
      h("ol", { class: "steps", "aria-labelledby": "steps", lang: "en" }, steps.map((s, i) =>
        h("li", { key: i },
          h("button", { type: "button", class: "act", "aria-current": i === n ? "step" : null, onclick: () => { stop(); go(i); } },
            h("time", {}, s.at), " ", s.act))))),
    h("div", { class: "column" }, step(steps[n], texts), desks(steps[n], steps[n - 1])));
}

function controls(n) {
  const move = (key, to, why) => {
    const off = to < 0 || to > last() || to === n;
    return h("button", {
      key, type: "button", class: key === "next" ? "primary" : null, "aria-disabled": off ? "true" : null, title: off ? t(why) : null,
      onclick: () => { if (!off) { stop(); go(to); } },
    }, t(key));
  };
  return h("div", { class: "acts controls" },
    move("first", 0, "start"), move("previous", n - 1, "start"), move("next", n + 1, "end"),
    h("button", { key: "play", type: "button", onclick: () => (page.playing ? stop() : play()) }, t(page.playing ? "pause" : "play")),
    h("span", { role: "status", class: "hint" }, t("step", { n: n + 1, all: last() + 1 })));
}

// play goes on by itself: this page's own clock, and nothing is asked for.
function play() {
  if (at() === last()) go(0);
  page.playing = setInterval(() => {
    if (at() === last()) stop();
    else go(at() + 1);
  }, 1800);
  paint();
}

function stop() {
  clearInterval(page.playing);
  page.playing = 0;
  if (page.story) paint();
}

// load fetches the story of the address, in the page's language.
async function load() {
  const wanted = name();
  page.list ??= (await get("/stories/list"))?.stories ?? null;
  if (!page.list) page.problem = "offline";
  else if (!wanted) page.problem = "";
  else if (!page.list.some((s) => s.name === wanted)) page.problem = "unknown";
  else {
    const played = await get(`/stories/play/${encodeURIComponent(wanted)}?lang=${language()}`);
    if (wanted !== name()) return; // another one has been chosen meanwhile
    page.story = played;
    page.problem = played ? "" : "offline";
    paint();
    return;
  }
  page.story = null;
  paint();
}

addEventListener("hashchange", () => {
  stop();
  if (name() === page.story?.name) paint();
  else load();
});
paint();
load();
