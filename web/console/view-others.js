/** Without a spoken PIN: a code that the customer types, a colleague's call, a call that we make, and stopping what waits. */
import { timeOfDay } from "../shared/amounts.js";
import { ServiceTime } from "../shared/clock.js";
import { h, isOff, setOff, show } from "../shared/dom.js";
import { field, notice, standingNotice } from "./parts.js";

const EVERY = 2_000;
const REASONS = ["call-back", "fault", "maintenance", "security", "expiry", "order", "payment", "migration"];

/** Six digits to read out, until the customer has typed them in the panel. @param page `{ t, lang, call, isFilled, announce, verified }` */
export function typedCode(page) {
  const { t, lang, call, isFilled, announce } = page;
  const place = h("div", { role: "status" });
  const ask = once(async () => {
    if (!isFilled()) {
      return;
    }
    const { customerId, callReference } = call;
    const { body, stands } = await call.ask("POST", "/v1/agent/verification-requests", { customerId, callReference });
    if (stands) {
      show(place, standingNotice(stands, page));
      return;
    }
    show(place, h("p", {}, t("typedReadOut")), digits(body.code), h("p.small.muted", {}, t("validUntil", { time: timeOfDay(lang, body.expiresAt) })));
    announce([...body.code].join(" "));
    const outcome = await poll(body.requestId);
    if (outcome === "expired" && place.isConnected) {
      show(place, notice("warn", t("typedExpired")));
    }
  });
  const poll = async (requestId) => {
    while (place.isConnected) {
      const { body } = await call.ask("GET", `/v1/agent/verification-requests/${encodeURIComponent(requestId)}`);
      if (body?.status === "verified") {
        call.accept(body.verification);
        page.verified();
        return "verified";
      }
      if (body?.status === "expired") {
        return "expired";
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
    return "left";
  };
  return h("section.stack-s", {}, h("h3", {}, t("typedTitle")), h("p.muted.small", {}, t("typedHint")), h("div", {}, button("typed", t("typedAsk"), ask)), place);
}

/** A colleague's call, by the four digits that the colleague says. */
export function takeOver(page) {
  const { t, call, id, verified } = page;
  const place = h("div", { role: "status" });
  const input = h("input.input.input--code.console-four", { id: id("handover"), inputmode: "numeric", autocomplete: "off", maxlength: "4" });
  const take = once(async () => {
    const code = input.value.trim();
    if (!/^\d{4}$/.test(code) || call.callReference === "") {
      show(place, notice("bad", t("takeNeeds")));
      return;
    }
    input.value = "";
    const { body, stands } = await call.ask("POST", "/v1/agent/handovers", { code, callReference: call.callReference });
    if (body) {
      call.customerId = body.customerId;
      call.accept(body, sinceVerified(body));
      verified();
    } else {
      show(place, standingNotice(stands, page));
    }
  });
  return form(t("takeTitle"), t("takeHint"), take, field({ id: id("handover"), label: t("takeCode"), input: (more) => set(input, more) }), button("take", t("take")), place);
}

/** A colleague verified the customer a while ago, so less than the whole time is left; unless this machine's clock is plainly wrong. */
function sinceVerified({ verifiedAt, expiresAt }) {
  const now = Date.now();
  const isPlausible = Date.parse(verifiedAt) <= now && now < Date.parse(expiresAt);
  return new ServiceTime(isPlausible ? new Date(now).toISOString() : verifiedAt);
}

/** Before we ring a customer: the panel and an SMS tell that it is us. */
export function announceCall(page) {
  const { t, call, id, isFilled } = page;
  const place = h("div", { role: "status" });
  const reason = h("select.select", {}, REASONS.map((each) => h("option", { value: each }, t(`reason.${each}`))));
  const about = h("input.input", { type: "text", autocomplete: "off", maxlength: "80" });
  const begin = once(async () => {
    if (!isFilled()) {
      return;
    }
    const { customerId, callReference } = call;
    const object = about.value.trim() === "" ? {} : { object: about.value.trim() };
    const { body, stands } = await call.ask("POST", "/v1/agent/calls", { customerId, reason: reason.value, callReference, ...object });
    if (stands) {
      show(place, standingNotice(stands, page));
      return;
    }
    const end = once(async () => {
      const { stands: failed } = await call.ask("DELETE", `/v1/agent/calls/${encodeURIComponent(body.callId)}`);
      show(place, failed ? standingNotice(failed, page) : notice("good", t("announceOver")));
    });
    show(place, notice("good", t(`announced.${body.sms}`), h("p", {}, t("announcedHint")), h("div", {}, button("announce-end", t("announceEnd"), end))));
  });
  return form(
    t("announceTitle"),
    t("announceHint"),
    begin,
    field({ id: id("reason"), label: t("announceReason"), input: (more) => set(reason, more) }),
    field({ id: id("object"), label: t("announceObject"), note: `(${t("optional")})`, input: (more) => set(about, more) }),
    button("announce", t("announce")),
    place,
  );
}

/** "I did not ask for this": whatever waits for the customer stops, without a PIN. */
export function stopAll(page) {
  const { t, call, isFilled } = page;
  const place = h("div", { role: "status" });
  const stop = once(async () => {
    if (!isFilled()) {
      return;
    }
    const path = `/v1/agent/customers/${encodeURIComponent(call.customerId)}/stop`;
    const { body, stands } = await call.ask("POST", path, { callReference: call.callReference });
    show(place, stands ? standingNotice(stands, page) : notice("good", t(body.stopped === 0 ? "stoppedNone" : "stoppedSome", { n: body.stopped })));
  });
  return h("section.stack-s", {}, h("h3", {}, t("stopAllTitle")), h("p.muted.small", {}, t("stopAllHint")), h("div", {}, button("stop-all", t("stopAll"), stop)), place);
}

/** The four digits for a colleague, in a verified call. */
export function offerHandover(page) {
  const { t, call } = page;
  const place = h("div", { role: "status" });
  const offer = once(async () => {
    const { body, stands } = await call.handover();
    if (stands?.kind === "expired") {
      page.unverified(stands);
    } else {
      show(place, stands ? standingNotice(stands, page) : [h("p", {}, t("handoverReadOut")), digits(body.code)]);
    }
  });
  return { button: button("handover", t("handover"), offer, ".button--small"), place };
}

export function digits(code) {
  const shown = code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
  return h("p.console-code.mono", { "aria-label": [...code].join(" "), role: "img" }, shown);
}

function form(title, hint, onsubmit, ...parts) {
  const submit = (event) => {
    event.preventDefault();
    onsubmit(event);
  };
  return h("form.stack-s", { novalidate: true, autocomplete: "off", onsubmit: submit }, h("h3", {}, title), h("p.muted.small", {}, hint), ...parts);
}

function button(name, label, onclick, look = "") {
  return h(`button.button${look}`, { type: onclick ? "button" : "submit", "data-do": name, ...(onclick ? { onclick } : {}) }, label);
}

/** A second click while the first is under way does nothing. */
function once(act) {
  let isBusy = false;
  return async (event) => {
    const target = event?.submitter ?? event?.currentTarget;
    if (isBusy || (target && isOff(target))) {
      return;
    }
    isBusy = true;
    target && setOff(target, true);
    try {
      await act();
    } finally {
      isBusy = false;
      target && setOff(target, false);
    }
  };
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  return element;
}
