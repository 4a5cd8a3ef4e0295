/** The call has ended: what to write down about it, and the calls before. */
import { timeOfDay } from "../shared/amounts.js";
import { h, setText } from "../shared/dom.js";
import { copyButton } from "./parts.js";
import { summary } from "./summary.js";

/**
 * @param page `{ t, lang, id, announce, every, newCall }`
 * @param call of Call.finish, with its agent
 * @param earlier calls, newest first
 * @param isHandedOver whether a colleague has taken the call over
 */
export function overView(page, call, earlier, isHandedOver) {
  const { t, lang, id, newCall } = page;
  return h(
    "section.card.stack",
    { "aria-labelledby": id("over") },
    h("div.stack-s", {}, h("h2", { id: id("over"), tabindex: "-1" }, t(isHandedOver ? "callHandedOver" : "callOver")), h("p.muted", {}, t(isHandedOver ? "callHandedOverHint" : "callOverHint"))),
    h(
      "section.stack-s",
      { "aria-labelledby": id("summary") },
      h("h3", { id: id("summary") }, t("summary")),
      ticket(page, call, { tabindex: "0" }),
      h("div.row", {}, copyButton(page, "copyText", () => summary(call, t, lang, false)), copyButton(page, "copyMarkdown", () => summary(call, t, lang, true))),
    ),
    h("div", {}, h("button.button.button--primary", { type: "button", "data-focus": true, onclick: newCall }, t("nextCall"))),
    recentCalls(page, earlier),
  );
}

/** What has not ended changes in it as soon as it ends. */
function ticket({ t, lang, every }, call, attributes) {
  const place = h("pre.console-summary", attributes);
  const draw = () => setText(place, summary(call, t, lang, false));
  draw();
  every(place, draw);
  return place;
}

/** The agent's calls since the page was opened; each opens to its summary. */
export function recentCalls(page, calls) {
  const { t, lang } = page;
  return (
    calls.length > 0 &&
    h(
      "details.console-more",
      {},
      h("summary", {}, t("recentCalls", { n: calls.length })),
      h(
        "ul.console-rows",
        {},
        calls.map((call) =>
          h(
            "li.console-row",
            {},
            ticket(page, call, {}),
            h("div.console-row-buttons", {}, h("span.small.muted", {}, timeOfDay(lang, call.at)), copyButton(page, "copyText", () => summary(call, t, lang, false))),
          ),
        ),
      ),
    )
  );
}
