/** The records of a zone, edited in place; all edits become one action. */
import { h, setText, show } from "../shared/dom.js";
import { faultText } from "./faults.js";
import { field, notice } from "./parts.js";
import { changesOf, ttlFaults } from "./zone-edits.js";

const TYPES = ["A", "AAAA", "CNAME", "MX", "TXT", "SRV", "CAA"];
const TTL = "3600";

/** @param page `{ t, lang, call, id, review, toActions, touch, failed }` */
export function recordsView(page, domain) {
  const view = new RecordsView(page, domain);
  view.load();
  return view.element;
}

class RecordsView {
  #page;
  #domain;
  #body = h("div.stack", {});
  #fault = h("div", { role: "alert" });
  #draft;
  /** What is wrong with an edit's TTL, in words, by the edit. */
  #faults = new Map();

  constructor(page, domain) {
    const { t, call, id, toActions } = page;
    this.#page = page;
    this.#domain = domain;
    this.#draft = call.drafts.input({ name: "records", domain }, () => ({ sets: null, added: [] }));
    this.element = h(
      "section.stack.console-form",
      { "aria-labelledby": id("records") },
      h("div", {}, h("button.button.button--quiet.button--small.console-back", { type: "button", onclick: toActions }, `← ${t("back")}`)),
      h("h2", { id: id("records"), tabindex: "-1", "data-focus": true }, t("recordsOf", { domain: unicode(call, domain) })),
      this.#fault,
      h("form.stack", { novalidate: true, autocomplete: "off", "data-form": true, onsubmit: (event) => this.#submit(event) }, this.#body),
    );
  }

  async load() {
    const { t, call, failed } = this.#page;
    if (this.#draft.sets !== null) {
      this.#draw();
      return;
    }
    show(this.#body, h("p.muted", {}, t("loadingRecords")));
    try {
      const { recordSets, unicodeName } = await call.zone(this.#domain);
      this.#draft.zone = unicodeName;
      this.#draft.sets = recordSets.map(({ unicodeName: name, ...set }) => ({ set: { ...set, name }, edit: null, isRemoved: false }));
      this.#draw();
      if (this.element.isConnected) {
        this.#body.querySelector("[data-edit]")?.focus();
      }
    } catch (error) {
      const again = h("button.button.button--small", { type: "button", onclick: () => this.load() }, t("retry"));
      show(this.#body, notice("warn", t("recordsFailed"), h("p", {}, t("accountFailedHint")), h("div", {}, again)));
      failed(error);
    }
  }

  #draw() {
    const { t } = this.#page;
    const { sets, added } = this.#draft;
    const editable = sets.filter(({ set }) => set.editable);
    const fixed = sets.filter(({ set }) => !set.editable);
    show(
      this.#body,
      h("ul.console-rows", { onkeydown: (event) => this.#move(event) }, [...editable, ...fixed].map((line) => this.#line(line))),
      added.length > 0 && h("ul.console-rows", {}, added.map((edit, at) => h("li.console-row.console-row--edit", {}, this.#fields(edit, `new-${at}`, () => added.splice(at, 1))))),
      h(
        "div.row",
        {},
        h("button.button.button--primary", { type: "submit" }, t("review")),
        h("button.button", { type: "button", "data-add": true, onclick: () => this.#add() }, `+ ${t("addRecord")}`),
      ),
    );
  }

  #line(line) {
    const { t } = this.#page;
    const { set, edit, isRemoved } = line;
    const name = this.#short(set.name);
    if (edit !== null) {
      return h("li.console-row.console-row--edit", {}, this.#fields(edit, `${set.name}-${set.type}`, () => (line.edit = null)));
    }
    const about = `${name} ${set.type}`;
    const change = (act) => () => {
      act();
      this.#page.touch();
      this.#draw();
    };
    return h(
      "li.console-row",
      { "data-record": about, "data-removed": isRemoved },
      h(
        "div.console-record",
        {},
        h("span.mono.console-record-name", {}, name),
        h("span.badge", {}, set.type),
        h("span.mono.console-record-values", {}, set.records.map((each) => h("span", {}, each))),
        h("span.small.muted", {}, `TTL ${set.ttl}`),
      ),
      set.editable
        ? h(
            "div.console-row-buttons",
            {},
            isRemoved
              ? h("button.button.button--small", { type: "button", "aria-label": `${t("keep")}: ${about}`, onclick: change(() => (line.isRemoved = false)) }, t("keep"))
              : [
                  h("button.button.button--small", { type: "button", "data-edit": true, "aria-label": `${t("edit")}: ${about}`, onclick: () => this.#edit(line) }, t("edit")),
                  h("button.button.button--small.button--danger", { type: "button", "aria-label": `${t("delete")}: ${about}`, onclick: change(() => (line.isRemoved = true)) }, t("delete")),
                ],
          )
        : h("span.small.muted", {}, t("notByPhone")),
    );
  }

  #fields(edit, key, drop) {
    const { t, id } = this.#page;
    const place = (name, tag, attributes, ...children) => {
      const input = (more) => h(tag, { ...more, ...attributes, oninput: (event) => this.#typed(edit, name, event.target) }, ...children);
      const element = field({ id: id(`record-${key}-${name}`), label: t(`record.${name}`), fault: name === "ttl" && this.#faults.get(edit), input });
      element.classList.add(`console-record-${name}`);
      return element;
    };
    const text = (name) => place(name, "input.input.mono", { type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false", value: edit[name] });
    const lines = edit.values.split("\n").length;
    const values =
      lines > 1 || edit.type === "TXT"
        ? place("values", "textarea.textarea.mono", { rows: String(Math.max(2, lines)), spellcheck: "false", value: edit.values })
        : text("values");
    const type = place("type", "select.select", {}, TYPES.map((each) => h("option", { value: each, selected: each === edit.type }, each)));
    return [
      h("div.console-record-fields", {}, type, text("name"), values, text("ttl")),
      h(
        "button.button.button--quiet.button--small",
        {
          type: "button",
          onclick: () => {
            drop();
            this.#page.touch();
            this.#draw();
            this.#body.querySelector("[data-add]").focus();
          },
        },
        t("discard"),
      ),
    ];
  }

  #typed(edit, name, control) {
    edit[name] = control.value;
    this.#page.touch();
    if (name === "ttl" && this.#faults.delete(edit)) {
      control.removeAttribute("aria-invalid");
      this.#page.find(`${control.id}-fault`).remove();
    }
  }

  /** The value is what changes most often: it is selected, so that typing replaces it. */
  #edit(line) {
    const { set } = line;
    line.edit = { type: set.type, name: this.#short(set.name), values: set.records.join("\n"), ttl: String(set.ttl) };
    this.#draw();
    const value = this.#page.find(this.#page.id(`record-${set.name}-${set.type}-values`));
    value.focus();
    value.select();
  }

  #add() {
    const { added } = this.#draft;
    added.push({ type: "A", name: "", values: "", ttl: TTL });
    this.#draw();
    this.#page.find(this.#page.id(`record-new-${added.length - 1}-name`)).focus();
  }

  /** Shows what is wrong with a TTL beside it. */
  #isFaulty(schema) {
    const faults = ttlFaults(this.#draft, (name) => this.#short(name), schema);
    this.#faults = new Map(faults.map(([edit, fault]) => [edit, faultText({ ...fault, node: { kind: "number" } }, this.#page.lang)]));
    show(this.#fault);
    this.#draw();
    this.#body.querySelector("[aria-invalid]")?.focus();
    return faults.length > 0;
  }

  #short(name) {
    const { zone } = this.#draft;
    return name === zone ? "@" : name.endsWith(`.${zone}`) ? name.slice(0, -zone.length - 1) : name;
  }

  #move(event) {
    const stops = [...this.#body.querySelectorAll("[data-edit]")];
    const at = stops.indexOf(event.target);
    if (at >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      stops[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    }
  }

  async #submit(event) {
    event.preventDefault();
    const { t, call, review } = this.#page;
    const changes = changesOf(this.#draft, (name) => this.#short(name));
    if (changes.length === 0 || changes.some(({ records }) => records?.length === 0)) {
      setText(this.#fault, "");
      show(this.#fault, notice("bad", t(changes.length === 0 ? "noEdits" : "emptyRecord")));
      return;
    }
    try {
      const actions = await call.actions();
      const action = actions.find(({ name }) => name === "change-dns-records");
      if (this.#isFaulty(action.parameters.properties.changes.items.properties.ttl)) {
        return;
      }
      review(action, { domain: this.#domain, changes }, { name: "records", domain: this.#domain });
    } catch (error) {
      this.#page.failed(error);
    }
  }
}

/** As people read it; the account is there if the domain was chosen from it. */
function unicode({ account }, domain) {
  return account?.domains.find(({ name }) => name === domain)?.unicodeName ?? domain;
}
