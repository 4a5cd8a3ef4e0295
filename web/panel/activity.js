// <support-pin-activity>: everything done on the customer's behalf, newest first.
import { dateTime } from "../shared/amounts.js";
import { h, isOff, setOff, show } from "../shared/dom.js";
import { renewed } from "./newest.js";
import { PanelElement } from "./panel-element.js";
import { changeList, proposal } from "./story.js";

const TONES = { succeeded: "good", refused: "warn", failed: "bad" };

class Activity extends PanelElement {
  #list = null;
  #failure = null;

  /** What is shown and older stays. */
  async load() {
    try {
      this.#list = renewed(this.#list, await this.#page(null), ({ sequence }) => sequence);
      this.#failure = null;
    } catch (failure) {
      this.#failure = this.#list === null ? failure : null;
    }
    this.render();
  }

  async #page(cursor) {
    const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const { body } = await this.call("GET", `/v1/panel/activity${query}`);
    return { items: body.events, cursor: body.nextCursor };
  }

  async #older() {
    try {
      const { items, cursor } = await this.#page(this.#list.cursor);
      this.#list = { items: [...this.#list.items, ...items], cursor };
    } catch (failure) {
      this.#failure = failure;
    }
    this.render();
  }

  render() {
    this.keepingFocus(() => this.#draw());
  }

  #draw() {
    const { t } = this;
    if (this.#failure !== null) {
      show(this, this.failure(this.#failure));
    } else if (this.#list === null) {
      show(this, h("div.card.stack", { "aria-busy": "true" }, h("p.visually-hidden", {}, t("loading")), skeleton(), skeleton(), skeleton()));
    } else if (this.#list.items.length === 0) {
      show(this, h("div.card.empty", {}, h("p", {}, t("noActivity")), h("p.small", {}, t("noActivityMore"))));
    } else {
      show(this, h("ol.events.card", {}, this.#list.items.map((event) => this.#event(event))), this.#more());
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

  #more() {
    if (this.#list.cursor === null) {
      return null;
    }
    const button = h("button.button", { type: "button", "data-control": "older" }, this.t("older"));
    button.addEventListener("click", () => {
      if (!isOff(button)) {
        setOff(button, true);
        this.#older();
      }
    });
    return h("div.row.older", {}, button);
  }
}

function skeleton() {
  return h("div.skeleton");
}

customElements.define("support-pin-activity", Activity);
