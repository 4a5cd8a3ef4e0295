// What waits for the customer: with its values before and after, the digits to type beside them, and a way to stop it.
import { dateTime, timeOfDay } from "../shared/amounts.js";
import { changeInWords } from "../shared/change-words.js";
import { DIGITS } from "../shared/digits.js";
import { h, setText } from "../shared/dom.js";
import { said as inWords, translator } from "../shared/texts.js";
import { digitsForm, said } from "./cards.js";

const TEXTS = {
  waitsForYou: {
    el: "Αν το ζητήσατε ΕΣΕΙΣ, πληκτρολογήστε τα ψηφία έως τις {until}. Αν όχι, σταματήστε το.",
    en: "If YOU asked for this, type the digits by {until}. If not, stop it.",
  },
  holds: {
    el: "Θα γίνει μετά τις {until}. Αν δεν το ζητήσατε εσείς, σταματήστε το.",
    en: "It will be done after {until}. If you did not ask for it, stop it.",
  },
  waitsForApproval: { el: "Περιμένει έγκριση από υπεύθυνο, έως τις {until}.", en: "It waits for a supervisor's approval, until {until}." },
  codeOfAgent: { el: "Τα 6 ψηφία που ακούτε", en: "The 6 digits you hear" },
  codeOfSms: { el: "Τα 6 ψηφία του SMS", en: "The 6 digits of the SMS" },
  agree: { el: "Συμφωνώ", en: "I agree" },
  stop: { el: "Να σταματήσει", en: "Stop it" },
  unreadable: { el: "Δεν μπορούμε να δείξουμε τι θα αλλάξει. Σταματήστε το.", en: "We cannot show what will change. Stop it." },
  nothing: { el: "—", en: "—" },
  incomplete: DIGITS.incomplete,
  rejected: { el: "Λάθος ψηφία. Δοκιμάστε ξανά.", en: "Wrong digits. Try again." },
  over: { el: "Δεν περιμένει πλέον.", en: "It no longer waits." },
  failed: { el: "Δεν στάλθηκε. Δοκιμάστε ξανά.", en: "It was not sent. Try again." },
  done: { el: "", en: "" },
};

/** Of the warnings, those that say what stays. */
const REASSURING = /-stays$/;

/** @param order `(method, path, body?) => Promise<{outcome}>` @param {ServiceTime} time the service's: by it a day is another one */
export function waitingCards({ waiting = [] }, lang, order, time) {
  const t = translator(lang, TEXTS);
  const whenIs = (instant) => {
    const isToday = new Date(instant).toDateString() === new Date(time.now()).toDateString();
    return isToday ? timeOfDay(lang, instant) : dateTime(lang, instant);
  };
  return waiting.map((each) => ({
    key: `${each.actionId} ${each.waitingFor.join(" ")}`,
    make: () => card(each, t, lang, order, whenIs),
  }));
}

function card({ actionId, action, summary, changes, warnings, waitingFor, until, consentBy }, t, lang, order, whenIs) {
  const path = `/v1/panel/actions/${encodeURIComponent(actionId)}`;
  const note = said();
  const asks = waitingFor.includes("consent");
  const opens = asks || waitingFor.includes("hold");
  const label = t(consentBy === "sms" ? "codeOfSms" : "codeOfAgent");
  const consent = (code) => order("POST", `${path}/consent`, { code });
  const stop = async () => setText(note, t((await order("POST", `${path}/stop`)).outcome));
  return h(
    "section.card.waits",
    { "data-action": actionId },
    h("h2.deed", {}, inWords(summary, lang)),
    changes === null ? h("p.warning", {}, t("unreadable")) : h("ul", {}, changes.map((each) => change(each, action, t, lang))),
    (warnings ?? []).map(({ code, text }) => h(REASSURING.test(code) ? "p.quietly" : "p.warning", {}, inWords(text, lang))),
    h("p", {}, t(asks ? "waitsForYou" : waitingFor.includes("approval") ? "waitsForApproval" : "holds", { until: whenIs(until) })),
    h(
      "div.does",
      {},
      opens && changes !== null && digitsForm({ label, button: t("agree"), order: consent, note, t }),
      h("button.bad.stop", { type: "button", onclick: stop }, t("stop")),
    ),
    note,
  );
}

function change(each, action, t, lang) {
  const { what, before, after } = changeInWords(lang, action, each, true);
  return h(
    "li",
    {},
    h("span.what", {}, what),
    ": ",
    h("span.now", {}, before ?? t("nothing")),
    " → ",
    h("span.then", {}, after ?? t("nothing")),
  );
}
