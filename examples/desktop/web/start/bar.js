// The bar at the top of a page: where else to go, and the language.

import { h } from "/desk/dom.js";
import { choose, language, languages, speaker } from "./language.js";

const t = speaker({ en: { language: "Language", pages: "Pages" }, fr: { language: "Langue", pages: "Pages" } });

/** bar draws it; speak is called when another language has been chosen. */
export function bar({ title, links, speak }, ...more) {
  return h(
    "header",
    {},
    h("h1", {}, title),
    h("nav", { "aria-label": t("pages") }, links.map(([href, text]) => h("a", { href }, text))),
    more,
    h(
      "select",
      { "aria-label": t("language"), value: language(), onchange: (e) => { choose(e.target.value); speak(); } },
      Object.entries(languages).map(([tag, name]) => h("option", { value: tag, lang: tag }, name)),
    ),
  );
}
