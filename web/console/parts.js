/** Parts shared by several screens. */
import { counted, timeOfDay } from "../shared/amounts.js";
import { countdown } from "../shared/clock.js";
import { copied, h, setText } from "../shared/dom.js";
import { serviceText } from "./messages.js";

/**
 * A field with its label, hint and error.
 *
 * @param input `(attributes) => element`; the attributes link it to label, hint and error
 * @param fault text, or undefined; `faultLang` is set if it is not in the page's language
 */
export function field({ id, label, note, hint, fault, faultLang, input }) {
  const hintId = hint ? `${id}-hint` : undefined;
  const faultId = fault ? `${id}-fault` : undefined;
  const control = input({
    id,
    "aria-describedby": [hintId, faultId].filter(Boolean).join(" ") || undefined,
    "aria-invalid": fault ? "true" : undefined,
  });
  return h(
    "div.field",
    {},
    h("label", { for: id }, label, note && h("span.console-note", {}, ` ${note}`)),
    control,
    hint && h("p.hint", { id: hintId }, hint),
    fault && h("p.error", { id: faultId, lang: faultLang }, fault),
  );
}

/** A notice with a mark, a title and more below it. */
export function notice(look, title, ...rest) {
  return h(
    `div.notice.notice--${look}.console-notice`,
    {},
    mark(look),
    h("div.stack-s", {}, h("p.console-notice-title", {}, title), ...rest),
  );
}

const MARKS = { good: "✓", warn: "!", bad: "!", wait: "…" };

export function mark(look) {
  return h(`span.console-mark.console-mark--${look}`, { "aria-hidden": "true" }, MARKS[look]);
}

export function badge(look, text) {
  return h(`span.badge.badge--${look}`, {}, text);
}

/** A line that counts down to an instant of the service's time and says when it is reached. */
export function waiting(until, { t, lang, every }) {
  const line = h("p.console-wait", {});
  every(line, () => {
    const left = until.left();
    setText(line, left > 0 ? t("retryIn", { left: countdown(left), time: timeOfDay(lang, until.at) }) : t("retryNow"));
  });
  return line;
}

const LOOKS = { locked: "bad", suspended: "bad", pinRejected: "bad", frozen: "bad", notAllowed: "bad", handoverRejected: "bad" };
const HINTS = {
  suspended: "suspendedHint",
  notActivated: "notActivatedHint",
  frozen: "frozenHint",
  notAllowed: "notAllowedHint",
  requestWaiting: "requestWaitingHint",
  callAnnounced: "callAnnouncedHint",
  handoverRejected: "handoverRejectedHint",
  tooLate: "tooLateHint",
  smsTooSoon: "smsTooSoonHint",
  verifiedOften: "verifiedOftenHint",
  smsRefused: "smsRefusedHint",
  signedOut: "signedOutHint",
  forbidden: "forbiddenHint",
  unavailable: "unavailableHint",
};

/** Tells the agent what happened, what to do, and when to try again. */
export function standingNotice(stands, page) {
  const hint = hintOf(stands, page);
  return notice(
    LOOKS[stands.kind] ?? "warn",
    stands.kind === "faulty" ? counted("faults", stands.errors.size, page.t) : page.t(stands.kind),
    h("p", {}, hint),
    stands.requestId && h("p.small.muted", {}, page.t("requestId", { id: stands.requestId })),
    stands.until && waiting(stands.until, page),
  );
}

function hintOf(stands, { t, lang }) {
  switch (stands.kind) {
    case "pinRejected":
      return attempts(stands.attemptsLeft, t);
    case "faulty":
      return [...stands.errors.values()].flat().map((each) => serviceText(each, lang).text).join(" ");
    case "locked":
      return t(stands.until ? "lockedUntil" : "lockedForGood");
    case "expired":
      return [t(stands.isTimeUp ? "expiredTime" : "expiredWhy"), t("expiredAsk"), stands.hasDraft && t("expiredKept")].filter(Boolean).join(" ");
    case "offline":
      return t(stands.isVerifying ? "offlineVerify" : "offlineHint");
    default:
      return t(HINTS[stands.kind]);
  }
}

function attempts(n, t) {
  return n === 0 ? t("attemptsLeft.none") : counted("attemptsLeft", n, t);
}

/** Copies a text, as it is then. Where the browser does not let it, the agent selects what is on the screen. @param text returns it */
export function copyButton({ t, announce }, label, text, look = "") {
  const copy = async () => {
    const outcome = t((await copied(text())) ? "copied" : "notCopied");
    announce(outcome);
    setText(button, outcome);
  };
  const button = h(`button.button${look}`, { type: "button", onclick: copy }, t(label));
  return button;
}
