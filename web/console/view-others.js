/** Without a spoken PIN: a code that the customer types, a colleague's call, a call that we make, and stopping what waits. */
import { timeOfDay } from "../shared/amounts.js";
import { ServiceTime } from "../shared/clock.js";
import { h, show } from "../shared/dom.js";
import { digitsForm, digitsInput, form, once } from "../shared/forms.js";
import { field, notice, standingNotice } from "./parts.js";

const REASONS = ["call-back", "fault", "maintenance", "security", "expiry", "order", "payment", "migration"];

/** Shows what the call keeps, and again whenever that changes, whoever draws the screen anew meanwhile. */
function keep({ every }, place, what, draw) {
  let shown;
  const look = () => {
    const now = what();
    if (now !== shown) {
      show(place, draw(now, shown));
      shown = now;
    }
  };
  look();
  every(place, look);
  return look;
}

/** What has not come to its end; null otherwise. */
function running(kept) {
  return kept !== null && kept.left() > 0 && !kept.isOver ? kept : null;
}

/** Six digits to read out, until the customer has typed them in the panel. @param page `{ t, lang, call, every, isFilled, announce }` */
export function typedCode(page) {
  const { t, lang, call, isFilled, announce } = page;
  const place = h("div", { role: "status" });
  const look = keep(
    page,
    place,
    () => call.request && (running(call.request) ?? "over"),
    (request) => {
      if (request === null) {
        return [];
      }
      return request === "over"
        ? notice("warn", t("typedExpired"))
        : [h("p", {}, t("typedReadOut")), digits(request.code), h("p.small.muted", {}, t("validUntil", { time: timeOfDay(lang, request.expiresAt) }))];
    },
  );
  const ask = once(async () => {
    if (!isFilled()) {
      return;
    }
    const stands = await call.askForCode();
    if (stands) {
      show(place, standingNotice(stands, page));
    } else {
      look();
      announce([...call.request.code].join(" "));
    }
  });
  return h("section.stack-s", {}, title(t("typedTitle"), t("typedHint")), h("div", {}, button("typed", t("typedAsk"), ask)), place);
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
    field({ id: id("handover"), label: t("takeCode"), input: (more) => set(input, more) }),
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

/** Before we ring a customer: the panel and an SMS tell that it is us. */
export function announceCall(page) {
  const { t, call, id, isFilled } = page;
  const place = h("div", { role: "status" });
  const reason = h("select.select", {}, REASONS.map((each) => h("option", { value: each }, t(`reason.${each}`))));
  const about = h("input.input", { type: "text", autocomplete: "off", maxlength: "80" });
  const end = once(async () => {
    const stands = await call.endAnnounced();
    if (stands) {
      show(place, standingNotice(stands, page));
    } else {
      look();
    }
  });
  const look = keep(
    page,
    place,
    () => running(call.announced),
    (now, before) => {
      if (now === null) {
        return before ? notice("good", t("announceOver")) : [];
      }
      return notice("good", t(`announced.${now.sms}`), h("p", {}, t("announcedHint")), h("div", {}, button("announce-end", t("announceEnd"), end)));
    },
  );
  const begin = async () => {
    if (!isFilled()) {
      return;
    }
    const object = about.value.trim() === "" ? {} : { object: about.value.trim() };
    const stands = await call.announce(reason.value, object);
    if (stands) {
      show(place, standingNotice(stands, page));
    } else {
      look();
    }
  };
  return form(
    "form.stack-s",
    begin,
    title(t("announceTitle"), t("announceHint")),
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
  return h("section.stack-s", {}, title(t("stopAllTitle"), t("stopAllHint")), h("div", {}, button("stop-all", t("stopAll"), stop)), place);
}

/** In a verified call: that the customer is still told of the call that was announced ends here too. */
export function announcedEnd(page, failed) {
  const { t, call } = page;
  const place = h("span", {});
  const end = once(async () => {
    const stands = await call.endAnnounced();
    show(failed, stands && standingNotice(stands, page));
    look();
  });
  const look = keep(page, place, () => running(call.announced), (now) => (now === null ? [] : button("announce-end", t("announceEndBar"), end, ".button--small")));
  return place;
}

/** The four digits for a colleague, in a verified call. */
export function offerHandover(page) {
  const { t, call } = page;
  const place = h("div", { role: "status" });
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
  const offer = once(async () => {
    const stands = await call.handover();
    if (stands?.kind === "expired") {
      page.unverified(stands);
    } else if (stands) {
      show(place, standingNotice(stands, page));
    } else {
      look();
    }
  });
  return { button: button("handover", t("handover"), offer, ".button--small"), place };
}

export function digits(code) {
  const shown = code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
  return h("p.console-code.mono", { "aria-label": [...code].join(" "), role: "img" }, shown);
}

function title(text, hint) {
  return [h("h3", {}, text), h("p.muted.small", {}, hint)];
}

function button(name, label, onclick, look = "") {
  return h(`button.button${look}`, { type: onclick ? "button" : "submit", "data-do": name, ...(onclick ? { onclick } : {}) }, label);
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  return element;
}
