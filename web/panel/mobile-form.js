// Registers a mobile: first its number, then the code sent to it.
import { Problem } from "../shared/api.js";
import { countdown } from "../shared/clock.js";
import { withoutMarks } from "../shared/digits.js";
import { h, isOff, setOff, setText, show } from "../shared/dom.js";

const SECOND = 1000;
const MOBILE = "/v1/panel/mobile";

export class MobileForm {
  element = h("div");
  #around;
  #sent = null;
  #error = null;

  /** @param {{call, t, failed: (failure) => string, done: () => void, cancelled: (() => void) | null}} around */
  constructor(around) {
    this.#around = around;
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

  #render() {
    show(this.element, this.#sent === null ? this.#numberForm() : this.#codeForm());
  }

  #numberForm() {
    const { t, cancelled } = this.#around;
    const input = h("input.input", {
      id: "mobile-number",
      name: "number",
      type: "tel",
      inputmode: "tel",
      autocomplete: "tel",
      required: true,
    });
    return this.#form(
      (number) => this.#declare(number),
      this.#field(input, t("number"), t("numberHint")),
      h("button.button.button--primary", { type: "submit" }, t("sendCode")),
      cancelled && h("button.button.button--quiet", { type: "button", onclick: cancelled }, t("cancel")),
    );
  }

  #codeForm() {
    const { t } = this.#around;
    const input = h("input.input.input--code", {
      id: "mobile-code",
      name: "code",
      inputmode: "numeric",
      autocomplete: "one-time-code",
      maxlength: "24",
      required: true,
    });
    return this.#form(
      (code) => this.#confirm(code),
      this.#field(input, t("code"), t("codeSent", { number: this.#sent })),
      h("button.button.button--primary", { type: "submit" }, t("confirm")),
      h("button.button.button--quiet", { type: "button", onclick: () => this.#again() }, t("otherNumber")),
    );
  }

  #form(send, field, ...buttons) {
    const form = h("form.stack", { novalidate: true }, field, h("div.row", {}, ...buttons));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("[type=submit]");
      if (!isOff(button)) {
        setOff(button, true);
        await send(withoutMarks(form.querySelector("input").value));
        setOff(button, false);
      }
    });
    return form;
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

  /** Shows the message next to the field, which keeps its value. */
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

  #again() {
    this.#sent = null;
    this.#error = null;
    this.#render();
    this.focus();
  }

  async #declare(number) {
    const { call, t, failed } = this.#around;
    try {
      const { body } = await call("PUT", MOBILE, { body: { number } });
      this.#sent = body.maskedNumber;
      this.#error = null;
      this.#render();
      this.focus();
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        this.#refuse(failed(failure));
      } else if (failure.status === 422) {
        this.#refuse(t("numberWrong"));
      } else if (failure.status === 429) {
        this.#refuse(t("tooSoon", { time: countdown(failure.retryAfter * SECOND) }));
      } else {
        this.#refuse(failed(failure));
      }
    }
  }

  async #confirm(code) {
    const { call, t, failed, done } = this.#around;
    if (!/^[0-9]{6}$/.test(code)) {
      this.#refuse(t("codeIncomplete"));
      return;
    }
    try {
      await call("POST", `${MOBILE}/confirmation`, { body: { code } });
    } catch (failure) {
      if (failure.slug === "code-rejected" && failure.body.attemptsLeft > 0) {
        const { attemptsLeft: left } = failure.body;
        this.#refuse(t(left === 1 ? "codeWrong.one" : "codeWrong.many", { left }));
      } else if (failure.slug === "code-rejected") {
        this.#refuse(t("codeSpent"));
      } else if (failure.slug === "no-pending-confirmation") {
        this.#refuse(t("codeVoid"));
      } else {
        this.#refuse(failed(failure));
      }
      return;
    }
    await done();
  }
}
