/** What an action waits for, in words. Pure. */
import { dateTime } from "../shared/amounts.js";
import { translator } from "../shared/texts.js";

const TEXTS = {
  "consent.now": { el: "Ο πελάτης πρέπει να δώσει τη συγκατάθεσή του έως τις {until}.", en: "The customer must consent by {until}." },
  "approval.now": { el: "Χρειάζεται έγκριση υπευθύνου έως τις {until}.", en: "A supervisor must approve by {until}." },
  "approval.then": { el: "Χρειάζεται και έγκριση υπευθύνου.", en: "A supervisor must approve too." },
  "hold.now": {
    el: "Θα εκτελεστεί στις {until} ή νωρίτερα, αν το επιτρέψει ο πελάτης στον πίνακα ελέγχου.",
    en: "It will be done at {until}, or as soon as the customer opens it in the panel.",
  },
  "hold.then": {
    el: "Ακολουθεί αναμονή, εκτός αν ο πελάτης το επιτρέψει στον πίνακα ελέγχου.",
    en: "Then there is a wait, unless the customer opens it in the panel.",
  },
};

/** Whose time it is: somebody must open the first two by then; only the hold is opened by time, once it is the last. */
const AT_WORK = ["consent", "approval", "hold"];

/** @param gates `{ waitingFor, until }` @returns a sentence for each, first the one that `until` belongs to */
export function gatesSaid({ waitingFor, until }, lang) {
  const t = translator(lang, TEXTS);
  const now = AT_WORK.find((gate) => waitingFor.includes(gate));
  const others = waitingFor.filter((gate) => gate !== now);
  return [t(`${now}.now`, { until: dateTime(lang, until) }), ...others.map((gate) => t(`${gate}.then`))];
}
