// The design system on one page: type, colours, controls, states and icons, in both themes.
import { h } from "/shared/dom.js";
import { icon, SHAPES } from "/shared/icons.js";

/** Each token of tokens.css, so that none is missing here. */
const ROOT = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).find(({ selectorText }) => selectorText === ":root").style;
const TOKENS = [...ROOT].filter((name) => name.startsWith("--"));

/** Which colour carries which text. */
const PAIRS = ["ink", "ink-2", "accent", "accent-soft", "good", "warn", "bad"];
const TONES = ["good", "warn", "bad", "accent"];

/** The tokens of a kind, each shown by what it does to `show()`. */
function tokens(kind, isOne, show) {
  return TOKENS.filter((name) => isOne(ROOT.getPropertyValue(name), name)).map((name) => {
    const shown = h(`div.token__${kind}`, {}, kind === "text" ? "Support PIN 048 213" : null);
    show(shown.style, `var(${name})`);
    return h(`div.token.token--${kind}`, { "data-token": name }, shown, h("code", {}, name));
  });
}

const isNamed = (start) => (_, name) => name.startsWith(`--${start}`);
const isColour = (value, name) => value.includes("light-dark(") && !isNamed("shadow")(value, name);

function theme(name) {
  const id = (text) => `${name}-${text}`;
  const part = (title, ...content) => h("div.card.stack", {}, h("h3", {}, title), ...content);
  return h(
    `section.theme.theme--${name}`,
    { "aria-labelledby": name },
    h("h2", { id: name }, name === "light" ? "Light" : "Dark"),
    part(
      "Type: 13 what is said beside, 15 what is read, 18 a part, 24 the page, 32 the PIN",
      tokens("text", isNamed("text"), (style, value) => (style.fontSize = value)),
      tokens("text", (_, each) => ["font", "mono"].some((end) => each === `--${end}`), (style, value) => (style.fontFamily = value)),
    ),
    part("Spacing", tokens("space", isNamed("space"), (style, value) => (style.width = value))),
    part("Corners and shadow", h("div.swatches", {}, corners())),
    part("Colours", h("div.swatches", {}, tokens("colour", isColour, (style, value) => (style.background = value)))),
    part("Text on colours", h("div.swatches", {}, PAIRS.map((each) => h(`div.pair.${each}`, {}, each)))),
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
        h("button.button.button--small", { type: "button" }, "Small"),
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
      h("div.field", {}, h("label", { for: id("code") }, "Digits"), h("input.input.input--code", { id: id("code"), value: "048 213" })),
      h("div.field", {}, h("label", { for: id("one") }, "One of many"), h("select.select", { id: id("one") }, h("option", {}, "1 year"), h("option", {}, "2 years"))),
      h("div.field", {}, h("label", { for: id("lines") }, "Lines"), h("textarea.textarea", { id: id("lines"), rows: "2", value: "v=spf1 mx -all" })),
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
    part(
      "A table, and text",
      h(
        "table.table",
        {},
        h("thead", {}, h("tr", {}, ["What", "Before", "After"].map((each) => h("th", {}, each)))),
        h("tbody", {}, h("tr", {}, ["www.papadopoulou.gr A", "195.251.255.10", "195.251.255.20"].map((each) => h("td.mono", {}, each)))),
      ),
      h("p", {}, "Text with a ", h("a", { href: "#" }, "link"), " and ", h("code", {}, "code"), "."),
      h("p.muted.small", {}, "Small and muted."),
    ),
    part("Waiting and empty", h("div.skeleton"), h("div.empty", {}, h("p", {}, "Nothing yet."), h("p.small", {}, "What will be here."))),
    part("Icons", h("div.icons", {}, Object.keys(SHAPES).map((each) => h("div", {}, icon(each), each)))),
  );
}

function corners() {
  return [
    tokens("corner", isNamed("radius"), (style, value) => (style.borderRadius = value)),
    tokens("corner", isNamed("shadow"), (style, value) => (style.boxShadow = value)),
  ];
}

document.querySelector("main").append(h("div.themes", {}, theme("light"), theme("dark")));
