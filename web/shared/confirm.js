// What is asked before it is done.
import { setOff } from "./dom.js";

/** Longer than a double click. */
export const ASLEEP = 700;

/** For a button that comes where another one was: neither the second click of two nor a key that is held presses it. */
export function asleep(button) {
  setOff(button, true);
  setTimeout(() => setOff(button, false), ASLEEP);
  button.addEventListener("keydown", (event) => event.repeat && event.preventDefault());
}
