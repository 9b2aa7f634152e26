// The calls to deskhttp. Whatever it answers that is no data is an outcome with
// a text for the agent, so that a caller here has three cases: the data, a
// Refusal with its text, or a server that cannot be reached, which is one too.

import * as session from "./session.js";
import { language, t } from "./words.js";

export const base = "/api";

/** Refusal is an answer that is not what was asked for; its message is for the
 * agent. outcome is deskhttp's word, "offline" when there was no answer. */
export class Refusal extends Error {
  constructor(status, body) {
    super(body.text || body.outcome || String(status));
    this.status = status;
    this.outcome = body.outcome ?? "";
    this.rule = body.rule ?? "";
    this.retryAfter = body.retryAfter ?? 0;
  }
}

export const get = (path, query = {}) => call("GET", `${path}?${new URLSearchParams(query)}`);
export const post = (path, body = {}) => call("POST", path, JSON.stringify(body));

/** act is a press of a button on an interaction. Most can only be pressed when
 * the view has what came of the one before; these can at any time. */
export function act(id, action, body) {
  const press = () => post(`/calls/${encodeURIComponent(id)}/${action.toLowerCase().replaceAll(" ", "-")}`, body);
  return anyTime.has(action) ? inOrder(`phone ${id}`, press) : press();
}
const anyTime = new Set(["Mute", "Unmute", "Send Digits"]);

/** inOrder has what is asked of one thing, such as a call's variables, reach the
 * server in the order in which it was asked: two requests that are sent at once
 * arrive in any. Each waits for the answer to the one before, which deskhttp
 * gives within seconds. Only who leaves the page has no time for that. */
export async function inOrder(thing, work) {
  const before = last.get(thing);
  const mine = Promise.withResolvers();
  last.set(thing, mine.promise);
  try {
    if (before && !leaving) await turn(before);
    return await work();
  } finally {
    if (last.get(thing) === mine.promise) last.delete(thing);
    mine.resolve();
  }
}
const last = new Map(); // thing -> a promise, kept when the latest of its works is over
const waiting = new Set(); // those whose turn it is not yet
let leaving = false;

const turn = (before) =>
  new Promise((go) => {
    waiting.add(go);
    before.then(() => {
      waiting.delete(go);
      go();
    });
  });

addEventListener("pageshow", () => (leaving = false));
addEventListener("pagehide", () => {
  leaving = true;
  for (const go of waiting) go();
});

/** The headers of a call. The token is in no address, where a log would have it. */
export function headers(more = {}) {
  return { Authorization: `Bearer ${session.token()}`, "Accept-Language": language(), ...more };
}

async function call(method, path, body) {
  let { status, data } = await attempt(method, path, body);
  if (status === 401 && (await renew())) ({ status, data } = await attempt(method, path, body));
  if (status >= 200 && status < 300) return data;
  throw new Refusal(status, data);
}

async function attempt(method, path, body) {
  let response;
  try {
    response = await fetch(base + path, {
      method,
      body,
      // What was pressed or typed arrives also when the page is left or reloaded;
      // browsers take no more than 64 KiB for that.
      keepalive: method === "POST" && body.length < 32_000,
      headers: headers(body ? { "Content-Type": "application/json" } : {}),
    });
  } catch {
    throw new Refusal(0, { outcome: "offline", text: t("page.offline") });
  }
  const data = await response.json().catch(() => ({ text: t("page.unreadable") }));
  return { status: response.status, data };
}

/** renew: the server knows this session no more, because it was restarted or
 * the session was old. Nothing hangs on it: another one is as good. */
export async function renew() {
  try {
    return (await session.open(base)).status === 201;
  } catch {
    return false;
  }
}
