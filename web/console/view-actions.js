/** The catalogue of actions, searchable. */
import { h, setText, show } from "../shared/dom.js";
import { badge, counted, notice } from "./parts.js";
import { search } from "./search.js";

const SKELETONS = 6;

/** @param page `{ t, lang, call, id, open, announce }`, `open(action)` shows an action's form */
export function actionsView(page) {
  const view = new ActionsView(page);
  view.load();
  return view.element;
}

class ActionsView {
  #page;
  #actions = [];
  #list;
  #count;

  constructor(page) {
    const { t, id } = page;
    this.#page = page;
    this.#count = h("p.visually-hidden", { role: "status" });
    this.#list = h("ul.console-actions", { onkeydown: (event) => this.#move(event) });
    this.search = h("input.input", {
      id: id("search"),
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: t("searchPlaceholder"),
      "data-focus": true,
      "data-search": true,
      oninput: () => this.#draw(),
      onkeydown: (event) => this.#key(event),
    });
    this.element = h(
      "section.stack",
      { "aria-labelledby": id("actions") },
      h("h2", { id: id("actions") }, t("actions")),
      h("div", {}, h("label.visually-hidden", { for: id("search") }, t("search")), this.search),
      this.#count,
      this.#list,
    );
  }

  async load() {
    const { t, call } = this.#page;
    show(
      this.#list,
      h("li.visually-hidden", {}, t("loadingActions")),
      Array.from({ length: SKELETONS }, () => h("li.skeleton.console-action-skeleton", { "aria-hidden": "true" })),
    );
    try {
      this.#actions = await call.actions();
      this.#draw();
    } catch (error) {
      const again = h("button.button.button--small", { type: "button", onclick: () => this.load() }, t("retry"));
      show(this.#list, h("li", {}, notice("warn", t("actionsFailed"), h("p", {}, t("offlineHint")), h("div", {}, again))));
      this.#page.failed(error);
    }
  }

  #draw() {
    const { t } = this.#page;
    const found = search(this.#actions, this.search.value);
    setText(this.#count, counted("found", found.length, t));
    show(this.#list, found.length === 0 ? h("li.empty", {}, t("noneFound")) : found.map((action) => this.#row(action)));
  }

  #row(action) {
    const { t, lang, open } = this.#page;
    return h(
      "li",
      {},
      h(
        "button.console-action",
        { type: "button", "data-action": action.name, onclick: () => open(action) },
        h(
          "span.console-action-title",
          {},
          h("span", {}, action.title[lang]),
          action.risk === "high" && badge("warn", t("high")),
        ),
        h("span.muted.small", {}, action.description[lang]),
      ),
    );
  }

  #key(event) {
    const first = this.#list.querySelector("button");
    if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      first.focus();
    } else if (event.key === "Enter" && first) {
      event.preventDefault();
      first.click();
    } else if (event.key === "Escape" && this.search.value !== "") {
      event.stopPropagation();
      this.search.value = "";
      this.#draw();
    }
  }

  #move(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const buttons = [...this.#list.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    if (!(event.key in steps) || at < 0) {
      return;
    }
    event.preventDefault();
    (buttons[at + steps[event.key]] ?? (at === 0 ? this.search : buttons[at])).focus();
  }
}
