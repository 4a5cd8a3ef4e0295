// <support-pin-mobile-services>: Account data → Mobile services. The first box is the service, the second the mobile.
import { h, isOff, setOff, show } from "../shared/dom.js";
import { MobileForm } from "./mobile-form.js";
import { PanelElement } from "./panel-element.js";

const PIN = "/v1/panel/support-pin";

class MobileServices extends PanelElement {
  #view = null;
  #failure = null;
  #notice = null;
  #asking = false;
  /** Whether the customer has asked for the service and only needs a mobile. */
  #wanted = false;
  #form = null;

  connectedCallback() {
    this.tabIndex = -1;
  }

  async load() {
    const before = JSON.stringify([this.#view, this.#notice, this.#failure === null]);
    try {
      this.#view = told((await this.call("GET", PIN)).body);
      this.#failure = null;
    } catch (failure) {
      // A PIN that cannot be computed is offered like a service that is off: to activate it makes a new one.
      const isMended = failure.slug === "secret-does-not-open";
      this.#view = isMended ? { status: "inactive", mobile: "confirmed" } : this.#view;
      this.#failure = isMended ? null : failure;
    }
    if (before !== JSON.stringify([this.#view, this.#notice, this.#failure === null])) {
      this.render();
    }
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
    this.#notice = null;
    this.#openForm();
    this.render();
    this.#form.focus();
  }

  /** Keeps the focus where it was, or at least within this element. */
  render() {
    const held = this.contains(document.activeElement) ? document.activeElement : null;
    this.#draw();
    if (held !== null) {
      const same = held.isConnected ? held : this.querySelector(`[data-action="${held.dataset.action}"]`);
      (same ?? this).focus();
    }
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
    const { status, phoneVerification } = this.#view;
    const active = status === "active";
    const badge = !active
      ? h("span.badge", {}, this.t("off"))
      : phoneVerification === "locked"
        ? h("span.badge.badge--bad", {}, this.t("locked"))
        : h("span.badge.badge--good", {}, this.t("on"));
    return h(
      "section.card.stack",
      {},
      h("div.row.row--between", {}, h("h3", {}, this.t("pinTitle")), badge),
      active ? null : h("p.muted", {}, this.t("pinAbout")),
      active ? this.#deactivation() : this.#button("activate", "button--primary", () => this.#activate()),
      this.#wanted && !active ? h("p.notice", {}, this.t("mobileFirst")) : null,
    );
  }

  #button(text, kind, act) {
    const button = h(`button.button.${kind}`, { type: "button", "data-action": text }, this.t(text));
    button.addEventListener("click", () => isOff(button) || this.#during(button, act));
    return h("div.row", {}, button);
  }

  #deactivation() {
    if (!this.#asking) {
      return this.#button("deactivate", "button--small", () => this.#ask(true));
    }
    return h(
      "div.notice.notice--warn",
      { role: "group", "aria-label": this.t("deactivate") },
      h("p", {}, this.t("reallyDeactivate")),
      h(
        "div.row",
        {},
        this.#button("yesDeactivate", "button--danger", () => this.#deactivate()),
        this.#button("keep", "button--quiet", () => this.#ask(false)),
      ),
    );
  }

  #ask(asking) {
    this.#asking = asking;
    this.render();
    this.querySelector(asking ? "[data-action=keep]" : "[data-action=deactivate]").focus();
  }

  #hasMobile() {
    return this.#view.status === "active" || this.#view.mobile === "confirmed";
  }

  #mobile() {
    const { maskedNumber } = this.#view;
    const known = this.#hasMobile();
    const badge = known
      ? h("span.badge.badge--good", {}, this.t("confirmed"))
      : h("span.badge", {}, this.t("missing"));
    if (!known) {
      this.#openForm();
    }
    return h(
      "section.card.stack",
      {},
      h("div.row.row--between", {}, h("h3", {}, this.t("mobileTitle")), badge),
      h("p.muted", {}, this.t("mobileAbout")),
      maskedNumber && h("p.mono", {}, maskedNumber),
      this.#form?.element ?? this.#button("change", "button--small", () => this.#change()),
    );
  }

  #change() {
    this.#notice = null;
    this.#openForm();
    this.render();
    this.#form.focus();
  }

  #openForm() {
    this.#form ??= new MobileForm({
      call: this.call,
      t: this.t,
      failed: (failure) => this.failed(failure),
      done: () => this.#confirmed(),
      cancelled: this.#hasMobile() ? () => this.#closeForm() : null,
    });
  }

  #closeForm() {
    this.#form = null;
    this.render();
    this.querySelector("button").focus();
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
    this.#asking = false;
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
function told({ status, mobile, maskedNumber, phoneVerification }) {
  return { status, mobile, maskedNumber, phoneVerification };
}

function skeleton() {
  return h("div.skeleton");
}

customElements.define("support-pin-mobile-services", MobileServices);
