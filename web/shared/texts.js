/** "el" or "en" for any language tag; Greek by default. */
export function language(tag) {
  return String(tag ?? "").toLowerCase().startsWith("en") ? "en" : "el";
}

/** Texts in one language: `(key, values) => text`. @param table key → language → text with {names} for values */
export function translator(lang, table) {
  return (key, values = {}) => {
    const text = table[key]?.[lang];
    if (text === undefined) {
      throw new Error(`no text ${key} in ${lang}`);
    }
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  };
}

/** A token's claims, which are not verified here; none if only the service can read it. */
export function claimsOf(token) {
  try {
    const payload = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
}

export const localeOf = (token) => claimsOf(token).locale;

const LOCALES = { el: "el-GR", en: "en-GB" };

export function dateTime(lang, instant) {
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }).format(new Date(instant));
}

export function timeOfDay(lang, instant) {
  return new Intl.DateTimeFormat(LOCALES[lang], { timeStyle: "short", hourCycle: "h23" }).format(new Date(instant));
}
