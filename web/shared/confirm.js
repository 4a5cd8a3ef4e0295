// What is asked before it is done.
import { isOff, setOff } from "./dom.js";

/** Longer than a double click. */
export const ASLEEP = 700;

/** A key that is held presses it once. */
export function unrepeated(button) {
  button.addEventListener("keydown", (event) => event.repeat && event.preventDefault());
}

/** For a button that comes where another one was. Neither the second click of two nor a held key presses it, and the focus stays. */
export function asleep(button) {
  setOff(button, true);
  setTimeout(() => setOff(button, false), ASLEEP);
  button.addEventListener("mousedown", (event) => isOff(button) && event.preventDefault());
  unrepeated(button);
}

/**
 * What is asked twice. In place of the button that asks come one that does it, asleep at first, and one that does not, which has the
 * focus.
 *
 * @param {{ask: HTMLElement, yes: HTMLElement, no: HTMLElement, act: (yes: HTMLElement) => void, turned: (isAsked: boolean) => void,
 *   isAsked?: boolean}} twice `turned`: says what it would do; `isAsked`: it had been asked before it was drawn anew
 * @returns {HTMLElement[]} the three buttons
 */
export function confirming({ ask, yes, no, act, turned, isAsked = false }) {
  const turn = (isAsked) => {
    ask.hidden = isAsked;
    yes.hidden = no.hidden = !isAsked;
    turned(isAsked);
    if (isAsked) {
      asleep(yes);
    }
  };
  [ask, no].forEach(unrepeated);
  ask.addEventListener("click", () => {
    turn(true);
    no.focus();
  });
  no.addEventListener("click", () => {
    turn(false);
    ask.focus();
  });
  yes.addEventListener("click", () => isOff(yes) || act(yes));
  turn(isAsked);
  return [ask, yes, no];
}
