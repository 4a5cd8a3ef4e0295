/** A verified call: what the customer has, and the actions. Everything starts from here. */
import { counted } from "../shared/amounts.js";
import { h, setText, show } from "../shared/dom.js";
import { said } from "../shared/texts.js";
import { blank } from "./form.js";
import { notice } from "./parts.js";
import { means, search } from "./search.js";
import { things } from "./things.js";
import { actionList, keyOf } from "./view-actions.js";

const SKELETONS = 6;

/** @param page `{ t, lang, call, id, open, review, records, announce, failed, draw }` */
export function homeView(page) {
  const view = new HomeView(page);
  view.load();
  return view.element;
}

class HomeView {
  #page;
  #actions = [];
  #list = h("div", { "data-catalogue": true });
  #things = h("div.stack", {});
  #count = h("p.visually-hidden", { role: "status" });

  constructor(page) {
    const { t, id } = page;
    this.#page = page;
    this.search = h("input.input.console-search", {
      id: id("search"),
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: t("searchPlaceholder"),
      "data-focus": true,
      "data-search": true,
      oninput: () => this.#draw(),
    });
    this.element = h(
      "section.stack",
      { "aria-labelledby": id("actions"), onkeydown: (event) => this.#key(event) },
      h("h2", { id: id("actions") }, t("actions")),
      h("div", {}, h("label.visually-hidden", { for: id("search") }, t("search")), this.search),
      this.#count,
      this.#list,
      this.#things,
    );
  }

  load() {
    this.#loadActions();
    this.#loadAccount();
  }

  async #loadActions() {
    const { t, call } = this.#page;
    show(
      this.#list,
      h("p.visually-hidden", {}, t("loadingActions")),
      h("ul.console-actions", { "aria-hidden": "true" }, Array.from({ length: SKELETONS }, () => h("li.skeleton.console-action-skeleton"))),
    );
    try {
      this.#actions = await call.actions();
      this.#draw();
    } catch (error) {
      const again = h("button.button.button--small", { type: "button", onclick: () => this.#loadActions() }, t("retry"));
      show(this.#list, notice("warn", t("actionsFailed"), h("p", {}, t("offlineHint")), h("div", {}, again)));
      this.#page.failed(error);
    }
  }

  async #loadAccount() {
    const { t, call, named, focused } = this.#page;
    if (call.account === null) {
      show(this.#things, h("p.muted.small", {}, t("loadingAccount")), h("div.skeleton.console-action-skeleton", { "aria-hidden": "true" }));
    }
    try {
      await call.read();
      named();
      this.#things.dataset.account = "here";
      const { action, thing } = focused()?.dataset ?? {};
      this.#draw();
      if (action ?? thing) {
        this.element.querySelector(`[data-action="${CSS.escape(action)}"], [data-thing="${CSS.escape(thing)}"]`)?.focus();
      }
    } catch (error) {
      this.#things.dataset.account = "missing";
      const again = h("button.button.button--small", { type: "button", onclick: () => this.#loadAccount() }, t("retry"));
      show(this.#things, notice("warn", t("accountFailed"), h("p", {}, t("accountFailedHint")), h("div", {}, again)));
      this.#page.failed(error);
    }
  }

  #draw() {
    const { t, call } = this.#page;
    const query = this.search.value.trim();
    const found = search(this.#actions, query);
    const sections = call.account === null ? [] : things({ ...this.#page, start: (...what) => this.#start(...what) }, call.account);
    const rows = sections.flatMap((section) => section.rows);
    const meant = rows.filter((row) => query === "" || means(row.text, query, row.actions));
    if (this.#actions.length > 0) {
      const isNone = found.length === 0 && meant.length === 0;
      show(this.#list, isNone ? h("p.empty", {}, t("noneFound")) : actionList(this.#page, this.#actions, found, query === ""));
    }
    if (call.account !== null) {
      show(
        this.#things,
        sections.map((section) => section.draw(section.rows.filter((row) => meant.includes(row)))),
        // Contacts are chosen in a form, which says so itself.
        query === "" && call.account.missing.filter(({ part }) => part !== "contacts").map(({ text }) => notice("warn", said(text, this.#page.lang))),
      );
    }
    setText(this.#count, query === "" ? "" : counted("found", found.length + meant.length, t));
  }

  /** Begins an action with what is known; if that is everything, its review follows at once. */
  #start(name, raw, isWhole) {
    const { call, open, review } = this.#page;
    const action = this.#actions.find((each) => each.name === name);
    call.drafts.begin({ name: "form", action }, { ...blank(action.parameters), ...raw });
    if (isWhole) {
      review(action, raw);
    } else {
      open(action);
    }
  }

  #key(event) {
    const isSearch = event.target === this.search;
    const first = this.element.querySelector("[data-action], [data-thing]");
    if (/^\d$/.test(event.key) && !(event.ctrlKey || event.altKey || event.metaKey) && (!isSearch || this.search.value === "")) {
      const action = this.#actions.find((each) => keyOf(this.#actions, each) === event.key);
      if (action !== undefined && !event.repeat) {
        event.preventDefault();
        this.#page.open(action);
      }
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.#move(event);
    } else if (isSearch && event.key === "Enter" && first && this.search.value.trim() !== "" && !event.repeat) {
      event.preventDefault();
      first.click();
    } else if (isSearch && event.key === "Escape" && this.search.value !== "") {
      event.stopPropagation();
      this.search.value = "";
      this.#draw();
    }
  }

  #move(event) {
    event.preventDefault();
    const stops = [this.search, ...this.element.querySelectorAll("[data-action], [data-thing]")];
    const at = stops.indexOf(event.target);
    stops[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  }
}
