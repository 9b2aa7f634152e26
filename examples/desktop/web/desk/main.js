// A desk: who sits here, the stream of his views, and the page drawn from the
// latest one. There is no other state of calls in the page than that view, and no
// rule of call control in any of these files: what can be pressed, and why not,
// is in the view.
//
//   session.js, api.js, stream.js   who asks, the calls, the views as they come
//   state.js, dom.js, clock.js      the latest view, drawing it, and its timers
//   words.js, ownwords.js           every text, in the agent's language
//   control.js, dialog.js, icons.js a button that says why not, a dialog, icons
//   header.js, tasks.js, popover.js the agent's state, his tasks, his offers
//   settle.js                       no press on a card that has just moved
//   panes.js, variables.js, wrapup.js  one interaction
//   targets.js, number.js, dial.js  whom to consult, transfer to, or dial
//   notices.js, messages.js         what he is told

import { base, get } from "./api.js";
import { learn } from "./clock.js";
import { tips } from "./control.js";
import { dial, digits } from "./dial.js";
import { draw, h } from "./dom.js";
import { header } from "./header.js";
import { messages } from "./messages.js";
import { news, notices } from "./notices.js";
import { panes } from "./panes.js";
import { popover } from "./popover.js";
import * as session from "./session.js";
import { settle } from "./settle.js";
import { onChange, say, state, take, update } from "./state.js";
import { follow } from "./stream.js";
import { targets } from "./targets.js";
import { tasks } from "./tasks.js";
import { choose, keep, language, t } from "./words.js";

const app = document.getElementById("app");
const speaker = document.getElementById("speaker");
const dialogs = { target: targets, dial, digits };
let stop = () => {};

function page() {
  const { view } = state;
  const focused = document.activeElement;
  if (state.fatal || !session.agent()) return draw(app, entrance());
  document.title = t("page.title", { agent: session.agent() });
  draw(
    app,
    header(view, { speak }),
    // Before the rest for who goes by the keyboard; it is seen at the bottom right.
    view && !state.tasksOpen && popover(view),
    view && tasks(view),
    h("main", { key: "main", id: "main", tabindex: -1 }, view ? panes(view) : h("p", { class: "empty" }, t("page.connecting"))),
    view && notices(view),
    state.dialog && dialogs[state.dialog.kind](state.dialog),
    messages(),
  );
  settle();
  // Whose button has gone, such as Accept, goes on at what it has brought.
  if (!focused.isConnected && document.activeElement === document.body) document.getElementById("main").focus({ preventScroll: true });
}

/** The page without an agent, or without one that the server knows. */
function entrance() {
  return h(
    "main",
    { class: "entrance" },
    h("h1", null, t("page.start")),
    state.fatal && h("p", { class: "banner warn", role: "alert" }, state.fatal),
    h(
      "form",
      { onsubmit: enter },
      h("label", { for: "agent" }, t("page.agent")),
      h("input", { id: "agent", name: "agent", value: session.agent(), required: true, maxlength: 64, autocomplete: "off" }),
      h("button", { class: "primary" }, t("page.open")),
    ),
  );
}

function enter(event) {
  event.preventDefault();
  const hash = `#${new URLSearchParams({ agent: new FormData(event.target).get("agent") })}`;
  session.forget();
  if (hash === location.hash) begin();
  else location.hash = hash;
}

async function begin() {
  stop();
  update({ view: null, link: "connecting", fatal: "", dialog: null });
  if (!session.agent()) return;
  if (!session.current()) {
    session.forget();
    try {
      const { status, body } = await session.open(base);
      if (status !== 201) return update({ fatal: t("page.gone", { why: status === 401 ? t("page.unknown") : (body.text ?? status) }) });
    } catch {
      // The server is away: the stream tries again, and opens a session then.
    }
  }
  listen();
}

function listen() {
  stop();
  stop = follow({
    view(view) {
      learn(view.sent);
      const before = state.view;
      take(view);
      const said = news(before, view);
      if (said) speaker.textContent = said;
    },
    live() {
      if (state.link === "lost") say(t("page.back"), { tone: "info" });
      update({ link: "live" });
    },
    lost: () => update({ link: "lost" }),
    restarted: () => say(t("page.restarted"), { tone: "info" }),
    ended: (text) => update({ fatal: text }),
  });
}

const load = async (tag) => (await get("/texts", { lang: tag })).texts;

/** speak changes the language: of this page at once, and of the stream's texts. */
async function speak(tag) {
  try {
    await choose(tag, load);
  } catch (refusal) {
    return say(refusal.message);
  }
  keep(tag);
  update({});
  if (session.agent()) listen();
}

/** The page needs the texts before anything else. */
async function words() {
  for (let wait = 250; ; wait = Math.min(wait * 2, 5000)) {
    try {
      return await choose(language(), load);
    } catch {
      draw(app, h("main", { class: "entrance" }, h("p", { role: "status" }, t("page.lost"))));
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}

await words();
onChange(page);
tips();
addEventListener("hashchange", begin);
begin();
