// What waits for the customer: each with its values before and after, the digits to type, and a way to stop it. Loaded only when
// something waits.
import { h, setText, show } from "../shared/dom.js";
import { dateTime, translator } from "../shared/texts.js";

export const styles = new CSSStyleSheet();
styles.replaceSync(`
.waiting { display: grid; background: var(--ground); border-top: 1px solid var(--line); }
.card { display: grid; gap: 0.375rem; padding: 0.75rem 1.25rem; border-inline-start: 4px solid var(--warn); }
.card + .card { border-top: 1px solid var(--line); }
.card ul { padding: 0; list-style: none; overflow-wrap: anywhere; }
.deed, .what { font-weight: 600; }
.warning { color: var(--bad); }
form { display: flex; gap: 0.5rem; }
.code {
  width: 14rem; max-width: 100%; min-height: 2.5rem; padding: 0 0.75rem; border: 1px solid var(--line); border-radius: 8px;
  background: var(--ground); color: var(--ink); font: inherit; font-variant-numeric: tabular-nums;
}
`);

const TEXTS = {
  waits: { el: "Περιμένει εσάς", en: "Waiting for you" },
  waitsForYou: {
    el: "Διαβάστε τι θα αλλάξει. Αν το ζητήσατε εσείς, πληκτρολογήστε τα ψηφία έως τις {until}. Αν όχι, σταματήστε το.",
    en: "Read what will change. If you asked for it, type the digits by {until}. If not, stop it.",
  },
  waitsForApproval: { el: "Περιμένει έγκριση έως τις {until}.", en: "It waits for approval until {until}." },
  codeOfAgent: { el: "Τα 6 ψηφία που ακούτε", en: "The 6 digits you hear" },
  codeOfSms: { el: "Τα 6 ψηφία του SMS", en: "The 6 digits of the SMS" },
  agree: { el: "Συμφωνώ", en: "I agree" },
  stop: { el: "Να σταματήσει", en: "Stop it" },
  nothing: { el: "—", en: "—" },
  "settle-rejected": { el: "Λάθος ψηφία. Δοκιμάστε ξανά.", en: "Wrong digits. Try again." },
  "settle-over": { el: "Δεν περιμένει πια.", en: "It no longer waits." },
  "settle-failed": { el: "Δεν στάλθηκε. Δοκιμάστε ξανά.", en: "It was not sent. Try again." },
};

/** Shows the waiting actions. A card stays the same element while its action waits for the same, so that nothing typed is lost. */
export class Waiting {
  #settle;
  #cards = new Map();

  element = h("div.waiting", { role: "region", hidden: true });

  /** @param settle `(actionId, how, body) => Promise<"done"|"rejected"|"over"|"failed">` */
  constructor(settle) {
    this.#settle = settle;
  }

  /** @param waiting as in the view */
  show(waiting, lang) {
    const t = translator(lang, TEXTS);
    const cards = new Map(
      waiting.map((each) => {
        const key = `${lang} ${each.actionId} ${each.waitingFor.join(" ")}`;
        return [key, this.#cards.get(key) ?? this.#card(each, t, lang)];
      }),
    );
    const isSame = cards.size === this.#cards.size && [...cards.keys()].every((key) => this.#cards.has(key));
    this.#cards = cards;
    this.element.hidden = cards.size === 0;
    this.element.setAttribute("aria-label", t("waits"));
    if (!isSame) {
      show(this.element, ...cards.values());
    }
  }

  #card(action, t, lang) {
    const note = h("p.note", { role: "status" });
    const tell = (outcome) => setText(note, outcome === "done" ? "" : t(`settle-${outcome}`));
    const opens = action.waitingFor.includes("consent") || action.waitingFor.includes("hold");
    return h(
      "section.card",
      { "data-action": action.actionId },
      h("p.deed", {}, action.summary[lang]),
      h("ul", {}, (action.changes ?? []).map((each) => change(each, t))),
      (action.warnings ?? []).map((each) => h("p.warning", {}, each.text[lang])),
      h("p.reminder", {}, t(opens ? "waitsForYou" : "waitsForApproval", { until: dateTime(lang, action.until) })),
      h(
        "div.end",
        {},
        note,
        opens && this.#code(action, t, tell),
        h(
          "button.quiet",
          { type: "button", onclick: async () => tell(await this.#settle(action.actionId, "stop")) },
          t("stop"),
        ),
      ),
    );
  }

  #code(action, t, tell) {
    const input = h("input.code", {
      "aria-label": t(action.consentBy === "sms" ? "codeOfSms" : "codeOfAgent"),
      placeholder: t(action.consentBy === "sms" ? "codeOfSms" : "codeOfAgent"),
      inputmode: "numeric",
      autocomplete: "off",
      maxlength: "7",
    });
    const send = async (event) => {
      event.preventDefault();
      tell(await this.#settle(action.actionId, "consent", { code: input.value.replaceAll(/\s/g, "") }));
      input.value = "";
    };
    return h("form", { onsubmit: send }, input, h("button", { type: "submit" }, t("agree")));
  }
}

function change({ what, before, after }, t) {
  return h("li", {}, h("span.what", {}, what), `: ${before ?? t("nothing")} → ${after ?? t("nothing")}`);
}
