/** A call: who is verified, for how long, and what was done. It talks to the service and knows nothing about the page. */
import { Offline, Problem } from "../shared/api.js";
import { ServiceTime } from "../shared/clock.js";
import { standing } from "./standing.js";
import { statusOf } from "./status.js";

/** The first and the longest interval, in milliseconds, at which a pending action is polled. */
const POLL_FIRST = 1_000;
const POLL_MOST = 15_000;

/** Final statuses, after which polling stops. */
const ENDED = new Set(["succeeded", "refused", "failed", "stopped"]);

/** Statuses after which the service is asked again. */
const OPEN = new Set(["pending", "waiting"]);

/** Dispatches `change` whenever an action's status changes, including later, when a pending one ends. */
export class Call extends EventTarget {
  #send;
  #catalogue;

  /** Kept between attempts; the PIN never is. */
  customerId = "";
  callReference = "";

  /** Whose PIN was right last. */
  verifiedFor = null;

  /** `{ id, customerId, actions, left }`, or null while no one is verified; `left` returns the remaining milliseconds. */
  verification = null;

  /** The actions of this call, newest first: `{ key, action, parameters, preview, status, result, refusal, at }`. */
  entries = [];

  /** Unsent form input, by action; and of zones, by domain. */
  drafts = new Map();

  /** What the customer has, once it was read; null before that. */
  account = null;
  #reading;

  /** @param send a client of ../shared/api.js */
  constructor(send) {
    super();
    this.#send = send;
  }

  /** @returns null once the caller is verified, or else the call's standing */
  async verify(pin) {
    const { customerId, callReference } = this;
    return this.#ask({ "too-many-requests": "verifiedOften" }, async () => {
      const { body } = await this.#send("POST", "/v1/agent/verifications", { body: { customerId, pin, callReference } });
      this.accept(body);
      return null;
    });
  }

  /** Goes on with a verification that the service has given, by PIN, typed code or handover. */
  accept(body, time = new ServiceTime(body.verifiedAt)) {
    if (body.customerId !== this.verifiedFor) {
      this.forget();
    }
    this.verifiedFor = body.customerId;
    this.verification = {
      id: body.verificationId,
      customerId: body.customerId,
      actions: new Set(body.actions),
      left: () => time.until(body.expiresAt),
    };
  }

  /** Nothing of one customer stays when another calls. */
  forget() {
    this.drafts.clear();
    this.entries = [];
    this.account = null;
    this.#reading = undefined;
  }

  /** What the customer has: read once. */
  async read() {
    this.#reading ??= this.#send("GET", `${this.#path()}/account`).then(({ body }) => body);
    const reading = this.#reading;
    try {
      const account = await reading;
      this.account = reading === this.#reading ? account : this.account;
      return account;
    } catch (error) {
      this.#reading = undefined;
      throw error;
    }
  }

  /** The record sets of a domain's zone. */
  async zone(domain) {
    return (await this.#send("GET", `${this.#path()}/account/zones/${encodeURIComponent(domain)}`)).body;
  }

  /** What an action would do, in the service's words; nothing is done. */
  async preview(action, parameters) {
    return (await this.#send("POST", `${this.#path()}/actions/preview`, { body: { action: action.name, parameters } })).body;
  }

  /** A request about the call beside the actions: `{ body }`, or `{ stands }`. */
  async ask(method, path, body) {
    try {
      return { body: (await this.#send(method, path, body === undefined ? {} : { body })).body };
    } catch (error) {
      return { stands: standing(error) };
    }
  }

  /** Offers the call to a colleague. */
  handover() {
    return this.ask("POST", `${this.#path()}/handover`);
  }

  /** What to write down about this call. */
  summary() {
    const { customerId, callReference, account, entries } = this;
    return { customerId, name: account?.name ?? null, callReference, at: new Date().toISOString(), entries: [...entries].reverse() };
  }

  /** @returns `{ kind: "smsSent", number, validUntil }`, or else the call's standing */
  async sendSms() {
    const path = `/v1/agent/customers/${encodeURIComponent(this.customerId)}/sms`;
    return this.#ask({ "too-many-requests": "smsTooSoon" }, async () => {
      const { body } = await this.#send("POST", path, { body: { callReference: this.callReference } });
      return { kind: "smsSent", number: body.maskedNumber, validUntil: body.validUntil };
    });
  }

  /** Ends the verification. @returns null once it has ended, or else the call's standing */
  async end() {
    const outcome = await this.#ask({}, async () => {
      await this.#send("DELETE", this.#path());
      return null;
    });
    if (outcome === null || outcome.kind === "expired") {
      this.verification = null;
      return null;
    }
    return outcome;
  }

  /** The catalogue's actions that this verified caller may request. */
  async actions() {
    this.#catalogue ??= this.#send("GET", "/v1/agent/actions").then(({ body }) => body.actions);
    try {
      const all = await this.#catalogue;
      return all.filter(({ name }) => this.verification === null || this.verification.actions.has(name));
    } catch (error) {
      this.#catalogue = undefined;
      throw error;
    }
  }

  /** An action to confirm. All its attempts share one Idempotency-Key. */
  entry(action, parameters) {
    const { id, customerId } = this.verification;
    const { account } = this;
    return { key: crypto.randomUUID(), verificationId: id, owner: customerId, account, action, parameters, preview: null, status: "new" };
  }

  /**
   * Carries an action out. Repeating it for the same entry does nothing twice.
   *
   * @returns null if it was or may have been accepted, as the entry's status says; or else the call's standing, and nothing was done
   */
  async perform(entry) {
    try {
      const { body } = await this.#send("POST", `${this.#path(entry)}/actions`, {
        body: { action: entry.action.name, parameters: entry.parameters },
        headers: { "Idempotency-Key": entry.key },
      });
      this.#record(entry, body);
      if (OPEN.has(entry.status)) {
        this.#poll(entry, POLL_FIRST);
      }
    } catch (error) {
      const status = statusOf(error);
      if (status === undefined) {
        return this.#notAccepted(entry, standing(error));
      }
      this.#record(entry, { ...error.body, status });
    }
    return null;
  }

  /** For an entry whose first response was lost, this means that it never arrived. */
  #notAccepted(entry, stands) {
    if (this.entries.includes(entry) && (stands.kind === "expired" || stands.kind === "faulty")) {
      this.#record(entry, { status: "failed" });
    }
    return stands;
  }

  /** Types the code that the customer says. @returns null if it was taken, or else what is wrong */
  async consent(entry, code) {
    return this.#move(entry, "consent", { body: { code } });
  }

  /** Stops a waiting action. @returns null if it was stopped, or else what is wrong */
  async stop(entry) {
    return this.#move(entry, "stop");
  }

  async #move(entry, how, options) {
    const path = `${this.#path(entry)}/actions/${encodeURIComponent(entry.actionId)}/${how}`;
    try {
      const { body } = await this.#send("POST", path, options);
      this.#record(entry, body);
      return null;
    } catch (error) {
      if (error instanceof Problem && error.slug === "code-rejected") {
        return { kind: "codeRejected", attemptsLeft: error.body.attemptsLeft };
      }
      if (error instanceof Problem && error.slug === "stopped") {
        this.#record(entry, { status: "stopped" });
        return null;
      }
      return standing(error);
    }
  }

  /** What arrives after another customer was verified belongs to nobody here. */
  #record(entry, { actionId, status, result, rule, detail, text, needsHuman, requestedAt, waitingFor, until, consent }) {
    entry.gates = status === "waiting" ? { waitingFor, until, consent: consent ?? entry.gates?.consent } : undefined;
    entry.actionId = actionId ?? entry.actionId;
    entry.status = needsHuman ? "needsHuman" : status;
    entry.result = result;
    entry.refusal = rule === undefined ? undefined : { detail, text };
    if (entry.owner !== this.verifiedFor) {
      return;
    }
    if (!this.entries.includes(entry)) {
      entry.at = requestedAt ?? new Date().toISOString();
      this.entries.unshift(entry);
    }
    if (status === "succeeded") {
      this.drafts.delete(entry.action.name);
    }
    this.dispatchEvent(new CustomEvent("change", { detail: entry }));
  }

  /** Polls an action that is pending or waits until it ends, less and less often, and continues after a failed request. */
  #poll(entry, wait) {
    setTimeout(async () => {
      try {
        const { body } = await this.#send("GET", `${this.#path(entry)}/actions/${encodeURIComponent(entry.actionId)}`);
        if (body.status !== entry.status || String(body.waitingFor) !== String(entry.gates?.waitingFor)) {
          this.#record(entry, body);
        }
        if (ENDED.has(body.status)) {
          return;
        }
      } catch (error) {
        if (!(error instanceof Offline || error instanceof Problem)) {
          throw error;
        }
      }
      this.#poll(entry, Math.min(POLL_MOST, wait * 1.5));
    }, wait);
  }

  #path(entry) {
    return `/v1/agent/verifications/${encodeURIComponent(entry?.verificationId ?? this.verification.id)}`;
  }

  async #ask(kinds, question) {
    try {
      return await question();
    } catch (error) {
      return standing(error, kinds);
    }
  }
}
