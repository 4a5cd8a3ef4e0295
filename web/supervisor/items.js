/** What a supervisor decides on, one by one. */
import { dateTime } from "../shared/amounts.js";
import { Offline, Problem } from "../shared/api.js";
import { actionTitle } from "../shared/actions.js";
import { changeInWords } from "../shared/change-words.js";
import { h, isOff, setOff, setText } from "../shared/dom.js";
import { said } from "../shared/texts.js";

/** An action with everything that would change, to approve or refuse. */
export function approval(page, { actionId, action, agent, customerId, risk, requestedAt, waitingFor, summary, changes, warnings, until }) {
  const { t, lang, id, send } = page;
  const decide = (decision) => (note) => send("POST", `/v1/agent/approvals/${encodeURIComponent(actionId)}`, { body: { decision, note } });
  return h(
    "li.supervisor-item",
    { "data-high": risk === "high", "data-approval": actionId },
    h(
      "div.supervisor-head",
      {},
      h("p.supervisor-title", {}, said(summary, lang)),
      h("span.row", {}, risk === "high" && h("span.badge.badge--bad", {}, t("high")), h("span.small.muted", {}, t("until", { until: dateTime(lang, until) }))),
    ),
    h("p.small", {}, t("askedBy", { agent, customer: customerId }), " · ", t("asked", { at: dateTime(lang, requestedAt) })),
    // Whoever approves should know that nobody at the customer's side has seen it yet.
    waitingFor.includes("consent") && h("p", {}, h("span.badge.badge--warn", { "data-unconsented": true }, t("notConsented"))),
    changes === null ? h("p.notice.notice--warn", {}, t("unreadable")) : values(changes, action, t, lang),
    (warnings ?? []).map(({ text }) => h("p.notice.notice--warn", {}, said(text, lang))),
    withNote(
      page,
      id(`note-${actionId}`),
      // Nobody approves what cannot be shown.
      [changes !== null && ["approve", risk === "high" ? ".button--danger" : ".button--primary", decide("approve")], ["refuse", "", decide("refuse")]].filter(Boolean),
    ),
  );
}

function values(changes, action, t, lang) {
  const side = (title, value) => h("dd", {}, h("span.small.muted", {}, t(title)), h("span.mono", {}, value ?? t("none")));
  return h(
    "dl.supervisor-changes",
    {},
    changes.map((change) => {
      const { what, before, after } = changeInWords(lang, action, change, true);
      const title = h("dt", {}, what, change.ascii && h("span.mono.small.muted", {}, ` ${change.ascii}`));
      return h("div.supervisor-change", {}, title, side("now", before), side("then", after));
    }),
  );
}

/** A suspended agent. */
export function suspension(page, { agentId, cause, until }) {
  const { t, lang, id, send } = page;
  const lift = (note) => send("DELETE", `/v1/agent/suspensions/${encodeURIComponent(agentId)}`, { body: { note } });
  return h(
    "li.supervisor-item",
    { "data-suspension": agentId },
    h("div.supervisor-head", {}, h("p.supervisor-title", {}, agentId), h("span.small.muted", {}, t("until", { until: dateTime(lang, until) }))),
    h("p.small", {}, t(`cause.${cause}`)),
    withNote(page, id(`note-${agentId}`), [["lift", "", lift]]),
  );
}

/** An action of which nobody knows whether it was done. */
export function unsettled(page, { actionId, action, agent, customerId, risk, requestedAt, parameters }) {
  const { t, lang, id, audit } = page;
  const settle = (outcome) => (note) => audit("POST", `/v1/audit/actions/${encodeURIComponent(actionId)}/resolution`, { body: { outcome, note } });
  return h(
    "li.supervisor-item",
    { "data-unsettled": actionId },
    h(
      "div.supervisor-head",
      {},
      h("p.supervisor-title", {}, actionTitle(action, lang)),
      h("span.row", {}, risk === "high" && h("span.badge.badge--bad", {}, t("high")), h("span.small.muted", {}, t("asked", { at: dateTime(lang, requestedAt) }))),
    ),
    h("p.small", {}, agent === undefined ? t("byCustomer", { customer: customerId }) : t("askedBy", { agent, customer: customerId })),
    h("p.small.muted", {}, t("unsettledHint")),
    parameters === null ? h("p.notice.notice--warn", {}, t("unreadable")) : facts(parameters),
    h("p.small.muted.mono", {}, actionId),
    withNote(page, id(`note-${actionId}`), [
      ["done", ".button--primary", settle("done")],
      ["not-done", "", settle("not-done")],
    ]),
  );
}

/** What was requested, as it was sent: each value with its path. */
function facts(parameters) {
  const rows = (value, path) =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, each]) => rows(each, [...path, Array.isArray(value) ? Number(name) + 1 : name]))
      : [h("div.supervisor-fact", {}, h("dt.small.muted", {}, path.join(" · ")), h("dd.mono", {}, String(value)))];
  return h("dl.supervisor-facts", {}, rows(parameters, []));
}

/** Something that the audit or the watch found. */
export function violation(page, { violationId, kind, customerId, sequence, detectedAt, by }) {
  const { t, lang, id, audit } = page;
  const settle = (note) => audit("POST", `/v1/audit/violations/${encodeURIComponent(violationId)}/resolution`, { body: { note } });
  const about = [customerId && t("aboutCustomer", { customer: customerId }), sequence && t("aboutEntry", { sequence }), detectedAt && t("detected", { at: dateTime(lang, detectedAt) }), by];
  return h(
    "li.supervisor-item",
    { "data-high": true, "data-violation": violationId },
    h("p.supervisor-title.mono", {}, kind),
    h("p.small", {}, about.filter(Boolean).join(" · ")),
    withNote(page, id(`note-${violationId}`), [["settle", "", settle]]),
  );
}

/** One run of the half-hourly audit or of the daily sweep, with what should have been done by then. */
export function report({ t, lang }, { by, finishedAt, violationCount, ledgers, entries, backlog }) {
  const late = backlog ? backlog.overdueActions + backlog.overdueNotices : 0;
  const seen = [
    t(`checked.${by}`, { ledgers, entries }),
    backlog && backlog.watchBehindSeconds > 0 && t("watchBehind"),
    late > 0 && t("overdue", { n: late }),
  ];
  return h(
    "li.supervisor-item",
    { "data-report": true },
    h(
      "div.supervisor-head",
      {},
      h("span", {}, dateTime(lang, finishedAt)),
      h(
        `span.badge.badge--${violationCount === 0 ? "good" : "bad"}`,
        {},
        violationCount === 0 ? t("violationCount.none") : t("violationCount.some", { n: violationCount }),
      ),
    ),
    h("p.small.muted", {}, seen.filter(Boolean).join(" · ")),
  );
}

/** A reason, without which nothing is decided, and the decisions. */
function withNote({ t, done }, noteId, decisions) {
  const note = h("input.input", { id: noteId, type: "text", autocomplete: "off", maxlength: "500", "aria-describedby": `${noteId}-fault` });
  const fault = h("p.error", { id: `${noteId}-fault`, role: "alert" });
  const buttons = decisions.map(([name, look, act]) => {
    const press = async () => {
      if (buttons.some(isOff)) {
        return;
      }
      const text = note.value.trim();
      note.setAttribute("aria-invalid", String(text === ""));
      setText(fault, text === "" ? t("noteNeeded") : "");
      if (text === "") {
        note.focus();
        return;
      }
      buttons.forEach((each) => setOff(each, true));
      try {
        await act(text);
        await done(t("decided"));
      } catch (error) {
        setText(fault, t(reason(error)));
      } finally {
        buttons.forEach((each) => setOff(each, false));
      }
    };
    return h(`button.button${look}`, { type: "button", "data-decide": name, onclick: press }, t(name));
  });
  return h(
    "div.supervisor-decide",
    {},
    h("div.field", {}, h("label", { for: noteId }, t("note")), note, fault),
    h("div.row", {}, buttons),
  );
}

function reason(error) {
  if (error instanceof Problem) {
    return { "four-eyes": "fourEyes", "not-found": "gone", "too-late": "gone" }[error.slug] ?? "notDone";
  }
  if (error instanceof Offline) {
    return "notDone";
  }
  throw error;
}
