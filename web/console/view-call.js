/** The frame of a verified call: the bar at the top, and the call's history at the side. */
import { timeOfDay } from "../shared/amounts.js";
import { countdown } from "../shared/clock.js";
import { h, isOff, setOff, setText, show } from "../shared/dom.js";
import { said } from "../shared/texts.js";
import { changesSaid } from "./names.js";
import { notice, standingNotice } from "./parts.js";
import { statusBadge } from "./view-outcome.js";
import { announcedEnd } from "./view-announced.js";
import { offerHandover } from "./view-others.js";

/** When the agent is warned that time is running out, in milliseconds before the end. */
const WARNINGS = [120_000, 30_000];

/** That the caller is verified, who it is, and for how long. @param page `{ t, call, every, announce, expired, ended, unverified }` */
export function bar(page) {
  const { t, call, every } = page;
  const { left, customerId } = call.verification;
  const time = h("span.console-time", { role: "timer" });
  const stands = h("div", { role: "alert" });
  const handover = offerHandover(page);
  const end = h("button.button.button--small", { type: "button", "data-end": true, onclick: () => hangUp(page, end, stands) }, t("endCall"));
  const element = h(
    "div.console-bar-frame",
    {},
    h(
      "div.console-bar",
      {},
      h("p.console-verified", {}, h("strong", {}, `✓ ${t("verifiedMark")}`), h("span", { "data-name": true }, call.account?.name ?? "")),
      h(
        "dl.console-bar-facts",
        {},
        term(t("customer"), h("span.mono", {}, customerId)),
        term(t("call"), h("span.mono", {}, call.callReference)),
        term(t("timeLeft"), time),
      ),
      h("div.row", {}, announcedEnd(page, stands), handover.button, end),
    ),
    stands,
    handover.place,
  );
  every(time, clock(page, left, time));
  return element;
}

function term(name, value) {
  return h("div", {}, h("dt", {}, name), h("dd", {}, value));
}

function clock({ t, announce, expired }, left, time) {
  const warnings = [...WARNINGS];
  return () => {
    const remaining = left();
    setText(time, countdown(remaining));
    time.toggleAttribute("data-soon", remaining <= WARNINGS[0]);
    if (remaining <= warnings[0]) {
      warnings.shift();
      announce(t("timeLeftSoon", { left: countdown(remaining) }));
    }
    if (remaining === 0) {
      expired();
    }
  };
}

async function hangUp(page, button, place) {
  if (isOff(button)) {
    return;
  }
  if (page.isTouched() && !button.hasAttribute("data-sure")) {
    button.toggleAttribute("data-sure", true);
    show(place, notice("warn", page.t("unsent"), h("p", {}, page.t("unsentHint"))));
    return;
  }
  setOff(button, true);
  setText(button, page.t("ending"));
  const stands = await page.call.end();
  if (stands === null) {
    page.ended();
    return;
  }
  setOff(button, false);
  setText(button, page.t("endCall"));
  show(place, standingNotice(stands, page));
}

/** The actions of this call, newest first; during the call, each opens its outcome. */
export function history({ t, lang, call, id, outcome }) {
  return h(
    "section.console-history",
    { "aria-labelledby": id("history") },
    h("h3", { id: id("history") }, t("history")),
    call.deeds.entries.length === 0
      ? h("p.muted.small", {}, t("historyEmpty"))
      : h("ol.console-entries", {}, call.deeds.entries.map((entry) => h("li", {}, row(entry, { t, lang, call, outcome })))),
  );
}

function row(entry, { t, lang, call, outcome }) {
  const isOpen = call.verification !== null;
  return h(
    isOpen ? "button.console-past" : "div.console-past",
    isOpen ? { type: "button", onclick: () => outcome(entry) } : {},
    h("span.console-past-title", {}, said(entry.action.title, lang)),
    h("span.console-past-what.small.muted", {}, first(entry, lang)),
    h("span.console-past-foot", {}, statusBadge(entry, t), entry.at && h("span.small.muted", {}, timeOfDay(lang, entry.at))),
  );
}

/** What it is about, if that was foreseen. */
function first(entry, lang) {
  return entry.preview ? (changesSaid(entry, lang, true)[0]?.what ?? "") : "";
}

/** The keyboard shortcuts. */
export function keys({ t }) {
  const all = [
    ["1 – 0", "keyAction"],
    ["/", "keySearch"],
    ["↑ ↓", "keyMove"],
    ["Ctrl ↵", "keyNext"],
    ["Esc", "keyBack"],
    ["F8", "keyEnd"],
  ];
  return h(
    "section.console-keys",
    { "aria-label": t("keys") },
    h("dl", {}, all.map(([key, what]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, t(what))))),
  );
}
