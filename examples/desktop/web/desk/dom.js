// The page is drawn anew from every view, and this brings the document in line
// with the drawing: what is the same stays the same element, so that focus, the
// caret and an open list survive. Text only ever becomes a text node.

const drawn = new WeakMap(); // element -> the props that it was drawn with
const svg = new Set(["svg", "path"]);

/** h draws an element. Children are drawings, texts, or lists of them; null and
 * false are nothing. props: attributes, "on…" handlers, `key` to be known by
 * among its siblings, `mounted` to be called once with the new element. */
export function h(tag, props, ...children) {
  const all = children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false && c !== "");
  return { tag, props: props ?? {}, children: all };
}

/** draw makes the children of an element what the drawings say. */
export function draw(parent, ...drawings) {
  const focused = document.activeElement;
  patch(parent, drawings.flat(Infinity).filter(Boolean));
  // An element that changed its place among its siblings has lost the focus.
  if (focused && focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
}

function patch(parent, drawings) {
  const keyed = new Map();
  const plain = [];
  for (const node of [...parent.childNodes]) {
    const key = drawn.get(node)?.key;
    if (key === undefined) plain.push(node);
    else keyed.set(key, node);
  }
  let at = parent.firstChild;
  for (const drawing of drawings) {
    const old = find(drawing, keyed, plain);
    const node = old ? amend(old, drawing) : create(drawing);
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
    if (!old) drawing.props?.mounted?.(node);
  }
  for (const node of [...keyed.values(), ...plain]) drop(node);
}

// find takes the old node that a drawing continues out of those that are left.
function find(drawing, keyed, plain) {
  const key = drawing.props?.key;
  if (key !== undefined) {
    const node = keyed.get(key);
    if (node?.localName !== drawing.tag) return null;
    keyed.delete(key);
    return node;
  }
  const i = plain.findIndex((node) => (drawing.tag ? node.localName === drawing.tag : node.nodeType === Node.TEXT_NODE));
  return i < 0 ? null : plain.splice(i, 1)[0];
}

function create(drawing) {
  if (!drawing.tag) return document.createTextNode(String(drawing));
  const el = svg.has(drawing.tag)
    ? document.createElementNS("http://www.w3.org/2000/svg", drawing.tag)
    : document.createElement(drawing.tag);
  return amend(el, drawing);
}

function amend(node, drawing) {
  if (!drawing.tag) {
    if (node.data !== String(drawing)) node.data = String(drawing);
    return node;
  }
  const old = drawn.get(node) ?? {};
  for (const name in old) if (!(name in drawing.props)) set(node, name, null, old[name]);
  // The children come first: a list has to have its options before its value.
  patch(node, drawing.children);
  for (const name in drawing.props) set(node, name, drawing.props[name], old[name]);
  drawn.set(node, drawing.props);
  return node;
}

function set(el, name, value, before) {
  if (name === "key" || name === "mounted") return;
  if (name.startsWith("on")) el[name] = value ?? null;
  else if (name === "value" || name === "checked") {
    // Compared with the element and not with `before`: a person may have typed.
    const is = value ?? (name === "checked" ? false : "");
    if (el[name] !== is) el[name] = is;
  } else if (value === before) return;
  else if (value === null || value === undefined || value === false) el.removeAttribute(name);
  else if (name === "href" && !/^(https?:|#|\/)/i.test(value)) el.removeAttribute(name);
  else el.setAttribute(name, value === true ? "" : String(value));
}

function drop(node) {
  // Closing gives the focus back to where it was before the dialog; removing does not.
  if (node.localName === "dialog" && node.open) node.close();
  node.remove();
}
