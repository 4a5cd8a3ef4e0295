/** Most of the service's messages about fields come in both languages. This has the others in Greek. Pure. */

const GREEK = [
  [/^Enter the customer ID/, "Δώστε τον κωδικό πελάτη όπως φαίνεται στον πίνακα ελέγχου."],
  [/^Enter six digits/, "Το PIN έχει έξι ψηφία."],
  [/^Enter a number that exists/, "Δεν υπάρχει τέτοιος αριθμός τηλεφώνου."],
  [/premium-rate/, "Δώστε άλλον αριθμό: αυτός έχει αυξημένη χρέωση."],
  [/^Enter a PHP version/, "Δώστε έκδοση PHP με δύο αριθμούς, για παράδειγμα 8.3."],
  [/^Enter at most the value of post_max_size/, "Δεν μπορεί να ξεπερνά το μέγιστο μέγεθος αιτήματος."],
];

/**
 * @param message the service's words `{ el, en }`, or a message in English
 * @returns `{ text, lang }`, where `lang` is set if the text is not in the requested language
 */
export function serviceText(message, lang) {
  if (typeof message !== "string") {
    return message[lang] === undefined ? { text: message.en, lang: "en" } : { text: message[lang] };
  }
  if (lang === "en") {
    return { text: message };
  }
  const known = lang === "el" ? GREEK.find(([pattern]) => pattern.test(message)) : undefined;
  return known === undefined
    ? { text: message, lang: "en" }
    : { text: known[1] };
}
