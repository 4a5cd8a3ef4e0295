/** Messages for invalid fields. Pure. */
import { said, translator } from "../shared/texts.js";

const TEXTS = {
  required: { el: "Υποχρεωτικό πεδίο.", en: "Required field." },
  choose: { el: "Κάντε μια επιλογή.", en: "Choose an option." },
  integer: { el: "Δώστε ακέραιο αριθμό.", en: "Enter a whole number." },
  atLeast: { el: "Δώστε τουλάχιστον {limit}.", en: "Enter at least {limit}." },
  atMost: { el: "Δώστε το πολύ {limit}.", en: "Enter at most {limit}." },
  tooShort: { el: "Δώστε τουλάχιστον {limit} χαρακτήρες.", en: "Enter at least {limit} characters." },
  tooLong: { el: "Δώστε το πολύ {limit} χαρακτήρες.", en: "Enter at most {limit} characters." },
  form: { el: "Δεν έχει τη σωστή μορφή.", en: "The format is not valid." },
  formAs: { el: "Δεν έχει τη σωστή μορφή. Παράδειγμα: {example}", en: "The format is not valid. Example: {example}" },
  fewItems: { el: "Δώστε τουλάχιστον {limit}.", en: "Enter at least {limit}." },
  manyItems: { el: "Δώστε το πολύ {limit}.", en: "Enter at most {limit}." },
  unique: { el: "Κάθε τιμή πρέπει να υπάρχει μία φορά.", en: "Enter each value only once." },
  oneOf: { el: "Συμπληρώστε τουλάχιστον ένα: {names}.", en: "Fill in at least one of these: {names}." },
};

/** The message for a fault found by ./typed.js. */
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
      return t("oneOf", { names: limit.map(({ title }) => said(title, lang)).join(", ") });
    default:
      return node.placeholder ? t("formAs", { example: node.placeholder }) : t("form");
  }
}
