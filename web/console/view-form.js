/** An action's form, built from the schema of its parameters. */
import { counted } from "../shared/amounts.js";
import { h, show } from "../shared/dom.js";
import { said } from "../shared/texts.js";
import { choices } from "./choices.js";
import { faultText } from "./faults.js";
import { draw } from "./fields.js";
import { blank, index, newItem, tree } from "./form.js";
import { serviceText } from "./messages.js";
import { badge, notice } from "./parts.js";
import { check, json, placeOf } from "./typed.js";

/**
 * @param page `{ t, lang, call, id, announce, review, toActions }`; `review(action, parameters)` describes the entries in words
 * @param action an entry of the catalogue
 * @param errors the service's messages by pointer, if it refused the parameters
 */
export function formView(page, action, errors = new Map()) {
  const view = new FormView(page, action);
  view.start(errors);
  return view.element;
}

class FormView {
  #page;
  #action;
  #raw;
  #faults = new Map();
  #body = h("div.stack", {});
  #summary = h("div", { role: "alert" });

  constructor(page, action) {
    const { t, lang, call, id } = page;
    this.#page = page;
    this.#action = action;
    this.#raw = call.drafts.input({ name: "form", action }, () => blank(action.parameters));
    this.element = h(
      "section.stack.console-form",
      { "aria-labelledby": id("form") },
      h("div", {}, h("button.button.button--quiet.button--small.console-back", { type: "button", onclick: page.toActions }, `← ${t("back")}`)),
      h(
        "div.stack-s",
        {},
        h(
          "div.row",
          {},
          h("h2", { id: id("form"), tabindex: "-1" }, said(action.title, lang)),
          action.risk === "high" && badge("bad", t("high")),
        ),
        h("p.muted", {}, said(action.description, lang)),
      ),
      this.#summary,
      h(
        "form.stack",
        { novalidate: true, autocomplete: "off", "data-form": true, onsubmit: (event) => this.#submit(event) },
        this.#body,
        h("div.row", {}, h("button.button.button--primary", { type: "submit" }, t("review"))),
      ),
    );
  }

  start(errors) {
    const root = this.#root();
    const { places } = json(root);
    for (const [pointer, messages] of errors) {
      const place = placeOf(pointer, root, places) ?? "";
      const told = messages.map((message) => serviceText(message, this.#page.lang));
      this.#faults.set(place, [...(this.#faults.get(place) ?? []), ...told]);
    }
    this.#draw();
    this.#summarise();
    const first = this.#firstFaulty() ?? this.#body.querySelector("input, select, textarea");
    first.dataset.focus = "";
    this.#wait();
  }

  /** What the customer has may arrive later than the form, or anew. */
  async #wait() {
    const { call, failed } = this.#page;
    const known = call.account;
    try {
      if ((await call.read()) !== known) {
        this.#reshape(() => {});
      }
    } catch (error) {
      failed(error);
    }
  }

  #root() {
    const { call } = this.#page;
    return tree(this.#action.parameters, this.#raw, choices(this.#action.name, this.#raw, call.account));
  }

  #draw() {
    const { t, lang, id } = this.#page;
    const root = this.#root();
    const form = {
      t,
      lang,
      id: (pointer) => id(`field${pointer}`),
      faults: this.#faults,
      typed: (node, text) => this.#typed(node, text),
      reshaped: (node, text) => this.#reshape(() => node.write(text), node),
      chosen: (node, variant) => this.#reshape(() => (node.raw.$variant = variant), node),
      grow: (node) => this.#grow(node),
      shrink: (node, at) => this.#shrink(node, at),
    };
    const whole = this.#faults.get("");
    show(this.#body, this.#zone(), draw(root, form), whole && h("p.error.console-whole", { tabindex: "-1" }, whole.map((each) => each.text).join(" ")));
  }

  /** The records of a zone that is hosted here can be edited where they are. */
  #zone() {
    const { t, call, records } = this.#page;
    const { domain } = this.#raw;
    const isHosted = call.account?.domains.some(({ name, zoneHosted }) => name === domain && zoneHosted !== false);
    return (
      isHosted &&
      this.#action.name === "change-dns-records" &&
      h("div", {}, h("button.button", { type: "button", "data-records": true, onclick: () => records(domain) }, t("editRecords")))
    );
  }

  #typed(node, text) {
    node.write(text);
    this.#page.touch();
    if (this.#faults.delete(node.pointer)) {
      const input = this.#input(node.pointer);
      input.removeAttribute("aria-invalid");
      this.#find(`field${node.pointer}-fault`)?.remove();
    }
  }

  #reshape(change, node) {
    const focused = this.#page.focused()?.id;
    change();
    if (node !== undefined) {
      this.#page.touch();
      this.#faults.delete(node.pointer);
    }
    this.#draw();
    (focused && this.#page.find(focused))?.focus();
  }

  #grow(node) {
    node.raw.push(newItem(node.schema));
    this.#forget(node.pointer);
    this.#draw();
    const pointer = `${node.pointer}/${node.raw.length - 1}`;
    const fields = [...index(this.#root()).keys()].filter((each) => each === pointer || each.startsWith(`${pointer}/`));
    const inputs = fields.map((each) => this.#input(each)).filter((each) => each?.matches("input, select, textarea"));
    (inputs[0] ?? this.#find(`field${node.pointer}-add`))?.focus();
  }

  #shrink(node, at) {
    node.raw.splice(at, 1);
    this.#page.touch();
    this.#forget(node.pointer);
    this.#draw();
    (this.#find(`field${node.pointer}-add`) ?? this.#input(node.pointer)).focus();
  }

  /** Drops a list's faults, because their positions have changed. */
  #forget(pointer) {
    for (const each of [...this.#faults.keys()].filter((key) => key === pointer || key.startsWith(`${pointer}/`))) {
      this.#faults.delete(each);
    }
  }

  #submit(event) {
    event.preventDefault();
    const { lang, review } = this.#page;
    const root = this.#root();
    this.#faults = new Map();
    for (const fault of check(root)) {
      const told = { text: faultText(fault, lang) };
      this.#faults.set(fault.pointer, [...(this.#faults.get(fault.pointer) ?? []), told]);
    }
    this.#draw();
    this.#summarise();
    if (this.#faults.size === 0) {
      review(this.#action, json(root).value);
    } else {
      this.#firstFaulty().focus();
    }
  }

  #summarise() {
    const { t } = this.#page;
    show(this.#summary, this.#faults.size > 0 && notice("bad", counted("faults", this.#faults.size, t)));
  }

  #firstFaulty() {
    const error = this.#body.querySelector(".error");
    if (error === null) {
      return null;
    }
    const owner = error.closest(".field");
    return owner?.querySelector("[aria-invalid]") ?? owner ?? error;
  }

  #input(pointer) {
    return this.#find(`field${pointer}`);
  }

  #find(name) {
    return this.#body.querySelector(`#${CSS.escape(this.#page.id(name))}`);
  }
}
