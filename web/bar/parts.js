import { h } from "../shared/dom.js";

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  shield: "M12 3l7 3v5c0 4.6-2.9 8.3-7 10-4.1-1.7-7-5.4-7-10V6zM9 12l2 2 4-4",
  copy: "M9 9h10v11H9zM5 15V4h10",
  eye: "M2 12s4-6 10-6 10 6 10 6-4 6-10 6S2 12 2 12zM12 9a3 3 0 100 6 3 3 0 000-6z",
};

/** The bar's elements. */
export function build({ send, act, copy, hide, fold }) {
  const button = (name, onclick, ...content) => h(`button.${name}`, { type: "button", part: "button", onclick }, ...content);
  const parts = {
    left: h("div.left", { "aria-hidden": "true" }),
    label: h("span", {}, "Support PIN"),
    pin: h("p.pin", { part: "pin" }),
    copy: button("small", copy, icon("copy")),
    hide: button("small.hide", hide, icon("eye")),
    changes: h("span", { role: "timer" }),
    reminder: h("span.reminder"),
    line: h("span.line"),
    message: h("span"),
    more: h("span.more"),
    off: h("span.off", { role: "status" }),
    note: h("span.note", { role: "status" }),
    sms: button("quiet.sms", send),
    act: button("act", act),
    unfold: button("small.unfold", fold, "⋯"),
    live: h("p.heard", { "aria-live": "polite" }),
    place: h("div.place"),
    extra: h("div.extra", { hidden: true }),
  };
  parts.code = h("div.code", {}, parts.pin, parts.copy, parts.hide);
  parts.times = h("div.times", {}, parts.changes, parts.reminder, parts.line);
  parts.words = h("p.message", {}, parts.message, parts.more);
  parts.bar = h(
    "section.bar",
    { part: "bar", tabindex: "-1", "aria-labelledby": "name" },
    parts.left,
    h("p.name", { id: "name" }, icon("shield"), parts.label),
    parts.code,
    parts.times,
    parts.words,
    h("div.end", {}, parts.off, parts.note, parts.sms, parts.act),
    parts.unfold,
  );
  parts.frame = h("div.frame", { lang: "el" }, parts.extra, parts.bar, parts.live);
  return parts;
}

/** Seen in two groups, heard one by one. */
export function digits(pin) {
  return [
    h("span.seen", { "aria-hidden": "true" }, pin.slice(0, 3), h("span.gap"), pin.slice(3)),
    h("span.heard", {}, spoken(pin)),
  ];
}

export function spoken(pin) {
  return [...pin].join(", ");
}

/** By its name here, or its path. */
export function icon(shape) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[shape] ?? shape);
  svg.append(path);
  return svg;
}
