// The part of a hosting panel that this service provides: Account data → Mobile services, Security, Activity, and the bar.
import "./mobile-services.js";
import { client } from "../shared/api.js";
import { h, show } from "../shared/dom.js";
import { translator } from "../shared/texts.js";
import { tabs } from "./tabs.js";
import { TEXTS } from "./texts.js";

/** The elements of the tabs behind the first one, which need not wait for them. */
const BEHIND = {
  security: () => Promise.all([import("./notice-address.js"), import("./policy.js")]),
  activity: () => import("./history.js"),
};

/** Until it is tried again to load the bar. */
const AGAIN = 1_000;

/** It tells the customer the PIN, and no other part waits for it. */
const bringBar = () => import("../bar/support-pin-bar.js").catch(() => setTimeout(bringBar, AGAIN));

/**
 * Builds the panel in an element. A language other than Greek and English must have been loaded: `await spoken(lang, "panel")`.
 *
 * @param {HTMLElement} root
 * @param {{api: string, token: Function, call?: Function, coming?: Promise, lang: string, owner: string, consent?: string, isInline?: boolean}} session the customer's session; a
 *   client of it, and what it answers to the PIN's route, if the page has asked already; consent as the policy's attribute; inline: the bar is at the panel's bottom, not the screen's
 * @returns {{refresh: () => void}}
 */
export function panel(root, { api, token, call = client(api, token), coming, lang, owner, consent, isInline = false }) {
  const t = translator(lang, TEXTS);
  const services = h("support-pin-mobile-services", { lang });
  services.coming = coming;
  const address = h("support-pin-notice-address", { lang });
  const parts = {
    mobile: [services],
    security: [h("support-pin-policy", { lang, consent }), address],
    activity: [h("support-pin-history", { lang })],
  };
  const bar = h("support-pin-bar", { api, lang, inline: isInline });
  const page = h("div.panel__page", { role: "tabpanel", id: "panel-page", tabindex: "0" });
  let at;
  let shown;
  let isMissing;

  const { list, choose } = tabs(
    "panel",
    t("account"),
    [
      { key: "mobile", text: t("mobileServices") },
      { key: "security", text: t("security") },
      { key: "activity", text: t("activity") },
    ],
    (key) => {
      at = key;
      shown = parts[key];
      isMissing = false;
      page.setAttribute("aria-labelledby", `panel-${key}`);
      show(page, h("div.stack", {}, shown));
      if (BEHIND[key] === undefined) {
        begin();
      } else {
        const isStill = () => shown === parts[key];
        BEHIND[key]().then(
          () => isStill() && begin(),
          () => isStill() && show(page, missing(key)),
        );
      }
    },
  );

  function begin() {
    shown.forEach((part) => (part.call = call));
  }

  /** What the bar tells of shows here too. It tells nothing of the second address. */
  function follow() {
    shown.filter((part) => part.call !== undefined && (part !== address || part.isFailed)).forEach((part) => part.load());
  }

  function missing(key) {
    isMissing = true;
    const again = h("button.button", { type: "button", onclick: () => choose(key) }, t("retry"));
    return h("div.empty", { role: "alert" }, h("p", {}, t("offline")), again);
  }

  page.addEventListener("support-pin-changed", () => bar.refresh?.());
  bar.addEventListener("support-pin-mobile-needed", () => {
    choose("mobile");
    services.askForMobile();
  });
  // What could not be loaded is loaded again when the bar is back.
  bar.addEventListener("support-pin-status", ({ detail: { connected } }) => {
    if (connected !== false && isMissing) {
      choose(at);
    } else if (connected !== false) {
      follow();
    }
  });

  bar.token = token;
  root.classList.add("panel", "card");
  root.removeAttribute("aria-busy");
  show(root, h("header.panel__head", {}, h("div.row.row--between", {}, h("h2", {}, t("account")), h("p.muted.small", {}, owner)), list), page, bar);
  choose("mobile");
  bringBar();
  return {
    refresh() {
      bar.refresh?.();
      shown.filter((part) => part.call !== undefined).forEach((part) => part.load());
    },
  };
}
