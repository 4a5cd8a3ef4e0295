/** Filled by further.js. */
export const FURTHER = {};

/** "el", "en", or a further language once it is there: then `again` is called. */
export function language(tag, page, again) {
  const lang = String(tag ?? "").toLowerCase().split(/[-_]/)[0];
  if (lang === "en" || FURTHER[lang]?.[page]) {
    return lang;
  }
  if (again && lang && lang !== "el") {
    import("./further.js").then(({ load }) => load(lang, page, again), () => {});
  }
  return "el";
}

/** A text `{ el, en }` in a language; else in English. */
export function said(text, lang) {
  return text?.[lang] ?? FURTHER[lang]?.words[text?.en] ?? text?.en;
}

/** Texts in one language: `(key, values) => text`. @param table key → language → text with {names} for values */
export function translator(lang, table) {
  return (key, values = {}) => {
    const text = said(table[key], lang);
    if (text === undefined) {
      throw new Error(`no text ${key} in ${lang}`);
    }
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
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
