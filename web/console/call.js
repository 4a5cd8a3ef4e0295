/** A call: who is verified, for how long, and what was done in it. It asks the service, and knows no page. */
import { Offline, Problem } from "../shared/api.js";
import { ServiceTime } from "../shared/clock.js";
import { standing } from "./standing.js";

/** How long a pending action waits until it is asked for again: at first, and at most. */
const POLL_FIRST = 1_000;
const POLL_MOST = 15_000;

/** What has ended, and so is asked for no more. */
const ENDED = new Set(["succeeded", "refused", "failed"]);

/** Tells of `change` whenever an action's status does, also later, when a pending one ends. */
export class Call extends EventTarget {
  #send;
  #catalogue;

  /** Kept from one try to the next; the PIN never is. */
  customerId = "";
  callReference = "";

  /** `{ id, customerId, actions, left }`, or null while nobody is verified; `left` tells the milliseconds that remain. */
  verification = null;

  /** What was asked for in this call, newest first: `{ key, action, parameters, sentences, status, result, refusal, at }`. */
  entries = [];

  /** What was typed into the forms and not carried out, by action. */
  drafts = new Map();

  /** @param send a client of ../shared/api.js */
  constructor(send) {
    super();
    this.#send = send;
  }

  /** @returns null once the caller is verified, or how the call stands */
  async verify(pin) {
    const { customerId, callReference } = this;
    return this.#ask(async () => {
      const { body } = await this.#send("POST", "/v1/agent/verifications", { body: { customerId, pin, callReference } });
      const time = new ServiceTime(body.verifiedAt);
      this.verification = {
        id: body.verificationId,
        customerId: body.customerId,
        actions: new Set(body.actions),
        left: () => time.until(body.expiresAt),
      };
      return null;
    });
  }

  /** @returns `{ kind: "smsSent", number, validUntil }`, or how the call stands */
  async sendSms() {
    const path = `/v1/agent/customers/${encodeURIComponent(this.customerId)}/sms`;
    return this.#ask(async () => {
      const { body } = await this.#send("POST", path, { body: { callReference: this.callReference } });
      return { kind: "smsSent", number: body.maskedNumber, validUntil: body.validUntil };
    });
  }

  /** Voids the verification. @returns null once it is void, or how the call stands */
  async end() {
    const outcome = await this.#ask(async () => {
      await this.#send("DELETE", this.#path());
      return null;
    });
    if (outcome === null || outcome.kind === "expired") {
      this.verification = null;
      return null;
    }
    return outcome;
  }

  /** The catalogue's actions that a verified caller may ask for. */
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

  /** An action that the agent has confirmed. It has one Idempotency-Key for all tries. */
  entry(action, parameters, sentences) {
    return { key: crypto.randomUUID(), verificationId: this.verification.id, action, parameters, sentences, status: "new" };
  }

  /**
   * Has an action carried out; asked again for the same entry, nothing is done twice.
   *
   * @returns null once it is on record or may be, as the entry's status says; or how the call stands, and nothing was done
   */
  async perform(entry) {
    try {
      const { body } = await this.#send("POST", `${this.#path(entry)}/actions`, {
        body: { action: entry.action.name, parameters: entry.parameters },
        headers: { "Idempotency-Key": entry.key },
      });
      this.#record(entry, body);
      if (entry.status === "pending") {
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

  /** Of an entry whose first answer was lost this says: it never arrived. */
  #notAccepted(entry, stands) {
    if (this.entries.includes(entry) && (stands.kind === "expired" || stands.kind === "faulty")) {
      this.#record(entry, { status: "failed" });
    }
    return stands;
  }

  #record(entry, { actionId, status, result, rule, detail, needsHuman, requestedAt }) {
    entry.actionId = actionId ?? entry.actionId;
    entry.status = needsHuman ? "needsHuman" : status;
    entry.result = result;
    entry.refusal = rule === undefined ? undefined : { rule, detail };
    if (!this.entries.includes(entry)) {
      entry.at = requestedAt ?? new Date().toISOString();
      this.entries.unshift(entry);
    }
    if (status === "succeeded") {
      this.drafts.delete(entry.action.name);
    }
    this.dispatchEvent(new CustomEvent("change", { detail: entry }));
  }

  /** Asks for a pending action until it has ended, less and less often. Where no answer comes, the next one may. */
  #poll(entry, wait) {
    setTimeout(async () => {
      try {
        const { body } = await this.#send("GET", `${this.#path(entry)}/actions/${encodeURIComponent(entry.actionId)}`);
        if (ENDED.has(body.status)) {
          this.#record(entry, body);
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

  async #ask(question) {
    try {
      return await question();
    } catch (error) {
      return standing(error);
    }
  }
}

/** What an answer that is no success says of an action; undefined where it says that nothing was accepted. */
function statusOf(error) {
  if (error instanceof Offline) {
    return "lost";
  }
  if (!(error instanceof Problem)) {
    return undefined;
  }
  switch (error.slug) {
    case "action-refused":
      return "refused";
    case "back-office-unavailable":
      return "backOffice";
    case "idempotency-conflict":
      return "conflict";
    default:
      // The service broke down on the way: whether it came to anything is not known.
      return error.status >= 500 ? "lost" : undefined;
  }
}
