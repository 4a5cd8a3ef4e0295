// The local stack's front page: both ends of a phone call, and its results.
import "/bar/support-pin-bar.js";
import "/console/console.js";
import { panel } from "/panel/panel.js";
import { h, setText, show } from "/shared/dom.js";
import { translator } from "/shared/texts.js";
import { office } from "./back-office.js";
import { clock } from "./clock.js";
import { End } from "./drive.js";
import { Guide } from "./guide.js";
import { phone } from "./phone.js";
import { languages, spoken, tokens, Unreachable } from "/stack.js";
import { TEXTS } from "./texts.js";

const EVERY = 2000;

/** Eleni's token contains a verified mobile; Maria's does not. `?customer=` selects any other customer. */
const CUSTOMERS = {
  1001: { text: "mariaOption", claims: {} },
  1002: { text: "eleniOption", claims: { phone_number: "+306934567890", phone_number_verified: true } },
};

const wanted = new URLSearchParams(location.search);
if (wanted.has("customer") && !(wanted.get("customer") in CUSTOMERS)) {
  CUSTOMERS[wanted.get("customer")] = { text: null, claims: {} };
}
let lang = await words(wanted.get("lang"));
let tags = ["el", "en"];
let asked = lang;
let customer = wanted.get("customer") ?? "1001";
let parts = [];

/** One for the page's whole life: a call goes on in another language. */
const desk = h("support-agent-console");
desk.token = (why) => agentToken(why);
const guide = new Guide(() => parts.forEach((part) => part.refresh().catch(reportError)));
const agentToken = tokens("agent", "agent-7", { name: "Άννα" });

function draw() {
  const t = translator(lang, TEXTS);
  document.documentElement.lang = lang;
  document.title = t("title");
  const { text, claims } = CUSTOMERS[customer];
  const token = tokens("customer", customer, { ...claims, locale: lang });
  const places = place(t);
  desk.lang = lang;
  const ends = panel(places.panel, { api: "", token, lang, owner: text === null ? customer : t(text), isInline: true });
  // A real panel would send the customer to sign in. Here a new token is as good.
  places.panel.addEventListener("support-pin-sign-in-needed", () => token({ refused: true }));
  const sms = phone(places.phone, { lang, t, isOwn: (number) => owner(number) === (claims.phone_number ?? null) });
  const systems = office(places.office, { customer, lang, t });
  const time = clock(places.clock, { lang, t, moved: () => ends.refresh() });
  parts = [sms, systems];
  const bar = places.panel.querySelector("support-pin-bar");
  guide.show(t, {
    customer,
    token,
    panel: new End(() => places.panel),
    bar: new End(() => bar.shadowRoot),
    desk: new End(() => desk.shadowRoot),
    element: { bar, desk },
  });
  time.refresh();
  refresh();
}

/** The number if a token contains it, or else null: any customer may register it. */
function owner(number) {
  return Object.values(CUSTOMERS).some(({ claims }) => claims.phone_number === number) ? number : null;
}

function place(t) {
  const main = document.querySelector("main");
  const places = {
    panel: h("section", { "aria-label": t("panel") }),
    phone: h("section", { "aria-label": t("phone") }),
    console: desk,
    office: h("div.office"),
    clock: h("div.clock"),
  };
  const says = { customerSays: h("span.muted", {}), agentSays: h("span.muted", {}) };
  guide.tells = (story) => Object.entries(says).forEach(([key, place]) => setText(place, ` ${t(`${story}.${key}`)}`));
  show(
    document.querySelector(".top"),
    h("h1.brand", {}, h("img", { src: "/shared/icon.svg", alt: "", width: "28", height: "28" }), "Support PIN"),
    h("p.unreachable.badge.badge--bad", { role: "status", hidden: true }, t("unreachable")),
    h("div.row.tools", {}, places.clock, chooser(t), switches(t)),
  );
  show(
    main,
    guide.element,
    h("div.end.end--phone", {}, who(t("phoneSays")), places.phone),
    h("div.end.end--panel", {}, who(t("customerEnd"), says.customerSays), places.panel),
    h("section.end.end--console", { "aria-label": t("agent") }, who(t("agentEnd"), says.agentSays), h("div.end__page", {}, places.console)),
    h(
      "section.end.end--office.card",
      { "aria-labelledby": "office-title" },
      h("h2.office__title", { id: "office-title" }, t("office"), " ", h("span.badge", {}, t("simulated"))),
      places.office,
    ),
  );
  show(document.querySelector(".foot"), h("a", { href: "/reference/" }, t("reference")));
  return places;
}

/** Who sits at this end, and what they do in the story. */
function who(name, says) {
  return h("p.who", {}, h("strong", {}, name), says);
}

function chooser(t) {
  const options = Object.entries(CUSTOMERS).map(([id, { text }]) => h("option", { value: id }, text === null ? id : t(text)));
  const select = h("select.select.chooser", { "aria-label": t("customer") }, options);
  select.value = customer;
  select.addEventListener("change", () => {
    customer = select.value;
    draw();
  });
  return select;
}

function switches(t) {
  const theme = h(
    "button.button.button--quiet.button--small",
    { type: "button", "aria-label": t("theme"), onclick: turn },
    h("span", { "aria-hidden": "true" }, "◐"),
  );
  return h("div.row.switches", {}, h("div.row.languages", { role: "group", "aria-label": t("language") }, tags.map(choice)), theme);
}

function choice(tag) {
  return h(
    "button.button.button--quiet.button--small",
    { type: "button", lang: tag, "aria-pressed": String(tag === lang), onclick: () => speak(tag) },
    tag === "el" ? "ΕΛ" : tag.toUpperCase(),
  );
}

/** Greek and English are there from the start, and the service's further languages join them. */
async function offerFurther() {
  const further = (await languages()).filter((tag) => !tags.includes(tag));
  tags = [...tags, ...further];
  document.querySelector(".languages").append(...further.map(choice));
}

/** The language in which both the page and the panel in it speak, once they can. */
async function words(tag) {
  const [page] = await Promise.all([spoken(tag, "front"), spoken(tag, "panel")]);
  return page;
}

/** Of two clicks the last one counts, whichever language comes first. */
async function speak(tag) {
  asked = tag;
  const other = await words(tag);
  if (asked === tag) {
    lang = other;
    draw();
    document.querySelector(`.switches [lang=${lang}]`).focus();
  }
}

function turn() {
  const { dataset } = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  dataset.theme = (dataset.theme ?? (dark ? "dark" : "light")) === "dark" ? "light" : "dark";
}

async function refresh() {
  const drawn = parts;
  if (!document.hidden) {
    const outcomes = await Promise.allSettled(drawn.map((part) => part.refresh()));
    const failures = outcomes.filter(({ status }) => status === "rejected").map(({ reason }) => reason);
    document.querySelector(".unreachable").hidden = !failures.some((failure) => failure instanceof Unreachable);
    failures.filter((failure) => !(failure instanceof Unreachable)).forEach(reportError);
  }
  if (drawn === parts) {
    setTimeout(() => drawn === parts && refresh(), EVERY);
  }
}

draw();
offerFurther().catch((failure) => failure instanceof Unreachable || reportError(failure));
