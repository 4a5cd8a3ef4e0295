/** The first screen of a call: the customer and the PIN. */
import { timeOfDay } from "../shared/amounts.js";
import { h, isOff, setOff, setText, show } from "../shared/dom.js";
import { digitsIn, digitsInput, form } from "../shared/forms.js";
import { serviceText } from "./messages.js";
import { field, notice, standingNotice } from "./parts.js";
import { about, running } from "./asking.js";
import { announceCall } from "./view-announced.js";
import { stopAll, takeOver, typedCode } from "./view-others.js";

/**
 * @param stands why the caller is not, or no longer, verified; null in a new call
 * @param page `{ t, call, every, announce, verified, rejected, recentCalls }`
 */
export function verifyView(page, stands) {
  const view = new VerifyView(page);
  view.draw(stands);
  return view.element;
}

/** What stands in the way of any customer, or of one who was verified before; the rest is about the one in the field. */
const OF_NOBODY = new Set(["expired", "offline", "signedOut", "forbidden", "unavailable", "suspended"]);

class VerifyView {
  #page;
  #stands;
  #fields = h("div.stack", {});
  #sms;
  #pin;
  #isVerifying = false;

  constructor(page) {
    const { t } = page;
    this.#page = page;
    this.#stands = about(page, "alert");
    this.#sms = about(page);
    this.verifyButton = h("button.button.button--primary", { type: "submit" }, t("verify"));
    this.smsButton = h("button.button", { type: "button", onclick: () => this.#sendSms() }, t("sendSms"));
    this.element = h(
      "section.card.console-verify",
      { "aria-labelledby": page.id("title") },
      h("div.stack-s", {}, h("h2", { id: page.id("title") }, t("newCall")), h("p.muted", {}, t("newCallHint"))),
      this.#stands.place,
      page.call.isOpen() && this.#wrapUp(),
      form("form.stack", () => this.#submit(), this.#fields, this.verifyButton),
      h(
        "div.console-sms",
        {},
        h("div", {}, h("h3", {}, t("smsTitle")), h("p.muted.small", {}, t("smsHint"))),
        this.smsButton,
        this.#sms.place,
      ),
      this.#others(),
    );
  }

  #others() {
    const { t, recentCalls } = this.#page;
    const page = { ...this.#page, isFilled: () => this.#isFilled() };
    const { request, announced } = page.call;
    const isOpen = request !== null || announced.some(running);
    return [
      h("details.console-more", { open: isOpen }, h("summary", {}, t("others")), h("div.console-others", {}, typedCode(page), takeOver(page), announceCall(page), stopAll(page))),
      recentCalls(),
    ];
  }

  /** Shows the notice and the fields with their errors. The PIN is empty after each attempt. */
  draw(stands, customerId = this.#page.call.customerId) {
    const faults = stands?.kind === "faulty" ? stands.errors : new Map();
    const isNotice = stands !== null && stands.kind !== "faulty";
    const whose = OF_NOBODY.has(stands?.kind) ? null : customerId;
    this.#stands.tell(whose, isNotice && standingNotice({ ...stands, isVerifying: true }, this.#page));
    this.#drawFields(faults);
    this.first = this.#pinOrFirstEmpty(faults);
    this.first.dataset.focus = "";
  }

  /** A call that ended by itself is written down too. */
  #wrapUp() {
    const { t, ended } = this.#page;
    return h("div.console-wrap-up", {}, h("button.button.button--small", { type: "button", "data-wrap-up": true, onclick: () => ended() }, t("wrapUp")));
  }

  #drawFields(faults) {
    const { t, call, id } = this.#page;
    const text = (name, hint) =>
      field({
        id: id(name),
        label: t(name),
        hint,
        ...told(faults, name),
        input: (attributes) =>
          h("input.input", {
            ...attributes,
            type: "text",
            autocomplete: "off",
            autocapitalize: "off",
            spellcheck: "false",
            value: call[name],
            oninput: (event) => (call[name] = event.target.value.trim()),
          }),
      });
    show(
      this.#fields,
      field({ id: id("pin"), label: t("pin"), hint: t("pinHint"), ...told(faults, "pin"), input: (more) => this.#pinInput(more) }),
      h("div.console-pair", {}, text("customerId"), text("callReference", t("callReferenceHint"))),
    );
  }

  #pinInput(attributes) {
    this.#pin = digitsInput("input.input.input--code.console-pin", {
      ...attributes,
      type: "text",
      spellcheck: "false",
      placeholder: "000 000",
      oninput: () => this.#typed(),
    });
    return this.#pin;
  }

  #pinOrFirstEmpty(faults) {
    const { call, id } = this.#page;
    const first = ["customerId", "callReference"].find((name) => call[name] === "" || faults.has(`/${name}`));
    return first === undefined ? this.#pin : this.#fields.querySelector(`#${CSS.escape(id(first))}`);
  }

  /** The sixth digit is the last: nothing more is to be typed. */
  #typed() {
    const { call } = this.#page;
    if (/^\d{6}$/.test(this.#typedPin()) && call.customerId !== "" && call.callReference !== "") {
      this.#verify();
    }
  }

  #typedPin() {
    return digitsIn(this.#pin);
  }

  /** Whoever presses Enter after the sixth digit keeps what was said of them. */
  async #submit() {
    if (this.#typedPin() === "" && this.#stands.place.hasChildNodes()) {
      this.#pin.focus();
    } else {
      await this.#verify();
    }
  }

  async #verify() {
    const { t, call, announce, verified } = this.#page;
    const pin = this.#typedPin();
    if (this.#isVerifying || !this.#isFilled({ pin })) {
      return;
    }
    this.#isVerifying = true;
    this.#pin.value = "";
    this.#busy(this.verifyButton, t("verifying"));
    announce(t("verifying"));
    const { customerId } = call;
    const stands = await call.verify(pin);
    this.#isVerifying = false;
    this.#free(this.verifyButton, t("verify"));
    if (stands === null) {
      verified();
    } else if (this.element.isConnected) {
      this.draw(this.#inWords(stands), customerId);
      this.first.focus();
    } else {
      this.#page.rejected(this.#inWords(stands));
    }
  }

  async #sendSms() {
    const { t, lang, call } = this.#page;
    if (isOff(this.smsButton) || !this.#isFilled()) {
      return;
    }
    this.#busy(this.smsButton, t("sendingSms"));
    const { customerId } = call;
    const stands = await call.sendSms();
    this.#free(this.smsButton, t("sendSms"));
    this.#stands.tell(null);
    if (stands.kind === "smsSent") {
      const text = t("smsSent", { number: stands.number, time: timeOfDay(lang, stands.validUntil) });
      this.#sms.tell(customerId, notice("good", text));
      this.#pin.focus();
    } else if (stands.kind === "faulty") {
      this.#sms.tell(null);
      this.draw(this.#inWords(stands));
      this.first.focus();
    } else {
      this.#sms.tell(customerId, standingNotice({ ...stands, isVerifying: false }, this.#page));
    }
  }

  /** The same, with the service's messages in the agent's language. */
  #inWords(stands) {
    const { lang } = this.#page;
    const told = ([pointer, messages]) => [pointer, messages.map((message) => serviceText(message, lang))];
    return stands.kind === "faulty" ? { ...stands, errors: new Map([...stands.errors].map(told)) } : stands;
  }

  /** Whether the required fields are filled in; if not, they show it. */
  #isFilled(more = {}) {
    const { t, call } = this.#page;
    const values = { customerId: call.customerId, callReference: call.callReference, ...more };
    const faults = new Map();
    for (const [name, value] of Object.entries(values)) {
      if (value === "") {
        faults.set(`/${name}`, [{ text: t("fillIn") }]);
      } else if (name === "pin" && !/^\d{6}$/.test(value)) {
        faults.set("/pin", [{ text: t("pinForm") }]);
      }
    }
    if (faults.size > 0) {
      const typed = this.#pin.value;
      this.draw({ kind: "faulty", errors: faults });
      // Nothing was sent, so the agent's input is kept.
      this.#pin.value = typed;
      this.element.querySelector("[aria-invalid]").focus();
    }
    return faults.size === 0;
  }

  #busy(button, text) {
    setOff(button, true);
    setText(button, text);
  }

  #free(button, text) {
    setOff(button, false);
    setText(button, text);
  }
}

function told(faults, name) {
  const messages = faults.get(`/${name}`);
  return messages === undefined
    ? {}
    : { fault: messages.map(({ text }) => text).join(" "), faultLang: messages.find(({ lang }) => lang)?.lang };
}
