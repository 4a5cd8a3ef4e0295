// Languages beside Greek and English. A page's folder has their words in texts/<language>.js: the English text, and what is said for it.
import { FURTHER, language } from "./texts.js";

/** What could not be loaded is asked for again after this time. */
const AGAIN = 30_000;

const loads = {};

/**
 * Loads a page's words: `FURTHER[lang]` has them by the English text, and which pages they are of.
 *
 * @param again called once they are here; not at all if there are none
 */
export async function load(lang, page, again) {
  const key = `${page} ${lang}`;
  const last = loads[key];
  if (!/^[a-z]{2,8}$/.test(lang)) {
    return;
  }
  if (last === undefined || performance.now() >= last.until) {
    loads[key] = { until: performance.now() + AGAIN, coming: fetched(lang, page) };
  }
  if (await loads[key].coming) {
    again();
  }
}

async function fetched(lang, page) {
  try {
    const { WORDS } = await import(`../${page}/texts/${lang}.js`);
    FURTHER[lang] = { ...FURTHER[lang], [page]: true, words: { ...FURTHER[lang]?.words, ...WORDS } };
    return true;
  } catch {
    return false;
  }
}

/** The language in which a page speaks, for any language tag, once it can. */
export function spoken(tag, page) {
  return new Promise((resolve) => {
    const lang = String(tag ?? "").toLowerCase().split(/[-_]/)[0];
    const settled = () => resolve(language(tag, page));
    lang === "el" || lang === "en" || lang === "" ? settled() : load(lang, page, () => {}).then(settled);
  });
}

/** Greek, English, and those that are loaded. */
export const languages = () => ["el", "en", ...Object.keys(FURTHER)];
