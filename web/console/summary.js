/** What to write down about a call: plain text, and Markdown for a ticket. Pure. */
import { dateTime, timeOfDay } from "../shared/amounts.js";
import { said } from "../shared/texts.js";
import { changesSaid } from "./names.js";
import { isOpen, statusText } from "./view-outcome.js";

/** @param call of Call.finish, with its agent */
export function summary({ customerId, name, callReference, agent, source, isTaken, from, at, entries }, t, lang, isMarkdown) {
  const strong = (text) => (isMarkdown ? `**${escaped(text)}**` : text);
  const plain = (text) => (isMarkdown ? escaped(text) : text);
  const who = [name, customerId].filter(Boolean).join(" · ");
  const lines = [...entries].reverse().flatMap((entry) => [
    `- ${strong(said(entry.action.title, lang))}: ${plain(statusText(entry, t))}${entry.at ? ` (${timeOfDay(lang, entry.at)})` : ""}`,
    ...(isOpen(entry) ? changesSaid(entry, lang, entry.status !== "succeeded") : [])
      .map(({ what, before, after }) => `  - ${plain(what)}: ${plain(before ?? t("none"))} → ${plain(after ?? t("none"))}`),
    ...(entry.result?.bankReference ? [`  - RF: ${plain(entry.result.bankReference)}`] : []),
  ]);
  return [
    isMarkdown ? `### ${plain(who)}` : who,
    `${t("call")} ${plain(callReference)} · ${from ? `${dateTime(lang, from)} – ${timeOfDay(lang, at)}` : dateTime(lang, at)}`,
    ...(agent ? [plain(t("summaryAgent", { agent }))] : []),
    ...(source ? [plain(t("summaryProof", { how: t(`proof.${source}`) }) + (isTaken ? ` ${t("proofTaken")}` : ""))] : []),
    ...(lines.length > 0 ? lines : [t("nothingDone")]),
  ].join("\n");
}

/** Whatever a customer or agent wrote is no markup of the ticket. */
function escaped(text) {
  return text.replace(/[\\`*_[\]<>#|~!]/g, "\\$&");
}
