// Greek and English.

/** "el" or "en", of any language tag; Greek where it says nothing. */
export function language(tag) {
  return String(tag ?? "").toLowerCase().startsWith("en") ? "en" : "el";
}

/**
 * Texts in one language.
 *
 * @param {"el"|"en"} lang
 * @param {Record<string, Record<string, string>>} table key → language → text, with {names} for values
 * @returns {(key: string, values?: object) => string}
 */
export function translator(lang, table) {
  return (key, values = {}) => {
    const text = table[key]?.[lang];
    if (text === undefined) {
      throw new Error(`no text ${key} in ${lang}`);
    }
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  };
}

/** The locale that a token claims; undefined where it claims none. Nothing is trusted by it but the language. */
export function localeOf(token) {
  try {
    const payload = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)).locale;
  } catch {
    // A token that this page cannot read may well be one that the service can.
    return undefined;
  }
}

const LOCALES = { el: "el-GR", en: "en-GB" };

/** A day and a time, of 24 hours as in the SMS. */
export function dateTime(lang, instant) {
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }).format(new Date(instant));
}

/** A time of day, of 24 hours. */
export function timeOfDay(lang, instant) {
  return new Intl.DateTimeFormat(LOCALES[lang], { timeStyle: "short", hourCycle: "h23" }).format(new Date(instant));
}
