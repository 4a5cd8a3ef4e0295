/** The labels that a schema has for its fields and choices. Pure. */
import { effective } from "./schema.js";

/**
 * The title of the field at a path such as `php/settings/memory_limit`; or its name.
 *
 * @param value the parameters, which decide on conditional fields
 */
export function titleOf(schema, path, value, lang) {
  const field = at(effective(schema, value), path);
  return field?.["x-title"]?.[lang] ?? field?.title ?? path.split("/").at(-1);
}

/** The label of a choice, or the choice itself. */
export function labelOf(schema, path, choice, lang) {
  return at(schema, path)?.["x-labels"]?.[choice]?.[lang] ?? String(choice);
}

function at(schema, path) {
  return path.split("/").reduce((from, name) => from?.properties?.[name], schema);
}
