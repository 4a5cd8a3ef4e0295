// Registers where we reach the customer: first the number or address, then the code that was sent to it.
import { counted } from "../shared/amounts.js";
import { Problem } from "../shared/api.js";
import { countdown } from "../shared/clock.js";
import { withoutMarks } from "../shared/digits.js";
import { h, isOff, setOff, setText, show } from "../shared/dom.js";
import { digitsForm, digitsInput, form } from "../shared/forms.js";

const SECOND = 1000;
/** How long the service sends no other code to the same place; it says so itself if it is longer. */
export const WAIT = 60 * SECOND;

/** What differs between a mobile and an address. The other texts have the kind in front of their keys: `mobile.wrong`. */
export const KINDS = {
  mobile: { path: "/v1/panel/mobile", member: "number", masked: "maskedNumber", type: "tel", autocomplete: "tel" },
  email: { path: "/v1/panel/notice-address", member: "email", masked: "maskedAddress", type: "email", autocomplete: "email" },
};

export class CodeForm {
  element = h("div.stack-s");
  #around;
  #sentTo = null;
  #value = null;
  #again = 0;
  #error = null;
  #tick;

  /**
   * @param {{kind: keyof KINDS, call, t, failed: (failure) => string, done: () => void, cancelled: (() => void) | null,
   *   pending: {to: string, wait: number} | null}} around `wait`: milliseconds until another code can be sent
   */
  constructor(around) {
    this.#around = around;
    if (around.pending !== null) {
      this.#sent(around.pending.to, Math.min(around.pending.wait, WAIT));
    }
    this.#render();
  }

  speak(t) {
    if (this.#around.t !== t) {
      this.#around.t = t;
      this.#render();
    }
  }

  focus() {
    this.element.querySelector("input").focus();
    this.element.scrollIntoView({ block: "nearest" });
  }

  /** A text of this kind. */
  #of(key, values) {
    return this.#around.t(`${this.#around.kind}.${key}`, values);
  }

  #sent(to, wait) {
    this.#sentTo = to;
    this.#again = performance.now() + wait;
  }

  #render() {
    clearInterval(this.#tick);
    show(this.element, this.#sentTo === null ? this.#placeForm() : this.#codeForm());
  }

  #placeForm() {
    const { t, cancelled, kind } = this.#around;
    const { type, autocomplete, member } = KINDS[kind];
    const input = h("input.input", { id: `${kind}-${member}`, name: member, type, inputmode: type, autocomplete, required: true });
    input.value = this.#value ?? "";
    return form(
      "form.stack",
      () => this.#declare(withoutMarks(input.value)),
      this.#field(input, this.#of("label"), this.#of("hint")),
      h(
        "div.row",
        {},
        h("button.button.button--primary", { type: "submit" }, t("sendCode")),
        cancelled && h("button.button.button--quiet", { type: "button", onclick: cancelled }, t("cancel")),
      ),
    );
  }

  #codeForm() {
    const { t, kind } = this.#around;
    const input = digitsInput("input.input.input--code", { id: `${kind}-code`, name: "code", autocomplete: "one-time-code", required: true });
    // After a reload nobody here knows the number.
    const more = this.#value === null ? [this.#of("again")] : [];
    const resend = h("button.button.button--quiet.resend", { type: "button" });
    resend.addEventListener("click", () => isOff(resend) || this.#resend());
    const count = () => {
      const wait = Math.max(0, this.#again - performance.now());
      setOff(resend, wait > 0);
      setText(resend, wait > 0 ? t("resendIn", { time: countdown(wait) }) : t("resend"));
      if (!resend.isConnected && wait === 0) {
        clearInterval(this.#tick);
      }
    };
    count();
    this.#tick = setInterval(count, SECOND);
    return digitsForm(
      "form.stack",
      { input, send: (code) => this.#confirm(code), incomplete: () => this.#refuse(t("codeIncomplete")) },
      this.#field(input, this.#of("code"), [this.#of("codeSent", { to: this.#sentTo }), ...more].join(" ")),
      h(
        "div.row",
        {},
        h("button.button.button--primary", { type: "submit" }, t("confirm")),
        resend,
        h("button.button.button--quiet", { type: "button", onclick: () => this.#other() }, this.#of("other")),
      ),
    );
  }

  #field(input, label, hint) {
    const { id } = input;
    const error = this.#error;
    input.setAttribute("aria-describedby", `${id}-hint ${id}-error`);
    input.setAttribute("aria-invalid", String(error !== null));
    return h(
      "div.field",
      {},
      h("label", { for: id }, label),
      input,
      h("p.hint", { id: `${id}-hint` }, hint),
      h("p.error", { id: `${id}-error`, role: "alert", hidden: error === null }, error),
    );
  }

  /** Shows the message next to the field. */
  #refuse(message) {
    this.#error = message;
    const input = this.element.querySelector("input");
    const error = this.element.querySelector(".error");
    input.setAttribute("aria-invalid", "true");
    error.hidden = false;
    setText(error, message);
    input.focus();
    this.element.scrollIntoView({ block: "nearest" });
  }

  #other() {
    this.#sentTo = null;
    this.#error = null;
    this.#render();
    this.focus();
  }

  /** Where nobody here knows it, the customer gives it again. */
  async #resend() {
    if (this.#value === null) {
      this.#other();
    } else {
      await this.#declare(this.#value);
    }
  }

  async #declare(text) {
    const { call, t, failed, kind } = this.#around;
    const { path, member, masked } = KINDS[kind];
    try {
      const { body } = await call("PUT", path, { body: { [member]: text } });
      this.#value = text;
      this.#sent(body[masked], WAIT);
      this.#error = null;
      this.#render();
      this.focus();
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        this.#refuse(failed(failure));
      } else if (failure.status === 422) {
        this.#refuse(this.#of("wrong"));
      } else if (failure.status === 429) {
        this.#refuse(t("tooSoon", { time: countdown(failure.retryAfter * SECOND) }));
      } else if (failure.slug === "mobile-required") {
        this.#refuse(t("mobileFirst"));
      } else {
        this.#refuse(failed(failure));
      }
    }
  }

  /** @returns whether the service has judged the code, right or wrong */
  async #confirm(code) {
    const { call, t, failed, done, kind } = this.#around;
    try {
      await call("POST", `${KINDS[kind].path}/confirmation`, { body: { code } });
    } catch (failure) {
      if (failure.slug === "code-rejected") {
        const { attemptsLeft: left } = failure.body;
        this.#refuse(left > 0 ? counted("codeWrong", left, t) : t("codeSpent"));
        return true;
      }
      this.#refuse(failure.slug === "no-pending-confirmation" ? t("codeVoid") : failed(failure));
      return false;
    }
    clearInterval(this.#tick);
    await done();
    return true;
  }
}
