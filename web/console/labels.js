/** The labels that a schema has for its fields and choices. Pure. */
import { said } from "../shared/texts.js";
import { effective } from "./schema.js";

/**
 * The title of the field at a path such as `php/settings/memory_limit`; or its name.
 *
 * @param value the parameters, which decide on conditional fields
 */
export function titleOf(schema, path, value, lang) {
  const field = at(whole(effective(schema, value), value), path);
  return said(field?.["x-title"], lang) ?? field?.title ?? path.split("/").at(-1);
}

/** The label of a choice, or the choice itself. */
export function labelOf(schema, path, choice, lang) {
  return said(at(schema, path)?.["x-labels"]?.[choice], lang) ?? String(choice);
}

/** With the members of whichever form an object has. */
function whole(schema, value) {
  const open = ([name, each]) => {
    const inner = effective(each, value?.[name] ?? {});
    const variants = (each.oneOf ?? []).flatMap((one) => Object.entries(one.properties ?? {}));
    return [name, variants.length > 0 ? { ...inner, properties: Object.fromEntries(variants) } : inner];
  };
  return { ...schema, properties: Object.fromEntries(Object.entries(schema.properties ?? {}).map(open)) };
}

function at(schema, path) {
  return path.split("/").reduce((from, name) => from?.properties?.[name], schema);
}
