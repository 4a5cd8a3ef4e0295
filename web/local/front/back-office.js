// The simulated back office: one customer's data, and what has changed since the page was opened.
import { h, show } from "/shared/dom.js";
import { tabs } from "/panel/tabs.js";
import { lines } from "./back-office-lines.js";
import { backOffice } from "/stack.js";

const GROUPS = ["zones", "services", "orders", "domains", "packages", "mail"];

/** @returns {{refresh: () => Promise<void>}} */
export function office(root, { customer, lang, t }) {
  const body = h("div.office__page", { role: "tabpanel", id: "office-page", tabindex: "0" });
  let first = null;
  let shownText = "";
  let now = null;
  let group = "zones";
  const { list, choose } = tabs(
    "office",
    t("office"),
    GROUPS.map((key) => ({ key, text: t(key) })),
    (key) => {
      group = key;
      body.setAttribute("aria-labelledby", `office-${key}`);
      draw();
    },
  );

  function draw() {
    if (now !== null) {
      const rows = compare(first[group], now[group]);
      show(body, rows.length === 0 ? h("p.empty", {}, t("empty")) : h("ul.lines", {}, rows.map((row) => line(row, t))));
    }
  }

  /** Opens the tab in which something has just changed. */
  function follow(before) {
    const moved = GROUPS.find((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]));
    if (moved !== undefined && moved !== group) {
      choose(moved);
    }
  }

  show(root, list, body);
  choose(group);
  return {
    async refresh() {
      const state = lines(await backOffice(), customer, lang);
      const text = JSON.stringify(state);
      if (text !== shownText) {
        const before = now;
        shownText = text;
        first ??= state;
        now = state;
        draw();
        if (before !== null) {
          follow(before);
        }
      }
    },
  };
}

/** The current lines and the removed ones; changes come first. */
function compare(before, now) {
  const rows = now.map((each) => {
    const old = before.find(({ key }) => key === each.key);
    return { ...each, mark: old?.text === each.text ? null : "changed" };
  });
  const gone = before.filter(({ key }) => !now.some((each) => each.key === key)).map((each) => ({ ...each, mark: "removed" }));
  return [...rows.filter((row) => row.mark), ...gone, ...rows.filter((row) => !row.mark)];
}

function line({ title, text, mark }, t) {
  return h(
    `li.line${mark === null ? "" : `.line--${mark}`}`,
    {},
    h("span.mono.line__title", {}, title),
    h("span.mono.line__text", {}, text),
    mark === null ? null : h(`span.badge.badge--${mark === "changed" ? "good" : "bad"}`, {}, t(mark)),
  );
}
