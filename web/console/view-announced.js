/** Calls that we make: the customer is told before, and until the call is over, in whatever call the agent is by then. */
import { h, show } from "../shared/dom.js";
import { form, once } from "../shared/forms.js";
import { about, asking, button, keep, running, title } from "./asking.js";
import { field, notice } from "./parts.js";

const REASONS = ["call-back", "fault", "maintenance", "security", "expiry", "order", "payment", "migration"];

/** Before we ring a customer: the panel and an SMS tell that it is us. @param page `{ t, call, every, id, isFilled }` */
export function announceCall(page) {
  const { t, call, id, isFilled } = page;
  const place = h("div.stack-s", { role: "status" });
  const failed = about(page);
  const reason = (more) => h("select.select", more, REASONS.map((each) => h("option", { value: each }, t(`reason.${each}`))));
  const object = (more) => h("input.input", { ...more, type: "text", autocomplete: "off", maxlength: "80" });
  const card = (each, end) =>
    notice(
      "good",
      t("announcedTo", { customer: each.customerId }),
      h("p", {}, [t(`announced.${each.sms}`), each.customerId === call.customerId && t("announcedHint")].filter(Boolean).join(" ")),
      h("div", {}, button("announce-end", t("announceEnd"), end)),
    );
  const over = ({ customerId }) => notice("good", t("announceOver", { customer: customerId }));
  const look = announcements(page, place, failed.tell, card, over);
  const begin = asking(page, failed.tell, async () => {
    if (!isFilled()) {
      return null;
    }
    const what = page.find(id("object")).value.trim();
    const stands = await call.announce(page.find(id("reason")).value, what === "" ? {} : { object: what });
    look();
    return stands;
  });
  return form(
    "form.stack-s",
    begin,
    title(t("announceTitle"), t("announceHint")),
    field({ id: id("reason"), label: t("announceReason"), input: reason }),
    field({ id: id("object"), label: t("announceObject"), note: `(${t("optional")})`, input: object }),
    button("announce", t("announce")),
    place,
    failed.place,
  );
}

/** In a verified call: that a customer is still told of a call ends here too. */
export function announcedEnd(page, alert) {
  const { t, call } = page;
  const place = h("div.console-contents", {});
  const tell = (_, ...said) => show(alert, ...said);
  const label = ({ customerId }) =>
    customerId === call.verification.customerId ? t("announceEndBar") : t("announceEndOther", { customer: customerId });
  announcements(page, place, tell, (each, end) => button("announce-end", label(each), end, ".button--small"), () => null);
  return place;
}

/** Each one that runs, with what ends it; and that one is over, until something else changes. */
function announcements(page, place, tell, card, over) {
  const { call } = page;
  let shown = [];
  const end = (each) =>
    once(
      asking(page, tell, async () => {
        const stands = await call.endAnnounced(each);
        look();
        return stands;
      }),
    );
  const look = keep(
    page,
    place,
    () => call.announced.filter(running).map(({ callId, customerId }) => `${callId} ${customerId === call.customerId}`).join(),
    () => {
      const now = call.announced.filter(running);
      const gone = shown.filter((each) => !now.includes(each));
      shown = now;
      return [...now.map((each) => card(each, end(each))), ...gone.map(over)];
    },
  );
  return look;
}
