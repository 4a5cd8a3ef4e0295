// <support-pin-bar api="https://…" lang="el"></support-pin-bar>; see docs/panel-integration.md.
import { countdown } from "../shared/clock.js";
import { isOff, setOff, setText, show } from "../shared/dom.js";
import { language, localeOf, translator } from "../shared/texts.js";
import { build, digits, spoken } from "./parts.js";
import { PinFeed } from "./pin-feed.js";
import { styles } from "./styles.js";
import { TEXTS } from "./texts.js";

const SECOND = 1000;
const HALF_HOUR = 1_800_000;
/** How long a note such as "sent" stays, in milliseconds. */
const NOTE = 8_000;

export class SupportPinBar extends HTMLElement {
  static observedAttributes = ["api", "lang"];

  #token;
  #feed;
  #tick;
  #note;
  #heard;
  #shown = null;
  #parts;
  #waiting;
  #t = translator("el", TEXTS);

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [styles];
    this.#parts = build({ send: () => this.#send(), act: () => this.#act() });
    this.shadowRoot.append(this.#parts.bar, this.#parts.live);
  }

  /** A function that returns the customer's access token, or a promise of it. */
  get token() {
    return this.#token;
  }

  set token(token) {
    this.#token = token;
    this.#restart();
  }

  connectedCallback() {
    // If the page set it before this class was loaded, the property hides the accessor.
    if (Object.hasOwn(this, "token")) {
      const token = this.token;
      delete this.token;
      this.#token = token;
    }
    this.#tick = setInterval(() => this.#count(), SECOND);
    this.#restart();
  }

  disconnectedCallback() {
    clearInterval(this.#tick);
    clearTimeout(this.#note);
    this.#feed?.stop();
    this.#feed = undefined;
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) {
      return;
    }
    if (name === "api") {
      this.#restart();
    } else {
      this.#speak(after);
    }
  }

  /** Fetches at once; for a page that has just changed something. */
  refresh() {
    this.#feed?.refresh();
  }

  #restart() {
    this.#feed?.stop();
    this.#feed = undefined;
    if (this.isConnected && typeof this.#token === "function") {
      const api = (this.getAttribute("api") ?? "").replace(/\/$/, "");
      this.#feed = new PinFeed(api, (why) => this.#ask(why), (state) => this.#changed(state));
      this.#feed.start();
    }
    this.#render();
  }

  async #ask(why) {
    const token = await this.#token(why);
    if (!this.hasAttribute("lang")) {
      this.#speak(localeOf(token));
    }
    return token;
  }

  #speak(tag) {
    const lang = language(tag);
    if (this.#parts.bar.lang !== lang) {
      this.#t = translator(lang, TEXTS);
      this.#parts.bar.lang = lang;
      this.#parts.live.lang = lang;
      this.#render();
    }
  }

  get #state() {
    return this.#feed?.state ?? { status: "loading" };
  }

  #changed(state) {
    const fresh = state.status === "active" && state.pin !== this.#heard;
    if (fresh && this.#heard !== undefined) {
      setText(this.#parts.live, this.#t("fresh", { digits: spoken(state.pin) }));
    }
    if (state.status !== "active") {
      setText(this.#parts.live, "");
    }
    this.#heard = state.status === "active" ? state.pin : (this.#heard ?? "");
    const before = this.dataset.status;
    this.#render();
    if (before !== state.status) {
      const event = { bubbles: true, composed: true, detail: { status: state.status } };
      this.dispatchEvent(new CustomEvent("support-pin-status", event));
    }
  }

  #render() {
    const { bar, label, pin, times, words, sms, act, off, reminder } = this.#parts;
    const state = this.#state;
    const active = state.status === "active";
    this.dataset.status = state.status;
    bar.classList.toggle("is-locked", state.status === "locked");
    this.#showWaiting(state.waiting ?? []);
    setText(label, this.#t("name"));
    setText(reminder, this.#t("reminder"));
    pin.hidden = times.hidden = sms.hidden = !active;
    words.hidden = active;
    off.hidden = !active || state.connected;
    setText(off, this.#t("noConnection"));
    this.#showPin(active ? state.pin : null);
    setText(this.#parts.message, active ? "" : this.#message(state));
    const action = this.#action(state);
    const held = this.shadowRoot.activeElement;
    act.hidden = action === null;
    setText(act, action === null ? "" : this.#t(action));
    this.#count();
    if (held?.hidden) {
      bar.focus({ preventScroll: true });
    }
  }

  /** Few customers ever see this part, so the others do not load it. */
  async #showWaiting(waiting) {
    if (this.#waiting === undefined && waiting.length > 0) {
      this.#waiting = import("./waiting.js").then(({ Waiting, styles: more }) => {
        const part = new Waiting((action, how, body) => this.#feed.settle(action, how, body));
        this.shadowRoot.adoptedStyleSheets = [styles, more];
        this.shadowRoot.prepend(part.element);
        return part;
      });
    }
    (await this.#waiting)?.show(this.#state.waiting ?? [], this.#parts.bar.lang);
  }

  /** Only if it differs, so that a screen reader does not start over. */
  #showPin(pin) {
    if (this.#shown !== pin) {
      this.#shown = pin;
      show(this.#parts.pin, ...(pin === null ? [] : digits(pin)));
    }
  }

  #message({ status, mobile }) {
    return this.#t(status === "inactive" && mobile === "missing" ? "mobileMissing" : status);
  }

  #action({ status, mobile }) {
    switch (status) {
      case "inactive":
        return mobile === "missing" ? "register" : "activate";
      case "locked":
        return "unlock";
      case "error":
      case "offline":
      case "session":
        return "retry";
      default:
        return null;
    }
  }

  /** Updates whatever changes with time. */
  #count() {
    this.#feed?.expire();
    const { left, changes, more, sms } = this.#parts;
    const { status, time, validUntil, lockedUntil, smsAt } = this.#state;
    const active = status === "active";
    const remaining = active ? time.until(validUntil) : 0;
    left.style.setProperty("--left", String(Math.min(1, remaining / HALF_HOUR)));
    setText(changes, active ? this.#t("changesIn", { time: countdown(remaining) }) : "");
    const opens = status === "locked" && lockedUntil !== undefined;
    setText(more, opens ? this.#t("opensIn", { time: countdown(time.until(lockedUntil)) }) : "");
    more.hidden = !opens;
    if (active && !sms.hasAttribute("aria-busy")) {
      const wait = Math.max(0, smsAt - time.now());
      setOff(sms, wait > 0);
      setText(sms, wait > 0 ? this.#t("sendAgain", { time: countdown(wait) }) : this.#t("send"));
    }
  }

  async #send() {
    const { sms } = this.#parts;
    const { mobile } = this.#state;
    if (isOff(sms)) {
      return;
    }
    this.#busy(sms, true);
    setText(sms, this.#t("sending"));
    const outcome = await this.#feed.sendSms();
    this.#busy(sms, false);
    this.#say(outcome === "sent" ? this.#t("sent", { number: mobile }) : this.#t(outcome));
    this.#count();
  }

  async #act() {
    const { act } = this.#parts;
    const { status, mobile } = this.#state;
    if (isOff(act)) {
      return;
    }
    if (status !== "inactive" && status !== "locked") {
      this.#feed.refresh();
      return;
    }
    if (status === "inactive" && mobile === "missing") {
      this.#leadToMobile();
      return;
    }
    this.#busy(act, true);
    const outcome = await (status === "locked" ? this.#feed.unlock() : this.#feed.activate());
    this.#busy(act, false);
    if (outcome === "mobile-required") {
      this.#leadToMobile();
    } else if (outcome === "failed") {
      this.#say(this.#t("actFailed"));
    }
  }

  /** The page may do this in its own way by calling preventDefault. */
  #leadToMobile() {
    const event = new CustomEvent("support-pin-mobile-needed", { bubbles: true, composed: true, cancelable: true });
    const page = this.getAttribute("mobile-page");
    if (this.dispatchEvent(event) && page !== null) {
      location.assign(new URL(page, location.href));
    }
  }

  #busy(button, busy) {
    button.toggleAttribute("aria-busy", busy);
    setOff(button, busy);
  }

  #say(text) {
    clearTimeout(this.#note);
    setText(this.#parts.note, text);
    this.#note = setTimeout(() => setText(this.#parts.note, ""), NOTE);
  }
}

customElements.define("support-pin-bar", SupportPinBar);
