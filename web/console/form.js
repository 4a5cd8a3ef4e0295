/**
 * A form as a tree, built from a schema and the input so far. Pure.
 *
 * The input ("raw") has the shape of the JSON, with a string at each leaf; `$variant` says which of several forms an
 * object has. A node's pointer is its position in raw, and faults are shown there.
 */
import { effective } from "./schema.js";

/** Text fields that allow more characters than this get several lines. */
const LONG = 200;

/** Up to this many choices are shown side by side; more become a menu. */
const FEW = 3;

/** The input of a new form. */
export function blank(schema) {
  return start(schema, true);
}

function start(schema, isRequired) {
  if (schema.oneOf) {
    return { $variant: 0 };
  }
  if (schema.type === "array") {
    const length = isRequired ? Math.max(1, schema.minItems ?? 0) : 0;
    return Array.from({ length }, () => newItem(schema));
  }
  return schema.type === "object" ? {} : "";
}

/** The input of a new list item. */
export function newItem(schema) {
  return start(schema.items, true);
}

/**
 * The form's tree. Adds missing members to raw, so that each node has its position there.
 *
 * @param choose what is known of the field at a pointer, as keywords of a schema (./choices.js)
 */
export function tree(schema, raw, choose = () => ({})) {
  return node(schema, { raw, pointer: "", isRequired: true, choose });
}

function node(schema, at) {
  const common = {
    pointer: at.pointer,
    schema,
    isRequired: at.isRequired,
    title: bilingual(schema, "title"),
    description: bilingual(schema, "description"),
    raw: at.raw,
    write: at.write,
  };
  if (schema.oneOf) {
    return variants(common, at);
  }
  switch (schema.type) {
    case "object":
      return group(common, effective(schema, at.raw), at);
    case "array":
      return list(common, at);
    default:
      return leaf(common);
  }
}

function bilingual(schema, name) {
  const plain = schema[name];
  return schema[`x-${name}`] ?? (plain === undefined ? undefined : { el: plain, en: plain });
}

function group(common, schema, at) {
  const children = Object.entries(schema.properties ?? {}).map(([key, plain]) => {
    const pointer = `${at.pointer}/${escape(key)}`;
    const each = { ...plain, ...at.choose(pointer) };
    const isRequired = (schema.required ?? []).includes(key);
    at.raw[key] ??= firstChoice(each, isRequired) ?? start(each, isRequired);
    if (isRequired && Array.isArray(at.raw[key]) && at.raw[key].length === 0) {
      at.raw[key] = start(each, true);
    }
    return {
      key,
      ...node(each, {
        raw: at.raw[key],
        write: (text) => (at.raw[key] = text),
        pointer,
        isRequired,
        choose: at.choose,
      }),
    };
  });
  const isShown = (each) => each.kind !== "group" || each.children.length > 0;
  return { ...common, kind: "group", schema, children: children.filter(isShown) };
}

/** The default of a required choice with few options: the first one; of the customer's own things only if there is no other. */
function firstChoice(schema, isRequired) {
  const few = schema["x-own"] ? 1 : FEW;
  return isRequired && schema.enum && schema.enum.length <= few ? schema.enum[0] : undefined;
}

function list(common, at) {
  const items = at.raw.map((raw, index) => ({
    index,
    ...node(common.schema.items, {
      raw,
      write: (text) => (at.raw[index] = text),
      pointer: `${at.pointer}/${index}`,
      isRequired: true,
      choose: at.choose,
    }),
  }));
  const { minItems = 0, maxItems = Infinity } = common.schema;
  return {
    ...common,
    kind: "list",
    items,
    canGrow: items.length < maxItems,
    canShrink: !common.isRequired || items.length > Math.max(1, minItems),
  };
}

function variants(common, at) {
  const options = common.schema.oneOf.map((each) => bilingual(each, "title"));
  const chosen = group(common, effective(common.schema.oneOf[at.raw.$variant], at.raw), at);
  return { ...chosen, kind: "variants", options, title: common.title, description: common.description };
}

function leaf(common) {
  const { schema, isRequired } = common;
  if (schema.enum) {
    const labels = schema["x-labels"] ?? {};
    const options = schema.enum.map((value) => ({ value, label: labels[value] ?? { el: value, en: value } }));
    const isShort = isRequired && options.length <= FEW && !schema["x-own"];
    return { ...common, kind: "choice", look: isShort ? "buttons" : "menu", options };
  }
  const example = schema.examples?.[0];
  return {
    ...common,
    kind: schema.type === "integer" ? "number" : "text",
    isLong: (schema.maxLength ?? 0) > LONG && schema.pattern?.includes("Cc") === true,
    suggestions: (schema["x-some"] ?? []).map((value) => ({ value, label: schema["x-labels"][value] })),
    placeholder: typeof example === "string" || typeof example === "number" ? String(example) : "",
  };
}

/** A member's name as written in a JSON Pointer (RFC 6901 §3). */
export function escape(name) {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The nodes of a form by pointer. */
export function index(root, found = new Map()) {
  found.set(root.pointer, root);
  [...(root.children ?? []), ...(root.items ?? [])].forEach((each) => index(each, found));
  return found;
}
