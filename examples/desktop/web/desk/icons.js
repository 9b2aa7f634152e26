// Icons are beside a word, never in its place: they are hidden from screen
// readers. Each is the path of a 24 by 24 drawing.

import { h } from "./dom.js";

const paths = {
  phone: "M6.6 3 9.5 3 11 7.4 8.8 9.1a13 13 0 0 0 6.1 6.1l1.7-2.2L21 14.5v2.9A3.6 3.6 0 0 1 17.2 21 14.6 14.6 0 0 1 3 6.8 3.6 3.6 0 0 1 6.6 3Z",
  callback: "M14 3v3.2L20.5 6 14 12.4V9.6c-4 .3-7 2.3-9 6.1C5 9.600 8.500 6.500 14 6.200ZM4 19h16v2H4z",
  chat: "M4 4h16v12H10l-4.500 4V16H4z",
  email: "M3 5h18v14H3zm2 2.600v1.100l7 4.700 7-4.700V7.600l-7 4.600z",
  social: "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm8 2a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5ZM2.500 19c0-3.600 2.400-6 5.500-6s5.500 2.400 5.500 6Zm12.500 0c0-2-.5-3.700-1.500-5a4.700 4.700 0 0 1 2.500-.7c3 0 5.500 2 5.500 5.700Z",
  hold: "M7 5h4v14H7zm6 0h4v14h-4z",
  resume: "M8 5v14l11-7z",
  end: "M12 9c-3.500 0-6.600 1-9 3v3.500h4.500v-2.700a15 15 0 0 1 9 0v2.700H21V12c-2.400-2-5.500-3-9-3Z",
  people: "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm8 0a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM2 19c0-3.600 2.700-6 6-6 1.600 0 3 .5 4 1.500 1-1 2.400-1.500 4-1.500 3.300 0 6 2.400 6 6z",
  transfer: "M3 8h12V4l6 6-6 6v-4H3zm0 10h14v2H3z",
  exit: "M4 3h10v5h-2V5H6v14h6v-3h2v5H4zm13 5 5 4-5 4v-3H9v-2h8z",
  record: "M12 6a6 6 0 1 1 0 12 6 6 0 0 1 0-12Z",
  mute: "M9 4h6v6l-6-6Zm6 9.500L4.400 3 3 4.400 9 10.400V12a3 3 0 0 0 4.400 2.600l1.500 1.500A5 5 0 0 1 7 12H5a7 7 0 0 0 6 6.900V22h2v-3.100a7 7 0 0 0 3.400-1.300l3.200 3.400 1.400-1.400z",
  mic: "M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3Zm-7 9h2a5 5 0 0 0 10 0h2a7 7 0 0 1-6 6.900V22h-2v-3.100A7 7 0 0 1 5 12Z",
  keypad: "M5 4h4v4H5zm5 0h4v4h-4zm5 0h4v4h-4zM5 9h4v4H5zm5 0h4v4h-4zm5 0h4v4h-4zM5 14h4v4H5zm5 0h4v4h-4zm5 0h4v4h-4zm-5 5h4v3h-4z",
  lock: "M7 10V8a5 5 0 0 1 10 0v2h2v11H5V10Zm2 0h6V8a3 3 0 0 0-6 0z",
  copy: "M8 3h12v13h-3v5H4V8h4zm2 2v3h7v6h1V5z",
  check: "m9 16.200-4.200-4.200L3.400 13.400 9 19 21 7l-1.400-1.400z",
  cross: "M6.400 5 12 10.600 17.600 5 19 6.400 13.400 12l5.600 5.600-1.400 1.400L12 13.400 6.400 19 5 17.600 10.600 12 5 6.400z",
  warning: "M12 2 1.500 21h21zm-1 7h2v6h-2zm0 7.500h2v2h-2z",
  info: "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm-1 8v7h2v-7zm0-3.500v2h2v-2z",
  list: "M4 5h16v2.500H4zm0 5.700h16v2.500H4zm0 5.800h16V19H4z",
  refresh: "M12 4a8 8 0 0 1 6 2.700V4h2v7h-7V9h4a6 6 0 1 0 .700 5h2.100A8 8 0 1 1 12 4Z",
  search: "M10 3a7 7 0 0 1 5.600 11.200l5.100 5.100-1.400 1.400-5.100-5.100A7 7 0 1 1 10 3Zm0 2a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z",
};

export function icon(name, className = "") {
  return h("svg", { class: `icon ${className}`, viewBox: "0 0 24 24", "aria-hidden": "true", "data-icon": name }, h("path", { d: paths[name] ?? paths.info }));
}

/** The icon of a sort of contact. */
export const contactIcon = (kind) =>
  ({ chat: "chat", email: "email", social: "social", "courtesy-callback": "callback", "web-callback": "callback" })[kind] ?? "phone";

/** The icon of an action. */
export const actionIcon = (action) =>
  ({
    Accept: "check", Decline: "cross", Skip: "transfer", Remove: "cross", Cancel: "cross",
    Hold: "hold", Resume: "resume", "Hold Consult": "hold", "Resume Consult": "resume",
    Consult: "people", "End Consult": "end", "Exit Consult": "exit", "Exit Conference": "exit",
    Conference: "people", Transfer: "transfer", "Accept Transfer": "check", "Decline Transfer": "cross",
    End: "end", "Pause Recording": "hold", "Resume Recording": "record",
    Mute: "mute", Unmute: "mic", "Send Digits": "keypad",
  })[action] ?? "info";
