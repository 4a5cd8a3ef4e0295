/** Draws the fields of a form from the tree of ./form.js. */
import { h } from "../shared/dom.js";
import { said } from "../shared/texts.js";
import { field } from "./parts.js";

/**
 * Draws a node and everything below it.
 *
 * @param node a node of the tree
 * @param form `{ t, lang, id, faults, typed(node, text), reshaped(node, text), grow(node), shrink(node, index) }`; `reshaped`
 *   is called for a choice that may change the form's shape
 */
export function draw(node, form) {
  switch (node.kind) {
    case "group":
      return node.pointer === "" ? node.children.map((each) => draw(each, form)) : group(node, form);
    case "variants":
      return variants(node, form);
    case "list":
      return list(node, form);
    case "choice":
      return node.look === "buttons" ? buttons(node, form) : menu(node, form);
    default:
      return text(node, form);
  }
}

function text(node, form) {
  const { suggestions = [] } = node;
  const isOne = (typed) => suggestions.some(({ value }) => value === typed);
  const options = suggestions.length > 0 && `${form.id(node.pointer)}-some`;
  return field({
    ...named(node, form),
    input: (attributes) => [
      h(node.isLong ? "textarea.textarea" : "input.input", {
        ...attributes,
        type: node.isLong ? undefined : "text",
        rows: node.isLong ? "2" : undefined,
        inputmode: node.kind === "number" ? "numeric" : undefined,
        autocomplete: "off",
        autocapitalize: "off",
        spellcheck: "false",
        placeholder: node.placeholder,
        "aria-required": String(node.isRequired),
        value: node.raw,
        list: options || undefined,
        // Other fields offer what belongs to it.
        oninput: ({ target: { value } }) => (isOne(value) ? form.reshaped(node, value) : form.typed(node, value)),
      }),
      options &&
        h(
          "datalist",
          { id: options },
          suggestions.map(({ value, label }) => h("option", { value, label: said(label, form.lang) })),
        ),
    ],
  });
}

function menu(node, form) {
  const { lang, t } = form;
  return field({
    ...named(node, form),
    input: (attributes) =>
      h(
        "select.select",
        {
          ...attributes,
          "aria-required": String(node.isRequired),
          onchange: (event) => form.reshaped(node, event.target.value),
        },
        [{ value: "", label: none(node, form) }, ...node.options.filter(({ value }) => !isNone(node, value))].map(
          ({ value, label }) => option(value, said(label, lang), node.raw),
        ),
      ),
  });
}

/** What it means to choose nothing: the schema says it, by its default or in words; otherwise all stays as it is. */
function none({ isRequired, schema }, { lang, t }) {
  const own = schema["x-none"] ?? schema["x-labels"]?.[schema.default];
  return isRequired || own === undefined ? { [lang]: t(isRequired ? "choose" : "noChange") } : own;
}

/** The default is chosen by choosing nothing. */
function isNone({ isRequired, schema, raw }, value) {
  return !isRequired && value === schema.default && value !== raw;
}

function option(value, label, chosen) {
  const element = h("option", { value }, label);
  element.selected = value === chosen;
  return element;
}

function buttons(node, form) {
  const { lang } = form;
  const options = node.options.map(({ value, label }) => ({ value, label: said(label, lang) }));
  return fieldset(node, form, radios(node, form, options, node.raw, (value) => form.reshaped(node, value)));
}

function variants(node, form) {
  const options = node.options.map((title, index) => ({ value: String(index), label: said(title, form.lang) }));
  const choose = (value) => form.chosen(node, Number(value));
  return fieldset(
    node,
    form,
    radios(node, form, options, String(node.raw.$variant), choose),
    h("div.stack", {}, node.children.map((each) => draw(each, form))),
  );
}

function radios(node, form, options, chosen, choose) {
  const name = form.id(node.pointer);
  return h(
    "div.console-segments",
    {},
    options.map(({ value, label }) => {
      const id = `${name}-${value}`;
      const input = h("input.console-segment-input", {
        type: "radio",
        id,
        name,
        value,
        checked: value === chosen,
        onchange: () => choose(value),
      });
      return h("div.console-segment", {}, input, h("label", { for: id }, label));
    }),
  );
}

/** If a whole group is optional, its title says so instead of each field. */
function group(node, form) {
  const isOpen = !node.isRequired && node.children.every((each) => !each.isRequired);
  const children = node.children.map((each) => draw({ ...each, isQuiet: isOpen }, form));
  return fieldset(node, form, h("div.console-nested", {}, children));
}

function list(node, form) {
  const { t, lang } = form;
  const isPlain = node.items.every((each) => each.kind === "text");
  const items = node.items.map((item) => (isPlain ? line(node, item, form) : entry(node, item, form)));
  const add = h(
    "button.button.button--small.console-add",
    {
      type: "button",
      id: `${form.id(node.pointer)}-add`,
      "aria-label": t("add", { what: said(node.title, lang) }),
      onclick: () => form.grow(node),
    },
    `+ ${t("addShort")}`,
  );
  return fieldset(node, form, items.length > 0 && h("div.stack-s", {}, items), node.canGrow && h("div", {}, add));
}

/** One value of a list of texts; its label is for screen readers only. */
function line(node, item, form) {
  const { t, lang } = form;
  const label = t("item", { list: said(node.title, lang), n: item.index + 1 });
  const named = { ...item, title: { [lang]: label }, placeholder: node.schema.examples?.[0]?.[item.index] ?? "" };
  return h("div.console-line", {}, text(named, form), node.canShrink && remove(node, item, label, form, "×"));
}

function entry(node, item, form) {
  const { t, lang } = form;
  const label = t("item", { list: said(node.title, lang), n: item.index + 1 });
  return h(
    "fieldset.console-entry",
    {},
    h("legend.visually-hidden", {}, label),
    (node.canShrink || node.items.length > 1) &&
      h(
        "div.row.row--between",
        {},
        h("span.console-entry-number", { "aria-hidden": "true" }, String(item.index + 1)),
        node.canShrink && remove(node, item, label, form),
      ),
    h("div.console-entry-fields", {}, item.children.map((each) => draw(each, form))),
  );
}

function remove(node, item, label, form, text = form.t("removeShort")) {
  return h(
    "button.button.button--quiet.button--small",
    { type: "button", "aria-label": form.t("remove", { what: label }), onclick: () => form.shrink(node, item.index) },
    text,
  );
}

/** Several inputs under one title, which also shows a fault of the whole. */
function fieldset(node, form, ...parts) {
  const { id, label, note, hint, fault, faultLang } = named(node, form);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined;
  return h(
    "fieldset.field.console-set",
    { id, tabindex: "-1", "aria-describedby": described },
    h("legend", {}, label, note && h("span.console-note", {}, ` ${note}`)),
    hint && h("p.hint", { id: `${id}-hint` }, hint),
    fault && h("p.error", { id: `${id}-fault`, lang: faultLang }, fault),
    ...parts,
  );
}

/** What the field is for; the customer's own things speak for themselves. */
function about({ schema, description }, { t, lang }) {
  return schema["x-some"] ? t("someListed") : schema["x-own"] ? undefined : said(description, lang);
}

function named(node, form) {
  const { t, lang, id, faults } = form;
  const told = faults.get(node.pointer);
  const now = node.schema["x-now"];
  return {
    id: id(node.pointer),
    label: said(node.title, lang) ?? node.key,
    note: node.isRequired || node.isQuiet ? undefined : `(${t("optional")})`,
    hint: [now && t("now", { value: said(node.schema["x-labels"]?.[now], lang) ?? now }), about(node, form)]
      .filter(Boolean)
      .join(" · "),
    fault: told?.map(({ text: words }) => words).join(" "),
    faultLang: told?.find((each) => each.lang !== undefined)?.lang,
  };
}
