/** The outcome of an action: before and after if it was done, or else why not. */
import { ORDERS } from "../shared/actions.js";
import { h, setText } from "../shared/dom.js";
import { once } from "../shared/forms.js";
import { said } from "../shared/texts.js";
import { about, asking } from "./asking.js";
import { outcome } from "./outcome.js";
import { badge, copyButton, mark } from "./parts.js";
import { changesList } from "./view-review.js";
import { stopping, waiting } from "./view-waiting.js";

/** The look and texts of each status. */
const STATUS = {
  succeeded: { look: "good", title: "done" },
  sending: { look: "wait", title: "unanswered" },
  pending: { look: "wait", title: "pending", hint: "pendingHint" },
  waiting: { look: "wait", title: "waiting" },
  stopped: { look: "bad", title: "stopped", hint: "stoppedHint" },
  refused: { look: "bad", title: "refused" },
  failed: { look: "bad", title: "failed", hint: "backOfficeHint" },
  backOffice: { look: "warn", title: "backOffice", hint: "backOfficeHint" },
  conflict: { look: "warn", title: "conflict", hint: "conflictHint" },
  lost: { look: "warn", title: "lost", hint: "lostHint" },
  needsHuman: { look: "bad", title: "needsHuman", hint: "needsHumanHint" },
};

/** What did not come about is not shown as if it would. */
const NOTHING_DONE = new Set(["stopped", "refused", "failed", "conflict", "backOffice"]);

/** Whether its changes have come about, or may. */
export function isOpen({ status, preview }) {
  return preview !== null && !NOTHING_DONE.has(status);
}

/** A status in a word or two, for the call's history. */
export function statusBadge(entry, t) {
  const { look } = STATUS[entry.status];
  return badge(look === "wait" ? "accent" : look, statusText(entry, t));
}

/** The status as announced to screen readers. */
export function statusText({ status, action }, t) {
  return t(status === "succeeded" && ORDERS.has(action.name) ? "ordered" : STATUS[status].title);
}

/** @param page `{ t, lang, call, id, toActions, toForm, outcome, unverified }` */
export function outcomeView(page, entry) {
  const { t, lang, id } = page;
  const { look, hint } = STATUS[entry.status];
  return h(
    "section.stack.console-outcome",
    { "aria-labelledby": id("outcome"), "data-status": entry.status },
    h(
      "div.console-outcome-head",
      {},
      mark(look),
      h(
        "div",
        {},
        h("p.console-crumb", {}, said(entry.action.title, lang)),
        h("h2", { id: id("outcome"), tabindex: "-1", "data-focus": true }, statusText(entry, t)),
      ),
    ),
    hint && h("p.muted", {}, t(hint)),
    entry.gates && waiting(page, entry),
    entry.refusal && refused(entry.refusal, lang),
    entry.result && told(page, entry),
    isOpen(entry) && what(page, entry),
    buttons(page, entry),
  );
}

function refused(why, lang) {
  const isTranslated = why.text !== undefined;
  return h("p.console-reason", { lang: isTranslated ? undefined : "en" }, isTranslated ? said(why.text, lang) : why.detail);
}

function told(page, { action, result }) {
  const facts = outcome(action, result, page.lang);
  return [
    ORDERS.has(action.name) && h("p", {}, page.t("orderedHint")),
    facts.length > 0 && h("dl.console-facts", {}, facts.map((each) => fact(page, each))),
  ];
}

/** What has changed, or will. */
function what({ t, lang }, entry) {
  const { action, preview, status } = entry;
  if (preview.changes.length === 0) {
    return null;
  }
  const isDone = status === "succeeded";
  return h(
    "div.stack-s",
    {},
    isDone && h("h3", {}, t(ORDERS.has(action.name) ? "oncePaid" : "changes")),
    changesList(entry, t, lang, !isDone || ORDERS.has(action.name)),
  );
}

function fact(page, { name, title, value, isLiteral }) {
  return h(
    "div.console-fact",
    { "data-fact": name },
    h("dt", {}, title),
    h(
      "dd",
      {},
      h(isLiteral ? "span.mono" : "span", {}, value),
      name === "bankReference" && copyButton(page, "copy", () => value, ".button--quiet.button--small"),
    ),
  );
}

function buttons(page, entry) {
  const { t, toActions, toForm } = page;
  const more = h("button.button.button--primary", { type: "button", onclick: toActions }, t("another"));
  const correct = h("button.button", { type: "button", onclick: () => toForm(entry.action) }, t("correct"));
  switch (entry.status) {
    case "waiting":
      return stopping(page, entry, more);
    case "succeeded":
    case "stopped":
    case "pending":
    case "needsHuman":
      return h("div.row", {}, more);
    case "lost":
      return again(page, entry, h("button.button", { type: "button", onclick: toActions }, t("another")));
    default:
      return h("div.row", {}, correct, h("button.button", { type: "button", onclick: toActions }, t("another")));
  }
}

/** Sends the same action again, with the same key. */
function again(page, entry, ...others) {
  const { t, call, announce, outcome: reopen, toForm } = page;
  const { place, tell } = about(page, "alert");
  const retry = asking(page, tell, async () => {
    setText(button, t("sending"));
    announce(t("sending"));
    const stands = await call.deeds.perform(entry);
    setText(button, t("retry"));
    if (stands === null) {
      reopen(entry);
    } else if (!button.isConnected) {
      return null;
    } else if (stands.kind === "faulty") {
      toForm(entry.action, stands.errors);
      return null;
    }
    return stands;
  });
  const button = h("button.button.button--primary", { type: "button", onclick: once(retry) }, t("retry"));
  return [h("div.row", {}, button, ...others), place];
}
