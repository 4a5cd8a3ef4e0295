/** The screens of a call, by name. */
import { formView } from "./view-form.js";
import { homeView } from "./view-home.js";
import { outcomeView } from "./view-outcome.js";
import { overView } from "./view-over.js";
import { recordsView } from "./view-records.js";
import { reviewView } from "./view-review.js";
import { verifyView } from "./view-verify.js";

/** @param screen `{ name, … }`, as the console goes to it; `recent` are the calls before, newest first */
export function view(page, screen, recent) {
  const { name, stands, action, parameters, errors, entry, domain, from } = screen;
  switch (name) {
    case "verify":
      return verifyView(page, stands);
    case "actions":
      return homeView(page);
    case "records":
      return recordsView(page, domain);
    case "form":
      return formView(page, action, errors);
    case "review":
      return reviewView(page, action, parameters, from);
    case "outcome":
      return outcomeView(page, entry);
    default:
      return overView(page, recent[0], recent.slice(1));
  }
}
