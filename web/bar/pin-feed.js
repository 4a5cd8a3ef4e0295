// Fetches the view, drops the PIN when it expires, and reports each change.
import { Offline, Problem } from "../shared/api.js";
import { ServiceTime } from "../shared/clock.js";

const EVERY = 20_000;
/** While somebody is on the phone, or something waits. */
const SOON = 5_000;
/** Failures one after another double the wait, up to this. */
const LONGEST = { session: 300_000 };
const LEAST = 500;
const PIN = "/v1/panel/support-pin";

/**
 * The state's `status` is loading, renewing, offline, session (the token was refused), error, inactive (with `mobile`), locked (with
 * `time`, `lockedUntil?`, `live`), or active: `pin, validUntil, time, mobile, connected, smsAt, frozen, live`. See `current` for `live`.
 */
export class PinFeed {
  #changed;
  #state = { status: "loading" };
  #tag = null;
  #turn = 0;
  #failures = 0;
  #next;
  #end;
  #running = false;

  constructor(call, changed) {
    this.call = call;
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

  refresh() {
    this.#tag = null;
    this.#wake();
  }

  /** The token is another customer's. */
  forget() {
    this.#tag = null;
    this.#set({ status: "loading" });
  }

  /** Takes the view that another request answers. */
  async take(request) {
    const turn = ++this.#turn;
    try {
      const answer = await request();
      if (turn === this.#turn) {
        this.#take(answer);
      }
    } catch (failure) {
      this.#wake();
      throw failure;
    }
  }

  /** No SMS for so many seconds. */
  wait(seconds) {
    if (this.#state.status === "active") {
      this.#set({ ...this.#state, smsAt: this.#state.time.now() + seconds * 1000 });
    }
  }

  /** Drops an expired PIN; what goes on stays. */
  expire() {
    const { status, time, validUntil, connected, live } = this.#state;
    if (status === "active" && time.until(validUntil) === 0) {
      this.#tag = null;
      this.#set({ status: connected ? "renewing" : "offline", time, live });
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
      const answer = await this.call("GET", PIN, { headers });
      if (turn === this.#turn) {
        this.#take(answer);
      }
    } catch (failure) {
      if (turn === this.#turn) {
        this.#fail(failure);
      }
    }
  }

  #take({ status, headers, body }) {
    this.#failures = 0;
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
    this.#schedule(isLive(this.#state) ? SOON : EVERY);
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
    this.#schedule(Math.min(SOON * 2 ** this.#failures++, LONGEST[this.#state.status] ?? EVERY));
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
  const { waiting, call, calls, announcement, request } = body;
  const live = { waiting, calls: calls ?? (call && [call]), announcement, request };
  if (body.phoneVerification === "locked") {
    return { status: "locked", time, lockedUntil: body.lockedUntil, live };
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
    frozen: body.telephone === "frozen",
    live,
  };
}

/** What goes on at the moment: `waiting`, `calls`, `announcement`, `request`; each absent if there is none. */
export function current({ time, live = {} }) {
  const is = (each) => time.until(each.until ?? each.expiresAt) > 0;
  return Object.fromEntries(
    Object.entries(live)
      .map(([name, each]) => [name, Array.isArray(each) ? each.filter(is) : each])
      .filter(([, each]) => each !== undefined && (Array.isArray(each) ? each.length > 0 : is(each))),
  );
}

export function isLive(state) {
  return Object.keys(current(state)).length > 0;
}

/** Anything but a refusal or no answer is a bug here. */
export function expected(failure, outcome) {
  if (!(failure instanceof Problem || failure instanceof Offline)) {
    reportError(failure);
  }
  return outcome;
}
