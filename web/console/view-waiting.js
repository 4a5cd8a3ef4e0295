/** An action that waits: for what, and what the agent does about it. */
import { counted } from "../shared/amounts.js";
import { h, show } from "../shared/dom.js";
import { digitsForm, digitsInput, once } from "../shared/forms.js";
import { about, asking } from "./asking.js";
import { gatesSaid } from "./gates.js";
import { notice, standingNotice } from "./parts.js";
import { digits } from "./view-others.js";

export function waiting(page, entry) {
  const { waitingFor, until, consent } = entry.gates;
  const asks = waitingFor.includes("consent");
  return h(
    "div.stack",
    { "data-waiting": waitingFor.join(" ") },
    asks && consent?.by === "panel" && readOut(page, consent.code, until),
    asks && consent?.by === "sms" && codeSaid(page, entry, consent.sentTo),
    h("ul.console-sentences", {}, gatesSaid(entry.gates, page.lang).map((each) => h("li", {}, each))),
  );
}

/** The customer types it in the panel, beside the values. Past its time nobody reads it out any more, whether or not the service answers. */
function readOut({ t, call, every }, code, until) {
  const place = h("div.stack-s", {}, h("p", {}, t("readOut")), digits(code));
  const time = call.verification?.time;
  every(place, () => {
    if (time?.until(until) === 0 && place.childElementCount > 1) {
      show(place, notice("warn", t("readOutOver")));
    }
  });
  return place;
}

/** The customer says it. Whatever it opens or stops is shown by the entry's new status. */
function codeSaid(page, entry, sentTo) {
  const { t, call, id, unverified } = page;
  const error = h("div", { id: id("consent-error"), role: "alert" });
  const input = digitsInput("input.input.input--code.console-six", { id: id("consent"), "aria-describedby": id("consent-error") });
  const refuse = (...why) => {
    show(error, ...why);
    input.setAttribute("aria-invalid", "true");
    input.focus();
  };
  const send = async (code) => {
    const wrong = await call.deeds.consent(entry, code);
    if (wrong?.kind === "codeRejected") {
      refuse(h("p.error", {}, counted("codeWrong", wrong.attemptsLeft, t)));
    } else if (wrong?.kind === "expired") {
      unverified(wrong);
    } else if (wrong !== null) {
      refuse(standingNotice(wrong, page));
    }
    return wrong === null || wrong.kind === "codeRejected";
  };
  return digitsForm(
    "form.field",
    { input, send, incomplete: () => refuse(h("p.error", {}, t("incomplete"))) },
    h("label", { for: id("consent") }, t("codeSaid", { sentTo })),
    h("div.row", {}, input, h("button.button.button--primary", { type: "submit" }, t("sendCode"))),
    error,
  );
}

/** Its buttons, with the one that stops it. What has stopped is shown by the entry's new status. */
export function stopping(page, entry, ...others) {
  const { t, call } = page;
  const { place, tell } = about(page, "alert");
  const stop = once(asking(page, tell, () => call.deeds.stop(entry)));
  return [h("div.row", {}, ...others, h("button.button", { type: "button", onclick: stop }, t("stop"))), place];
}
