// The service's time: this machine's clock may be days off.
import { ServiceTime } from "../shared/clock.js";

let time = null;

/** @param {string|undefined} asOf as a view of the PIN says it */
export function learn(asOf) {
  time = asOf === undefined ? time : new ServiceTime(asOf);
}

/** Without a view that said it, this machine's. */
export const now = () => time?.now() ?? Date.now();
