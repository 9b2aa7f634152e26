// A press is meant for what stood there a moment ago. The popover comes over
// other things by itself, and its cards come, grow and go, and move each other:
// what was to be Accept is another card's Decline. So the popover takes no press
// of a mouse or finger until it has stood still for a moment, and says so. The
// keyboard is not concerned: the focus stays on its button wherever that goes.

import { say } from "./state.js";
import { t } from "./words.js";

const moment = 300; // milliseconds
let places = "";
let due = 0;

/** settle looks where the popover's buttons are; it is called whenever the page
 * has been drawn. */
export function settle() {
  const popover = document.querySelector(".popover");
  const before = places;
  places = popover ? where(popover) : "";
  if (!places || places === before) return;
  popover.ariaBusy = "true";
  clearTimeout(due);
  due = setTimeout(() => (popover.ariaBusy = "false"), moment);
}

const where = (popover) =>
  [...popover.querySelectorAll("button, a")]
    .map((el) => {
      const { x, y } = el.getBoundingClientRect();
      return `${Math.round(x)} ${Math.round(y)} ${el.textContent}`;
    })
    .join("\n");

// What the agent himself scrolls stands where he wants it.
const look = () => (places &&= where(document.querySelector(".popover")));
addEventListener("scroll", look, { capture: true, passive: true });
addEventListener("resize", look);

addEventListener(
  "click",
  (event) => {
    if (!event.detail || !event.target.closest?.(".popover[aria-busy=true]")) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    say(t("page.moved"), { tone: "info" });
  },
  true,
);
