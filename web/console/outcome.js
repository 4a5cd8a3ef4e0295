/** An action's result as facts; its changes are in the service's words. Pure. */
import { dateTime, day, money } from "../shared/amounts.js";
import { translator } from "../shared/texts.js";
import { labelOf } from "./labels.js";

const TEXTS = {
  orderId: { el: "Παραγγελία", en: "Order" },
  invoiceId: { el: "Παραστατικό", en: "Invoice" },
  amountDue: { el: "Ποσό πληρωμής", en: "Amount due" },
  bankReference: { el: "Κωδικός πληρωμής RF", en: "RF payment code" },
  sentTo: { el: "Στάλθηκε στο", en: "Sent to" },
  domain: { el: "Όνομα χώρου (domain)", en: "Domain" },
  packageId: { el: "Πακέτο", en: "Package" },
  submittedAt: { el: "Υποβολή καταχώρισης", en: "Registration submitted" },
  fix: { el: "Διόρθωση", en: "Fix" },
  quotaMb: { el: "Όριο γραμματοκιβωτίου", en: "Mailbox quota" },
  validUntil: { el: "Πιστοποιητικό σε ισχύ έως", en: "Certificate valid until" },
};

/** Values that are copied or read out are shown in a font that distinguishes 0 from O. */
const LITERAL = new Set(["orderId", "invoiceId", "bankReference", "packageId", "domain", "sentTo"]);

/** The members shown as facts, in their order: what nobody could foresee, and the names that other systems know. */
const FACTS = ["orderId", "invoiceId", "amountDue", "bankReference", "sentTo", "domain", "packageId", "fix", "submittedAt", "quotaMb", "validUntil"];

/**
 * @param action the entry of the catalogue
 * @returns `[{ name, title, value, isLiteral }]`; a domain is in A-labels
 */
export function outcome(action, result, lang) {
  const text = translator(lang, TEXTS);
  const all = { ...found(result.after), ...result };
  return FACTS.filter((name) => all[name] !== undefined && all[name] !== null).map((name) => ({
    name,
    title: text(name),
    value: said(name, all[name], action, lang),
    isLiteral: LITERAL.has(name),
  }));
}

/** What a fix left. */
function found(after) {
  return typeof after === "object" && after !== null && !Array.isArray(after) ? after : {};
}

function said(name, value, action, lang) {
  switch (name) {
    case "amountDue":
      return money(value, lang);
    case "validUntil":
    case "submittedAt":
      return dateTime(lang, value);
    case "quotaMb":
      return `${new Intl.NumberFormat(lang).format(value)} MB`;
    case "fix":
      return labelOf(action.parameters, name, value, lang);
    default:
      return String(value);
  }
}
