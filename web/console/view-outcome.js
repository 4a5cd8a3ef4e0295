/** The outcome of an action: before and after if it was done, or else why not. */
import { h, isOff, setOff, setText } from "../shared/dom.js";
import { badge, mark } from "./parts.js";
import { outcome } from "./outcome.js";
import { refusal } from "./refusals.js";

/** The look and texts of each status. */
const STATUS = {
  succeeded: { look: "good", title: "done" },
  pending: { look: "wait", title: "pending", hint: "pendingHint" },
  refused: { look: "bad", title: "refused" },
  failed: { look: "bad", title: "failed", hint: "backOfficeHint" },
  backOffice: { look: "warn", title: "backOffice", hint: "backOfficeHint" },
  conflict: { look: "warn", title: "conflict", hint: "conflictHint" },
  lost: { look: "warn", title: "lost", hint: "lostHint" },
  needsHuman: { look: "bad", title: "needsHuman", hint: "needsHumanHint" },
};

/** A status in a word or two, for the call's history. */
export function statusBadge({ status }, t) {
  const { look, title } = STATUS[status];
  return badge(look === "wait" ? "accent" : look, t(title));
}

/** The status as announced to screen readers. */
export function statusText({ status }, t) {
  return t(STATUS[status].title);
}

/** @param page `{ t, lang, call, id, toActions, toForm, outcome, unverified }` */
export function outcomeView(page, entry) {
  const { t, lang, id } = page;
  const { look, title, hint } = STATUS[entry.status];
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
        h("p.console-crumb", {}, entry.action.title[lang]),
        h("h2", { id: id("outcome"), tabindex: "-1", "data-focus": true }, t(title)),
      ),
    ),
    hint && h("p.muted", {}, t(hint)),
    entry.refusal && refused(entry.refusal, lang),
    entry.result ? told(page, entry) : h("ul.console-sentences", {}, entry.sentences.map((each) => h("li", {}, each))),
    buttons(page, entry),
  );
}

function refused(why, lang) {
  const { text, detail } = refusal(why, lang);
  return h("div.stack-s.console-reason", {}, h("p", {}, text), detail && h("p.small.muted", { lang: "en" }, detail));
}

function told(page, { action, result }) {
  const { t, lang } = page;
  const { facts, changes } = outcome(action, result, lang);
  return [
    facts.length > 0 && h("dl.console-facts", {}, facts.map((each) => fact(page, each))),
    changes.length > 0 &&
      h(
        "div.stack-s",
        {},
        h("h3", {}, t("changes")),
        h("div.console-diff", {}, changes.map((each) => difference(each, t))),
      ),
  ];
}

function fact({ t, announce }, { name, title, value, isLiteral }) {
  return h(
    "div.console-fact",
    { "data-fact": name },
    h("dt", {}, title),
    h(
      "dd",
      {},
      h(isLiteral ? "span.mono" : "span", {}, value),
      name === "bankReference" && copyButton(t, announce, value),
    ),
  );
}

function copyButton(t, announce, value) {
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    announce(t("copied"));
    setText(button, t("copied"));
  };
  const button = h("button.button.button--quiet.button--small", { type: "button", onclick: copy }, t("copy"));
  return button;
}

function difference({ what, before, after }, t) {
  const isSame = before.join("\n") === after.join("\n");
  return h(
    "div.console-change",
    {},
    h("p.console-change-what", {}, what, isSame && badge("", t("unchanged"))),
    h(
      "div.console-sides",
      {},
      side("del", t("was"), before, t),
      h("span.console-arrow", { "aria-hidden": "true" }, "→"),
      side("ins", t("is"), after, t),
    ),
  );
}

function side(tag, title, lines, t) {
  const content =
    lines.length === 0
      ? h("span.muted", {}, t("nothing"))
      : h(`${tag}.console-${tag}`, {}, lines.map((line) => h("span.mono", {}, line)));
  return h("div.console-side", {}, h("span.visually-hidden", {}, `${title}: `), content);
}

function buttons(page, entry) {
  const { t, toActions, toForm } = page;
  const more = h("button.button.button--primary", { type: "button", onclick: toActions }, t("another"));
  const correct = h("button.button", { type: "button", onclick: () => toForm(entry.action) }, t("correct"));
  switch (entry.status) {
    case "succeeded":
    case "pending":
    case "needsHuman":
      return h("div.row", {}, more);
    case "lost":
      return h("div.row", {}, again(page, entry), h("button.button", { type: "button", onclick: toActions }, t("another")));
    default:
      return h("div.row", {}, correct, h("button.button", { type: "button", onclick: toActions }, t("another")));
  }
}

/** Sends the same action again, with the same key. */
function again({ t, call, announce, outcome: reopen, unverified, toForm }, entry) {
  const retry = async () => {
    if (isOff(button)) {
      return;
    }
    setOff(button, true);
    setText(button, t("sending"));
    announce(t("sending"));
    const stands = await call.perform(entry);
    if (!button.isConnected && stands !== null) {
      return;
    }
    if (stands?.kind === "expired") {
      unverified(stands);
    } else if (stands?.kind === "faulty") {
      toForm(entry.action, stands.errors);
    } else {
      reopen(entry);
    }
  };
  const button = h("button.button.button--primary", { type: "button", onclick: retry }, t("retry"));
  return button;
}
