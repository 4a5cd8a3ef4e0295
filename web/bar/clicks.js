// What the customer asks the service for. Loaded at the first click.
import { Problem } from "../shared/api.js";
import { isOff, setOff, setText } from "../shared/dom.js";
import { translator } from "../shared/texts.js";
import { expected } from "./pin-feed.js";

const PIN = "/v1/panel/support-pin";

const TEXTS = {
  sending: { el: "Αποστολή…", en: "Sending…" },
  sent: { el: "Στάλθηκε στο {number}.", en: "Sent to {number}." },
  wait: { el: "Δεν μπορείτε να ζητήσετε νέο SMS ακόμη.", en: "You can't request another SMS yet." },
  failed: { el: "Δεν στάλθηκε. Δοκιμάστε ξανά.", en: "It was not sent. Try again." },
  refused: {
    el: "Το κινητό σας δεν δέχεται SMS. Ελέγξτε τον αριθμό.",
    en: "Your mobile doesn't receive SMS. Check the number.",
  },
  actFailed: { el: "Παρουσιάστηκε πρόβλημα. Δοκιμάστε ξανά.", en: "Something went wrong. Try again." },
};

/** Sends the PIN by SMS. @param {{feed, parts, say, lead}} bar */
export async function send({ feed, parts: { sms, frame }, say }) {
  const t = translator(frame.lang, TEXTS);
  const { mobile } = feed.state;
  if (isOff(sms)) {
    return;
  }
  busy(sms, true);
  setText(sms, t("sending"));
  const outcome = await sendSms(feed);
  busy(sms, false);
  say(t(outcome, { number: mobile }));
}

async function sendSms(feed) {
  try {
    await feed.call("POST", `${PIN}/sms`);
    feed.refresh();
    return "sent";
  } catch (failure) {
    if (failure instanceof Problem && failure.slug === "sms-refused") {
      return "refused";
    }
    if (failure instanceof Problem && failure.retryAfter !== null) {
      feed.wait(failure.retryAfter);
      return failure.status === 429 ? "wait" : "failed";
    }
    return expected(failure, "failed");
  }
}

/** Activates, unlocks, or leads to where the customer can go on. */
export async function act({ feed, parts: { act: button, frame }, say, lead }) {
  const { status, mobile } = feed.state;
  if (isOff(button)) {
    return;
  }
  if (status === "session") {
    lead("sign-in") || feed.refresh();
  } else if (status !== "inactive" && status !== "locked") {
    feed.refresh();
  } else if (status === "inactive" && mobile === "missing") {
    lead("mobile");
  } else {
    busy(button, true);
    const outcome = await order(feed, status === "locked" ? "unlock" : "activation");
    busy(button, false);
    if (outcome === "mobile-required") {
      lead("mobile");
    } else if (outcome !== "done") {
      say(translator(frame.lang, TEXTS)(outcome));
    }
  }
}

async function order(feed, what) {
  try {
    await feed.take(() => feed.call("POST", `${PIN}/${what}`));
    return "done";
  } catch (failure) {
    return failure.slug === "mobile-required" ? "mobile-required" : expected(failure, "actFailed");
  }
}

/**
 * Opens or stops what waits, types a code, ends calls.
 *
 * @returns {Promise<{outcome: "done"|"rejected"|"over"|"failed", left?: number}>} with how many tries are left
 */
export async function settle(feed, method, path, body) {
  try {
    await feed.call(method, path, body === undefined ? {} : { body });
    return { outcome: "done" };
  } catch (failure) {
    if (failure instanceof Problem && failure.slug === "code-rejected") {
      return { outcome: "rejected", left: failure.body.attemptsLeft };
    }
    return { outcome: failure instanceof Problem && failure.status === 409 ? "over" : expected(failure, "failed") };
  } finally {
    feed.refresh();
  }
}

function busy(button, isBusy) {
  button.toggleAttribute("aria-busy", isBusy);
  setOff(button, isBusy);
}
