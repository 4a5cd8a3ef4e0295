// <support-pin-account api="https://…" token-url="/session/token"></support-pin-account>: Account data with the bar, in a page that has
// styles of its own; see docs/panel-integration.md.
import { client, fetchToken, keeper } from "../shared/api.js";
import { h, show } from "../shared/dom.js";
import { spoken } from "../shared/further.js";
import { sealed } from "../shared/look.js";
import { translator } from "../shared/texts.js";
import { PIN } from "./mobile-services.js";
import { panel } from "./panel.js";
import { TEXTS } from "./texts.js";

const STYLES = ["../shared/base.css", "./panel.css"];

/** In a page of somebody else's a rem may be anything. */
const PX_OF_REM = 16;

/**
 * Attributes: `api`, `token-url` and `sign-in-page` as the bar's, `lang` as the bar's, `owner` (whose account it is, for the heading), `consent` as the policy's.
 * Event: `support-pin-sign-in-needed`, as the elements in it send it. It has a shadow root.
 */
export class SupportPinAccount extends HTMLElement {
  #seal = sealed(this);
  #isBuilt = false;

  connectedCallback() {
    if (!this.#isBuilt) {
      this.#isBuilt = true;
      this.#seal.root.addEventListener("support-pin-sign-in-needed", (event) => this.#signIn(event));
      this.#build();
    }
  }

  async #build() {
    const api = this.getAttribute("api") ?? "";
    const token = keeper((why) => fetchToken(this.getAttribute("token-url"), why));
    const call = client(api, token);
    const coming = call("GET", PIN);
    // The panel tells of a failure.
    coming.catch(() => {});
    const lang = await spoken(this.getAttribute("lang"), "panel");
    const { shadow, root } = this.#seal;
    root.lang = lang;
    try {
      const sheets = await Promise.all(STYLES.map(sheet));
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, ...sheets];
    } catch (cause) {
      this.#missing(translator(lang, TEXTS));
      return;
    }
    const main = h("div", {});
    show(root, main);
    panel(main, { api, token, call, coming, lang, owner: this.getAttribute("owner") ?? "", consent: this.getAttribute("consent") });
  }

  #missing(t) {
    const again = h("button.button", { type: "button", onclick: () => this.#build() }, t("retry"));
    show(this.#seal.root, h("div.empty", { role: "alert" }, h("p", {}, t("offline")), again));
  }

  /** Unless the page prevents it. What was typed stays until the customer goes. */
  #signIn(event) {
    const { detail } = event;
    event.stopPropagation();
    const isLeft = this.dispatchEvent(new CustomEvent("support-pin-sign-in-needed", { bubbles: true, cancelable: true, composed: true, detail }));
    const page = this.getAttribute("sign-in-page");
    if (!isLeft || page !== null) {
      event.preventDefault();
    }
    if (isLeft && page !== null) {
      const there = new URL(page, location.href).href;
      if (detail?.maxAge === undefined) {
        location.assign(there);
      } else {
        this.#offer(there);
      }
    }
  }

  #offer(there) {
    const t = translator(this.#seal.root.lang, TEXTS);
    this.#seal.root.querySelector("[data-sign-in]")?.remove();
    this.#seal.root.prepend(h("p.notice.notice--warn", { "data-sign-in": true }, t("signInAgain"), h("a.button", { href: there }, t("signIn"))));
  }
}

async function sheet(path) {
  const answer = await fetch(new URL(path, import.meta.url), { credentials: "omit" });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  const text = await answer.text();
  const made = new CSSStyleSheet();
  made.replaceSync(text.replace(/(\d*\.?\d+)rem/g, (_, number) => `${Number(number) * PX_OF_REM}px`));
  return made;
}

customElements.define("support-pin-account", SupportPinAccount);
