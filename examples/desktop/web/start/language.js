// The language of a page: the one that was chosen, else the browser's. The desk
// uses the same key, so that a choice counts for all pages of this address.

const stored = "desk.language";
export const languages = { en: "English", fr: "Français" };

const wishes = [localStorage.getItem(stored), ...navigator.languages];
let current = wishes.map((l) => l?.slice(0, 2).toLowerCase()).find((l) => l in languages) ?? "en";
document.documentElement.lang = current;

export const language = () => current;

export function choose(tag) {
  current = tag;
  localStorage.setItem(stored, tag);
  document.documentElement.lang = tag;
}

/** speaker gives the function that looks texts up in a table of languages. What
 * {stands} in braces is filled in. */
export const speaker = (table) => (key, values) =>
  (table[current][key] ?? table.en[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values?.[name] ?? ""));
