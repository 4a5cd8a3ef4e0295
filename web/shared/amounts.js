/** Money and days in a language. Pure. */
const LOCALES = { el: "el-GR", en: "en-GB" };

/** @param amount `{ value, currency }` */
export function money({ value, currency }, lang) {
  return new Intl.NumberFormat(LOCALES[lang], { style: "currency", currency }).format(Number(value));
}

/** A day, which is the same everywhere, or that of an instant. */
export function day(date, lang) {
  const zone = /^\d{4}-\d\d-\d\d$/.test(date) ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: "medium", ...zone }).format(new Date(date));
}
