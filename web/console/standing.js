/** The standing of a call after a refusal or without a response. Pure. */
import { Offline, Problem } from "../shared/api.js";
import { ServiceTime } from "../shared/clock.js";

const KINDS = {
  "pin-rejected": "pinRejected",
  "phone-verification-locked": "locked",
  "agent-suspended": "suspended",
  "not-activated": "notActivated",
  "sms-refused": "smsRefused",
  "not-verified": "expired",
  "invalid-parameters": "faulty",
  "telephone-frozen": "frozen",
  "not-allowed-by-customer": "notAllowed",
  "request-waiting": "requestWaiting",
  "call-announced": "callAnnounced",
  "handover-rejected": "handoverRejected",
  "too-late": "tooLate",
};

/**
 * @param kinds the kinds of problems that mean something of their own to this request, by the last part of their type
 * @returns `{ kind, attemptsLeft, until, errors, requestId }`: `until` if waiting helps, `errors` by pointer if fields are
 *   invalid, `requestId` if the service failed
 */
export function standing(error, kinds = {}) {
  if (error instanceof Offline) {
    return { kind: "offline" };
  }
  if (!(error instanceof Problem)) {
    throw error;
  }
  const kind = kinds[error.slug] ?? KINDS[error.slug] ?? byStatus(error.status);
  const requestId = error.status >= 500 ? error.requestId : "";
  return { kind, attemptsLeft: error.body.attemptsLeft, until: until(error), errors: error.errors, requestId };
}

function byStatus(status) {
  if (status === 401) {
    return "signedOut";
  }
  return status === 403 ? "forbidden" : "unavailable";
}

/** When a limit ends, in the service's time: `{ at, left }`; `left` returns the remaining milliseconds. */
function until({ body, retryAfter }) {
  if (body.retryAt === undefined || retryAfter === null) {
    return undefined;
  }
  const time = new ServiceTime(new Date(Date.parse(body.retryAt) - retryAfter * 1000).toISOString());
  return { at: body.retryAt, left: () => time.until(body.retryAt) };
}
