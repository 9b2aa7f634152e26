// Timers. A view has points in time, and the page counts for itself, by the
// server's clock: a view says when it was sent, which is what this one is wrong by.

import { h } from "./dom.js";

let ahead = 0; // milliseconds that the server's clock is ahead of this one

/** learn takes the server's time from a view that has just come. Half a second
 * is what the way may have taken. */
export function learn(sent) {
  const by = Date.parse(sent) - Date.now();
  if (!Number.isNaN(by)) ahead = Math.abs(by) < 500 ? 0 : by;
}

export function now() {
  return Date.now() + ahead;
}

/** timer counts up from `since`, or down to `until`. It is no live region: a
 * screen reader says it when it is asked, and not every second. */
export function timer({ since, until, label, className = "" }) {
  if (!since && !until) return null;
  return h(
    "span",
    { class: `timer ${className}`, role: "timer", "aria-live": "off", "aria-label": label, title: label, "data-since": since, "data-until": until },
    reading(since, until),
  );
}

function reading(since, until) {
  const ms = until ? Date.parse(until) - now() : now() - Date.parse(since);
  // Up, a second has to be full; down, one that has begun still counts.
  const s = Math.max(0, until ? Math.ceil(ms / 1000) : Math.floor(ms / 1000));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(s / 3600);
  return `${hours ? `${hours}:` : ""}${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

function tick() {
  for (const el of document.querySelectorAll("[data-since],[data-until]")) {
    const text = reading(el.dataset.since, el.dataset.until);
    if (el.textContent !== text) el.firstChild.data = text;
  }
}

setInterval(tick, 250);
