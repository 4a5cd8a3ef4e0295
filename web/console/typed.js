/** The input of a form of ./form.js: as JSON, its faults, and where to show faults found by the service. Pure. */
import { escape, index } from "./form.js";
import { findings } from "./schema.js";

/**
 * The input as JSON, without empty members.
 *
 * @returns `{ value, places }`, where `places` maps a pointer into the value to the field's pointer
 */
export function json(root) {
  const places = new Map();
  return { value: read(root, "", places) ?? {}, places };
}

function read(node, pointer, places) {
  places.set(pointer, node.pointer);
  switch (node.kind) {
    case "list":
      return readList(node, pointer, places);
    case "group":
    case "variants":
      return readGroup(node, pointer, places);
    default:
      return readLeaf(node);
  }
}

function readList(node, pointer, places) {
  const values = [];
  for (const item of node.items) {
    const value = read(item, `${pointer}/${values.length}`, places);
    if (value !== undefined) {
      values.push(value);
    }
  }
  return values.length === 0 && !node.isRequired ? undefined : values;
}

function readGroup(node, pointer, places) {
  const value = {};
  for (const child of node.children) {
    const member = read(child, `${pointer}/${escape(child.key)}`, places);
    if (member !== undefined) {
      value[child.key] = member;
    }
  }
  return Object.keys(value).length === 0 && !node.isRequired ? undefined : value;
}

function readLeaf(node) {
  const text = typeof node.raw === "string" ? node.raw.trim().replace(/\s*\n\s*/g, " ") : "";
  if (text === "") {
    return undefined;
  }
  return node.kind === "number" && /^[+-]?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** Every fault that the schema can detect: `{ pointer, kind, limit, node }`, in the order of the form. */
export function check(root) {
  return faults(root, json(root).value);
}

function faults(node, value) {
  if (value === undefined) {
    return node.isRequired ? [{ pointer: node.pointer, kind: "required", node }] : [];
  }
  const own = findings(node.schema, value).map((each) => ({ pointer: node.pointer, node, ...each }));
  switch (node.kind) {
    case "list":
      return listFaults(node, own);
    case "group":
    case "variants":
      return [...own, ...missingAll(node, value), ...node.children.flatMap((each) => faults(each, value[each.key]))];
    default:
      return own.slice(0, 1);
  }
}

/** If a list is too short because some of its fields are empty, the fields say so, not the list. */
function listFaults(node, own) {
  const items = node.items.map((item) => ({ item, value: read(item, "", new Map()) }));
  const filled = items.filter(({ value }) => value !== undefined).length;
  const isShort = node.isRequired && filled < (node.schema.minItems ?? 0);
  return [
    ...own.filter((each) => each.kind !== "minItems" || filled === items.length),
    ...items.flatMap(({ item, value }) => {
      const isLeftOut = value === undefined && !isShort;
      return isLeftOut ? [] : faults(item, value);
    }),
  ];
}

/** At least one of several members is required, and all are missing. */
function missingAll(node, value) {
  const { anyOf } = node.schema;
  if (!anyOf || anyOf.some((each) => (each.required ?? []).every((name) => name in value))) {
    return [];
  }
  const names = anyOf.flatMap((each) => each.required ?? []);
  return [{ pointer: node.pointer, kind: "anyOf", limit: node.children.filter((each) => names.includes(each.key)), node }];
}

/**
 * Where to show a fault found by the service.
 *
 * @param pointer from `errors[]`, such as `/parameters/changes/0/content`
 * @returns the pointer of the field or of its nearest ancestor; undefined if it is not about a parameter
 */
export function placeOf(pointer, root, places) {
  if (pointer !== "/parameters" && !pointer.startsWith("/parameters/")) {
    return undefined;
  }
  const nodes = index(root);
  let at = pointer.slice("/parameters".length);
  while (at !== "" && !nodes.has(places.get(at) ?? "?")) {
    at = at.slice(0, at.lastIndexOf("/"));
  }
  return places.get(at) ?? "";
}
