/** Money, days, times and counts in a language. Pure. */
const LOCALES = { el: "el-GR", en: "en-GB" };

const of = (lang) => LOCALES[lang] ?? lang;

/** @param amount `{ value, currency }` */
export function money({ value, currency }, lang) {
  return new Intl.NumberFormat(of(lang), { style: "currency", currency }).format(Number(value));
}

/** A day, which is the same everywhere, or that of an instant. */
export function day(date, lang) {
  const zone = /^\d{4}-\d\d-\d\d$/.test(date) ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat(of(lang), { dateStyle: "medium", ...zone }).format(new Date(date));
}

export function dateTime(lang, instant) {
  return new Intl.DateTimeFormat(of(lang), { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }).format(new Date(instant));
}

export function timeOfDay(lang, instant) {
  return new Intl.DateTimeFormat(of(lang), { timeStyle: "short", hourCycle: "h23" }).format(new Date(instant));
}

/** The text for a number: `key.one` or `key.many`. */
export function counted(key, n, t) {
  return t(n === 1 ? `${key}.one` : `${key}.many`, { n });
}
