/** What an agent has edited in a zone, and what is asked for by it. Pure. */
import { findings } from "./schema.js";

/** The edits as changes of `change-dns-records`: whoever turns a CNAME into an A means both, the deletion and the new record. */
export function changesOf({ sets, added }, short) {
  return [
    ...sets.flatMap(({ set, edit, isRemoved }) => {
      const gone = { op: "delete", name: short(set.name), type: set.type };
      if (isRemoved) {
        return [gone];
      }
      if (edit === null || isSame(set, edit, short)) {
        return [];
      }
      const isMoved = edit.type !== set.type || edit.name.trim() !== short(set.name);
      return isMoved ? [gone, upsert(edit)] : [upsert(edit)];
    }),
    ...added.map(upsert),
  ];
}

/** What is wrong with the TTL of each edit that asks for something: `[edit, { kind, limit }]`. @param schema of a TTL */
export function ttlFaults({ sets, added }, short, schema) {
  const edits = sets.filter(({ set, edit, isRemoved }) => !isRemoved && edit !== null && !isSame(set, edit, short)).map(({ edit }) => edit);
  return [...edits, ...added].flatMap((edit) => {
    const { ttl } = upsert(edit);
    const found = ttl === undefined ? [] : findings(schema, ttl);
    return found.slice(0, 1).map((fault) => [edit, fault]);
  });
}

function isSame(set, edit, short) {
  return (
    edit.type === set.type &&
    edit.name.trim() === short(set.name) &&
    edit.ttl.trim() === String(set.ttl) &&
    lines(edit.values).join("\n") === set.records.join("\n")
  );
}

/** Without a TTL it stays as it is; what is no number is left for whoever checks it. */
function upsert({ type, name, values, ttl }) {
  const text = ttl.trim();
  const seconds = text === "" ? {} : { ttl: /^\d{1,9}$/.test(text) ? Number(text) : text };
  return { op: "upsert", name: name.trim() || "@", type, ...seconds, records: lines(values) };
}

function lines(text) {
  return text.split("\n").map((each) => each.trim()).filter((each) => each !== "");
}
