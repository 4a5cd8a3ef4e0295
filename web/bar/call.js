// Who is on the phone: an agent who asks for digits, one who may act, one who is about to ring.
import { timeOfDay } from "../shared/amounts.js";
import { confirming } from "../shared/confirm.js";
import { DIGITS } from "../shared/digits.js";
import { h, setText, show } from "../shared/dom.js";
import { said as inWords, translator } from "../shared/texts.js";
import { digitsForm, said } from "./cards.js";
import { icon } from "./parts.js";

const RECEIVER = "M6 3h3l2 5-2 2a12 12 0 005 5l2-2 5 2v3a2 2 0 01-2 2A17 17 0 014 5a2 2 0 012-2z";

const TEXTS = {
  didYouCall: { el: "Μας καλέσατε ΕΣΕΙΣ;", en: "Did YOU call us?" },
  reads: {
    el: "{who} θα σας διαβάσει έξι ψηφία. Πληκτρολογήστε τα μόνο αν εσείς καλέσατε, έως τις {until}.",
    en: "{who} will read six digits out to you. Type them only if you made the call, by {until}.",
  },
  digits: { el: "Τα 6 ψηφία που ακούτε", en: "The 6 digits you hear" },
  yesCalled: { el: "Ναι, κάλεσα εγώ", en: "Yes, I called" },
  no: { el: "Όχι", en: "No" },
  on: { el: "Στο τηλέφωνο: {who}", en: "On the telephone: {who}" },
  since: { el: "Από τις {since}, {by}.", en: "Since {since}, {by}." },
  panel: { el: "με το PIN σας", en: "with your PIN" },
  sms: { el: "με το PIN που στείλαμε με SMS", en: "with the PIN that we sent by SMS" },
  typed: { el: "με τα ψηφία που πληκτρολογήσατε", en: "with the digits that you typed" },
  none: { el: "Δεν έχει γίνει καμία αλλαγή.", en: "Nothing has been changed." },
  end: { el: "Τέλος κλήσης", en: "End the call" },
  notMe: { el: "Δεν είμαι εγώ", en: "That is not me" },
  freezes: {
    el: "Θα τερματίσουμε την κλήση και θα παγώσουμε την τηλεφωνική υποστήριξη, μέχρι να την ανοίξετε εσείς.",
    en: "We will end the call and freeze telephone support until you open it again.",
  },
  yesNotMe: { el: "Ναι, πάγωμα", en: "Yes, freeze it" },
  cancel: { el: "Ακύρωση", en: "Cancel" },
  rings: { el: "Σας καλούμε εμείς: {who}", en: "We are calling you: {who}" },
  about: { el: "Θέμα: {text}, {object}.", en: "About: {text}, {object}." },
  aboutOnly: { el: "Θέμα: {text}.", en: "About: {text}." },
  noPin: {
    el: "Μην πείτε το PIN σας: σας καλούμε εμείς. Ισχύει έως τις {until}.",
    en: "Do not say your PIN: this time we call you. Valid until {until}.",
  },
  typeThem: {
    el: "Πληκτρολογήστε τα 6 ψηφία που ακούτε, έως τις {until}. Μην πείτε το PIN σας.",
    en: "Type the 6 digits you hear, by {until}. Do not say your PIN.",
  },
  confirm: { el: "Επιβεβαίωση", en: "Confirm" },
  noCall: { el: "Δεν θέλω την κλήση", en: "I do not want the call" },
  incomplete: DIGITS.incomplete,
  rejected: { el: "Λάθος ψηφία. Δοκιμάστε ξανά.", en: "Wrong digits. Try again." },
  over: { el: "Ο χρόνος τελείωσε. Ζητήστε νέα ψηφία.", en: "Time is over. Ask for new digits." },
  failed: { el: "Δεν στάλθηκε. Δοκιμάστε ξανά.", en: "It was not sent. Try again." },
  done: { el: "", en: "" },
};

const CALL = "/v1/panel/call";

/** Requests to which the customer said no while somebody else was on the phone. */
const declined = new Set();
/** Request → the call that its agent announced. The digits may outlive the announcement. */
const ours = new Map();

/** @param order `(method, path, body?) => Promise<{outcome}>` */
export function callCards({ request, calls = [], announcement }, lang, order) {
  const t = translator(lang, TEXTS);
  const cards = calls.map((call) => ({
    key: `call ${call.agent.id} ${call.since}`,
    make: () => running(call, t, lang, order),
    update: (card) => fillDeeds(card, call, t, lang),
  }));
  const asks = request && `${request.agent.id} ${request.since}`;
  const isOurs = request !== undefined && announcement?.agent.id === request.agent.id;
  if (isOurs) {
    ours.set(asks, announcement);
  }
  if (ours.has(asks)) {
    cards.unshift({ key: `ours ${asks}`, make: () => announced(ours.get(asks), t, lang, order, request) });
  } else if (request !== undefined && !declined.has(asks)) {
    cards.unshift({
      key: `request ${asks}`,
      make: () => asking(request, t, lang, order, () => declined.add(asks)),
      update: (card) => card.toggleAttribute("data-alone", calls.length === 0 && announcement === undefined),
    });
  }
  if (announcement !== undefined && !isOurs) {
    cards.push({ key: `announced ${announcement.agent.id} ${announcement.since}`, make: () => announced(announcement, t, lang, order) });
  }
  return cards;
}

const who = ({ id, name }) => (name === undefined ? id : `${name} (${id})`);

function title(text) {
  return h("h2", {}, icon(RECEIVER), h("span", {}, text));
}

/** What the agent reads out is typed here. */
function typing(button, t, order, note) {
  return digitsForm({ label: t("digits"), button: t(button), note, t, order: (code) => order("POST", "/v1/panel/verification", { code }) });
}

/** The route ends all calls; beside another one, "No" only takes the card away, by `hide`. */
function asking({ agent, expiresAt }, t, lang, order, hide) {
  const note = said();
  const decline = async () => failed(card.hasAttribute("data-alone") ? await order("DELETE", CALL) : hide(), note, t);
  const no = h("button.quiet", { type: "button", onclick: decline }, t("no"));
  const card = h(
    "section.card.asks",
    {},
    title(t("didYouCall")),
    h("p", {}, t("reads", { who: who(agent), until: timeOfDay(lang, expiresAt) })),
    h("div.does", {}, typing("yesCalled", t, order, note), no, ...refusal(t, order, note)),
    note,
  );
  return card;
}

function running({ agent, source, since }, t, lang, order) {
  const note = said();
  const end = h("button.quiet", { type: "button", onclick: async () => failed(await order("DELETE", CALL), note, t) }, t("end"));
  return h(
    "section.card.call",
    {},
    title(t("on", { who: who(agent) })),
    h("p.quietly", {}, t("since", { since: timeOfDay(lang, since), by: t(source) })),
    h("ul.deeds"),
    h("div.does", {}, end, ...refusal(t, order, note)),
    note,
  );
}

function fillDeeds(card, { actions }, t, lang) {
  const lines = actions.length === 0 ? [t("none")] : actions.map((each) => inWords(each.summary, lang));
  const list = card.querySelector(".deeds");
  if ([...list.children].map((line) => line.textContent).join() !== lines.join()) {
    show(list, ...lines.map((line) => h("li", {}, line)));
  }
}

/** @param request the digits that its agent reads out meanwhile, if any */
function announced({ agent, text, object, until }, t, lang, order, request) {
  const note = said();
  const refuse = h("button.quiet", { type: "button", onclick: async () => failed(await order("DELETE", CALL), note, t) }, t("noCall"));
  return h(
    "section.card.announced",
    {},
    title(t("rings", { who: who(agent) })),
    h("p", {}, t(object === undefined ? "aboutOnly" : "about", { text: inWords(text, lang), object })),
    request
      ? h("p", {}, t("typeThem", { until: timeOfDay(lang, request.expiresAt) }))
      : h("p.quietly", {}, t("noPin", { until: timeOfDay(lang, until) })),
    h("div.does", {}, request && typing("confirm", t, order, note), refuse),
    note,
  );
}

/** "That is not me", which is asked twice, for it freezes. */
function refusal(t, order, note) {
  return confirming({
    ask: h("button.bad.not-me", { type: "button" }, t("notMe")),
    yes: h("button.bad.yes", { type: "button" }, t("yesNotMe")),
    no: h("button.quiet.no", { type: "button" }, t("cancel")),
    act: async () => failed(await order("DELETE", CALL, { notMe: true }), note, t),
    turned: (isAsked) => setText(note, isAsked ? t("freezes") : ""),
  });
}

function failed({ outcome }, note, t) {
  setText(note, outcome === "failed" ? t("failed") : "");
}
