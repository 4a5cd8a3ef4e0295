/** What is asked for in a call: each action from its preview to its end. It talks to the service and knows nothing about the page. */
import { Offline, Problem } from "../shared/api.js";
import { standing } from "./standing.js";
import { UNDECIDED, statusOf } from "./status.js";

/** The first and the longest interval, in milliseconds, at which a pending action is polled. */
const POLL_FIRST = 1_000;
const POLL_MOST = 15_000;

/** Final statuses, after which polling stops. */
const ENDED = new Set(["succeeded", "refused", "failed", "stopped"]);

/** Statuses after which the service is asked again. */
const OPEN = new Set(["pending", "waiting"]);

/** The path of what is requested under a verification. */
export function pathOf(verificationId) {
  return `/v1/agent/verifications/${encodeURIComponent(verificationId)}`;
}

export class Deeds {
  #send;
  #call;

  /** Newest first: `{ key, from, action, parameters, preview, status, answer, result, refusal, at }`; each from when it is sent. */
  entries = [];

  /**
   * @param send a client of ../shared/api.js
   * @param call whose `change` tells of an entry's new status
   */
  constructor(send, call) {
    this.#send = send;
    this.#call = call;
  }

  isSending() {
    return this.entries.some(({ status }) => status === "sending");
  }

  /** What an action would do, in the service's words; nothing is done. */
  async preview(action, parameters) {
    return (await this.#send("POST", `${pathOf(this.#call.verification.id)}/actions/preview`, { body: { action: action.name, parameters } })).body;
  }

  /**
   * Lists what was requested before this agent took the call over. What has not ended is looked up and followed.
   *
   * @param requested `[{ action, status, actionId }]`, oldest first; without an ID if it has ended
   */
  async adopt(requested) {
    const verificationId = this.#call.verification.id;
    const { entries } = this;
    const all = await this.#call.catalogue().catch(() => []);
    for (const { action: name, status, actionId } of requested) {
      const action = all.find((each) => each.name === name) ?? { name, title: { el: name, en: name }, parameters: {} };
      // What failed may have been done for all that this agent can find out.
      const shown = status === "failed" ? "needsHuman" : status;
      const entry = { key: null, verificationId, action, parameters: {}, preview: null, status: shown, actionId };
      entries.unshift(entry);
      this.#tell(entry);
      if (actionId !== undefined) {
        this.#poll(entry, 0);
      }
    }
  }

  /**
   * An action to confirm. All its attempts share one Idempotency-Key, and so does the same action as long as its outcome is not known.
   *
   * @param from the screen that it was filled in on
   */
  entry(action, parameters, from) {
    const { verification, account, drafts } = this.#call;
    const what = JSON.stringify(parameters);
    const same = this.entries.find((each) => UNDECIDED.has(each.status) && each.action.name === action.name && JSON.stringify(each.parameters) === what);
    const entry = same ?? { key: crypto.randomUUID(), verificationId: verification.id, account, action, parameters, preview: null, status: "new" };
    entry.from = from;
    drafts.becomes(entry);
    return entry;
  }

  /**
   * Carries an action out. Repeating it for the same entry does nothing twice; whoever asks while it is on its way gets the same answer.
   *
   * @returns null if it was or may have been accepted, as the entry's status says; or else the call's standing, and nothing was done
   */
  perform(entry) {
    entry.answer ??= this.#carryOut(entry).finally(() => (entry.answer = null));
    return entry.answer;
  }

  async #carryOut(entry) {
    if (entry.status !== "lost") {
      entry.status = "sending";
      if (!this.entries.includes(entry)) {
        this.entries.unshift(entry);
      }
      this.#tell(entry);
    }
    try {
      const { body } = await this.#send("POST", `${pathOf(entry.verificationId)}/actions`, {
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

  /** What was lost may have been done, unless it turns out that it never arrived. What ended with an earlier verification is told by its status. */
  #notAccepted(entry, stands) {
    if (entry.status !== "lost" || stands.kind === "expired" || stands.kind === "faulty") {
      this.#record(entry, { status: "failed" });
    }
    return entry.verificationId === this.#call.verification?.id ? stands : null;
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
    const path = `${pathOf(entry.verificationId)}/actions/${encodeURIComponent(entry.actionId)}/${how}`;
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

  /** Each time, whatever was asked before and is answered later tells of the past. */
  #record(entry, { actionId, status, result, rule, detail, text, needsHuman, requestedAt, waitingFor, until, consent }) {
    entry.gates = status === "waiting" ? { waitingFor, until, consent: consent ?? entry.gates?.consent } : undefined;
    entry.actionId = actionId ?? entry.actionId;
    entry.status = needsHuman ? "needsHuman" : status;
    entry.result = result;
    entry.refusal = rule === undefined ? undefined : { detail, text };
    entry.at = requestedAt ?? entry.at ?? new Date().toISOString();
    entry.recorded = (entry.recorded ?? 0) + 1;
    if (status === "succeeded") {
      this.#call.drafts.done(entry);
      this.#call.changed();
    }
    this.#tell(entry);
  }

  /** Polls an action that is pending or waits until it ends, less and less often, and continues after a failed request. */
  #poll(entry, wait) {
    setTimeout(async () => {
      const { recorded } = entry;
      try {
        const { body } = await this.#send("GET", `${pathOf(entry.verificationId)}/actions/${encodeURIComponent(entry.actionId)}`);
        const isNow = recorded === entry.recorded;
        if (isNow && (body.status !== entry.status || String(body.waitingFor) !== String(entry.gates?.waitingFor))) {
          this.#record(entry, body);
        }
        if (ENDED.has(isNow ? body.status : entry.status)) {
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

  #tell(entry) {
    this.#call.dispatchEvent(new CustomEvent("change", { detail: entry }));
  }
}
