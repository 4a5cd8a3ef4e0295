/** An action's result as facts and as changes from before to after. Pure. */
import { dateTime, translator } from "../shared/texts.js";
import { labelOf } from "./labels.js";
import { spelt } from "./unicode.js";

const TEXTS = {
  orderId: { el: "Παραγγελία", en: "Order" },
  invoiceId: { el: "Παραστατικό", en: "Invoice" },
  amountDue: { el: "Ποσό πληρωμής", en: "Amount due" },
  bankReference: { el: "Κωδικός πληρωμής RF", en: "RF payment code" },
  sentTo: { el: "Στάλθηκε στο", en: "Sent to" },
  domain: { el: "Όνομα χώρου (domain)", en: "Domain" },
  packageId: { el: "Πακέτο", en: "Package" },
  submittedAt: { el: "Υποβολή καταχώρησης", en: "Registration submitted" },
  fix: { el: "Διόρθωση", en: "Fix" },
  productId: { el: "Προϊόν", en: "Product" },
  billingCycle: { el: "Περίοδος χρέωσης", en: "Billing cycle" },
  paidUntil: { el: "Πληρωμένο έως", en: "Paid until" },
  hostname: { el: "Όνομα διακομιστή ή χώρου", en: "Hostname" },
  nameservers: { el: "Nameservers", en: "Nameservers" },
  status: { el: "Κατάσταση", en: "Status" },
  name: { el: "Όνομα", en: "Name" },
  email: { el: "E-mail", en: "Email" },
  phone: { el: "Τηλέφωνο", en: "Phone" },
  version: { el: "Έκδοση PHP", en: "PHP version" },
  quotaMb: { el: "Όριο γραμματοκιβωτίου", en: "Mailbox quota" },
  banned: { el: "Αποκλεισμός διεύθυνσης IP", en: "IP address ban" },
  validUntil: { el: "Πιστοποιητικό σε ισχύ έως", en: "Certificate valid until" },
  active: { el: "ενεργό", en: "active" },
  recalled: { el: "ανακλήθηκε", en: "recalled" },
  isBanned: { el: "σε ισχύ", en: "active" },
  isFree: { el: "έχει αρθεί", en: "lifted" },
  ttl: { el: "TTL {ttl}", en: "TTL {ttl}" },
};

/** Values that are copied or read out are shown in a font that distinguishes 0 from O. */
const LITERAL = new Set(["orderId", "invoiceId", "bankReference", "packageId", "domain", "sentTo"]);

/** The members shown as facts, in their order. */
const FACTS = ["orderId", "invoiceId", "amountDue", "bankReference", "sentTo", "domain", "packageId", "fix", "submittedAt"];

/**
 * The facts and changes of a result.
 *
 * @param action the entry of the catalogue
 * @returns `{ facts: [{ name, title, value, isLiteral }], changes: [{ what, before, after }] }`, where before and after are lists
 *   of lines, empty if there is nothing
 */
export function outcome(action, result, lang) {
  const tell = teller(action, lang);
  const facts = FACTS.filter((name) => name in result).map((name) => ({
    name,
    title: tell.title(name),
    value: tell.value(name, result[name]),
    isLiteral: LITERAL.has(name),
  }));
  const isChange = ({ before, after }) => before.join("\n") !== after.join("\n");
  return { facts, changes: changes(result, tell).filter(isChange) };
}

function changes(result, tell) {
  if (result.recordSets) {
    return result.recordSets.map((set) => recordSet(set, tell));
  }
  if (result.php || result.dns) {
    return [...php(result.php ?? {}, tell), ...(result.dns?.recordSets ?? []).map((set) => recordSet(set, tell))];
  }
  if (Array.isArray(result.after)) {
    return [{ what: tell.title("nameservers"), before: result.before.map(server), after: result.after.map(server) }];
  }
  if (typeof result.after === "string") {
    return [pair(tell.title("status"), tell.value("status", result.before), tell.value("status", result.after))];
  }
  return members(result.before ?? {}, result.after ?? {}, tell);
}

function members(before, after, tell) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) =>
    pair(tell.title(name), tell.value(name, before[name]), tell.value(name, after[name])),
  );
}

function pair(what, before, after) {
  return { what, before: before === undefined ? [] : [before], after: after === undefined ? [] : [after] };
}

function recordSet({ name, type, before, after }, tell) {
  const lines = (set) => (set === null ? [] : [...set.records, tell.text("ttl", set)]);
  return { what: `${type} ${spelt(name)}`, before: lines(before), after: lines(after) };
}

function php({ version, settings = {} }, tell) {
  const edits = Object.entries(settings).map(([name, edit]) => [tell.setting(name), name, edit]);
  const all = version ? [[tell.title("version"), "version", version], ...edits] : edits;
  return all.map(([what, name, { before, after }]) => pair(what, tell.value(name, before), tell.value(name, after)));
}

function server({ host, addresses }) {
  const name = spelt(host);
  return addresses ? `${name} (${addresses.join(", ")})` : name;
}

function teller(action, lang) {
  const text = translator(lang, TEXTS);
  const settings = action.parameters?.properties?.php?.properties?.settings?.properties ?? {};
  return {
    text,
    title: (name) => (name in TEXTS ? text(name) : name),
    setting: (name) => `${settings[name]?.["x-title"]?.[lang] ?? name} (${name})`,
    value: (name, value) => (value === undefined || value === null ? undefined : said(name, value, { action, lang, text })),
  };
}

function said(name, value, { action, lang, text }) {
  switch (name) {
    case "amountDue":
      return new Intl.NumberFormat(lang, { style: "currency", currency: value.currency }).format(Number(value.value));
    case "paidUntil":
      return new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(value));
    case "validUntil":
    case "submittedAt":
      return dateTime(lang, value);
    case "domain":
      return spelt(value);
    case "status":
      return value in TEXTS ? text(value) : value;
    case "banned":
      return text(value ? "isBanned" : "isFree");
    case "quotaMb":
      return `${new Intl.NumberFormat(lang).format(value)} MB`;
    case "billingCycle":
    case "fix":
      return labelOf(action.parameters, name, value, lang);
    case "display_errors":
      return labelOf(action.parameters, "php/settings/display_errors", value, lang);
    default:
      return String(value);
  }
}
