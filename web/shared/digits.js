// Digits as people type and paste them.

/** Spaces of every width, and the invisible marks that come along when digits are copied. */
const MARKS = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A number or PIN without spaces and invisible marks. */
export function withoutMarks(text) {
  return text.replace(MARKS, "");
}
