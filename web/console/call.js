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

const REQUESTS = "/v1/agent/verification-requests";

/** How often it is asked whether the customer has typed the code. */
const TYPED_EVERY = 2_000;

/** The longest that a typed code and an announcement may last, by the service's settings. */
const CODE_MOST = 600_000;
const ANNOUNCED_MOST = 3_600_000;

/** The answer says when something ends, but not what time it is: this machine's clock is believed unless it is plainly wrong. */
function leftUntil(expiresAt, most) {
  const left = Date.parse(expiresAt) - Date.now();
  const time = new ServiceTime(new Date(Date.parse(expiresAt) - (left > 0 && left <= most ? left : most)).toISOString());
  return () => time.until(expiresAt);
}

/**
 * Dispatches `change` whenever an action's status changes, including later, when a pending one ends; and `verified` once the customer
 * has typed the code.
 */
export class Call extends EventTarget {
  #send;
  #catalogue;

  /** Kept between attempts; the PIN never is. */
  customerId = "";
  callReference = "";

  /** Whose PIN was right last. */
  verifiedFor = null;

  /** `{ id, customerId, actions, time, left }`, or null while no one is verified; `left` returns the remaining milliseconds. */
  verification = null;

  /** For the ticket: how the customer was verified last, and the service's time since then. */
  #source;
  #isTaken = false;
  #time = null;
  /** Since when the customer is on the phone with this agent. */
  #since = null;

  /** The digits for a colleague, the newest: `{ code, left }`; null if there were none in this verification. */
  offer = null;

  /** The digits that the customer is to type: `{ requestId, code, expiresAt, left, isOver }`; null if there are none. */
  request = null;

  /** The call that the customer was told of: `{ callId, sms, left }`; null if there is none. */
  announced = null;

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
  accept(body, time = new ServiceTime(body.verifiedAt), isTaken = false) {
    if (body.customerId !== this.verifiedFor) {
      this.forget();
    }
    this.verifiedFor = body.customerId;
    this.customerId = body.customerId;
    this.#source = body.source;
    this.#isTaken = isTaken;
    this.#time = time;
    this.#since ??= new Date(time.now()).toISOString();
    this.request = null;
    this.offer = null;
    this.verification = {
      id: body.verificationId,
      customerId: body.customerId,
      actions: new Set(body.actions),
      time,
      left: () => time.until(body.expiresAt),
    };
  }

  /**
   * Whether the verification still runs. The request records nothing and asks no other system.
   *
   * @returns null as far as is known; or else "ended" or "handedOver"
   */
  async watch() {
    const { id } = this.verification;
    const { body } = await this.ask("GET", `${REQUESTS}/${encodeURIComponent(id)}`);
    if (body?.status !== "expired" || this.verification?.id !== id) {
      return null;
    }
    return body.handedOver ? "handedOver" : "ended";
  }

  /**
   * Lists what was requested before this agent took the call over. What has not ended is looked up and followed.
   *
   * @param requested `[{ action, status, actionId }]`, oldest first; without an ID if it has ended
   */
  async adopt(requested) {
    const { id: verificationId, customerId: owner } = this.verification;
    const all = await this.#all().catch(() => []);
    for (const { action: name, status, actionId } of requested) {
      const action = all.find((each) => each.name === name) ?? { name, title: { el: name, en: name }, parameters: {} };
      // What failed may have been done for all that this agent can find out.
      const shown = status === "failed" ? "needsHuman" : status;
      const entry = { key: null, verificationId, owner, action, parameters: {}, preview: null, status: shown, actionId };
      this.entries.unshift(entry);
      this.dispatchEvent(new CustomEvent("change", { detail: entry }));
      if (actionId !== undefined) {
        this.#poll(entry, 0);
      }
    }
  }

  /** Nothing of one customer stays when another calls. */
  forget() {
    this.drafts.clear();
    this.entries = [];
    this.account = null;
    this.#reading = undefined;
    this.#since = null;
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

  /** Offers the call to a colleague. @returns null once there are digits to say, or else the call's standing */
  async handover() {
    const { time } = this.verification;
    const { body, stands } = await this.ask("POST", `${this.#path()}/handover`);
    if (body) {
      this.offer = { code: body.code, left: () => time.until(body.expiresAt) };
    }
    return stands ?? null;
  }

  /** Asks for digits that the customer types in the panel, and follows what becomes of them. @returns null, or else the call's standing */
  async askForCode() {
    const { customerId, callReference } = this;
    const { body, stands } = await this.ask("POST", REQUESTS, { customerId, callReference });
    if (body) {
      this.request = { ...body, left: leftUntil(body.expiresAt, CODE_MOST), isOver: false };
      this.#follow(this.request);
    }
    return stands ?? null;
  }

  async #follow(request) {
    while (this.request === request && !request.isOver) {
      const { body } = await this.ask("GET", `${REQUESTS}/${encodeURIComponent(request.requestId)}`);
      if (this.request === request && body?.status === "verified") {
        this.accept(body.verification);
        this.dispatchEvent(new CustomEvent("verified"));
      }
      request.isOver = body?.status === "expired";
      await new Promise((resolve) => setTimeout(resolve, TYPED_EVERY));
    }
  }

  /** Tells the customer that this agent is about to ring. @returns null, or else the call's standing */
  async announce(reason, object) {
    const { customerId, callReference } = this;
    const { body, stands } = await this.ask("POST", "/v1/agent/calls", { customerId, reason, callReference, ...object });
    if (body) {
      this.announced = { ...body, left: leftUntil(body.expiresAt, ANNOUNCED_MOST) };
    }
    return stands ?? null;
  }

  /** @returns null once the customer is told so no more, or else the call's standing */
  async endAnnounced() {
    const { stands } = await this.ask("DELETE", `/v1/agent/calls/${encodeURIComponent(this.announced.callId)}`);
    if (!stands) {
      this.announced = null;
    }
    return stands ?? null;
  }

  /** What to write down about this call. */
  summary() {
    return {
      customerId: this.verifiedFor ?? this.customerId,
      name: this.account?.name ?? null,
      callReference: this.callReference,
      source: this.#source,
      isTaken: this.#isTaken,
      from: this.#since,
      at: new Date(this.#time?.now() ?? Date.now()).toISOString(),
      entries: [...this.entries].reverse(),
    };
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
    const all = await this.#all();
    return all.filter(({ name }) => this.verification === null || this.verification.actions.has(name));
  }

  async #all() {
    this.#catalogue ??= this.#send("GET", "/v1/agent/actions").then(({ body }) => body.actions);
    try {
      return await this.#catalogue;
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
    entry.at ??= requestedAt ?? new Date().toISOString();
    if (!this.entries.includes(entry)) {
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
        if (error.slug === "not-found") {
          // Taken over with a call that has ended since: this agent may look it up no more.
          return;
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
