// What the panel's elements share: a client of the API, a language, and one way to report failures.
import { Offline, Problem } from "../shared/api.js";
import { h } from "../shared/dom.js";
import { language, translator } from "../shared/texts.js";
import { TEXTS } from "./texts.js";

export class PanelElement extends HTMLElement {
  static observedAttributes = ["lang"];

  #call;
  t = translator("el", TEXTS);
  language = "el";

  /** A client (shared/api.js) with the customer's token. Setting it loads the element. */
  get call() {
    return this.#call;
  }

  set call(call) {
    this.#call = call;
    this.load();
  }

  #speak(tag) {
    this.language = language(tag, "panel", () => this.#speak(this.lang));
    this.t = translator(this.language, TEXTS);
    this.render();
  }

  attributeChangedCallback(_, before, after) {
    if (before !== after) {
      this.#speak(after);
    }
  }

  connectedCallback() {
    this.tabIndex = -1;
  }

  /** Draws anew. The focus stays on the control that had it, by its `data-control` or `data-action`, or at least within this element. */
  keepingFocus(draw) {
    const { activeElement } = this.getRootNode();
    const held = this.contains(activeElement) ? activeElement : null;
    draw();
    if (held !== null) {
      const [name, value] = Object.entries(held.dataset).find(([each]) => each === "control" || each === "action") ?? [];
      const same = held.isConnected ? held : this.querySelector(`[data-${name}="${value}"]:not([hidden])`);
      (same ?? this).focus();
    }
  }

  /** Shown instead of content that could not be loaded: with a way to sign in where the session has ended, else to try again. */
  failure(failure) {
    const what = kind(failure);
    const isOver = what === "session";
    const again = () => {
      if (isOver) {
        this.dispatchEvent(new CustomEvent("support-pin-sign-in-needed", { bubbles: true, detail: {} }));
      }
      this.load();
    };
    return h(
      "div.empty",
      { role: "alert" },
      h("p", {}, this.#inWords(what, failure)),
      h("button.button", { type: "button", onclick: again }, this.t(isOver ? "signIn" : "retry")),
    );
  }

  /** A one-line message for what was tried. If a fresh sign-in would help, the page is told so that it can offer one. */
  inOneLine(failure) {
    const what = kind(failure);
    if (what === "signInAgain") {
      this.dispatchEvent(new CustomEvent("support-pin-sign-in-needed", { bubbles: true, detail: { maxAge: failure.body.maxAge } }));
    }
    return this.#inWords(what, failure);
  }

  /** With the request's ID if the service failed, so that the customer can name it. */
  #inWords(what, failure) {
    const id = failure instanceof Problem && failure.status >= 500 ? failure.requestId : "";
    return what === "error" && id !== "" ? this.t("errorWithId", { id }) : this.t(what);
  }
}

/** A setting's name with how it stands. */
export function title(text, badge) {
  return h("div.setting__title", {}, h("h3", {}, text), badge);
}

function kind(failure) {
  if (failure instanceof Offline) {
    return "offline";
  }
  if (failure instanceof Problem) {
    if (failure.slug === "login-not-fresh") {
      return "signInAgain";
    }
    return [401, 403].includes(failure.status) ? "session" : "error";
  }
  reportError(failure);
  return "error";
}
