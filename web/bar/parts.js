import { h } from "../shared/dom.js";
import { icon } from "./icon.js";

/** The bar's elements, which are hidden from the page around it. */
export function build({ send, act }) {
  const parts = {
    left: h("div.left", { "aria-hidden": "true" }),
    label: h("span"),
    pin: h("p.pin", { part: "pin" }),
    changes: h("span", { role: "timer" }),
    reminder: h("span.reminder"),
    message: h("span"),
    more: h("span.more"),
    off: h("span.off", { role: "status" }),
    note: h("span.note", { role: "status" }),
    sms: h("button.quiet", { type: "button", part: "button", onclick: send }),
    act: h("button", { type: "button", part: "button", onclick: act }),
    live: h("p.heard", { "aria-live": "polite" }),
  };
  parts.times = h("div.times", {}, parts.changes, parts.reminder);
  parts.words = h("p.message", {}, parts.message, parts.more);
  parts.bar = h(
    "section.bar",
    { part: "bar", tabindex: "-1", "aria-labelledby": "name", lang: "el" },
    parts.left,
    h("p.name", { id: "name" }, icon(), parts.label),
    parts.pin,
    parts.times,
    parts.words,
    h("div.end", {}, parts.off, parts.note, parts.sms, parts.act),
  );
  return parts;
}

/** Two groups of three on the screen; single digits for screen readers. */
export function digits(pin) {
  return [
    h("span", { "aria-hidden": "true" }, pin.slice(0, 3), h("span.gap"), pin.slice(3)),
    h("span.heard", {}, spoken(pin)),
  ];
}

export function spoken(pin) {
  return [...pin].join(", ");
}
