// The customer's phone: its SMS messages, newest last.
import { timeOfDay } from "/shared/amounts.js";
import { h, show } from "/shared/dom.js";
import { messages } from "/stack.js";

/**
 * @param {(number: string) => boolean} isOwn whether a message to this number arrives here
 * @returns {{refresh: () => Promise<void>}}
 */
export function phone(root, { lang, t, isOwn }) {
  const screen = h("ol.phone__screen", { "aria-label": t("phone"), tabindex: "0" });
  let count = -1;
  root.classList.add("phone");
  show(root, h("div.phone__ear", { "aria-hidden": "true" }), screen);

  return {
    async refresh() {
      const all = (await messages()).filter(({ to }) => isOwn(to));
      if (all.length !== count) {
        count = all.length;
        show(screen, all.length === 0 ? h("li.empty", {}, t("noSms")) : all.slice(-20).map((each) => message(each, lang)));
        screen.scrollTop = screen.scrollHeight;
      }
    },
  };
}

function message({ senderId, text, sentAt }, lang) {
  return h(
    "li.sms",
    {},
    h("p.sms__from", {}, senderId ?? "SMS", " · ", h("time", { datetime: sentAt }, timeOfDay(lang, sentAt))),
    h("p.sms__text", {}, text),
  );
}
