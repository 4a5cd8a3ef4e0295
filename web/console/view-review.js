/** What an action will do, in the service's words, before it is done. */
import { Problem } from "../shared/api.js";
import { money } from "../shared/amounts.js";
import { h, isOff, setOff, setText, show } from "../shared/dom.js";
import { said } from "../shared/texts.js";
import { titleOf } from "./labels.js";
import { changesSaid } from "./names.js";
import { badge, notice, standingNotice } from "./parts.js";
import { standing } from "./standing.js";

/** The actions on one domain, which their button names. */
const DEEDS = new Set(["change-dns-records", "change-nameservers", "change-domain-administrator", "recall-gr-domain"]);

/** How long the button sleeps, in milliseconds, so that nobody confirms what is not read. */
const SLEEP = 700;

/** The warning that all of it is so already: what changes nothing is not confirmed, or it would be told as done. */
const CHANGES_NOTHING = "nothing-changes";

/**
 * @param page `{ t, lang, call, id, announce, outcome, unverified, go }`
 * @param entry of Deeds.entry, new or on its way
 */
export function reviewView(page, entry) {
  const view = new ReviewView(page, entry);
  view.load();
  return view.element;
}

class ReviewView {
  #page;
  #entry;
  #body = h("div.stack", {});
  #stands = h("div", { role: "alert" });
  #confirm;

  constructor(page, entry) {
    const { t, lang, call, id } = page;
    this.#page = page;
    this.#entry = entry;
    this.#confirm = h(
      "button.button.button--primary",
      { type: "button", "data-confirm": true, onclick: () => isOff(this.#confirm) || this.#perform() },
      t("confirm"),
    );
    setOff(this.#confirm, true);
    this.element = h(
      "section.stack.console-review",
      { "aria-labelledby": id("review") },
      h(
        "div.stack-s",
        {},
        h("p.console-crumb", {}, said(entry.action.title, lang)),
        h("h2", { id: id("review"), tabindex: "-1", "data-focus": true }, t("reviewTitle")),
        h("p.muted", {}, t("reviewHint", { customer: call.verification.customerId })),
      ),
      this.#body,
      this.#stands,
      h(
        "div.row",
        {},
        this.#confirm,
        h("button.button", { type: "button", "data-correct": true, onclick: () => this.#correct() }, t("correct")),
      ),
    );
  }

  #correct(errors) {
    const { action, from } = this.#entry;
    this.#page.go(errors === undefined ? from : { name: "form", action, errors });
  }

  async load() {
    const { t, call, announce } = this.#page;
    const { action, parameters, answer, preview: known } = this.#entry;
    if (answer) {
      this.#draw(known);
      this.#perform();
      return;
    }
    show(this.#body, h("p.muted", {}, t("loadingReview")), h("div.skeleton.console-action-skeleton", { "aria-hidden": "true" }));
    try {
      const preview = await call.deeds.preview(action, parameters);
      if (!this.element.isConnected) {
        return;
      }
      this.#entry.preview = preview;
      this.#draw(preview);
      announce(t("reviewReady"));
      if (preview.warnings.some(({ code }) => code === CHANGES_NOTHING)) {
        this.#stay();
      } else {
        setTimeout(() => setOff(this.#confirm, false), SLEEP);
      }
    } catch (error) {
      this.#refused(error);
    }
  }

  #draw({ risk, gates, amountDue, warnings }) {
    const { t, lang } = this.#page;
    const isHigh = risk === "high";
    this.element.toggleAttribute("data-high", isHigh);
    if (isHigh) {
      this.#confirm.classList.replace("button--primary", "console-deed");
      setText(this.#confirm, deed(this.#page, this.#entry));
    }
    show(
      this.#body,
      isHigh && h("p.console-high", {}, badge("bad", t("highRisk")), ` ${t("highRiskHint")}`),
      changesList(this.#entry, t, lang, true),
      entered(this.#entry, lang),
      amountDue && h("p.console-amount", {}, h("span.muted", {}, t("amountDue")), " ", h("strong", {}, money(amountDue, lang))),
      warnings.map(({ code, text }) => h("p.notice.notice--warn", { "data-warning": code }, said(text, lang))),
      gates.length > 0 && h("ul.console-sentences", { "data-gates": gates.join(" ") }, gates.map((gate) => h("li", {}, t(`before-${gate}`)))),
    );
  }

  /** What is wrong is corrected where it was written. */
  #refused(error) {
    if (!this.element.isConnected) {
      return;
    }
    const { t, lang, unverified } = this.#page;
    const isRule = error instanceof Problem && error.slug === "action-refused";
    if (isRule) {
      const { text, detail } = error.body;
      show(this.#body, notice("bad", t("refused"), h("p", { "data-refusal": error.body.rule }, said(text, lang) ?? detail)));
      this.#stay();
      return;
    }
    const stands = standing(error);
    if (stands.kind === "faulty") {
      if (this.#entry.from.name === "form") {
        this.#correct(stands.errors);
        return;
      }
      const told = [...stands.errors.values()].flat().map((each) => h("p", {}, said(each, lang) ?? each));
      show(this.#body, notice("bad", t("refused"), told));
      this.#stay();
    } else if (stands.kind === "expired") {
      unverified(stands);
    } else {
      const again = h("button.button.button--small", { type: "button", onclick: () => this.load() }, t("retry"));
      show(this.#body, standingNotice(stands, this.#page), h("div", {}, again));
    }
  }

  /** Nothing to confirm here: only to correct. */
  #stay() {
    this.#confirm.hidden = true;
    this.#confirm.removeAttribute("data-confirm");
    this.element.querySelector("[data-correct]").focus();
  }

  /** Sends it, or awaits the answer to what was sent. */
  async #perform() {
    const { t, call, announce, outcome, unverified } = this.#page;
    const label = this.#confirm.textContent;
    setOff(this.#confirm, true);
    setText(this.#confirm, t("sending"));
    announce(t("sending"));
    show(this.#stands);
    const stands = await call.deeds.perform(this.#entry);
    if (!this.element.isConnected) {
      // The agent has left this screen; the call's history shows the action.
      return;
    }
    setOff(this.#confirm, false);
    setText(this.#confirm, label);
    if (stands === null) {
      outcome(this.#entry);
    } else if (stands.kind === "faulty") {
      this.#correct(stands.errors);
    } else if (stands.kind === "expired") {
      unverified(stands);
    } else {
      show(this.#stands, standingNotice(stands, this.#page));
    }
  }
}

/** What is irreversible names itself, and what it is about. */
function deed({ t, lang, call }, { action, parameters: { domain } }) {
  const of = call.account?.domains.find(({ name }) => name === domain)?.unicodeName ?? domain;
  return of !== undefined && DEEDS.has(action.name) ? t(`deed.${action.name}`, { of }) : t("confirmDeed", { deed: said(action.title, lang) });
}

/** What the agent has written about people and reasons, which the service masks or leaves out: it is read out too. */
function entered({ action, parameters }, lang) {
  const facts = ["administrator", "arguments", "note"].flatMap((name) => {
    const value = parameters[name] ?? {};
    return typeof value === "string" ? [[name, value]] : Object.entries(value).map(([member, each]) => [`${name}/${member}`, each]);
  });
  const title = (path) => titleOf(action.parameters, path, parameters, lang) ?? path;
  return (
    facts.length > 0 &&
    h("dl.console-facts", {}, facts.map(([path, value]) => h("div.console-fact", {}, h("dt", {}, title(path)), h("dd", {}, String(value)))))
  );
}

/**
 * Now and then, as the service says it; before and after, once it is done.
 *
 * @param isAhead whether it is only foreseen
 */
export function changesList(entry, t, lang, isAhead) {
  const side = (value) => value ?? t("none");
  return h(
    "dl.console-changes",
    {},
    changesSaid(entry, lang, isAhead).map(({ what, before, after, ascii }) =>
      h(
        "div.console-now-then",
        {},
        h("dt", {}, what, ascii && h("span.console-ascii.mono.small.muted", {}, ascii)),
        h("dd", {}, h("span.console-label", {}, t(isAhead ? "now.side" : "was")), h("span.mono", {}, side(before))),
        h("dd.console-then", {}, h("span.console-label", {}, t(isAhead ? "then" : "is")), h("span.mono", {}, side(after))),
      ),
    ),
  );
}
