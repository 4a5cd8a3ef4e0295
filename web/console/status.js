/** What became of an action, after an error. Pure. */
import { Offline, Problem } from "../shared/api.js";

/** Statuses of what was sent and has not ended for all that is known: it is not sent under another key. */
export const UNDECIDED = new Set(["sending", "lost", "pending", "waiting", "needsHuman"]);

/** An action's status after an error; undefined if the action was not accepted. */
export function statusOf(error) {
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
      // The service failed on the way, so the outcome is unknown.
      return error.status >= 500 ? "lost" : undefined;
  }
}
