/** The screens of a verified caller, by name, and what is around them. The console's first screen does not wait for them. */
import { formView } from "./view-form.js";
import { homeView } from "./view-home.js";
import { outcomeView } from "./view-outcome.js";
import { overView } from "./view-over.js";
import { recordsView } from "./view-records.js";
import { reviewView } from "./view-review.js";

export { press, retell } from "./keys.js";
export { bar, history, keys } from "./view-call.js";
export { statusText } from "./view-outcome.js";
export { recentCalls } from "./view-over.js";

/** @param screen `{ name, … }`, as the console goes to it; not the first one */
export function view(page, screen) {
  const { name, action, errors, entry, domain } = screen;
  switch (name) {
    case "actions":
      return homeView(page);
    case "records":
      return recordsView(page, domain);
    case "form":
      return formView(page, action, errors);
    case "review":
      return reviewView(page, entry);
    case "outcome":
      return outcomeView(page, entry);
    default:
      return overView(page, page.recent[0], page.recent.slice(1), screen.isHandedOver);
  }
}
