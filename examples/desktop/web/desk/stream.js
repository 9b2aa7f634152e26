// The event stream: every view, as it comes, and the current one at once after
// a reload, a sleeping laptop or a cut. EventSource cannot send a token in a
// header, so the stream is read with fetch.

import { base, headers, renew } from "./api.js";

const silence = 40_000; // milliseconds without a sign of life: the connection is dead

/** follow reads the stream until it is stopped, and opens it again whenever it
 * is lost. on: view(view), live(), lost(), restarted(), ended(text). It gives
 * the function that stops it. */
export function follow(on) {
  let last = ""; // the id of the latest view
  let failures = 0;
  let stopped = false;
  let wake = () => {};
  let reading = new AbortController();
  let heard = 0;

  const watch = setInterval(() => {
    if (heard && Date.now() - heard > silence) reading.abort();
  }, 5000);

  // A laptop that wakes up, or a network that is back, does not wait its turn.
  const hurry = () => {
    if (document.visibilityState === "hidden") return;
    if (heard && Date.now() - heard > silence / 2) reading.abort();
    failures = 0;
    wake();
  };
  addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);

  async function run() {
    while (!stopped) {
      reading = new AbortController();
      try {
        if ((await read()) === "over") return;
      } catch {
        // Told below: every end that was not wished for is the same to the agent.
      }
      heard = 0;
      if (stopped) return;
      on.lost();
      await new Promise((done) => {
        wake = done;
        setTimeout(done, Math.min(250 * 2 ** failures++, 5000) * (0.75 + Math.random() / 2));
      });
    }
  }

  async function read() {
    const response = await fetch(`${base}/events`, {
      headers: headers(last ? { "Last-Event-ID": last } : {}),
      signal: reading.signal,
      cache: "no-store",
    });
    if (response.status === 401) return again();
    if (!response.ok) return "lost";
    heard = Date.now();
    failures = 0;
    on.live();
    for await (const event of events(response.body, () => (heard = Date.now()))) {
      if (event.name === "view") {
        last = event.id;
        on.view(JSON.parse(event.data));
      } else if (event.name === "end") {
        const { outcome, text } = JSON.parse(event.data);
        if (outcome === "no-session") return again();
        if (outcome !== "replaced") return "lost";
        on.ended(text);
        return "over";
      }
    }
    return "lost";
  }

  async function again() {
    if (await renew()) {
      last = "";
      failures = 0;
      on.restarted();
    }
    return "lost";
  }

  run();
  return () => {
    stopped = true;
    clearInterval(watch);
    removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
    reading.abort();
    wake();
  };
}

/** events takes a text/event-stream apart. `sign` is called for whatever comes,
 * comments too. */
async function* events(body, sign) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    sign();
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const event = { id: "", name: "message", data: "" };
      for (const line of block.split("\n")) {
        const at = line.indexOf(":");
        if (at === 0) continue;
        const field = at < 0 ? line : line.slice(0, at);
        const text = at < 0 ? "" : line.slice(at + 1).replace(/^ /, "");
        if (field === "data") event.data += (event.data && "\n") + text;
        else if (field === "event") event.name = text;
        else if (field === "id") event.id = text;
      }
      if (event.data) yield event;
    }
  }
}
