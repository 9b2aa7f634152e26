// Two small dialogs: dialling out, and sending digits to whoever listens.

import { act, post } from "./api.js";
import { control, idOf } from "./control.js";
import { modal, submit, wrong } from "./dialog.js";
import { h } from "./dom.js";
import { may, newField, numberField } from "./number.js";
import { callerIds } from "./session.js";
import { update } from "./state.js";
import { t } from "./words.js";

export function dial(d) {
  d.field ??= newField("dial");
  const ids = callerIds();
  d.callerId ??= ids[0] ?? "";
  const id = idOf("caller id");
  return modal({
    d,
    key: "dial",
    title: t("desktop.dial"),
    body: [
      numberField(d.field, "dial"),
      ids.length > 0 && h("p", { class: "field" }, h("label", { for: id }, t("page.caller-id")), h("select", { id, value: d.callerId, onchange: (e) => (d.callerId = e.target.value) }, ids.map((one) => h("option", { value: one }, one)))),
      wrong(d),
    ],
    buttons: control({
      key: "dial go", label: t("desktop.dial"), glyph: "phone", look: "primary", may: may(d.field),
      press: () => submit(d, (sure) => post("/dial", { number: d.field.text, callerId: d.callerId, ...sure }), d.field.text),
    }),
  });
}

export function digits(d) {
  d.text ??= "";
  const id = idOf("digits");
  const ok = /^[0-9*#]+$/.test(d.text);
  const enter = (text) => {
    d.text = text;
    update({});
  };
  return modal({
    d,
    key: "digits",
    title: t("action.send-digits"),
    body: [
      h("p", { class: "field" }, h("label", { for: id }, t("page.digits")), h("input", { id, type: "tel", value: d.text, maxlength: 32, autocomplete: "off", oninput: (e) => enter(e.target.value) })),
      h("div", { class: "keys" }, [..."123456789*0#"].map((one) => h("button", { type: "button", key: one, onclick: () => enter(d.text + one) }, one))),
      wrong(d),
    ],
    buttons: control({
      key: "digits go", label: t("page.send"), glyph: "keypad", look: "primary",
      may: { allowed: ok, text: t("page.digits-hint") }, press: () => submit(d, () => act(d.call, "Send Digits", { digits: d.text })),
    }),
  });
}
