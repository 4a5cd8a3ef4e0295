// Tabs as in the ARIA Authoring Practices: arrow keys move between tabs, Tab moves into the page.
import { h } from "../shared/dom.js";

/**
 * A list of tabs above one page.
 *
 * @param {string} prefix of the ids
 * @param {string} label of the list
 * @param {Array<{key: string, text: string}>} tabs
 * @param {(key: string) => void} chosen
 */
export function tabs(prefix, label, tabs, chosen) {
  const buttons = tabs.map(({ key, text }) =>
    h("button.tab", { type: "button", role: "tab", id: `${prefix}-${key}`, "aria-controls": `${prefix}-page` }, text),
  );
  const choose = (index, focus) => {
    buttons.forEach((button, each) => {
      button.setAttribute("aria-selected", String(each === index));
      button.tabIndex = each === index ? 0 : -1;
    });
    if (focus) {
      buttons[index].focus();
    }
    chosen(tabs[index].key);
  };
  const list = h("div.tabs", { role: "tablist", "aria-label": label }, buttons);
  list.addEventListener("click", ({ target }) => {
    const index = buttons.indexOf(target.closest("[role=tab]"));
    if (index >= 0) {
      choose(index, false);
    }
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.indexOf(event.target);
    if (step !== undefined && at >= 0) {
      event.preventDefault();
      choose((at + step + buttons.length) % buttons.length, true);
    }
  });
  return { list, choose: (key) => choose(tabs.findIndex((tab) => tab.key === key), false) };
}
