// The part of a hosting panel that this service provides: Account data → Mobile services, Activity, and the bar.
import "../bar/support-pin-bar.js";
import "./activity.js";
import "./mobile-services.js";
import { client } from "../shared/api.js";
import { h, show } from "../shared/dom.js";
import { translator } from "../shared/texts.js";
import { tabs } from "./tabs.js";
import { TEXTS } from "./texts.js";

/**
 * Builds the panel in an element.
 *
 * @param {HTMLElement} root
 * @param {{api: string, token: Function, lang: "el"|"en", owner: string}} session the customer's session
 * @returns {{refresh: () => void}}
 */
export function panel(root, { api, token, lang, owner }) {
  const t = translator(lang, TEXTS);
  const call = client(api, token);
  const services = h("support-pin-mobile-services", { lang });
  const activity = h("support-pin-activity", { lang });
  const bar = h("support-pin-bar", { api, lang });
  const page = h("div.panel__page", { role: "tabpanel", id: "panel-page", tabindex: "0" });
  let shown;

  const { list, choose } = tabs(
    "panel",
    t("account"),
    [
      { key: "mobile", text: t("mobileServices") },
      { key: "activity", text: t("activity") },
    ],
    (key) => {
      shown = key === "activity" ? activity : services;
      page.setAttribute("aria-labelledby", `panel-${key}`);
      show(page, shown);
      shown.call = call;
    },
  );
  services.addEventListener("support-pin-changed", () => bar.refresh());
  bar.addEventListener("support-pin-mobile-needed", () => {
    choose("mobile");
    services.askForMobile();
  });
  bar.addEventListener("support-pin-status", () => shown === services && services.load());

  bar.token = token;
  root.classList.add("panel", "card");
  show(root, h("header.panel__head", {}, h("div.row.row--between", {}, h("h2", {}, t("account")), h("p.muted.small", {}, owner)), list), page, bar);
  choose("mobile");
  return {
    refresh() {
      bar.refresh();
      shown.load();
    },
  };
}
