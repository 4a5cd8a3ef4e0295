/** The catalogue of actions: three groups, a key for each. */
import { h } from "../shared/dom.js";
import { said } from "../shared/texts.js";
import { badge } from "./parts.js";

const GROUPS = [
  ["groupBilling", ["order-service", "renew-service", "upgrade-service", "send-order-details"]],
  ["groupDomains", ["change-dns-records", "change-nameservers", "change-domain-administrator", "recall-gr-domain"]],
  ["groupHosting", ["change-hosting-settings", "apply-micro-fix"]],
];

/** Group by group; what is in none comes last. */
const ORDER = GROUPS.flatMap(([, names]) => names);
const place = ({ name }) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** The key of an action, by its place on the screen: 1 to 9, then 0; or "". */
export function keyOf(actions, action) {
  const at = [...actions].sort((one, other) => place(one) - place(other)).indexOf(action);
  return at >= 0 && at < 10 ? String((at + 1) % 10) : "";
}

/**
 * @param all the catalogue, which gives the keys
 * @param found the actions to show, in order
 * @param isGrouped in groups, or as found
 */
export function actionList({ t, lang, open }, all, found, isGrouped) {
  const button = (action) =>
    h(
      "li",
      {},
      h(
        "button.console-action",
        { type: "button", "data-action": action.name, onclick: () => open(action) },
        h("kbd", { "aria-hidden": "true" }, keyOf(all, action)),
        h("span", {}, said(action.title, lang)),
        action.risk === "high" && badge("bad", t("high")),
      ),
    );
  if (!isGrouped) {
    return h("ul.console-actions", {}, found.map(button));
  }
  const groups = GROUPS.map(([title, names]) => [t(title), names.flatMap((name) => found.filter((each) => each.name === name))]);
  const rest = found.filter(({ name }) => !ORDER.includes(name));
  return h(
    "div.console-groups",
    {},
    [...groups, [t("groupOther"), rest]]
      .filter(([, actions]) => actions.length > 0)
      .map(([title, actions]) => h("section.stack-s", {}, h("h3.console-group", {}, title), h("ul.console-actions", {}, actions.map(button)))),
  );
}
