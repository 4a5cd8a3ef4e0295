// <support-pin-history>: each call as a story: who, when, by what PIN, what changed; with undo, receipt, and "that was not me".
import "./activity.js";
import { h, isOff, setOff, show } from "../shared/dom.js";
import { PanelElement } from "./panel-element.js";
import { story } from "./story.js";
import { undo } from "./undo.js";

const CALLS = "/v1/panel/calls";

class History extends PanelElement {
  #calls = null;
  #cursor = null;
  #failure = null;
  #undone = new Set();
  /** By action or call: what came of the customer's click. */
  #said = new Map();
  /** Calls of which the customer is asked whether they were really somebody else's. */
  #doubts = new Set();
  #isWhole = false;
  #activity = h("support-pin-activity");

  async load() {
    await this.#page(null, []);
  }

  get isFailed() {
    return this.#failure !== null;
  }

  async #page(cursor, before) {
    try {
      const { calls, nextCursor } = await this.#some(cursor);
      this.#calls = [...before, ...calls];
      this.#cursor = nextCursor;
      this.#failure = null;
    } catch (failure) {
      this.#failure = failure;
    }
    this.render();
    if (this.#failure === null && cursor === null) {
      await this.#learn();
    }
  }

  /** What has been undone before. Without it, an undo that is asked for again answers what the first did. */
  async #learn() {
    try {
      const { body } = await this.call("GET", "/v1/panel/activity");
      body.events.filter(isUndo).forEach(({ details }) => this.#undone.add(details.undoes));
    } catch (failure) {
      this.inOneLine(failure);
      return;
    }
    if (this.#undone.size > 0) {
      this.render();
    }
  }

  /** A page may be empty although there is another. */
  async #some(cursor) {
    const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const { body } = await this.call("GET", CALLS + query);
    return body.calls.length === 0 && body.nextCursor !== null ? this.#some(body.nextCursor) : body;
  }

  render() {
    this.keepingFocus(() => this.#draw());
  }

  #draw() {
    const { t } = this;
    if (this.#failure !== null) {
      show(this, this.failure(this.#failure));
    } else if (this.#calls === null) {
      show(this, h("div.card.stack", { "aria-busy": "true" }, h("p.visually-hidden", {}, t("loading")), h("div.skeleton"), h("div.skeleton")));
    } else {
      show(this, h("div.stack", {}, this.#switch(), this.#isWhole ? this.#activity : this.#stories()));
    }
  }

  #switch() {
    const button = (text, isWhole) =>
      h(
        "button.button.button--quiet.button--small",
        { type: "button", "data-view": text, "aria-pressed": String(isWhole === this.#isWhole), onclick: () => this.#turn(text, isWhole) },
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
    if (this.#calls.length === 0) {
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
    return [...this.#calls.map((call) => story(call, tools)), this.#older()];
  }

  #older() {
    if (this.#cursor === null) {
      return null;
    }
    const button = h("button.button", { type: "button" }, this.t("older"));
    button.addEventListener("click", () => isOff(button) || (setOff(button, true), this.#page(this.#cursor, this.#calls)));
    return h("div.row.older", {}, button);
  }

  async #during(id, button, act) {
    if (isOff(button)) {
      return;
    }
    const { control } = button.dataset;
    setOff(button, true);
    try {
      this.#said.set(id, await act());
    } catch (failure) {
      this.#said.set(id, { tone: "bad", text: this.inOneLine(failure) });
    }
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
