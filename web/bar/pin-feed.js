// Fetches the PIN, drops it when it expires, and reports each change. It knows nothing about the page.
import { client, Offline, Problem } from "../shared/api.js";
import { ServiceTime } from "../shared/clock.js";

const EVERY = 20_000;
/** While something waits for the customer. */
const SOON = 5_000;
const AFTER_FAILURE = 5_000;
const LEAST = 500;
const PIN = "/v1/panel/support-pin";

/**
 * The state is one of
 * - `{status: "loading"}`, `{status: "renewing"}` (the PIN has expired and the next one is being fetched),
 * - `{status: "inactive", mobile: "confirmed" | "missing"}`,
 * - `{status: "active", pin, validUntil, time, mobile, connected, smsAt, waiting}`, with `smsAt` in the service's time, and what waits
 *   for the customer,
 * - `{status: "locked", time, lockedUntil}`: phone verification is locked; `lockedUntil` is undefined if it does not unlock by itself,
 * - `{status: "offline"}`, `{status: "session"}` (the token was refused), `{status: "error"}`.
 */
export class PinFeed {
  #call;
  #changed;
  #state = { status: "loading" };
  #tag = null;
  #turn = 0;
  #next;
  #end;
  #running = false;

  constructor(api, token, changed) {
    this.#call = client(api, token);
    this.#changed = changed;
  }

  get state() {
    return this.#state;
  }

  start() {
    this.#running = true;
    document.addEventListener("visibilitychange", this.#wake);
    window.addEventListener("online", this.#wake);
    this.#wake();
  }

  stop() {
    this.#running = false;
    this.#turn++;
    clearTimeout(this.#next);
    clearTimeout(this.#end);
    document.removeEventListener("visibilitychange", this.#wake);
    window.removeEventListener("online", this.#wake);
  }

  /** Fetches now, unless the page is hidden. */
  refresh() {
    this.#tag = null;
    this.#wake();
  }

  activate() {
    return this.#order("/activation");
  }

  unlock() {
    return this.#order("/unlock");
  }

  /** @returns {Promise<"sent"|"wait"|"refused"|"failed">} */
  async sendSms() {
    try {
      await this.#call("POST", `${PIN}/sms`);
      this.refresh();
      return "sent";
    } catch (failure) {
      if (failure instanceof Problem && failure.slug === "sms-refused") {
        return "refused";
      }
      if (failure instanceof Problem && failure.retryAfter !== null && this.#state.status === "active") {
        this.#set({ ...this.#state, smsAt: this.#state.time.now() + failure.retryAfter * 1000 });
        return failure.status === 429 ? "wait" : "failed";
      }
      return expected(failure, "failed");
    }
  }

  /** Opens or stops what waits. @returns {Promise<"done"|"rejected"|"over"|"failed">} */
  async settle(actionId, how, body) {
    try {
      await this.#call("POST", `/v1/panel/actions/${encodeURIComponent(actionId)}/${how}`, body === undefined ? {} : { body });
      return "done";
    } catch (failure) {
      if (failure instanceof Problem && failure.slug === "code-rejected") {
        return "rejected";
      }
      return failure instanceof Problem && failure.status === 409 ? "over" : expected(failure, "failed");
    } finally {
      this.refresh();
    }
  }

  /** Drops an expired PIN. Called by a timer, and before the PIN is shown. */
  expire() {
    const { status, time, validUntil, connected } = this.#state;
    if (status === "active" && time.until(validUntil) === 0) {
      this.#tag = null;
      this.#set({ status: connected ? "renewing" : "offline" });
      this.#wake();
    }
  }

  #wake = () => {
    this.expire();
    if (this.#running && !document.hidden) {
      this.#ask();
    } else {
      clearTimeout(this.#next);
    }
  };

  async #ask() {
    clearTimeout(this.#next);
    const turn = ++this.#turn;
    const headers = this.#tag === null ? {} : { "If-None-Match": this.#tag };
    try {
      const answer = await this.#call("GET", PIN, { headers });
      if (turn === this.#turn) {
        this.#take(answer);
      }
    } catch (failure) {
      if (turn === this.#turn) {
        this.#fail(failure);
      }
    }
  }

  async #order(path) {
    const turn = ++this.#turn;
    try {
      const answer = await this.#call("POST", PIN + path);
      if (turn === this.#turn) {
        this.#take(answer);
      }
      return "done";
    } catch (failure) {
      this.#wake();
      return failure.slug === "mobile-required" ? "mobile-required" : expected(failure, "failed");
    }
  }

  #take({ status, headers, body }) {
    if (status === 304) {
      const lock = headers.get("Phone-Verification");
      if (lock !== null && (lock === "locked") !== (this.#state.status === "locked")) {
        this.refresh();
        return;
      }
      this.#set(this.#state.status === "active" ? { ...this.#state, connected: true } : this.#state);
    } else {
      this.#tag = headers.get("ETag");
      this.#set(read(body));
    }
    this.#schedule((this.#state.waiting ?? []).length > 0 ? SOON : EVERY);
  }

  #fail(failure) {
    if (failure instanceof Problem && [401, 403].includes(failure.status)) {
      this.#tag = null;
      this.#set({ status: "session" });
    } else if (failure.slug === "secret-does-not-open") {
      // To activate the service again makes a new PIN.
      this.#tag = null;
      this.#set({ status: "inactive", mobile: "confirmed" });
    } else if (this.#state.status === "active") {
      this.#set({ ...this.#state, connected: false });
    } else {
      this.#tag = null;
      this.#set({ status: expected(failure, failure instanceof Offline ? "offline" : "error") });
    }
    this.#schedule(AFTER_FAILURE);
  }

  #set(state) {
    this.#state = state;
    clearTimeout(this.#end);
    if (state.status === "active") {
      this.#end = setTimeout(() => this.expire(), state.time.until(state.validUntil));
    }
    this.#changed(state);
  }

  #schedule(wait) {
    clearTimeout(this.#next);
    if (this.#running && !document.hidden) {
      const { status, time, lockedUntil } = this.#state;
      const opens = status === "locked" && lockedUntil !== undefined ? time.until(lockedUntil) : wait;
      this.#next = setTimeout(this.#wake, Math.max(LEAST, Math.min(wait, opens)));
    }
  }
}

function read(body) {
  if (body.status === "inactive") {
    return { status: "inactive", mobile: body.mobile };
  }
  const time = new ServiceTime(body.asOf);
  if (body.phoneVerification === "locked") {
    return { status: "locked", time, lockedUntil: body.lockedUntil, waiting: body.waiting ?? [] };
  }
  const { pin, validUntil, maskedNumber, sms } = body;
  return {
    status: "active",
    pin,
    validUntil,
    time,
    mobile: maskedNumber,
    connected: true,
    smsAt: Date.parse(sms.availableAt),
    waiting: body.waiting ?? [],
  };
}

/** A refusal or no response gives the outcome; anything else is a bug here, and is reported to the page. */
function expected(failure, outcome) {
  if (!(failure instanceof Problem || failure instanceof Offline)) {
    reportError(failure);
  }
  return outcome;
}
