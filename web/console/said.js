/** The service's values in the agent's language: money, days, states. Pure. */
import { spelt } from "./unicode.js";

const LOCALES = { el: "el-GR", en: "en-GB" };

const WORDS = {
  active: { el: "ενεργό", en: "active" },
  recalled: { el: "ανακλήθηκε", en: "recalled" },
  done: { el: "θα γίνει", en: "to be done" },
  on: { el: "ναι", en: "on" },
  off: { el: "όχι", en: "off" },
  monthly: { el: "χρέωση ανά μήνα", en: "billed monthly" },
  quarterly: { el: "χρέωση ανά τρίμηνο", en: "billed quarterly" },
  semiannually: { el: "χρέωση ανά εξάμηνο", en: "billed every six months" },
  annually: { el: "χρέωση ανά έτος", en: "billed annually" },
  biennially: { el: "χρέωση ανά διετία", en: "billed every two years" },
  triennially: { el: "χρέωση ανά τριετία", en: "billed every three years" },
  administrator: { el: "διαχειριστής", en: "administrator" },
};

/** @param amount `{ value, currency }` */
export function money({ value, currency }, lang) {
  return new Intl.NumberFormat(LOCALES[lang], { style: "currency", currency }).format(Number(value));
}

/** A day, from a date or an instant. */
export function day(date, lang) {
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: "medium", timeZone: date.length > 10 ? undefined : "UTC" }).format(new Date(date));
}

/** One side of a change, or what changes, as the service writes it. */
export function said(text, lang) {
  return spelt(text)
    .replace(/\b(\d+\.\d{2}) ([A-Z]{3})\b/g, (_, value, currency) => money({ value, currency }, lang))
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => day(date, lang))
    .replace(/(^| )([a-z]+)(?=$| \()/g, (whole, before, word) => (Object.hasOwn(WORDS, word) ? before + WORDS[word][lang] : whole));
}
