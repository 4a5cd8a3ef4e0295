/** Without a spoken PIN: a code that the customer types, a colleague's call, and stopping what waits. */
import { timeOfDay } from "../shared/amounts.js";
import { ServiceTime } from "../shared/clock.js";
import { h, show } from "../shared/dom.js";
import { digitsForm, digitsInput, once } from "../shared/forms.js";
import { about, asking, button, keep, running, title } from "./asking.js";
import { field, notice, standingNotice } from "./parts.js";

/** Six digits to read out to this customer, until they are typed in the panel. @param page `{ t, lang, call, every, isFilled, announce }` */
export function typedCode(page) {
  const { t, lang, call, isFilled, announce } = page;
  const place = h("div", { role: "status" });
  const failed = about(page);
  const look = keep(
    page,
    place,
    () => (call.request?.customerId === call.customerId ? (running(call.request) ?? "over") : null),
    (request) => {
      if (request === null) {
        return [];
      }
      return request === "over"
        ? notice("warn", t("typedExpired"))
        : [h("p", {}, t("typedReadOut")), digits(request.code), h("p.small.muted", {}, t("validUntil", { time: timeOfDay(lang, request.expiresAt) }))];
    },
  );
  const ask = asking(page, failed.tell, async () => {
    if (!isFilled()) {
      return null;
    }
    const stands = await call.askForCode();
    look();
    if (!stands && call.request.customerId === call.customerId) {
      announce([...call.request.code].join(" "));
    }
    return stands;
  });
  return h("section.stack-s", {}, title(t("typedTitle"), t("typedHint")), h("div", {}, button("typed", t("typedAsk"), once(ask))), place, failed.place);
}

/** A colleague's call, by the four digits that the colleague says. */
export function takeOver(page) {
  const { t, call, id, verified } = page;
  const place = h("div", { role: "status" });
  const input = digitsInput("input.input.input--code.console-four", { id: id("handover") });
  const incomplete = () => show(place, notice("bad", t("takeNeeds")));
  const send = async (code) => {
    if (call.callReference === "") {
      incomplete();
      return false;
    }
    const { body, stands } = await call.ask("POST", "/v1/agent/handovers", { code, callReference: call.callReference });
    if (body) {
      call.accept(body, sinceVerified(body), true);
      verified();
      await call.deeds.adopt(body.requested ?? []);
    } else {
      show(place, standingNotice(stands, page));
    }
    return body !== undefined || stands.kind === "handoverRejected";
  };
  return digitsForm(
    "form.stack-s",
    { input, length: 4, send, incomplete },
    title(t("takeTitle"), t("takeHint")),
    field({ id: id("handover"), label: t("takeCode"), input: () => input }),
    button("take", t("take")),
    place,
  );
}

/** A colleague verified the customer a while ago, so less than the whole time is left; unless this machine's clock is plainly wrong. */
function sinceVerified({ verifiedAt, expiresAt }) {
  const now = Date.now();
  const isPlausible = Date.parse(verifiedAt) <= now && now < Date.parse(expiresAt);
  return new ServiceTime(isPlausible ? new Date(now).toISOString() : verifiedAt);
}

/** "I did not ask for this": whatever waits for the customer stops, without a PIN. */
export function stopAll(page) {
  const { t, call, isFilled } = page;
  const { place, tell } = about(page);
  const stop = asking(page, tell, async () => {
    if (!isFilled()) {
      return null;
    }
    const { customerId, callReference } = call;
    const { body, stands } = await call.ask("POST", `/v1/agent/customers/${encodeURIComponent(customerId)}/stop`, { callReference });
    if (body) {
      tell(customerId, notice("good", t(body.stopped === 0 ? "stoppedNone" : "stoppedSome", { n: body.stopped })));
    }
    return stands;
  });
  return h("section.stack-s", {}, title(t("stopAllTitle"), t("stopAllHint")), h("div", {}, button("stop-all", t("stopAll"), once(stop))), place);
}

/** The four digits for a colleague, in a verified call. */
export function offerHandover(page) {
  const { t, call } = page;
  const place = h("div", { role: "status" });
  const failed = about(page);
  const look = keep(
    page,
    place,
    () => call.offer && (running(call.offer) ?? "over"),
    (offer) => {
      if (offer === null) {
        return [];
      }
      return offer === "over" ? notice("warn", t("handoverExpired")) : [h("p", {}, t("handoverReadOut")), digits(offer.code)];
    },
  );
  const offer = asking(page, failed.tell, async () => {
    const stands = await call.handover();
    look();
    return stands;
  });
  return { button: button("handover", t("handover"), once(offer), ".button--small"), place: [place, failed.place] };
}

export function digits(code) {
  const shown = code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
  return h("p.console-code.mono", { "aria-label": [...code].join(" "), role: "img" }, shown);
}
