// Sections and their items stay the same elements while they are about the same: somebody may be writing a reason.
import { h, show } from "../shared/dom.js";
import { place } from "../shared/place.js";

export class Sections {
  #known = new Map();

  /**
   * @param page of the page's words: `t`, `lang`, and `id` for an element's
   * @param {Array|Error} answer what is listed, or why that is not known: then what was there stays, but for whom it is not
   * @param {{idOf: (item) => string, draw: (item) => HTMLElement}} kind
   * @returns {HTMLElement|null} null if there is nothing
   */
  section(page, name, answer, { idOf, draw }) {
    const known = this.#known.get(name) ?? { answer: [], items: new Map() };
    const failure = Array.isArray(answer) ? null : why(answer);
    const list = failure === null ? answer : failure === "failed" ? known.answer : [];
    if (failure === null && list.length === 0) {
      this.#known.delete(name);
      return null;
    }
    const items = new Map(list.map((each) => [idOf(each), item(known.items.get(idOf(each)), each, page.lang, draw)]));
    const parts = known.lang === page.lang ? known : made(page, name);
    place(parts.list, [...items.values()].map(({ element }) => element));
    parts.list.hidden = items.size === 0;
    if (parts.failure !== failure) {
      show(parts.fault, failure && h("div.notice.notice--warn", {}, h("p", {}, page.t(failure)), h("p", {}, page.t("failedHint"))));
    }
    this.#known.set(name, { ...parts, answer: list, items, failure, lang: page.lang });
    return parts.element;
  }
}

function made({ t, id }, name) {
  const fault = h("div", { role: "alert" });
  const list = h("ul.supervisor-list");
  const title = h("h2", { id: id(name), tabindex: "-1" }, t(name));
  return { fault, list, element: h("section.stack-s", { "aria-labelledby": id(name), "data-section": name }, title, fault, list), failure: null };
}

/** The same element, or another one with the same reason in it. */
function item(before, each, lang, draw) {
  const seen = JSON.stringify([each, lang]);
  if (before?.seen === seen) {
    return before;
  }
  const element = draw(each);
  const reason = element.querySelector("input");
  const written = before?.element.querySelector("input");
  if (reason && written) {
    reason.value = written.value;
  }
  return { seen, element };
}

function why(error) {
  return { 401: "signedOut", 403: "forbidden" }[error.status] ?? "failed";
}
