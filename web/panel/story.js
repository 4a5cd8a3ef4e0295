// One call as a story, in words.
import { dateTime, timeOfDay } from "../shared/amounts.js";
import { ORDERS, actionTitle } from "../shared/actions.js";
import { changeInWords } from "../shared/change-words.js";
import { confirming, unrepeated } from "../shared/confirm.js";
import { h, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { now } from "./service-time.js";

const TONES = { succeeded: "good", refused: "warn", failed: "bad", stopped: "plain", pending: "accent", waiting: "warn" };
const UNDOABLE = new Set(["change-dns-records", "change-nameservers", "change-hosting-settings"]);
const STOPPED = new Set(["customer", "agent", "caller", "supervisor", "expired", "wrong-codes", "sms-not-sent", "not-allowed"]);
/** How long after its end an action may be undone. The service decides; later, the button would only disappoint. */
const UNDO_WITHIN = 72 * 3_600_000;

/**
 * @param call an item of `GET /v1/panel/calls`
 * @param tools of the history: words, what it knows, and what a click does
 */
export function story(call, tools) {
  return call.type === "unverified" ? unverified(call, tools) : verified(call, tools);
}

function agentLine({ id, callReference }, t) {
  return callReference === undefined ? t("byAgentOnly", { id }) : t("byAgent", { id, call: callReference });
}

function unverified({ agent, from, to, wrongPins }, { t, lang }) {
  return h(
    "article.card.story.story--warn",
    {},
    head("warning", t(wrongPins === 1 ? "wrongPin" : "wrongPins", { n: wrongPins }), span(from, to, lang), agentLine(agent, t)),
    h("p.small", {}, t("nobodyVerified")),
  );
}

function verified(call, tools) {
  const { t, lang, said, notMe, doubts, receipt } = tools;
  const { callId, agent, takenOver = [], verifiedAt, endedAt, pin, status, wrongPins, accountRead, actions, refused } = call;
  const done = actions.filter((each) => each.status === "succeeded").map(({ action }) => actionTitle(action, lang));
  const title = done.length > 0 ? [...new Set(done)].join(" · ") : t(status === "running" ? "callRuns" : "callOnly");
  const note = said(callId);
  const button = (kind, control, text, onclick) =>
    h(`button.button.button--small.${kind}`, { type: "button", "data-control": `${control} ${callId}`, onclick: ({ currentTarget }) => onclick(currentTarget) }, text);
  return h(
    "article.card.story",
    { "data-call": callId },
    head("phone", title, span(verifiedAt, endedAt, lang), agentLine(agent, t)),
    h(
      "ul.plain.small.muted",
      {},
      h("li", {}, t(`verified.${pin}`)),
      takenOver.map(({ at, agent: next }) => h("li", {}, t("tookOver", { id: next.id, time: timeOfDay(lang, at) }))),
      wrongPins > 0 && h("li", {}, t(wrongPins === 1 ? "wrongBefore" : "wrongsBefore", { n: wrongPins })),
      accountRead && h("li", {}, t("sawServices")),
      status !== "ended" && h("li", {}, t(`call.${status}`)),
    ),
    actions.length === 0 && refused.length === 0 && h("p", {}, t("noActions")),
    actions.map((each) => action(each, tools)),
    refused.map(({ at, action: name }) =>
      h("section.deed", {}, h("h4", {}, actionTitle(name, lang), " ", badge("warn", t("notAllowed"))), h("p.muted.small", {}, timeOfDay(lang, at))),
    ),
    h(
      "div.row",
      {},
      call.receipt && button("button--quiet", "receipt", [icon("receipt"), t("receipt")], (clicked) => receipt(callId, clicked)),
      asked(t, (clicked) => notMe(callId, clicked), callId, doubts),
    ),
    h("div", { role: "status" }, note && h(`p.notice.notice--${note.tone}`, { tabindex: "-1", "data-said": callId, "data-control": `said ${callId}` }, note.text)),
  );
}

/**
 * "That was not me" is asked twice, for it freezes.
 *
 * @param {Set<string>} doubts the calls of which it is asked, which the story being drawn again leaves as they are
 */
function asked(t, act, callId, doubts) {
  const why = h("p.small", { role: "status" });
  const button = (kind, control, text) =>
    h(`button.button.button--small.${kind}`, { type: "button", "data-control": `${control} ${callId}` }, t(text));
  const turned = (isAsked) => {
    isAsked ? doubts.add(callId) : doubts.delete(callId);
    setText(why, isAsked ? t("freezesAll") : "");
  };
  const buttons = confirming({
    ask: button("button--danger", "not-me", "notMe"),
    yes: button("button--danger", "yes-not-me", "yesNotMe"),
    no: button("button--quiet", "no-not-me", "cancel"),
    act,
    turned,
    isAsked: doubts.has(callId),
  });
  return [buttons, why];
}

function head(shape, title, when, who) {
  return h("header.setting", {}, icon(shape), h("div.setting__text", {}, h("h3", {}, title), h("p.muted.small", {}, when, " · ", who)));
}

function span(from, to, lang) {
  const end = to === undefined || to === from ? null : h("time", { datetime: to }, timeOfDay(lang, to));
  return [h("time", { datetime: from }, dateTime(lang, from)), end && "–", end];
}

function badge(tone, text) {
  return h(`span.badge.badge--${tone}`, {}, text);
}

function action({ actionId, action: name, status, endedAt, needsHuman, reason, changes, proposed }, { t, lang, isUndone, said, undo }) {
  const note = said(actionId);
  const undone = isUndone(actionId);
  const mayUndo = status === "succeeded" && UNDOABLE.has(name) && !undone && changes !== null && now() - Date.parse(endedAt) < UNDO_WITHIN;
  const words = needsHuman ? "status.unknown" : undone ? "status.undone" : status === "succeeded" && ORDERS.has(name) ? "status.ordered" : `status.${status}`;
  const button =
    mayUndo &&
    h(
      "button.button.button--small.undo",
      { type: "button", "data-control": `undo ${actionId}`, onclick: ({ currentTarget }) => undo(actionId, currentTarget) },
      icon("undo"),
      t("undo"),
    );
  if (button) {
    unrepeated(button);
  }
  return h(
    "section.deed",
    { "data-deed": actionId },
    h("div.row.row--between", {}, h("h4", {}, actionTitle(name, lang), " ", badge(undone ? "plain" : TONES[status], t(words))), button),
    STOPPED.has(reason) && h("p.muted.small", {}, t(`stopped.${reason}`)),
    changes === null ? h("p.muted.small", {}, t("unreadable")) : changeList(changes ?? [], name, t, lang),
    proposal(proposed, name, status === "stopped", t, lang),
    h(
      "div",
      { role: "status" },
      note &&
        h(
          `div.notice.notice--${note.tone}`,
          { tabindex: "-1", "data-said": actionId, "data-control": `said ${actionId}` },
          h("p", {}, note.text),
          changeList(note.changes ?? [], name, t, lang),
        ),
    ),
  );
}

/** What an action that has not been carried out was to change; none of those that never waited. */
export function proposal(proposed, name, isStopped, t, lang) {
  if (proposed === undefined) {
    return null;
  }
  const lead = t(isStopped ? "askedOnly" : "asked");
  return proposed === null ? h("p.muted.small", {}, t("unreadable")) : [h("p.small", {}, lead), changeList(proposed, name, t, lang, true)];
}

/** What changed, before and after. @param isAhead whether it is only foreseen */
export function changeList(changes, name, t, lang, isAhead = false) {
  if (changes.length === 0) {
    return null;
  }
  return h(
    "div.changes",
    {},
    changes
      .map((each) => changeInWords(lang, name, each, isAhead))
      .map(({ what, before, after }) =>
        h(
          "dl.change",
          {},
          h("dt.change__what", {}, what),
          h("dd", {}, h("span.label", {}, t("before")), value(before, t)),
          h("dd", {}, h("span.label", {}, t("after")), value(after, t)),
        ),
      ),
  );
}

function value(text, t) {
  return text === null ? h("em.muted", {}, t("nothing")) : h("span.value", {}, text);
}
