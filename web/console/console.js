/**
 * `<support-agent-console>`: a support call from the PIN to its end.
 *
 * Attributes: `api`, the API's origin (by default the page's own); `lang`, `el` or `en` (by default the token's locale).
 * Property: `token`, a function that returns the agent's access token. It uses the classes of ../shared/base.css and of
 * console.css, which the page links.
 */
import { client } from "../shared/api.js";
import { h, setText, show } from "../shared/dom.js";
import { language, localeOf, translator } from "../shared/texts.js";
import { Call } from "./call.js";
import { standing } from "./standing.js";
import { TEXTS } from "./texts.js";
import { actionsView } from "./view-actions.js";
import { bar, history, keys, overView } from "./view-call.js";
import { formView } from "./view-form.js";
import { outcomeView, statusText } from "./view-outcome.js";
import { reviewView } from "./view-review.js";
import { verifyView } from "./view-verify.js";

const TICK = 500;

let instances = 0;

export class SupportAgentConsole extends HTMLElement {
  static observedAttributes = ["lang", "api"];

  #token;
  #prefix = `support-agent-console-${++instances}`;
  #call;
  #claimed;
  #screen = { name: "verify", stands: null };
  #ticks = new Map();
  #timer;
  #top = h("div", {});
  #stage = h("div.console-stage", {});
  #side = h("aside.console-side-column.stack", {});
  #live = h("p.visually-hidden", { role: "status" });

  /** A function that returns the access token, or a promise of it; called before each request. */
  set token(token) {
    this.#token = token;
    this.#claim();
  }

  connectedCallback() {
    this.classList.add("console");
    this.#takeOver();
    this.addEventListener("keydown", this.#key);
    this.#timer = setInterval(() => this.#tick(), TICK);
    show(this, this.#top, h("div.console-columns", {}, this.#stage, this.#side), this.#live);
    this.#newCall(false);
    this.#claim();
  }

  /** The page may have set the property before this module was loaded. */
  #takeOver() {
    if (Object.hasOwn(this, "token")) {
      const { token } = this;
      delete this.token;
      this.token = token;
    }
  }

  /** If the page sets no language, the token's locale is used. */
  async #claim() {
    if (this.#token && this.#call && !this.hasAttribute("lang")) {
      this.#claimed = localeOf(await this.#token({ refused: false }));
      this.#draw(false);
    }
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    this.removeEventListener("keydown", this.#key);
  }

  attributeChangedCallback(name, before, after) {
    if (this.#call === undefined || before === after) {
      return;
    }
    if (name === "api") {
      this.#newCall(false);
    } else {
      this.#draw(false);
    }
  }

  #newCall(isFocused = true) {
    const call = new Call(client(this.getAttribute("api") ?? "", (why) => this.#token(why)));
    call.addEventListener("change", (event) => call === this.#call && this.#changed(event.detail));
    this.#call = call;
    this.#go({ name: "verify", stands: null }, isFocused);
  }

  /** Shows another screen and puts the focus where work continues. */
  #go(screen, isFocused = true) {
    this.#screen = screen;
    this.#draw(isFocused);
  }

  #draw(isFocused) {
    const page = this.#page();
    const isVerified = this.#call.verification !== null;
    this.#ticks.clear();
    this.dataset.screen = this.#screen.name;
    show(this.#top, isVerified && bar(page));
    show(this.#stage, this.#view(page));
    show(this.#side, (isVerified || this.#call.entries.length > 0) && history(page), isVerified && keys(page));
    this.#tick();
    if (isFocused) {
      this.#stage.querySelector("[data-focus]")?.focus();
    }
  }

  #view(page) {
    const { name, stands, action, parameters, errors, entry } = this.#screen;
    switch (name) {
      case "verify":
        return verifyView(page, stands);
      case "actions":
        return actionsView(page);
      case "form":
        return formView(page, action, errors);
      case "review":
        return reviewView(page, action, parameters);
      case "outcome":
        return outcomeView(page, entry);
      default:
        return overView(page);
    }
  }

  /** What every screen gets: texts, the call, and the ways to other screens. */
  #page() {
    const lang = language(this.getAttribute("lang") ?? this.#claimed);
    const t = translator(lang, TEXTS);
    return {
      t,
      lang,
      call: this.#call,
      id: (name) => `${this.#prefix}-${name}`,
      announce: (text) => setText(this.#live, text),
      every: (element, tick) => this.#ticks.set(element, tick),
      verified: () => this.#verified(t),
      unverified: (stands) => this.#unverified(stands),
      expired: () => this.#unverified({ kind: "expired" }),
      failed: (error) => this.#failed(standing(error)),
      ended: () => this.#go({ name: "over" }),
      newCall: () => this.#newCall(),
      open: (action) => this.#go({ name: "form", action }),
      toActions: () => this.#go({ name: "actions" }),
      toForm: (action, errors) => this.#go({ name: "form", action, errors }),
      review: (action, parameters) => this.#go({ name: "review", action, parameters }),
      outcome: (entry) => this.#go({ name: "outcome", entry }),
    };
  }

  /** If the same customer is verified again, the agent continues where time ran out. */
  #verified(t) {
    const { customerId } = this.#call.verification;
    const kept = this.#screen.kept;
    setText(this.#live, t("verified", { customer: customerId }));
    if (kept?.customerId === customerId) {
      this.#go(kept.screen);
    } else {
      this.#call.drafts.clear();
      this.#go({ name: "actions" });
    }
  }

  #unverified(stands) {
    if (this.#call.verification === null) {
      return;
    }
    const { customerId } = this.#call.verification;
    const { name, action } = this.#screen;
    const hasDraft = name === "form" || name === "review";
    this.#call.verification = null;
    this.#go({
      name: "verify",
      stands: { ...stands, hasDraft },
      kept: { customerId, screen: hasDraft ? { name: "form", action } : { name: "actions" } },
    });
  }

  #failed(stands) {
    if (stands.kind === "expired") {
      this.#unverified(stands);
    }
  }

  /** Shows an action's new status in the call's history and on the action's own screen. */
  #changed(entry) {
    const page = this.#page();
    setText(this.#live, `${entry.action.title[page.lang]}: ${statusText(entry, page.t)}`);
    if (this.#screen.name === "outcome" && this.#screen.entry === entry) {
      this.#draw(this.#stage.contains(document.activeElement));
    } else {
      show(this.#side, history(page), this.#call.verification !== null && keys(page));
    }
  }

  #tick() {
    for (const [element, tick] of [...this.#ticks]) {
      if (this.contains(element)) {
        tick();
      }
    }
  }

  #key = (event) => {
    const isVerified = this.#call.verification !== null;
    if (!isVerified || event.defaultPrevented) {
      return;
    }
    if (event.key === "F8") {
      event.preventDefault();
      this.querySelector("[data-end]").click();
    } else if (event.key === "Escape") {
      this.#back(event);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.querySelector("[data-confirm]")?.click();
      this.querySelector("[data-form]")?.requestSubmit();
    } else if (event.key === "/" && !event.target.matches("input, select, textarea")) {
      event.preventDefault();
      this.#search();
    }
  };

  #back(event) {
    const { name, action } = this.#screen;
    if (name === "review") {
      event.preventDefault();
      this.#go({ name: "form", action });
    } else if (name === "form" || name === "outcome") {
      event.preventDefault();
      this.#go({ name: "actions" });
    }
  }

  #search() {
    if (this.#screen.name !== "actions") {
      this.#go({ name: "actions" });
    }
    this.querySelector("[data-search]").focus();
  }
}

customElements.define("support-agent-console", SupportAgentConsole);
