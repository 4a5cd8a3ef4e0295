/** Shows an action in words before it is done. */
import { h, isOff, setOff, setText, show } from "../shared/dom.js";
import { badge, notice, standingNotice } from "./parts.js";
import { preview } from "./preview.js";

/**
 * @param page `{ t, lang, call, id, announce, toForm, outcome, unverified }`; `toForm(action, errors)`, `outcome(entry)`, `unverified(stands)`
 */
export function reviewView(page, action, parameters) {
  const view = new ReviewView(page, action, parameters);
  return view.element;
}

class ReviewView {
  #page;
  #entry;
  #stands = h("div", { role: "alert" });
  #confirm;

  constructor(page, action, parameters) {
    const { t, lang, call, id, toForm } = page;
    const told = preview(action, parameters, lang);
    this.#page = page;
    this.#entry = call.entry(action, parameters, told.sentences);
    this.#confirm = h(
      "button.button.button--primary",
      { type: "button", "data-confirm": true, onclick: () => this.#perform() },
      t("confirm"),
    );
    this.element = h(
      "section.stack.console-review",
      { "aria-labelledby": id("review") },
      h(
        "div.stack-s",
        {},
        h("p.console-crumb", {}, action.title[lang], told.risk === "high" && badge("warn", t("high"))),
        h("h2", { id: id("review"), tabindex: "-1", "data-focus": true }, t("reviewTitle")),
        h("p.muted", {}, t("reviewHint", { customer: call.verification.customerId })),
      ),
      h("ul.console-sentences", {}, told.sentences.map((each) => h("li", {}, each))),
      risk(told, t),
      this.#stands,
      h(
        "div.row",
        {},
        this.#confirm,
        h("button.button", { type: "button", onclick: () => toForm(action) }, t("correct")),
      ),
    );
  }

  async #perform() {
    const { t, call, announce, toForm, outcome, unverified } = this.#page;
    if (isOff(this.#confirm)) {
      return;
    }
    setOff(this.#confirm, true);
    setText(this.#confirm, t("sending"));
    announce(t("sending"));
    show(this.#stands);
    const stands = await call.perform(this.#entry);
    if (!this.element.isConnected) {
      // The agent has left this screen; the call's history shows the action.
      return;
    }
    setOff(this.#confirm, false);
    setText(this.#confirm, t("confirm"));
    if (stands === null) {
      outcome(this.#entry);
    } else if (stands.kind === "faulty") {
      toForm(this.#entry.action, stands.errors);
    } else if (stands.kind === "expired") {
      unverified(stands);
    } else {
      show(this.#stands, standingNotice(stands, this.#page));
    }
  }
}

function risk({ risk: level, isIrreversible }, t) {
  if (level === "standard") {
    return null;
  }
  return notice(
    "warn",
    t(level === "high" ? "highRisk" : "possibleRisk"),
    isIrreversible && h("p.console-strong", {}, t("irreversible")),
    h("p", {}, t(level === "high" ? "highRiskHint" : "possibleRiskHint")),
  );
}
