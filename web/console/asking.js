/** What is asked for beside the actions: its buttons, and what stays on the screen about a customer. */
import { h, show } from "../shared/dom.js";
import { standingNotice } from "./parts.js";

/** Without an `act` it sends the form that it is in. */
export function button(name, label, act, look = "") {
  return h(`button.button${look}`, { type: act ? "button" : "submit", "data-do": name, ...(act ? { onclick: act } : {}) }, label);
}

/**
 * What a button or a form asks of the service: why it was not done is told, whatever it was.
 *
 * @param tell of `about`
 * @param act `() => Promise` of the call's standing, or of null or undefined once it is done
 */
export function asking(page, tell, act) {
  return async () => {
    const { customerId } = page.call;
    tell(null);
    const stands = await act();
    if (stands?.kind === "expired" && page.call.verification !== null) {
      page.unverified(stands);
    } else if (stands) {
      tell(customerId, standingNotice(stands, page));
    }
  };
}

export function title(text, hint) {
  return [h("h3", {}, text), h("p.muted.small", {}, hint)];
}

/** Shows what the call keeps, and again whenever that changes, whoever draws the screen anew meanwhile. */
export function keep({ every }, place, what, draw) {
  let shown;
  const look = () => {
    const now = what();
    if (now !== shown) {
      shown = now;
      show(place, draw(now));
    }
  };
  look();
  every(place, look);
  return look;
}

/** What has not come to its end; null otherwise. */
export function running(kept) {
  return kept !== null && kept.left() > 0 && !kept.isOver ? kept : null;
}

/** A place for what is said about one customer, which is not shown under another. With `whose` null, it is shown under any. */
export function about({ call, every }, role = "status") {
  const place = h("div", { role });
  let of = null;
  const look = () => place.toggleAttribute("hidden", of !== null && of !== call.customerId);
  every(place, look);
  const tell = (whose, ...said) => {
    of = whose;
    show(place, ...said);
    look();
  };
  return { place, tell };
}
