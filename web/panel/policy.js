// <support-pin-policy>: what the customer allows by telephone. With consent="by-rule" high risk is asked only where a rule says so, as
// with ConsentForHighRisk=false.
import { Problem } from "../shared/api.js";
import { ACTIONS, actionTitle } from "../shared/actions.js";
import { countdown } from "../shared/clock.js";
import { ASLEEP, asleep } from "../shared/confirm.js";
import { h, isOff, setOff, show } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { PanelElement, title } from "./panel-element.js";
import { AFTER_SMS, Draft, RULES, changed, changes } from "./policy-changes.js";
import { inWords, isHighRisk } from "./policy-words.js";

const POLICY = "/v1/panel/policy";
const SECOND = 1000;

class Policy extends PanelElement {
  #draft = new Draft();
  #failure = null;
  #said = null;
  #turn = 0;
  #last = Promise.resolve();
  #freshUntil = 0;

  /** Again whenever the bar tells of something: the rules may have been changed there, or in another tab. */
  async load() {
    const turn = ++this.#turn;
    const before = this.#seen();
    try {
      const { body } = await this.call("GET", POLICY);
      if (turn === this.#turn) {
        this.#arrive(body);
        this.#failure = null;
      }
    } catch (failure) {
      // What is shown stays, with what is not saved.
      this.#failure = this.#draft.kept === null ? failure : null;
    }
    if (before !== this.#seen()) {
      this.render();
    }
  }

  #seen() {
    return JSON.stringify([this.#draft.kept, this.#failure === null]);
  }

  /** Whoever has not saved yet is told what is another than when they looked. */
  #arrive(policy) {
    const isUnsaved = this.#draft.mine.length > 0;
    const elsewhere = this.#take(policy);
    if (isUnsaved && elsewhere.length > 0) {
      this.#said = ["rules", "warn", this.#changedElsewhere(elsewhere)];
    }
  }

  #take(policy) {
    const others = this.#draft.take(policy);
    if (others.length > 0) {
      this.#freshUntil = performance.now() + ASLEEP;
    }
    return others;
  }

  #changedElsewhere(others) {
    const { title, turn } = this.#words;
    return this.t("changedElsewhere", { changes: others.map((each) => `${title(each.name)}: ${turn(each)}`).join(", ") });
  }

  get #words() {
    return inWords(this.t, this.language, this.#isHighAsked());
  }

  render() {
    this.keepingFocus(() => this.#draw());
  }

  #draw() {
    if (this.#failure !== null) {
      show(this, this.failure(this.#failure));
    } else if (this.#draft.kept === null) {
      show(this, h("div.card.stack", { "aria-busy": "true" }, h("p.visually-hidden", {}, this.t("loading")), h("div.skeleton"), h("div.skeleton")));
    } else {
      show(this, h("div.stack", {}, this.#telephone(), this.#rules()));
    }
  }

  #telephone() {
    const frozen = this.#draft.kept.telephone === "frozen";
    const badge = h(`span.badge.badge--${frozen ? "accent" : "good"}`, {}, this.t(frozen ? "frozen" : "open"));
    const button = h(
      "button.button.button--small",
      { type: "button", "data-control": "freeze" },
      this.t(frozen ? "unfreeze" : "freeze"),
    );
    button.addEventListener("click", () => this.#send(button, [{ name: "telephone", after: frozen ? "open" : "frozen" }], "telephone"));
    this.#sleepIfFresh(button);
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
      h("div.rules", {}, Object.keys(this.#draft.set.actions).map((name) => this.#rule(name))),
      h("h3", {}, this.t("afterSms")),
      this.#choice("afterSms", this.t("afterSms"), AFTER_SMS, this.#draft.set.afterSms, (value) => (this.#draft.set.afterSms = value)),
      this.#summary(),
      this.#note("rules"),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(form.querySelector("[type=submit]"), this.#draft.mine, "rules");
    });
    return form;
  }

  #rule(name) {
    const words = actionTitle(name, this.language);
    const isHigh = isHighRisk(name);
    const risk = isHigh && h("span.badge.badge--bad", {}, this.t("highRisk"));
    const values = this.#words.isAsked(name) ? [this.#draft.kept.actions[name] === "allow" ? "allow" : "ask", "never"] : RULES;
    return h(
      "div.rule",
      { "data-rule": name },
      h("p.rule__name", {}, icon(ACTIONS[name]?.icon ?? "tools"), h("span", {}, words, " ", risk)),
      this.#choice(name, words, values, this.#draft.set.actions[name], (value) => (this.#draft.set.actions[name] = value)),
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
      return h("label.segment", {}, input, h("span", {}, this.#words.rule(name, value)));
    });
    return h("fieldset.segments", {}, h("legend.visually-hidden", {}, label), options);
  }

  #isHighAsked() {
    return this.getAttribute("consent") !== "by-rule";
  }

  /** What saving would do: looser rules need more than stricter ones. */
  #summary() {
    const { mine } = this.#draft;
    const { title, turn } = this.#words;
    if (mine.length === 0) {
      return null;
    }
    const looser = mine.filter(({ isLooser }) => isLooser);
    const save = h("button.button.button--primary", { type: "submit", "data-control": "save" }, this.t("save"));
    this.#sleepIfFresh(save);
    return h(
      `div.notice.notice--${looser.length > 0 ? "warn" : "good"}`,
      {},
      h("ul.plain", {}, mine.map((each) => h("li", {}, h("strong", {}, title(each.name)), `: ${turn(each)}`))),
      h("p", {}, this.t(looser.length > 0 ? "looser" : "stricter")),
      h(
        "div.row",
        {},
        save,
        h("button.button.button--quiet", { type: "button", onclick: () => this.#undo() }, this.t("cancel")),
      ),
    );
  }

  /** What it does may be another thing than what was read on it a moment ago. */
  #sleepIfFresh(button) {
    if (performance.now() < this.#freshUntil) {
      asleep(button);
    }
  }

  #undo() {
    this.#draft.undo();
    this.#said = null;
    this.render();
    this.querySelector("input:checked").focus();
  }

  /** One after another, for each writes the whole document. */
  #send(button, mine, place) {
    if (!isOff(button)) {
      setOff(button, true);
      this.#last = this.#last.then(async () => {
        await this.#write(mine, place);
        setOff(button, false);
        this.render();
      });
    }
  }

  /** Read first, so that nothing is written but what the customer changes. */
  async #write(mine, place) {
    this.#turn++;
    try {
      const others = this.#take((await this.call("GET", POLICY)).body);
      const policy = changed(this.#draft.kept, mine);
      const wanted = changes(this.#draft.kept, policy);
      const told = others.length > 0 ? [this.#changedElsewhere(others)] : [];
      if (others.length > 0 && wanted.some(({ isLooser }) => isLooser)) {
        this.#said = [place, "warn", [...told, this.t("lookAgain")].join(" ")];
        return;
      }
      if (wanted.length > 0) {
        this.#take((await this.call("PUT", POLICY, { body: policy })).body);
        // What was asked for meanwhile may be older than this.
        this.#turn++;
      }
      this.#said = [place, "good", [this.t("saved"), ...told].join(" ")];
      this.dispatchEvent(new CustomEvent("support-pin-changed", { bubbles: true }));
    } catch (failure) {
      this.#said = [place, "bad", this.#inWords(failure)];
    }
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

customElements.define("support-pin-policy", Policy);
