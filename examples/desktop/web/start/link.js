// The panel's connection: what is pressed goes out as JSON, and the whole scene
// comes back on a stream of its own. Nothing is polled.

/** post presses something. It gives {} or what was answered; `error` is a word. */
export async function post(path, body = {}) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const answer = text && response.headers.get("Content-Type")?.includes("json") ? JSON.parse(text) : {};
    return response.ok ? answer : { error: "failed", ...answer };
  } catch {
    return { error: "offline" };
  }
}

/** get reads something; null when it cannot be had. */
export async function get(path) {
  try {
    const response = await fetch(path);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** follow calls `each` with every scene, and `live` when the connection comes or
 * goes. The browser opens it again by itself; where it gives up, we do. */
export function follow(each, live) {
  const stream = new EventSource("/phones/events");
  stream.addEventListener("scene", (e) => {
    live(true);
    each(JSON.parse(e.data));
  });
  stream.onerror = () => {
    live(false);
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => follow(each, live), 2000);
  };
}

/** path makes an address of parts that may hold anything. */
export const path = (...parts) => "/" + parts.map((p) => encodeURIComponent(p)).join("/");
