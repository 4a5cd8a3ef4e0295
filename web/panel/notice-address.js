// <support-pin-notice-address>: a second address, by mail, for what is told beside the mobile.
import { asleep } from "../shared/confirm.js";
import { h, isOff, setOff, show } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { CodeForm, WAIT } from "./code-form.js";
import { PanelElement, title } from "./panel-element.js";
import { now } from "./service-time.js";

const ADDRESS = "/v1/panel/notice-address";
/** How long the service accepts a code that it mailed. */
const ACCEPTED = 3_600_000;

class NoticeAddress extends PanelElement {
  #view = null;
  #failure = null;
  #form = null;
  #isAsking = false;
  #said = null;

  async load() {
    const before = this.#seen();
    try {
      this.#view = (await this.call("GET", ADDRESS)).body;
      this.#failure = null;
    } catch (failure) {
      this.#failure = this.#view === null ? failure : null;
    }
    if (before !== this.#seen()) {
      this.render();
    }
  }

  #seen() {
    return JSON.stringify([this.#view, this.#failure === null]);
  }

  get isFailed() {
    return this.#failure !== null;
  }

  render() {
    this.keepingFocus(() => this.#draw());
  }

  #draw() {
    if (this.#failure !== null) {
      show(this, this.failure(this.#failure));
    } else if (this.#view === null) {
      show(this, h("div.card.stack", { "aria-busy": "true" }, h("p.visually-hidden", {}, this.t("loading")), h("div.skeleton")));
    } else {
      this.#form?.speak(this.t);
      show(this, this.#card(this.#view));
    }
  }

  #card({ confirmed, pending }) {
    if (pending !== null) {
      this.#openForm();
    }
    const state = confirmed !== null ? ["good", "confirmed"] : pending !== null ? ["plain", "codeAwaited"] : ["plain", "noAddress"];
    const address = confirmed !== null && h("p.mono", {}, confirmed.maskedAddress ?? this.t("addressUnreadable"));
    return h(
      "section.card.stack",
      {},
      h(
        "div.setting",
        {},
        icon("mail"),
        h(
          "div.setting__text",
          {},
          title(this.t("addressTitle"), h(`span.badge.badge--${state[0]}`, {}, this.t(state[1]))),
          address,
          h("p.muted.small", {}, this.t("addressAbout")),
        ),
        this.#form === null && !this.#isAsking ? this.#buttons(confirmed) : null,
      ),
      this.#isAsking ? this.#question() : this.#form?.element,
      h("div", { role: "status" }, this.#said && h(`p.notice.notice--${this.#said[0]}`, {}, this.#said[1])),
    );
  }

  #buttons(confirmed) {
    const button = (text, onclick) => h("button.button.button--small", { type: "button", "data-action": text, onclick }, this.t(text));
    const edit = button(confirmed === null ? "addAddress" : "changeAddress", () => this.#edit());
    return h("div.row", {}, edit, confirmed !== null && button("removeAddress", () => this.#ask(true)));
  }

  #edit() {
    this.#said = null;
    this.#openForm();
    this.render();
    this.#form.focus();
  }

  #openForm() {
    const { pending } = this.#view;
    this.#form ??= new CodeForm({
      kind: "email",
      call: this.call,
      t: this.t,
      failed: (failure) => this.inOneLine(failure),
      done: () => this.#done("addressDone"),
      cancelled: () => this.#close(),
      pending: pending === null ? null : { to: pending.maskedAddress, wait: untilResent(pending) },
    });
  }

  #close() {
    this.#form = null;
    this.#view = { ...this.#view, pending: null };
    this.render();
    this.querySelector("button").focus();
  }

  #ask(isAsking) {
    this.#isAsking = isAsking;
    this.#said = null;
    this.render();
    this.querySelector(isAsking ? "[data-action=keepAddress]" : "[data-action=removeAddress]").focus();
  }

  #question() {
    const yes = h("button.button.button--danger", { type: "button", "data-action": "yesRemove" }, this.t("yesRemove"));
    yes.addEventListener("click", () => isOff(yes) || this.#remove(yes));
    asleep(yes);
    return h(
      "div.notice.notice--warn",
      { role: "group", "aria-label": this.t("removeAddress") },
      h("p", {}, this.t("reallyRemove")),
      h(
        "div.row",
        {},
        yes,
        h("button.button.button--quiet", { type: "button", "data-action": "keepAddress", onclick: () => this.#ask(false) }, this.t("cancel")),
      ),
    );
  }

  async #remove(button) {
    setOff(button, true);
    try {
      await this.call("DELETE", ADDRESS);
      await this.#done("addressRemoved");
    } catch (failure) {
      this.#said = ["bad", this.inOneLine(failure)];
      this.render();
    }
  }

  async #done(text) {
    this.#view = null;
    this.#form = null;
    this.#isAsking = false;
    this.#said = ["good", this.t(text)];
    await this.load();
  }
}

/** Milliseconds. It was sent so long before its end as it is accepted. */
function untilResent({ confirmationExpiresAt }) {
  return Math.max(0, Date.parse(confirmationExpiresAt) - ACCEPTED + WAIT - now());
}

customElements.define("support-pin-notice-address", NoticeAddress);
