/**
 * `<support-agent-console>`: a support call from the PIN to its end.
 *
 * Attributes: `api`, the API's origin (by default the page's own); `lang`, `el` or `en` (by default the token's locale); `customer` and
 * `call`, which the telephone system fills in; `token-url`, a route of the page's own that answers the agent's access token. Property:
 * `token`, a function that returns it, which comes first. Event:
 * `support-call` with `{ customer, name, left }` in its detail, whenever a tab's title could change. It has a shadow root.
 */
import { client, fetchToken, keeper } from "../shared/api.js";
import { h, setText, show } from "../shared/dom.js";
import { sealed } from "../shared/look.js";
import { claimsOf, language, said, translator } from "../shared/texts.js";
import { Call } from "./call.js";
import { standing } from "./standing.js";
import { STYLES } from "./styles.js";
import { TEXTS } from "./texts.js";
import { verifyView } from "./view-verify.js";
import { Watch } from "./watch.js";

const TICK = 500;

/** Until it is tried again to load what comes after the PIN. */
const AGAIN = 1_000;

/** So many calls are remembered until the page is left. */
const RECENT = 10;

let instances = 0;

export class SupportAgentConsole extends HTMLElement {
  static observedAttributes = ["lang", "api", "customer", "call"];

  #shadow;
  #root;
  #token;
  #prefix = `support-agent-console-${++instances}`;
  #call;
  #claimed;
  #screen = { name: "verify", stands: null };
  #ticks = new Map();
  #timer;
  /** Of the token: `sub` and `name`. */
  #agent = {};
  #top = h("div", {});
  #stage = h("div.console-stage", {});
  #side = h("aside.console-side-column.stack", {});
  #live = h("p.visually-hidden", { role: "status" });
  /** The calls before this one, newest first; gone with the page. */
  #recent = [];
  /** The screens of a verified caller: they come while the PIN is typed. */
  #verifiedScreens = null;

  #watch = new Watch(
    () => this.#call,
    (why) => this.#voided(why),
  );

  #kept = keeper((why) => fetchToken(this.getAttribute("token-url"), why));

  /** A function that returns the access token, or a promise of it; called before each request. */
  set token(token) {
    this.#token = token;
    this.#claim();
  }

  constructor() {
    super();
    const { shadow, root } = sealed(this, STYLES);
    this.#shadow = shadow;
    this.#root = root;
    root.classList.add("console");
    show(root, this.#top, h("div.console-columns", {}, this.#stage, this.#side), this.#live);
  }

  /** Moved to another place, it goes on with its call. */
  connectedCallback() {
    this.#takeOver();
    this.#root.addEventListener("keydown", this.#key);
    document.addEventListener("keydown", this.#keyOutside);
    window.addEventListener("beforeunload", this.#leave);
    window.addEventListener("focus", this.#seen);
    document.addEventListener("visibilitychange", this.#seen);
    this.#timer = setInterval(() => this.#tick(), TICK);
    this.#load();
    if (this.#call === undefined) {
      this.#newCall(this.hasAttribute("autofocus"));
    }
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
    if ((this.#token || this.hasAttribute("token-url")) && this.#call && !this.hasAttribute("lang")) {
      this.#claimed = claimsOf(await this.#ask({ refused: false })).locale;
      this.#draw(false);
    }
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    this.#root.removeEventListener("keydown", this.#key);
    document.removeEventListener("keydown", this.#keyOutside);
    window.removeEventListener("beforeunload", this.#leave);
    window.removeEventListener("focus", this.#seen);
    document.removeEventListener("visibilitychange", this.#seen);
  }

  attributeChangedCallback(name, before, after) {
    if (this.#call === undefined || before === after) {
      return;
    }
    if (name === "api") {
      this.#newCall(false);
    } else if (name === "lang") {
      this.#draw(false);
    } else if (this.#screen.name === "verify" || this.#screen.name === "over") {
      // The telephone system has another caller. A call that runs is never disturbed.
      this.#newCall();
    }
  }

  /** Does not give up: without an answer there is no call either. What came and cannot be read is a fault, which somebody must see. */
  async #load() {
    while (this.#verifiedScreens === null) {
      this.#verifiedScreens = await import("./screens.js").catch((failure) => {
        if (failure instanceof SyntaxError) {
          reportError(failure);
        }
        return new Promise((resolve) => setTimeout(resolve, AGAIN, null));
      });
    }
  }

  #ask(why) {
    return this.#token ? this.#token(why) : this.#kept(why);
  }

  async #tokenFor(why) {
    const token = await this.#ask(why);
    this.#agent = claimsOf(token);
    return token;
  }

  #newCall(isFocused = true) {
    const call = new Call(client(this.getAttribute("api") ?? "", (why) => this.#tokenFor(why)));
    call.addEventListener("change", (event) => call === this.#call && this.#changed(event.detail));
    call.addEventListener("over", (event) => this.#remember(event.detail));
    call.addEventListener("verified", () => call === this.#call && this.#verified(this.#page().t));
    if (this.#call) {
      this.#call.finish();
      // What waited on the screen before is not followed any more. But customers are still told of the announced calls.
      this.#call.request = null;
      call.announced = this.#call.announced;
    }
    call.customerId = this.getAttribute("customer") ?? "";
    call.callReference = this.getAttribute("call") ?? "";
    this.#call = call;
    this.#go({ name: "verify", stands: null }, isFocused);
  }

  /** Shows another screen and puts the focus where work continues. */
  #go(screen, isFocused = true) {
    if (screen.name !== "verify" && this.#verifiedScreens === null) {
      this.#load().then(() => this.#go(screen, isFocused));
      return;
    }
    this.#screen = screen;
    this.#draw(isFocused);
  }

  #draw(isFocused) {
    const page = this.#page();
    const isVerified = this.#call.verification !== null;
    this.#ticks.clear();
    this.dataset.screen = this.#screen.name;
    show(this.#top, isVerified && this.#verifiedScreens?.bar(page));
    show(this.#stage, this.#screen.name === "verify" ? verifyView(page, this.#screen.stands) : this.#verifiedScreens.view(page, this.#screen));
    this.#drawSide(page);
    this.#root.lang = page.lang;
    this.#tick();
    if (isFocused) {
      this.#stage.querySelector("[data-focus]")?.focus();
    }
  }

  /** What belongs to a call is shown during that call. */
  #drawSide(page) {
    const isVerified = this.#call.verification !== null;
    const screens = this.#verifiedScreens;
    show(this.#side, isVerified && screens && [screens.history(page), screens.keys(page)]);
  }

  /** What every screen gets: texts, the call, and the ways to other screens. */
  #page() {
    const tag = this.getAttribute("lang") ?? this.#claimed;
    const lang = language(tag, "console", () => this.#draw(false));
    const t = translator(lang, TEXTS);
    const page = {
      t,
      lang,
      call: this.#call,
      id: (name) => `${this.#prefix}-${name}`,
      recent: this.#recent,
      recentCalls: () => this.#recent.length > 0 && this.#verifiedScreens.recentCalls(page, this.#recent),
      find: (id) => this.#shadow.getElementById(id),
      focused: () => this.#shadow.activeElement,
      announce: (text) => setText(this.#live, text),
      every: (element, tick) => this.#ticks.set(element, tick),
      rejected: (stands) => page.call === this.#call && this.#screen.name === "verify" && this.#go({ ...this.#screen, stands }),
      verified: () => page.call === this.#call && this.#verified(t),
      unverified: (stands) => page.call === this.#call && this.#refused(stands),
      expired: () => this.#unverified({ kind: "expired" }),
      failed: (error) => page.call === this.#call && this.#failed(standing(error)),
      ended: () => page.call === this.#call && this.#ended(),
      newCall: () => this.#newCall(),
      named: () => this.#named(),
      touch: () => this.#call.drafts.touch(this.#screen),
      isTouched: () => this.#call.drafts.isUnsent(this.#screen),
      open: (action) => this.#go({ name: "form", action }),
      records: (domain) => this.#edit({ name: "records", domain }),
      toActions: () => this.#go({ name: "actions" }),
      toForm: (action, errors) => this.#go({ name: "form", action, errors }),
      review: (action, parameters, from = { name: "form", action }) => this.#show(this.#call.deeds.entry(action, parameters, from)),
      go: (screen) => this.#go(screen),
      outcome: (entry) => this.#show(entry),
    };
    return page;
  }

  /** What is read for it may have changed, so it begins anew unless something is unsent. */
  #edit(screen) {
    if (!this.#call.drafts.isUnsent(screen)) {
      this.#call.drafts.drop(screen);
    }
    this.#go(screen);
  }

  /** Shows an action: to confirm it, as long as the service has not answered; or what has become of it. */
  #show(entry) {
    this.#go({ name: ["new", "sending"].includes(entry.status) ? "review" : "outcome", entry });
  }

  /** If the same customer is verified again, the agent continues where time ran out. */
  #verified(t) {
    const { kept } = this.#screen;
    this.#watch.begin();
    setText(this.#live, t("verified", { customer: this.#call.verification.customerId }));
    this.#go(kept && this.#call.drafts.has(kept) ? kept : { name: "actions" });
  }

  #ended(isHandedOver = false) {
    this.#call.finish();
    this.#go({ name: "over", isHandedOver });
  }

  #remember(call) {
    const { sub, name } = this.#agent;
    this.#recent.unshift({ ...call, agent: [name, sub].filter(Boolean).join(" · ") });
    this.#recent.splice(RECENT);
  }

  #seen = () => this.#watch.seen();

  #voided(why) {
    if (why === "handedOver") {
      this.#ended(true);
    } else {
      this.#unverified({ kind: "expired" });
    }
  }

  /** The service refuses. If a colleague could take the call over, it is asked whether that is why. */
  async #refused(stands) {
    const call = this.#call;
    const why = call.verification !== null && call.offer !== null ? await call.watch() : "ended";
    if (call === this.#call && why === "handedOver") {
      this.#ended(true);
    } else if (call === this.#call) {
      this.#unverified(stands);
    }
  }

  /** The customer's name has come. */
  #named() {
    const name = this.#top.querySelector("[data-name]");
    if (name !== null) {
      setText(name, this.#call.account.name ?? "");
    }
  }

  #unverified(stands) {
    if (this.#call.verification === null) {
      return;
    }
    const { left } = this.#call.verification;
    const { name, action, domain, entry } = this.#screen;
    const hasDraft = this.#call.drafts.has(this.#screen);
    this.#call.verification = null;
    this.#go({
      name: "verify",
      stands: { ...stands, hasDraft, isTimeUp: left() === 0 },
      kept: name === "review" ? entry.from : { name, action, domain },
    });
  }

  #failed(stands) {
    if (stands.kind === "expired") {
      this.#refused(stands);
    }
  }

  /** Shows an action's new status in the call's history and on its own screen; also where it was filled in, if it is done. Tickets look themselves. */
  #changed(entry) {
    const { entries } = this.#screen.name === "over" ? this.#recent[0] : this.#call.deeds;
    if (this.#verifiedScreens === null || !entries.includes(entry)) {
      return;
    }
    const page = this.#page();
    setText(this.#live, `${said(entry.action.title, page.lang)}: ${this.#verifiedScreens.statusText(entry, page.t)}`);
    if (this.#screen.name === "outcome" && this.#screen.entry === entry) {
      this.#draw(this.#stage.contains(this.#shadow.activeElement));
    } else if (["form", "review", "records"].includes(this.#screen.name) && !this.#call.drafts.has(this.#screen)) {
      this.#show(entry);
    } else {
      this.#drawSide(page);
    }
  }

  #tick() {
    for (const [element, tick] of [...this.#ticks]) {
      if (this.#root.contains(element)) {
        tick();
      }
    }
    this.#watch.look();
    const { customerId = this.#call?.customerId, left = () => null } = this.#call?.verification ?? {};
    const detail = { customer: customerId, name: this.#call?.account?.name ?? null, left: left() };
    this.dispatchEvent(new CustomEvent("support-call", { detail }));
  }

  /** The browser asks before it leaves what was typed and not sent, or sent and not answered. */
  #leave = (event) => {
    if (this.#call.drafts.isUnsent(this.#screen) || this.#call.deeds.isSending()) {
      event.preventDefault();
    }
  };

  #key = (event) => {
    if (this.#call.verification !== null) {
      const toActions = () => this.#go({ name: "actions" });
      this.#verifiedScreens?.press(event, { root: this.#root, screen: this.#screen.name, toActions });
    }
  };

  #keyOutside = (event) => {
    if (this.#call.verification !== null) {
      this.#verifiedScreens?.retell(event, this, this.#stage);
    }
  };
}

customElements.define("support-agent-console", SupportAgentConsole);
