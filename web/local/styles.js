// The design system on one page: type, colours, controls, states and icons, in both themes.
import { h } from "/shared/dom.js";
import { icon, SHAPES } from "/shared/icons.js";

const COLOURS = ["ink", "ink-2", "accent", "accent-soft", "good", "warn", "bad"];
const TONES = ["good", "warn", "bad", "accent"];

function theme(name) {
  const id = (text) => `${name}-${text}`;
  const part = (title, ...content) => h("div.card.stack", {}, h("h3", {}, title), ...content);
  return h(
    `section.theme.theme--${name}`,
    { "aria-labelledby": name },
    h("h2", { id: name }, name === "light" ? "Light" : "Dark"),
    part(
      "Type",
      h("p.text-xl", {}, "24 px: the page"),
      h("p.text-l", {}, "18 px: a part"),
      h("p", {}, "15 px: what is read"),
      h("p.small.muted", {}, "13 px: what is said beside it"),
      h("p.mono", {}, "0O 1Il: what is copied"),
    ),
    part("Colours", h("div.swatches", {}, COLOURS.map((each) => h(`div.swatch.${each}`, {}, each)))),
    part(
      "Buttons",
      h(
        "div.row",
        {},
        h("button.button.button--primary", { type: "button" }, "Primary"),
        h("button.button", { type: "button" }, "Plain"),
        h("button.button.button--quiet", { type: "button" }, "Quiet"),
        h("button.button.button--danger", { type: "button" }, "Danger"),
        h("button.button", { type: "button", "aria-disabled": "true" }, "Off"),
        h("button.button.button--quiet.button--icon", { type: "button", "aria-label": "More" }, icon("more")),
      ),
    ),
    part("Badges", h("div.row", {}, h("span.badge", {}, "plain"), TONES.map((each) => h(`span.badge.badge--${each}`, {}, each)))),
    part("Notices", TONES.slice(0, 3).map((each) => h(`p.notice.notice--${each}`, {}, `This is ${each}.`))),
    part(
      "Fields",
      h("div.field", {}, h("label", { for: id("field") }, "Name"), h("input.input", { id: id("field"), value: "shop" }), h("p.hint", {}, "A hint")),
      h(
        "div.field",
        {},
        h("label", { for: id("wrong") }, "Wrong"),
        h("input.input", { id: id("wrong"), value: "a b", "aria-invalid": "true" }),
        h("p.error", {}, "What is wrong, and how it is right."),
      ),
      h(
        "fieldset.segments",
        {},
        h("legend", {}, "One of few"),
        ["Allow", "Ask me", "Never"].map((each, index) =>
          h("label.segment", {}, h("input", { type: "radio", name: id("segment"), checked: index === 1 }), h("span", {}, each)),
        ),
      ),
    ),
    part(
      "A setting",
      h(
        "div.setting",
        {},
        icon("mobile"),
        h("div.setting__text", {}, h("div.setting__title", {}, h("h4", {}, "Mobile phone"), h("span.badge.badge--good", {}, "Confirmed")), h("p.muted.small", {}, "+30 ••• ••• ••78")),
        h("button.button.button--small", { type: "button" }, "Change"),
      ),
    ),
    part("Waiting and empty", h("div.skeleton"), h("div.empty", {}, h("p", {}, "Nothing yet."), h("p.small", {}, "What will be here."))),
    part("Icons", h("div.icons", {}, Object.keys(SHAPES).map((each) => h("div", {}, icon(each), each)))),
  );
}

document.querySelector("main").append(h("div.themes", {}, theme("light"), theme("dark")));
