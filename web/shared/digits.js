// Digits as people type and paste them, and what is said of them.

export const DIGITS = {
  incomplete: { el: "Πληκτρολογήστε έξι ψηφία.", en: "Type six digits." },
  "codeWrong.one": { el: "Λάθος κωδικός. Απομένει 1 προσπάθεια.", en: "Wrong code. 1 attempt left." },
  "codeWrong.many": { el: "Λάθος κωδικός. Απομένουν {n} προσπάθειες.", en: "Wrong code. {n} attempts left." },
};

/** Spaces of every width, and the invisible marks that come along when digits are copied. */
const MARKS = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A number or PIN without spaces and invisible marks. */
export function withoutMarks(text) {
  return text.replace(MARKS, "");
}
