// Every text of the page, in the agent's language: those of package label come
// from the server, by key; the few that only this page has are its own.

import { own } from "./ownwords.js";

export const languages = { en: "English", fr: "Français" };
const stored = "desk.language";

let texts = {};
let current = preferred();

/** The language is the one that was chosen in this tab, else that of the
 * fragment (/desk/#agent=A1&lang=fr), else the browser's. */
function preferred() {
  const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
  const wishes = [sessionStorage.getItem(stored), asked, ...navigator.languages];
  const known = wishes.map((l) => l?.slice(0, 2).toLowerCase()).find((l) => l in languages);
  return known ?? "en";
}

export const language = () => current;

/** choose fetches the texts of a language; `load` gets them from the server.
 * It is the page's language only once they are here. */
export async function choose(tag, load) {
  texts = await load(tag);
  current = tag;
  document.documentElement.lang = tag;
}

/** keep remembers a choice for as long as the tab lives. */
export const keep = (tag) => sessionStorage.setItem(stored, tag);

/** t is the text of a key, filled in. What nobody has a text for shows its key,
 * which is better than nothing. */
export function t(key, values) {
  const raw = texts[key] ?? own[current]?.[key] ?? own.en[key];
  return raw === undefined ? key : fill(raw, values ?? {});
}

/** pair is "name: value" as the language writes it. */
export const pair = (name, value) => t("page.pair", { name, value });

/** word is the text for a word of the view: word("status", "Call on Hold"). */
export function word(theme, of) {
  if (!of || of === "none" || of === "None") return "";
  const key = `${theme}.${of.toLowerCase().replaceAll(" ", "-")}`;
  return texts[key] ?? of;
}

// fill: {name} is filled in, and what stands in [ ] is left out when a name in
// it has no value. The source is read once: braces in a value are shown.
function fill(raw, values) {
  const put = (s) => s.replace(/\{([a-z]+)\}/g, (_, name) => String(values[name] ?? ""));
  return raw
    .split(/(\[[^\]]*\])/)
    .map((part) => {
      if (!part.startsWith("[")) return put(part);
      const names = [...part.matchAll(/\{([a-z]+)\}/g)].map((m) => m[1]);
      return names.every((name) => (values[name] ?? "") !== "") ? put(part.slice(1, -1)) : "";
    })
    .join("");
}
