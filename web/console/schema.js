/**
 * The part of JSON Schema 2020-12 that the catalogue of actions uses. Pure.
 */

/** A schema merged with those branches of its conditions that apply to a value. */
export function effective(schema, value) {
  const { allOf = [], if: condition, then, else: otherwise, ...own } = schema;
  const branch = condition === undefined ? undefined : accepts(condition, value) ? then : otherwise;
  return [...allOf, branch]
    .filter((part) => part !== undefined)
    .map((part) => effective(part, value))
    .reduce(merge, own);
}

function merge(one, other) {
  const properties = { ...one.properties };
  for (const [name, schema] of Object.entries(other.properties ?? {})) {
    properties[name] = name in properties ? merge(properties[name], schema) : schema;
  }
  const merged = { ...one, ...other };
  if (one.properties || other.properties) {
    merged.properties = properties;
  }
  if (one.required || other.required) {
    merged.required = [...new Set([...(one.required ?? []), ...(other.required ?? [])])];
  }
  return merged;
}

/** Whether a value and everything below it is valid. */
export function accepts(schema, value) {
  return (
    findings(schema, value).length === 0 &&
    (schema.anyOf === undefined || schema.anyOf.some((each) => accepts(each, value))) &&
    below(schema, value)
  );
}

function below(schema, value) {
  if (!isObject(value)) {
    return true;
  }
  return (
    (schema.required ?? []).every((name) => value[name] !== undefined) &&
    Object.entries(schema.properties ?? {}).every(
      ([name, each]) => value[name] === undefined || accepts(each, value[name]),
    )
  );
}

/**
 * The faults of a value itself, not of anything below it: `{ kind, limit }`, where the kind is the violated keyword.
 */
export function findings(schema, value) {
  if (schema.type !== undefined && !isOf(schema.type, value)) {
    return [{ kind: "type", limit: schema.type }];
  }
  const found = [];
  const find = (kind, isBroken) => {
    if (schema[kind] !== undefined && isBroken(schema[kind])) {
      found.push({ kind, limit: schema[kind] });
    }
  };
  find("const", (only) => value !== only);
  find("enum", (choices) => !choices.includes(value));
  if (typeof value === "string") {
    const length = [...value].length;
    find("minLength", (least) => length < least);
    find("maxLength", (most) => length > most);
    find("pattern", (pattern) => !new RegExp(pattern, "u").test(value));
  }
  if (typeof value === "number") {
    find("minimum", (least) => value < least);
    find("maximum", (most) => value > most);
  }
  if (Array.isArray(value)) {
    find("minItems", (least) => value.length < least);
    find("maxItems", (most) => value.length > most);
    find("uniqueItems", (unique) => unique && new Set(value.map((each) => JSON.stringify(each))).size < value.length);
  }
  if (isObject(value)) {
    find("minProperties", (least) => Object.keys(value).length < least);
  }
  return found;
}

function isOf(type, value) {
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
