// What the harness can see of a page, and wait for in it: roles and names as
// Chromium's own accessibility tree computes them, and visible text. It is given
// to every document before the document's own scripts, and keeps nothing in it.
(() => {
  "use strict";
  if (globalThis.__bench) return;

  // Candidates only save time: what decides is computedRole.
  const candidates = {
    button: "button,[role=button],summary,input[type=button],input[type=submit]",
    link: "a[href],[role=link]",
    textbox: "input,textarea,[role=textbox],[contenteditable]",
    searchbox: "input,[role=searchbox]",
    combobox: "select,input,[role=combobox],button",
    dialog: "dialog,[role=dialog],[role=alertdialog]",
    tab: "[role=tab]",
    option: "option,[role=option]",
    radio: "input[type=radio],[role=radio]",
    checkbox: "input[type=checkbox],[role=checkbox],[role=switch]",
  };
  // A page may well choose the nearer of two related roles: an alert is a status.
  const related = {
    textbox: ["textbox", "searchbox", "combobox", "spinbutton"],
    button: ["button", "switch"],
    dialog: ["dialog", "alertdialog"],
    combobox: ["combobox", "listbox"],
  };

  const tidy = (s) => (s || "").replace(/[\s\u00a0\u202f]+/g, " ").trim();

  const roots = (root) => {
    const found = [root];
    for (const el of root.querySelectorAll("*")) if (el.shadowRoot) found.push(...roots(el.shadowRoot));
    return found;
  };
  const modal = () => {
    const open = [...document.querySelectorAll("dialog:modal")];
    return open[open.length - 1] || null;
  };
  const seen = (el) =>
    el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) || el.closest("option,select") !== null;

  const matchesName = (step, name) => {
    if (step.name === undefined || step.name === "") return true;
    const n = tidy(name);
    if (step.starts) return n.startsWith(step.name);
    if (step.contains) return n.includes(step.name);
    return n === step.name;
  };

  const inside = (root, step) => {
    const scopes = root === document ? roots(document) : [root];
    const wanted = step.role ? related[step.role] || [step.role] : null;
    const out = [];
    for (const scope of scopes) {
      for (const el of scope.querySelectorAll((step.role && candidates[step.role]) || "*")) {
        if (wanted && !wanted.includes(el.computedRole)) continue;
        if (!seen(el)) continue;
        const top = modal();
        if (top && !top.contains(el)) continue;
        if (!matchesName(step, el.computedName)) continue;
        if (step.exact && (tidy(el.innerText === undefined ? el.textContent : el.innerText) !== step.exact || el.closest(pressed) || el.querySelector(pressed))) continue;
        if (step.text && !tidy(el.innerText === undefined ? el.textContent : el.innerText).includes(step.text)) continue;
        out.push(el);
      }
    }
    return out;
  };

  const pressed = "button,a,option"; // what has a word because it does it

  const find = (steps) => {
    let at = [document];
    for (const step of steps) {
      const next = [];
      for (const root of at) for (const el of inside(root, step)) if (!next.includes(el)) next.push(el);
      // Of elements that all match, the innermost is meant: a region in a region.
      at = step.role ? next : next.filter((el) => !next.some((o) => o !== el && el.contains(o)));
    }
    return at;
  };

  const text = (el) => tidy(el === document ? document.body && document.body.innerText : el.innerText);
  const valueOf = (el) => ("value" in el ? el.value : el.innerText);
  const pressable = (el) => !(el.disabled || el.getAttribute("aria-disabled") === "true" || el.closest("[inert]"));

  // The checks a caller can wait for. Each answers true, or what it sees instead.
  const checks = {
    shown: (els) => els.length > 0 || "nothing like it",
    gone: (els) => els.length === 0 || `${els.length} still there`,
    one: (els) => els.length === 1 || `${els.length} of them`,
    count: (els, arg) => els.length === arg || `${els.length} of them`,
    pressable: (els) => (els.length === 0 ? "nothing like it" : els.some((e) => pressable(e) && !e.closest("[aria-busy=true]")) || "it is disabled, or has just moved"),
    disabled: (els) => (els.length === 0 ? "nothing like it" : els.every((e) => !pressable(e)) || "it can be pressed"),
    says: (els, arg) => els.some((e) => text(e).includes(arg)) || `it says ${JSON.stringify(els.map(text))}`,
    silent: (els, arg) => !els.some((e) => text(e).includes(arg)) || `it says ${arg}`,
    holds: (els, arg) => els.some((e) => valueOf(e) === arg) || `it holds ${JSON.stringify(els.map(valueOf))}`,
    focused: (els) => els.some((e) => e === document.activeElement || e.contains(document.activeElement)) || `focus is on ${document.activeElement && document.activeElement.outerHTML.slice(0, 120)}`,
    described: (els, arg) => els.some((e) => describe(e).includes(arg)) || `described by ${JSON.stringify(els.map(describe))}`,
    invalid: (els) => els.some((e) => e.getAttribute("aria-invalid") === "true") || "it is not marked as wrong",
    checked: (els) => els.some((e) => e.checked || e.getAttribute("aria-checked") === "true" || e.getAttribute("aria-selected") === "true" || e.getAttribute("aria-pressed") === "true") || "it is not chosen",
  };
  const describe = (el) =>
    tidy(((el.getAttribute("aria-describedby") || "").split(/\s+/).filter(Boolean)
      .map((id) => { const d = el.getRootNode().getElementById(id); return d ? d.textContent : ""; }).join(" ")) + " " + (el.getAttribute("aria-description") || "") + " " + (el.title || ""));

  const outline = () => {
    const lines = [];
    const top = modal();
    const walk = (el, depth) => {
      if (!(el instanceof Element) || !seen(el)) return;
      const role = el.computedRole;
      const interesting = role && !["generic", "none", "paragraph", "StaticText", "listitem", "list", "term", "definition", "group", "row", "cell", "rowgroup", "table", "LabelText", "time", "strong", "emphasis", "image"].includes(role);
      const name = tidy(el.computedName);
      if ((interesting || (name && role !== "generic")) && lines.length < 160) {
        lines.push(" ".repeat(Math.min(depth, 12)) + role + (name ? ` "${name.slice(0, 80)}"` : "") + (pressable(el) ? "" : " (disabled)"));
        depth++;
      }
      for (const child of el.children) walk(child, depth);
      if (el.shadowRoot) for (const child of el.shadowRoot.children) walk(child, depth);
    };
    walk(top || document.body || document.documentElement, 0);
    return lines.join("\n") + "\n--- text\n" + text(top || document).slice(0, 1500);
  };

  // until resolves as soon as the check holds: it looks when the document
  // changes or a control does, and never by the clock; the clock only ends it.
  const until = (steps, check, arg, within) =>
    new Promise((resolve) => {
      let last = "";
      const look = () => {
        let els = [];
        try { els = find(steps); } catch (e) { last = String(e); return false; }
        const got = checks[check](els, arg);
        if (got === true) return true;
        last = got;
        return false;
      };
      if (look()) return resolve({ ok: true });
      const events = ["input", "change", "focusin", "focusout", "toggle", "close", "transitionend", "readystatechange"];
      const done = (result) => {
        observer.disconnect();
        for (const e of events) document.removeEventListener(e, again, true);
        clearTimeout(deadline);
        resolve(result);
      };
      const again = () => { if (look()) done({ ok: true }); };
      const observer = new MutationObserver(again);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      for (const e of events) document.addEventListener(e, again, true);
      const deadline = setTimeout(() => (look() ? done({ ok: true }) : done({ ok: false, saw: last, outline: outline() })), within);
    });

  // aim brings an element into view and says where to press it.
  const aim = (steps, index) => {
    aimed = null;
    const els = find(steps);
    const el = els[index || 0];
    if (!el) return { ok: false, saw: "nothing like it", outline: outline() };
    el.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const r = el.getBoundingClientRect();
    const x = r.left + r.width / 2, y = r.top + r.height / 2;
    const top = document.elementFromPoint(x, y);
    const hit = top !== null && (el === top || el.contains(top) || top.contains(el) || (top.closest("label") && top.closest("label").contains(el)));
    aimed = el;
    landed = false;
    missed = "";
    return { ok: true, x, y, hit, over: hit || !top ? "" : top.outerHTML.slice(0, 160), tag: el.tagName };
  };

  // Between aiming and pressing the page may have moved. A press that would land
  // on something else presses nothing: it is told, and tried again.
  let aimed = null, landed = false, missed = "";
  for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
    addEventListener(kind, (e) => {
      if (!aimed || !e.isTrusted) return;
      const path = e.composedPath();
      const on = path.includes(aimed) || [...(aimed.labels ?? [])].some((l) => path.includes(l));
      if (on) landed = kind === "click";
      else {
        missed ||= path[0].outerHTML?.slice(0, 160) ?? String(path[0]);
        e.stopImmediatePropagation();
        e.preventDefault();
      }
    }, true);

  globalThis.__bench = {
    until, aim, find, outline,
    shot: () => { aimed = null; return { ok: landed, over: missed }; },
    count: (steps) => find(steps).length,
    texts: (steps) => find(steps).map(text),
    value: (steps) => { const el = find(steps)[0]; return el ? valueOf(el) : ""; },
    focus: (steps) => { const el = find(steps)[0]; if (el) el.focus(); return !!el; },
    pick: (steps, wanted) => {
      const el = find(steps)[0];
      if (!el) return { ok: false, saw: "nothing like it", outline: outline() };
      const option = [...el.options].find((o) => tidy(o.textContent) === wanted);
      if (!option) return { ok: false, saw: `options ${JSON.stringify([...el.options].map((o) => tidy(o.textContent)))}`, outline: outline() };
      el.value = option.value;
      el.dispatchEvent(new Event("input", { bubbles: true }));
      el.dispatchEvent(new Event("change", { bubbles: true }));
      return { ok: true };
    },
  };
})();
