// <support-pin-activity>: everything done on the customer's behalf, newest first.
import { dateTime } from "../shared/amounts.js";
import { h, isOff, setOff, show } from "../shared/dom.js";
import { PanelElement } from "./panel-element.js";
import { changeList, proposal } from "./story.js";

const TONES = { succeeded: "good", refused: "warn", failed: "bad" };

class Activity extends PanelElement {
  #events = null;
  #cursor = null;
  #failure = null;

  get isFailed() {
    return this.#failure !== null;
  }

  async load() {
    await this.#page(null, []);
  }

  async #page(cursor, before) {
    try {
      const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
      const { body } = await this.call("GET", `/v1/panel/activity${query}`);
      this.#events = [...before, ...body.events];
      this.#cursor = body.nextCursor;
      this.#failure = null;
    } catch (failure) {
      this.#failure = failure;
    }
    this.render();
  }

  render() {
    const { t } = this;
    if (this.#failure !== null) {
      show(this, this.failure(this.#failure));
    } else if (this.#events === null) {
      show(this, h("div.card.stack", { "aria-busy": "true" }, h("p.visually-hidden", {}, t("loading")), skeleton(), skeleton(), skeleton()));
    } else if (this.#events.length === 0) {
      show(this, h("div.card.empty", {}, h("p", {}, t("noActivity")), h("p.small", {}, t("noActivityMore"))));
    } else {
      show(this, h("ol.events.card", {}, this.#events.map((event) => this.#event(event))), this.#older());
    }
  }

  #event({ at, type, actor, summary, details }) {
    const tone = TONES[details.status] ?? (type === "pin-rejected" ? "warn" : "plain");
    return h(
      `li.event.event--${tone}`,
      {},
      h("p.event__what", {}, summary),
      h("p.muted.small", {}, h("time", { datetime: at }, dateTime(this.language, at)), " · ", this.#who(actor)),
      details.changes === null
        ? h("p.muted.small", {}, this.t("unreadable"))
        : changeList(details.changes ?? [], details.action, this.t, this.language),
      proposal(details.proposed, details.action, false, this.t, this.language),
      (details.actions ?? []).map((each) => proposal(each.proposed, each.action, true, this.t, this.language)),
    );
  }

  #who({ kind, id, callReference }) {
    switch (kind) {
      case "agent":
        return callReference === undefined ? this.t("byAgentOnly", { id }) : this.t("byAgent", { id, call: callReference });
      case "auditor":
        return this.t("byAuditor", { id });
      case "customer":
        return this.t("byYou");
      default:
        return this.t("byService");
    }
  }

  #older() {
    if (this.#cursor === null) {
      return null;
    }
    const button = h("button.button", { type: "button" }, this.t("older"));
    button.addEventListener("click", () => {
      if (!isOff(button)) {
        setOff(button, true);
        this.#page(this.#cursor, this.#events);
      }
    });
    return h("div.row.older", {}, button);
  }
}

function skeleton() {
  return h("div.skeleton");
}

customElements.define("support-pin-activity", Activity);
