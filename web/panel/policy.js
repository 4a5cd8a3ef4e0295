// <support-pin-policy>: what the customer allows by telephone. With consent="by-rule" high risk is asked only where a rule says so, as
// with ConsentForHighRisk=false.
import { Problem } from "../shared/api.js";
import { ACTIONS, actionTitle } from "../shared/actions.js";
import { countdown } from "../shared/clock.js";
import { h, isOff, setOff, show } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { PanelElement, title } from "./panel-element.js";

const POLICY = "/v1/panel/policy";
const SECOND = 1000;
/** From loose to strict. */
const RULES = ["allow", "ask", "never"];
const AFTER_SMS = ["as-usual", "standard-only"];

class Policy extends PanelElement {
  /** As the service has it, and as the customer has set it here. */
  #kept = null;
  #set = null;
  #failure = null;
  #said = null;

  async load() {
    try {
      this.#take((await this.call("GET", POLICY)).body);
      this.#failure = null;
    } catch (failure) {
      this.#failure = failure;
    }
    this.render();
  }

  get isFailed() {
    return this.#failure !== null;
  }

  #take(policy) {
    this.#kept = policy;
    this.#set = structuredClone(policy);
  }

  render() {
    this.keepingFocus(() => this.#draw());
  }

  #draw() {
    if (this.#failure !== null) {
      show(this, this.failure(this.#failure));
    } else if (this.#kept === null) {
      show(this, h("div.card.stack", { "aria-busy": "true" }, h("p.visually-hidden", {}, this.t("loading")), h("div.skeleton"), h("div.skeleton")));
    } else {
      show(this, h("div.stack", {}, this.#telephone(), this.#rules()));
    }
  }

  #telephone() {
    const frozen = this.#kept.telephone === "frozen";
    const badge = h(`span.badge.badge--${frozen ? "accent" : "good"}`, {}, this.t(frozen ? "frozen" : "open"));
    const button = h(
      "button.button.button--small",
      { type: "button", "data-control": "freeze" },
      this.t(frozen ? "unfreeze" : "freeze"),
    );
    button.addEventListener("click", () => this.#send(button, { ...this.#kept, telephone: frozen ? "open" : "frozen" }, "telephone"));
    return h(
      "section.card.stack-s",
      {},
      h(
        "div.setting",
        {},
        icon(frozen ? "snow" : "phone"),
        h("div.setting__text", {}, title(this.t("telephone"), badge), h("p.muted.small", {}, this.t(frozen ? "frozenAbout" : "freezeAbout"))),
        button,
      ),
      this.#note("telephone"),
    );
  }

  #note(place) {
    const [at, tone, text] = this.#said ?? [];
    return h("div", { role: "status" }, at === place && h(`p.notice.notice--${tone}`, {}, text));
  }

  #rules() {
    const form = h(
      "form.card.stack",
      { novalidate: true },
      h("h3", {}, this.t("whatYouAllow")),
      h("p.muted.small", {}, [this.t("rulesAbout"), this.#isHighAsked() && this.t("highRiskAsked")].filter(Boolean).join(" ")),
      h("div.rules", {}, Object.keys(this.#set.actions).map((name) => this.#rule(name))),
      h("h3", {}, this.t("afterSms")),
      this.#choice("afterSms", this.t("afterSms"), AFTER_SMS, this.#set.afterSms, (value) => (this.#set.afterSms = value)),
      this.#summary(),
      this.#note("rules"),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(form.querySelector("[type=submit]"), this.#set, "rules");
    });
    return form;
  }

  #rule(name) {
    const words = actionTitle(name, this.language);
    const isHigh = isHighRisk(name);
    const risk = isHigh && h("span.badge.badge--bad", {}, this.t("highRisk"));
    const values = this.#isAsked(name) ? [this.#kept.actions[name] === "allow" ? "allow" : "ask", "never"] : RULES;
    return h(
      "div.rule",
      { "data-rule": name },
      h("p.rule__name", {}, icon(ACTIONS[name]?.icon ?? "tools"), h("span", {}, words, " ", risk)),
      this.#choice(name, words, values, this.#set.actions[name], (value) => (this.#set.actions[name] = value)),
    );
  }

  #choice(name, label, values, chosen, choose) {
    const options = values.map((value) => {
      const input = h("input", { type: "radio", name: `policy-${name}`, value, "data-control": `${name} ${value}`, checked: value === chosen });
      input.addEventListener("change", () => {
        choose(value);
        this.#said = null;
        this.render();
      });
      return h("label.segment", {}, input, h("span", {}, this.#words(name, value)));
    });
    return h("fieldset.segments", {}, h("legend.visually-hidden", {}, label), options);
  }

  #isHighAsked() {
    return this.getAttribute("consent") !== "by-rule";
  }

  /** Whether consent stands before it even if the rule does not say so. */
  #isAsked(name) {
    return isHighRisk(name) && this.#isHighAsked();
  }

  #words(name, rule) {
    return this.t(this.#isAsked(name) && rule !== "never" ? "rule.consent" : `rule.${rule}`);
  }

  /** What saving would do: looser rules need more than stricter ones. */
  #summary() {
    const changes = this.#changes();
    if (changes.length === 0) {
      return null;
    }
    const looser = changes.filter(({ isLooser }) => isLooser);
    return h(
      `div.notice.notice--${looser.length > 0 ? "warn" : "good"}`,
      {},
      h("ul.plain", {}, changes.map(({ title, before, after }) => h("li", {}, h("strong", {}, title), `: ${before} → ${after}`))),
      h("p", {}, this.t(looser.length > 0 ? "looser" : "stricter")),
      h(
        "div.row",
        {},
        h("button.button.button--primary", { type: "submit", "data-control": "save" }, this.t("save")),
        h("button.button.button--quiet", { type: "button", onclick: () => this.#undo() }, this.t("cancel")),
      ),
    );
  }

  #changes() {
    const one = (name, title, values, before, after) => ({
      title,
      before: this.#words(name, before),
      after: this.#words(name, after),
      isLooser: values.indexOf(after) < values.indexOf(before),
      isSame: before === after,
    });
    const actions = Object.entries(this.#set.actions).map(([name, rule]) =>
      one(name, actionTitle(name, this.language), RULES, this.#kept.actions[name], rule),
    );
    return [...actions, one("afterSms", this.t("afterSms"), AFTER_SMS, this.#kept.afterSms, this.#set.afterSms)].filter(({ isSame }) => !isSame);
  }

  #undo() {
    this.#set = structuredClone(this.#kept);
    this.#said = null;
    this.render();
    this.querySelector("input:checked").focus();
  }

  /** What else the customer has set here, and not saved, stays. */
  async #send(button, policy, place) {
    if (isOff(button)) {
      return;
    }
    setOff(button, true);
    try {
      const { body } = await this.call("PUT", POLICY, { body: policy });
      const unsaved = this.#set;
      this.#take(body);
      if (place === "telephone") {
        this.#set = { ...unsaved, telephone: body.telephone };
      }
      this.#said = [place, "good", this.t("saved")];
      this.dispatchEvent(new CustomEvent("support-pin-changed", { bubbles: true }));
    } catch (failure) {
      this.#said = [place, "bad", this.#inWords(failure)];
    }
    setOff(button, false);
    this.render();
  }

  #inWords(failure) {
    if (failure instanceof Problem && failure.slug === "not-activated") {
      return this.t("rulesNeedPin");
    }
    if (failure instanceof Problem && failure.status === 429) {
      return this.t("loosenedOften", { time: countdown(failure.retryAfter * SECOND) });
    }
    return this.inOneLine(failure);
  }
}

function isHighRisk(name) {
  return ACTIONS[name]?.risk === "high";
}

customElements.define("support-pin-policy", Policy);
