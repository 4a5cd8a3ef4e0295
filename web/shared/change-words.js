// What an action changes, in the language's words: money, dates and states. Names and values that are nobody's words stay as they are.
import { day, money } from "./amounts.js";
import { translator } from "./texts.js";

const TEXTS = {
  fix: { el: "{fix} ({of})", en: "{fix} ({of})" },
  "restart-php": { el: "Επανεκκίνηση της PHP", en: "Restart PHP" },
  "clear-cache": { el: "Εκκαθάριση cache", en: "Clear the caches" },
  "repair-permissions": { el: "Επαναφορά δικαιωμάτων αρχείων", en: "Repair file permissions" },
  "reissue-certificate": { el: "Νέο πιστοποιητικό", en: "Reissue the certificate" },
  "unban-address": { el: "Άρση αποκλεισμού διεύθυνσης IP", en: "Let an IP address in again" },
  "raise-mailbox-quota": { el: "Μεγαλύτερο όριο γραμματοκιβωτίου", en: "Raise a mailbox quota" },
  done: { el: "έγινε", en: "done" },
  toDo: { el: "θα γίνει", en: "to be done" },
  reissued: { el: "εκδόθηκε ξανά", en: "reissued" },
  toReissue: { el: "θα εκδοθεί ξανά", en: "to be reissued" },
  banned: { el: "αποκλεισμένη", en: "banned" },
  "not banned": { el: "ελεύθερη", en: "not banned" },
  "valid until": { el: "ισχύει έως {time}", en: "valid until {time}" },
  nameservers: { el: "Nameservers του {of}", en: "Nameservers of {of}" },
  administrator: { el: "Διαχειριστής του {of}", en: "Administrator of {of}" },
  registration: { el: "Καταχώριση του {of}", en: "Registration of {of}" },
  active: { el: "ενεργή", en: "active" },
  pending: { el: "σε εξέλιξη", en: "in progress" },
  recalled: { el: "ανακλήθηκε", en: "recalled" },
  toRecall: { el: "θα ανακληθεί", en: "to be recalled" },
  on: { el: "Ναι", en: "On" },
  off: { el: "Όχι", en: "Off" },
  order: { el: "Παραγγελία {of}", en: "Order of {of}" },
  renewal: { el: "Ανανέωση της υπηρεσίας {of}", en: "Renewal of {of}" },
  upgrade: { el: "Αναβάθμιση της υπηρεσίας {of}", en: "Upgrade of {of}" },
  details: { el: "Στοιχεία της παραγγελίας {of}", en: "Details of order {of}" },
  sent: { el: "στάλθηκαν στο {to}", en: "sent to {to}" },
  toSend: { el: "θα σταλούν στο {to}", en: "to be sent to {to}" },
  until: { el: "έως {date}", en: "until {date}" },
  toPay: { el: "{what}, μόλις πληρωθούν {price}", en: "{what}, once {price} is paid" },
  monthly: { el: "με μηνιαία χρέωση", en: "billed monthly" },
  quarterly: { el: "με τριμηνιαία χρέωση", en: "billed quarterly" },
  semiannually: { el: "με εξαμηνιαία χρέωση", en: "billed every six months" },
  annually: { el: "με ετήσια χρέωση", en: "billed annually" },
  biennially: { el: "με χρέωση κάθε δύο χρόνια", en: "billed every two years" },
  triennially: { el: "με χρέωση κάθε τρία χρόνια", en: "billed every three years" },
  php: { el: "PHP στο πακέτο {of}", en: "PHP of package {of}" },
};

/** What does not read as done while it is only foreseen. */
const AHEAD = { done: "toDo", reissued: "toReissue", recalled: "toRecall", sent: "toSend" };

/** `2028-06-14 (89.28 EUR)` */
const PRICED = /^(.+) \((\d+(?:\.\d+)?) ([A-Z]{3})\)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * One change in words.
 *
 * @param {"el"|"en"} lang
 * @param {string|undefined} action its name
 * @param {{what: string, before: string|null, after: string|null, note?: string}} change as the service answers it
 * @param {boolean} isAhead whether it is only foreseen, so that nothing reads as done
 * @returns {{what: string, before: string|null, after: string|null}}
 */
export function changeInWords(lang, action, { what, before, after, note }, isAhead = false) {
  const texts = translator(lang, TEXTS);
  const t = (key, values) => texts((isAhead && AHEAD[key]) || key, values);
  const [title, value] = WORDS[action]?.(what, t, lang) ?? [what, (text) => text];
  const said = (text) => (text === null || text === "" ? null : value(text));
  const noted = note === undefined ? "" : ` (${value(note)})`;
  return { what: title, before: said(before), after: after === null ? null : said(after) + noted };
}

/** `svc-1 papadopoulou.gr`. Where billing's name stands instead of the ID ("Hosting Basic"), it is said as it is. */
const CALLED = /^([A-Za-z0-9][\w.-]{0,63}) (\S+\.\S+)$/;
/** A service is called by its domain, an order by its number, and the other follows. */
const serviceCalled = (what) => what.replace(CALLED, "$2 ($1)");
const orderCalled = (what) => what.replace(CALLED, "$1 ($2)");

const word = (t) => (text) => (Object.hasOwn(TEXTS, text) ? t(text) : text);

/** By action: the title of what changes, and how its values are said. */
const WORDS = {
  "apply-micro-fix": (what, t, lang) => {
    const [id, fix, ...on] = what.split(" ");
    const title = fix in TEXTS ? t("fix", { fix: t(fix), of: [...new Set([id, ...on])].join(", ") }) : what;
    return [title, (text) => (text.startsWith("valid until ") ? t("valid until", { time: day(text.slice(12), lang) }) : word(t)(text))];
  },
  "change-nameservers": (what, t) => [t("nameservers", { of: what.replace(/ NS$/, "") }), (text) => text],
  "change-domain-administrator": (what, t) => [t("administrator", { of: what.replace(/ administrator$/, "") }), (text) => text],
  "recall-gr-domain": (what, t) => [t("registration", { of: what }), word(t)],
  "order-service": (what, t, lang) => [t("order", { of: orderCalled(what) }), bought(t, lang)],
  "renew-service": (what, t, lang) => [t("renewal", { of: serviceCalled(what) }), bought(t, lang)],
  "upgrade-service": (what, t, lang) => [t("upgrade", { of: serviceCalled(what) }), bought(t, lang)],
  "send-order-details": (what, t) => [t("details", { of: orderCalled(what) }), (to) => t("sent", { to })],
  "change-hosting-settings": (what, t) => {
    const [id, php, ...setting] = what.split(" ");
    const isPhp = php === "PHP" || php === "php";
    return [isPhp ? [t("php", { of: id }), ...setting].join(", ") : what, isPhp ? word(t) : (text) => text];
  },
};

function bought(t, lang) {
  const said = (text) => (DATE.test(text) ? t("until", { date: day(text, lang) }) : word(t)(text));
  return (text) => {
    const priced = PRICED.exec(text);
    return priced === null ? said(text) : t("toPay", { what: said(priced[1]), price: money({ value: priced[2], currency: priced[3] }, lang) });
  };
}
