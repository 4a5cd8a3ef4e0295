// <support-pin-bar api="https://…" token-url="/session/token"></support-pin-bar>; see docs/panel-integration.md.
import { client, fetchToken, keeper } from "../shared/api.js";
import { countdown } from "../shared/clock.js";
import { copied, h, setOff, setText, show } from "../shared/dom.js";
import { claimsOf, language, translator } from "../shared/texts.js";
import { build, digits, spoken } from "./parts.js";
import { current, PinFeed } from "./pin-feed.js";
import { styles } from "./styles.js";
import { TEXTS } from "./texts.js";

const SECOND = 1000;
const HALF_HOUR = 1_800_000;
/** Longer than between answers. */
const FRESH = 22_000;
/** How long a note stays. */
const NOTE = 8_000;
const HIDDEN = "support-pin-hidden";

export class SupportPinBar extends HTMLElement {
  static observedAttributes = ["api", "lang", "token-url"];

  #token;
  #keep;
  #subject;
  #feed;
  #tick;
  #note;
  #heard;
  #shown = null;
  #told;
  #answered;
  #hidden = false;
  #parts;
  #live;
  #size;
  #t = translator("el", TEXTS);

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [styles];
    this.#parts = build({
      send: () => this.#click("send"),
      act: () => this.#click("act"),
      copy: () => this.#copy(),
      hide: () => this.#hide(),
      fold: () => this.#fold(),
    });
    this.#parts.bar.classList.add("is-folded");
    this.shadowRoot.append(this.#parts.place, this.#parts.frame);
    this.#size = new ResizeObserver(() => this.#parts.place.style.setProperty("height", `${this.#parts.frame.offsetHeight}px`));
  }

  get token() {
    return this.#token;
  }

  /** A function that returns the customer's token. Another one is asked at the next request. */
  set token(token) {
    if (token !== this.#token) {
      this.#token = token;
      this.#keep = keeper((why) => this.#ask(why));
      if (this.#feed === undefined || typeof token !== "function") {
        this.#restart();
      }
    }
  }

  connectedCallback() {
    this.#size.observe(this.#parts.frame);
    this.#tick = setInterval(() => this.#count(), SECOND);
    // Set before this class was loaded, it hides the accessor.
    if (Object.hasOwn(this, "token")) {
      const token = this.token;
      delete this.token;
      this.token = token;
    }
    this.#restart();
  }

  disconnectedCallback() {
    this.#size.disconnect();
    clearInterval(this.#tick);
    clearTimeout(this.#note);
    this.#feed?.stop();
    this.#feed = undefined;
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) {
      return;
    }
    if (name === "lang") {
      this.#speak(after);
    } else if (this.#tick) {
      this.#restart();
    }
  }

  /** For a page that has just changed something. */
  refresh() {
    this.#feed?.refresh();
  }

  #restart() {
    this.#feed?.stop();
    this.#feed = undefined;
    const url = this.getAttribute("token-url");
    if (this.isConnected && (typeof this.#token === "function" || url !== null)) {
      this.#keep = keeper((why) => this.#ask(why));
      const api = (this.getAttribute("api") ?? "").replace(/\/$/, "");
      this.#feed = new PinFeed(client(api, (why) => this.#keep(why)), (state) => this.#changed(state));
      this.#feed.start();
    }
    this.#render();
  }

  async #ask(why) {
    const token = await (this.#token ? this.#token(why) : fetchToken(this.getAttribute("token-url"), why));
    const { locale, sub } = claimsOf(token);
    if (!this.hasAttribute("lang")) {
      this.#speak(locale);
    }
    if (this.#subject !== undefined && sub !== this.#subject) {
      this.#feed?.forget();
    }
    this.#subject = sub;
    return token;
  }

  #speak(tag) {
    const lang = language(tag, "bar", () => this.#speak(this.lang || tag));
    if (this.#parts.frame.lang !== lang) {
      this.#t = translator(lang, TEXTS);
      this.#parts.frame.lang = lang;
      this.#render();
    }
  }

  get #state() {
    return this.#feed?.state ?? { status: "loading" };
  }

  #changed({ status, pin, connected, time, frozen, live }) {
    const active = status === "active";
    if (active && pin !== this.#heard && this.#heard !== undefined) {
      setText(this.#parts.live, this.#t(this.#hidden ? "freshHidden" : "fresh", { digits: spoken(pin) }));
    }
    if (!active) {
      setText(this.#parts.live, "");
    }
    this.#heard = active ? pin : (this.#heard ?? "");
    this.#answered = connected && time.now();
    const before = this.#told;
    this.#told = JSON.stringify([status, connected, frozen, live]);
    this.#render();
    if (before !== this.#told) {
      this.#tell("status", { detail: { status, connected } });
    }
  }

  #tell(what, init = {}) {
    return this.dispatchEvent(new CustomEvent(`support-pin-${what}`, { bubbles: true, composed: true, ...init }));
  }

  #render() {
    const { bar, code, copy, hide, times, words, sms, act, off, unfold } = this.#parts;
    const state = this.#state;
    const active = state.status === "active";
    this.dataset.status = state.status;
    bar.classList.toggle("is-locked", state.status === "locked");
    setText(this.#parts.reminder, this.#t("reminder"));
    name(copy, this.#t("copy"));
    name(hide, this.#t("hide"));
    name(unfold, this.#t("unfold"));
    code.hidden = times.hidden = sms.hidden = unfold.hidden = !active;
    words.hidden = active;
    off.hidden = !active || state.connected;
    setText(off, this.#t("noConnection"));
    const held = this.shadowRoot.activeElement;
    const [message, action] = sayings(state);
    if (!active && !(message in TEXTS)) {
      this.#load();
    }
    setText(this.#parts.message, !active && message in TEXTS ? this.#t(message) : "");
    act.hidden = !(action in TEXTS);
    setText(act, act.hidden ? "" : this.#t(action));
    this.#count();
    if (held?.hidden) {
      bar.focus({ preventScroll: true });
    }
  }

  async #load() {
    const { STATES } = await import("./states.js").catch(() => ({}));
    if (STATES) {
      Object.assign(TEXTS, STATES);
      this.#render();
    }
  }

  /** Loaded when there is any. */
  async #showLive(live) {
    if (this.#live === undefined && Object.keys(live).length > 0) {
      this.#live = import("./live.js").then(({ Live, styles: more }) => {
        this.shadowRoot.adoptedStyleSheets = [styles, more];
        return new Live(this.#parts.extra, () => this.#feed);
      });
      this.#live.catch(() => (this.#live = undefined));
    }
    (await this.#live?.catch(() => null))?.show(current(this.#state), this.#parts.frame.lang);
  }

  /** Only if it differs: screen readers would start over. */
  #showPin(pin) {
    const text = !pin ? [] : this.#hidden ? [digits("••••••")[0], h("span.heard", {}, this.#t("hidden"))] : digits(pin);
    const key = `${this.#hidden} ${pin} ${this.#parts.frame.lang}`;
    if (this.#shown !== key) {
      this.#shown = key;
      show(this.#parts.pin, ...text);
    }
  }

  #count() {
    this.#feed?.expire();
    const { left, changes, more, sms, line, hide } = this.#parts;
    const state = this.#state;
    const { status, pin, time, validUntil, lockedUntil, smsAt, frozen } = state;
    const live = current(state);
    this.#showLive(live);
    const active = status === "active";
    // As in other tabs.
    this.#hidden = storage((kept) => kept.getItem(HIDDEN) !== null) ?? this.#hidden;
    hide.setAttribute("aria-pressed", this.#hidden);
    this.#showPin(active && pin);
    const remaining = active ? time.until(validUntil) : 0;
    left.style.setProperty("--left", Math.min(1, remaining / HALF_HOUR));
    setText(changes, active ? this.#t("changesIn", { time: countdown(remaining) }) : "");
    const isQuiet = active && time.now() - this.#answered < FRESH && !(live.calls || live.announcement || live.request);
    setText(line, active && frozen ? this.#t("frozen") : isQuiet ? this.#t("nobody") : "");
    const opens = status === "locked" && lockedUntil !== undefined && "opensIn" in TEXTS;
    setText(more, opens ? this.#t("opensIn", { time: countdown(time.until(lockedUntil)) }) : "");
    more.hidden = !opens;
    if (active && !sms.hasAttribute("aria-busy")) {
      const wait = Math.max(0, smsAt - time.now());
      setOff(sms, wait > 0);
      setText(sms, wait > 0 ? this.#t("sendAgain", { time: countdown(wait) }) : this.#t("send"));
    }
  }

  async #copy() {
    this.#say(this.#t((await copied(this.#state.pin)) ? "copied" : "notCopied"));
  }

  #hide() {
    this.#hidden = !this.#hidden;
    storage((kept) => (this.#hidden ? kept.setItem(HIDDEN, "") : kept.removeItem(HIDDEN)));
    setText(this.#parts.live, "");
    this.#render();
  }

  #fold() {
    const isFolded = this.#parts.bar.classList.toggle("is-folded");
    this.#parts.unfold.setAttribute("aria-expanded", !isFolded);
  }

  /** What a click does is loaded at the first one. */
  async #click(what) {
    try {
      const bar = { feed: this.#feed, parts: this.#parts, say: (text) => this.#say(text), lead: (to) => this.#lead(to) };
      await (await import("./clicks.js"))[what](bar);
      this.#count();
    } catch {
      this.#say(this.#t("noConnection"));
    }
  }

  /** Unless the page prevents it. @returns whether somebody leads there */
  #lead(what) {
    const page = this.getAttribute(`${what}-page`);
    const isLeft = this.#tell(`${what}-needed`, { cancelable: true });
    if (isLeft && page !== null) {
      location.assign(new URL(page, location.href));
    }
    return !isLeft || page !== null;
  }

  #say(text) {
    clearTimeout(this.#note);
    setText(this.#parts.note, text);
    this.#note = setTimeout(() => setText(this.#parts.note, ""), NOTE);
  }
}

/** What to say in a state, and what to offer. */
function sayings({ status, mobile }) {
  if (status === "inactive") {
    return mobile === "missing" ? ["mobileMissing", "register"] : ["inactive", "activate"];
  }
  return [status, { locked: "unlock", error: "retry", offline: "retry", session: "signIn" }[status]];
}

function name(button, text) {
  button.title = text;
  button.setAttribute("aria-label", text);
}

/** Undefined if it is closed. */
function storage(use) {
  try {
    return use(localStorage);
  } catch {}
}

customElements.define("support-pin-bar", SupportPinBar);
