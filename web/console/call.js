/** A call: who is verified, and for how long. It talks to the service and knows nothing about the page. */
import { ServiceTime } from "../shared/clock.js";
import { Deeds, pathOf } from "./deeds.js";
import { Drafts } from "./drafts.js";
import { standing } from "./standing.js";

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
 * Dispatches `verified` once the customer has typed the code; `change` with an entry of its deeds whenever its status changes,
 * including later, when a pending one ends; and `over` with what to write down about a call, once, however it ended.
 */
export class Call extends EventTarget {
  #send;
  #catalogue;

  /** Kept between attempts; the PIN never is. */
  customerId = "";
  callReference = "";

  /** `{ id, customerId, actions, time, left }`, or null while no one is verified; `left` returns the remaining milliseconds. */
  verification = null;

  /** Of the call that was verified last, until it is written down: `{ customerId, callReference, source, isTaken, from, time }`. */
  #ticket = null;

  /** The digits for a colleague, the newest: `{ code, left }`; null if there were none in this verification. */
  offer = null;

  /** The digits that this customer is to type: `{ customerId, requestId, code, expiresAt, left, isOver }`; null if there are none. */
  request = null;

  /** The calls that customers were told of: `{ customerId, callId, sms, left, isOver }`. */
  announced = [];

  /** The actions of this call. */
  deeds;

  /** What was filled in. */
  drafts = new Drafts();

  /** What the customer has, once it was read; null before that. */
  account = null;
  #reading;
  #isStale = false;

  /** @param send a client of ../shared/api.js */
  constructor(send) {
    super();
    this.#send = send;
    this.deeds = new Deeds(send, this);
  }

  /** @returns null once the caller is verified, or else the call's standing */
  async verify(pin) {
    const { customerId, callReference } = this;
    return this.#ask({ "too-many-requests": "verifiedOften" }, async () => {
      const { body } = await this.#send("POST", "/v1/agent/verifications", { body: { customerId, pin, callReference } });
      this.accept(body, undefined, false, callReference);
      return null;
    });
  }

  /** Goes on with a verification that the service has given, by PIN, typed code or handover. What the fields say later is of another call. */
  accept(body, time = new ServiceTime(body.verifiedAt), isTaken = false, callReference = this.callReference) {
    const { customerId, source } = body;
    const isSame = this.#ticket?.customerId === customerId;
    if (!isSame || this.#ticket.callReference !== callReference) {
      this.finish();
    }
    if (!isSame) {
      this.#forget();
    }
    const from = this.#ticket?.from ?? new Date(time.now()).toISOString();
    this.#ticket = { customerId, callReference, source, isTaken, from, time };
    Object.assign(this, { customerId, callReference, request: null, offer: null });
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

  /** Nothing of one customer stays when another calls. */
  #forget() {
    this.drafts.clear();
    this.account = null;
    this.#reading = undefined;
  }

  /** What the customer has: read once, and again after something was done. */
  async read() {
    if (this.#isStale) {
      this.#reading = undefined;
      this.#isStale = false;
    }
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

  /** What was read may not be so any more; until it is read again, it is what is known. */
  changed() {
    this.#isStale = true;
  }

  /** The record sets of a domain's zone. */
  async zone(domain) {
    return (await this.#send("GET", `${this.#path()}/account/zones/${encodeURIComponent(domain)}`)).body;
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
      this.request = { ...body, customerId, callReference, left: leftUntil(body.expiresAt, CODE_MOST), isOver: false };
      this.#follow(this.request);
    }
    return stands ?? null;
  }

  /** While another customer is in the field, it is not this one's call. */
  async #follow(request) {
    while (this.request === request && !request.isOver) {
      const { body } = await this.ask("GET", `${REQUESTS}/${encodeURIComponent(request.requestId)}`);
      if (this.request === request && this.customerId === request.customerId && body?.status === "verified") {
        this.accept(body.verification, undefined, false, request.callReference);
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
      this.announced.push({ ...body, customerId, left: leftUntil(body.expiresAt, ANNOUNCED_MOST), isOver: false });
    }
    return stands ?? null;
  }

  /** @returns null once the customer is told so no more, or else the call's standing */
  async endAnnounced(announced) {
    const { stands } = await this.ask("DELETE", `/v1/agent/calls/${encodeURIComponent(announced.callId)}`);
    announced.isOver = !stands;
    return stands ?? null;
  }

  /** Whether somebody was verified, and that call is not written down. */
  isOpen() {
    return this.#ticket !== null;
  }

  /** The call that was verified last is over. Its entries, newest first, still tell what becomes of them. */
  finish() {
    if (this.#ticket === null) {
      return;
    }
    const { time, ...ticket } = this.#ticket;
    const at = new Date(time.now()).toISOString();
    const detail = { ...ticket, name: this.account?.name ?? null, at, entries: this.deeds.entries };
    Object.assign(this, { verification: null, request: null });
    this.deeds.entries = [];
    this.#ticket = null;
    this.dispatchEvent(new CustomEvent("over", { detail }));
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
    const all = await this.catalogue();
    return all.filter(({ name }) => this.verification === null || this.verification.actions.has(name));
  }

  /** All actions, whoever is verified. */
  async catalogue() {
    this.#catalogue ??= this.#send("GET", "/v1/agent/actions").then(({ body }) => body.actions);
    try {
      return await this.#catalogue;
    } catch (error) {
      this.#catalogue = undefined;
      throw error;
    }
  }

  #path() {
    return pathOf(this.verification.id);
  }

  async #ask(kinds, question) {
    try {
      return await question();
    } catch (error) {
      return standing(error, kinds);
    }
  }
}
