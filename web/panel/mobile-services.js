// <support-pin-mobile-services>: Account data → Mobile services. The first box is the service, the second the mobile.
import { dateTime } from "../shared/amounts.js";
import { Offline } from "../shared/api.js";
import { asleep } from "../shared/confirm.js";
import { h, isOff, setOff, show } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { PanelElement, title } from "./panel-element.js";
import { learn, now } from "./service-time.js";

/** The PIN's route. What it answers is shown here, and a page may have asked for it before this element was there: `coming`. */
export const PIN = "/v1/panel/support-pin";

class MobileServices extends PanelElement {
  #view = null;
  #failure = null;
  #notice = null;
  /** Whether deactivation is offered, or asked about. */
  #asking = "no";
  /** Whether the customer has asked for the service and only needs a mobile. */
  #wanted = false;
  #form = null;
  #coming;

  /** An answer that is on its way, for the first load. */
  set coming(coming) {
    this.#coming = coming;
  }

  async load() {
    const before = this.#seen();
    const coming = this.#coming ?? this.call("GET", PIN);
    this.#coming = undefined;
    try {
      const { body } = await coming;
      learn(body.asOf);
      this.#view = told(body);
      if (!this.#hasMobile() || this.#view.pendingMobile !== undefined) {
        await this.#openForm();
      }
      this.#failure = null;
    } catch (failure) {
      // A PIN that cannot be computed is offered like a service that is off: to activate it makes a new one.
      const isMended = failure.slug === "secret-does-not-open";
      this.#view = isMended ? { status: "inactive", mobile: "confirmed" } : this.#view;
      this.#failure = isMended ? null : failure;
    }
    if (before !== this.#seen()) {
      this.render();
    }
  }

  /** What shows. */
  #seen() {
    return JSON.stringify([this.#view, this.#notice, this.#failure === null]);
  }

  /** Opens the second box after a request made elsewhere (in the bar). */
  async askForMobile() {
    if (this.#view === null) {
      await this.load();
    }
    if (this.#failure !== null) {
      return;
    }
    this.#wanted = true;
    await this.#change();
  }

  render() {
    this.keepingFocus(() => this.#draw());
  }

  #draw() {
    if (this.#failure !== null) {
      show(this, this.failure(this.#failure));
    } else if (this.#view === null) {
      show(this, h("div.card.stack", { "aria-busy": "true" }, h("p.visually-hidden", {}, this.t("loading")), skeleton(), skeleton()));
    } else {
      this.#form?.speak(this.t);
      show(this, h("div.stack", {}, this.#service(), this.#mobile(), this.#said()));
    }
  }

  #said() {
    return h("div", { role: "status" }, this.#notice && h("p.notice.notice--good", {}, this.t(this.#notice)));
  }

  #service() {
    const { status, phoneVerification, lastUsed } = this.#view;
    const active = status === "active";
    const badge = !active
      ? h("span.badge", {}, this.t("off"))
      : phoneVerification === "locked"
        ? h("span.badge.badge--bad", {}, this.t("locked"))
        : h("span.badge.badge--good", {}, this.t("on"));
    const used = lastUsed === undefined ? this.t("neverUsed") : this.t("lastUsed", { time: dateTime(this.language, lastUsed) });
    return h(
      "section.card.stack",
      {},
      h(
        "div.setting",
        {},
        icon("shield"),
        h("div.setting__text", {}, title(this.t("pinTitle"), badge), h("p.muted.small", {}, active ? used : this.t("pinAbout"))),
        active ? this.#menu() : this.#button("activate", "button--primary", () => this.#activate()),
      ),
      active ? this.#deactivation() : null,
      this.#wanted && !active ? h("p.notice", {}, this.t("mobileFirst")) : null,
    );
  }

  #menu() {
    const isOpen = this.#asking !== "no";
    return h(
      "button.button.button--quiet.button--icon",
      {
        type: "button",
        "data-action": "menu",
        "aria-label": this.t("moreOf", { of: this.t("pinTitle") }),
        "aria-expanded": String(isOpen),
        onclick: () => this.#ask(isOpen ? "no" : "offered"),
      },
      icon("more"),
    );
  }

  #button(text, kind, act) {
    const button = h(`button.button.${kind}`, { type: "button", "data-action": text }, this.t(text));
    button.addEventListener("click", () => isOff(button) || this.#during(button, act));
    return h("div.row", {}, button);
  }

  #deactivation() {
    if (this.#asking === "no") {
      return null;
    }
    if (this.#asking === "offered") {
      return this.#button("deactivate", "button--danger.button--small", () => this.#ask("asked"));
    }
    const yes = this.#button("yesDeactivate", "button--danger", () => this.#deactivate());
    asleep(yes.firstElementChild);
    return h(
      "div.notice.notice--warn",
      { role: "group", "aria-label": this.t("deactivate") },
      h("p", {}, this.t("reallyDeactivate")),
      h(
        "div.row",
        {},
        yes,
        this.#button("keep", "button--quiet", () => this.#ask("no")),
      ),
    );
  }

  #ask(asking) {
    this.#asking = asking;
    this.render();
    this.querySelector({ no: "[data-action=menu]", offered: "[data-action=deactivate]", asked: "[data-action=keep]" }[asking]).focus();
  }

  #hasMobile() {
    return this.#view.status === "active" || this.#view.mobile === "confirmed";
  }

  #mobile() {
    const { maskedNumber, pendingMobile } = this.#view;
    const known = this.#hasMobile();
    const badge = known
      ? h("span.badge.badge--good", {}, this.t("confirmed"))
      : h("span.badge", {}, this.t(pendingMobile === undefined ? "missing" : "codeAwaited"));
    const isShut = this.#form === null;
    return h(
      "section.card.stack",
      {},
      h(
        "div.setting",
        {},
        icon("mobile"),
        h(
          "div.setting__text",
          {},
          title(this.t("mobileTitle"), badge),
          maskedNumber && h("p.mono", {}, maskedNumber),
          h("p.muted.small", {}, this.t("mobileAbout")),
        ),
        isShut ? this.#button("change", "button--small", () => this.#change()) : null,
      ),
      this.#form?.element,
    );
  }

  async #change() {
    this.#notice = null;
    await this.#openForm();
    this.render();
    this.#form.focus();
  }

  async #openForm() {
    const { CodeForm } = await import("./code-form.js").catch((cause) => {
      throw new Offline(cause);
    });
    const { pendingMobile: pending } = this.#view;
    this.#form ??= new CodeForm({
      kind: "mobile",
      call: this.call,
      t: this.t,
      failed: (failure) => this.inOneLine(failure),
      done: () => this.#confirmed(),
      cancelled: this.#hasMobile() ? () => this.#closeForm() : null,
      pending: pending === undefined ? null : { to: pending.maskedNumber, wait: Math.max(0, Date.parse(pending.resendAt) - now()) },
    });
  }

  #closeForm() {
    this.#form = null;
    this.#view = { ...this.#view, pendingMobile: undefined };
    this.render();
    this.querySelector("[data-action=change]").focus();
  }

  async #confirmed() {
    this.#form = null;
    if (this.#wanted) {
      await this.#activate();
    } else {
      await this.#tell("mobileDone");
    }
  }

  async #activate() {
    try {
      await this.call("POST", `${PIN}/activation`);
      this.#wanted = false;
      await this.#tell("activated");
    } catch (failure) {
      if (failure.slug !== "mobile-required") {
        throw failure;
      }
      await this.askForMobile();
    }
  }

  async #deactivate() {
    await this.call("DELETE", `${PIN}/activation`);
    this.#asking = "no";
    await this.#tell("deactivated");
  }

  /** Shows what happened and tells the page, so that the bar refreshes. */
  async #tell(notice) {
    this.#view = null;
    this.#notice = notice;
    await this.load();
    this.dispatchEvent(new CustomEvent("support-pin-changed", { bubbles: true }));
  }

  async #during(button, act) {
    setOff(button, true);
    try {
      await act();
    } catch (failure) {
      this.#failure = failure;
      this.render();
    } finally {
      setOff(button, false);
    }
  }
}

/** The part of the PIN's view that is used here; never the PIN itself. */
function told({ status, mobile, maskedNumber, phoneVerification, lastUsed, pendingMobile }) {
  return { status, mobile, maskedNumber, phoneVerification, lastUsed, pendingMobile };
}

function skeleton() {
  return h("div.skeleton");
}

customElements.define("support-pin-mobile-services", MobileServices);
