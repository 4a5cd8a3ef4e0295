/** Faults of fields in words. Pure. */
import { translator } from "../shared/texts.js";

const TEXTS = {
  required: { el: "Συμπληρώστε το.", en: "Fill this in." },
  choose: { el: "Επιλέξτε ένα.", en: "Choose one." },
  integer: { el: "Δώστε ακέραιο αριθμό.", en: "Give a whole number." },
  atLeast: { el: "Δώστε τουλάχιστον {limit}.", en: "Give at least {limit}." },
  atMost: { el: "Δώστε το πολύ {limit}.", en: "Give at most {limit}." },
  tooShort: { el: "Δώστε τουλάχιστον {limit} χαρακτήρες.", en: "Give at least {limit} characters." },
  tooLong: { el: "Δώστε το πολύ {limit} χαρακτήρες.", en: "Give at most {limit} characters." },
  form: { el: "Δεν έχει τη σωστή μορφή.", en: "This has another form than expected." },
  formAs: { el: "Δεν έχει τη σωστή μορφή. Παράδειγμα: {example}", en: "This has another form than expected. For example: {example}" },
  fewItems: { el: "Δώστε τουλάχιστον {limit}.", en: "Give at least {limit}." },
  manyItems: { el: "Δώστε το πολύ {limit}.", en: "Give at most {limit}." },
  unique: { el: "Δώστε το καθένα μία φορά.", en: "Give each of them once." },
  oneOf: { el: "Συμπληρώστε τουλάχιστον ένα: {names}.", en: "Fill in at least one of: {names}." },
};

/** A fault that ./typed.js found. */
export function faultText({ kind, limit, node }, lang) {
  const t = translator(lang, TEXTS);
  switch (kind) {
    case "required":
      return t(node.kind === "choice" ? "choose" : "required");
    case "type":
      return t(limit === "integer" ? "integer" : "form");
    case "minimum":
      return t("atLeast", { limit });
    case "maximum":
      return t("atMost", { limit });
    case "minLength":
      return t("tooShort", { limit });
    case "maxLength":
      return t("tooLong", { limit });
    case "minItems":
      return t("fewItems", { limit });
    case "maxItems":
      return t("manyItems", { limit });
    case "uniqueItems":
      return t("unique");
    case "anyOf":
      return t("oneOf", { names: limit.map(({ title }) => title[lang]).join(", ") });
    default:
      return node.placeholder ? t("formAs", { example: node.placeholder }) : t("form");
  }
}
