// <support-pin-history>: each call as a story: who, when, by what PIN, what changed; with undo, receipt, and "that was not me".
import "./activity.js";
import { h, isOff, setOff, show } from "../shared/dom.js";
import { renewed } from "./newest.js";
import { PanelElement } from "./panel-element.js";
import { story } from "./story.js";
import { undo } from "./undo.js";

const CALLS = "/v1/panel/calls";

class History extends PanelElement {
  #list = null;
  /** While something is asked for, its button stays. */
  #isBusy = false;
  #failure = null;
  #undone = new Set();
  /** By action or call: what came of the customer's click. */
  #said = new Map();
  /** Calls of which the customer is asked whether they were really somebody else's. */
  #doubts = new Set();
  #isWhole = false;
  #activity = h("support-pin-activity");

  /** Again whenever the bar tells of something. What is shown and older stays. */
  async load() {
    const seen = this.#seen();
    try {
      this.#list = renewed(this.#list, await this.#some(null), ({ type, callId, from }) => callId ?? `${type} ${from}`);
      this.#failure = null;
    } catch (failure) {
      this.#failure = this.#list === null ? failure : null;
    }
    if (seen !== this.#seen() && !this.#isBusy) {
      this.render();
    }
    if (this.#isWhole) {
      this.#activity.load();
    }
    if (this.#failure === null) {
      await this.#learn();
    }
  }

  #seen() {
    return JSON.stringify([this.#list, this.#failure === null]);
  }

  async #older() {
    try {
      const { items, cursor } = await this.#some(this.#list.cursor);
      this.#list = { items: [...this.#list.items, ...items], cursor };
    } catch (failure) {
      this.#failure = failure;
    }
    this.render();
  }

  /** What has been undone before. Without it, an undo that is asked for again answers what the first did. */
  async #learn() {
    const before = this.#undone.size;
    try {
      const { body } = await this.call("GET", "/v1/panel/activity");
      body.events.filter(isUndo).forEach(({ details }) => this.#undone.add(details.undoes));
    } catch (failure) {
      this.inOneLine(failure);
      return;
    }
    if (this.#undone.size > before && !this.#isBusy) {
      this.render();
    }
  }

  /** A page may be empty although there is another. */
  async #some(cursor) {
    const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const { body } = await this.call("GET", CALLS + query);
    const { calls, nextCursor } = body;
    return calls.length === 0 && nextCursor !== null ? this.#some(nextCursor) : { items: calls, cursor: nextCursor };
  }

  render() {
    this.keepingFocus(() => this.#draw());
  }

  #draw() {
    const { t } = this;
    if (this.#failure !== null) {
      show(this, this.failure(this.#failure));
    } else if (this.#list === null) {
      show(this, h("div.card.stack", { "aria-busy": "true" }, h("p.visually-hidden", {}, t("loading")), h("div.skeleton"), h("div.skeleton")));
    } else {
      show(this, h("div.stack", {}, this.#switch(), this.#isWhole ? this.#activity : this.#stories()));
    }
  }

  #switch() {
    const button = (text, isWhole) =>
      h(
        "button.button.button--quiet.button--small",
        { type: "button", "data-view": text, "data-control": text, "aria-pressed": String(isWhole === this.#isWhole), onclick: () => this.#turn(text, isWhole) },
        this.t(text),
      );
    return h("div.row.views", { role: "group", "aria-label": this.t("activity") }, button("calls", false), button("everything", true));
  }

  #turn(text, isWhole) {
    this.#isWhole = isWhole;
    this.render();
    if (isWhole) {
      this.#activity.lang = this.language;
      this.#activity.call = this.call;
    }
    this.querySelector(`[data-view=${text}]`).focus();
  }

  #stories() {
    if (this.#list.items.length === 0) {
      return h("div.card.empty", {}, h("p", {}, this.t("noCalls")), h("p.small", {}, this.t("noCallsMore")));
    }
    const tools = {
      t: this.t,
      lang: this.language,
      isUndone: (action) => this.#undone.has(action),
      said: (id) => this.#said.get(id),
      undo: (action, button) => this.#undo(action, button),
      doubts: this.#doubts,
      notMe: (call, button) => this.#notMe(call, button),
      receipt: (call, button) => this.#receipt(call, button),
    };
    return [...this.#list.items.map((call) => story(call, tools)), this.#more()];
  }

  #more() {
    if (this.#list.cursor === null) {
      return null;
    }
    const button = h("button.button", { type: "button", "data-control": "older" }, this.t("older"));
    button.addEventListener("click", () => isOff(button) || (setOff(button, true), this.#older()));
    return h("div.row.older", {}, button);
  }

  async #during(id, button, act) {
    if (isOff(button)) {
      return;
    }
    const { control } = button.dataset;
    setOff(button, true);
    this.#isBusy = true;
    try {
      this.#said.set(id, await act());
    } catch (failure) {
      this.#said.set(id, { tone: "bad", text: this.inOneLine(failure) });
    }
    this.#isBusy = false;
    this.render();
    (this.querySelector(`[data-control="${control}"]:not([hidden])`) ?? this.querySelector(`[data-said="${id}"]`))?.focus();
  }

  #undo(actionId, button) {
    return this.#during(actionId, button, async () => {
      const outcome = await undo(this.call, actionId, { t: this.t, lang: this.language });
      if (outcome.isUndone) {
        this.#undone.add(actionId);
      }
      return outcome;
    });
  }

  #notMe(callId, button) {
    this.#doubts.delete(callId);
    return this.#during(callId, button, async () => {
      await this.call("DELETE", "/v1/panel/call", { body: { notMe: true } });
      this.dispatchEvent(new CustomEvent("support-pin-changed", { bubbles: true }));
      return { tone: "warn", text: this.t("wasNotMe") };
    });
  }

  #receipt(callId, button) {
    return this.#during(callId, button, async () => {
      const { body } = await this.call("GET", `${CALLS}/${encodeURIComponent(callId)}/receipt`, { isText: true });
      const link = h("a", { href: URL.createObjectURL(new Blob([body], { type: "application/jose" })), download: `support-pin-${callId}.jws` });
      link.click();
      URL.revokeObjectURL(link.href);
      return { tone: "good", text: this.t("receiptSaved") };
    });
  }
}

function isUndo({ type, details }) {
  return details?.undoes !== undefined && (type !== "action-finished" || details.status === "succeeded");
}

customElements.define("support-pin-history", History);
