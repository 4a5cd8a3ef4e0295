// Greek and English.

/** "el" or "en" for any language tag; Greek by default. */
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

/** The locale in a token's claims, or undefined. The token is not verified here, so use it for the language only. */
export function localeOf(token) {
  try {
    const payload = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)).locale;
  } catch {
    // The service may still be able to read a token that this page cannot.
    return undefined;
  }
}

const LOCALES = { el: "el-GR", en: "en-GB" };

/** A date and time in 24-hour format, as in the SMS. */
export function dateTime(lang, instant) {
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }).format(new Date(instant));
}

/** A time of day in 24-hour format. */
export function timeOfDay(lang, instant) {
  return new Intl.DateTimeFormat(LOCALES[lang], { timeStyle: "short", hourCycle: "h23" }).format(new Date(instant));
}
