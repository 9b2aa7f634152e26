// Who sits at this desk, and the token that says so. It stays in this tab's
// sessionStorage: another tab is another desk, and no other origin gets at it.

import { language } from "./words.js";

const key = "desk.session";
let session = JSON.parse(sessionStorage.getItem(key) ?? "null"); // {agent, token}
let opening = null;

export const token = () => session?.token ?? "";

/** The agent is in the fragment, which is never sent: /desk/#agent=A1. */
export const agent = () => new URLSearchParams(location.hash.slice(1)).get("agent") ?? session?.agent ?? "";

/** current says whether there is a session for the agent that is asked for. */
export const current = () => !!session && session.agent === agent();

/** open makes a session, once for all who ask at the same time. It gives the
 * answer; one that is not 201 says why there is no session. */
export function open(base) {
  opening ??= post(base).finally(() => (opening = null));
  return opening;
}

async function post(base) {
  const who = agent();
  const response = await fetch(`${base}/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": language() },
    body: JSON.stringify({ agent: who }),
  });
  const body = await response.json();
  if (response.status === 201) {
    session = { ...body, agent: who };
    sessionStorage.setItem(key, JSON.stringify(session));
  }
  return { status: response.status, body };
}

/** What the server said about dialling from here. */
export const region = () => session?.region ?? "";
export const callerIds = () => session?.callerIds ?? [];

export function forget() {
  session = null;
  sessionStorage.removeItem(key);
}
