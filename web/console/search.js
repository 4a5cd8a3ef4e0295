/** Finds actions by words of either language, whatever their accents and case. Pure. */

/** A text for comparison: without accents, in small letters, with one form of sigma. */
export function plain(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ς", "σ");
}

/** The actions in which every word of the query begins a word of title, description or name; those of the title first. */
export function search(actions, query) {
  const words = plain(query).split(/\s+/).filter((word) => word !== "");
  return actions
    .map((action) => ({ action, rank: rank(action, words) }))
    .filter((each) => each.rank !== undefined)
    .sort((one, other) => one.rank - other.rank)
    .map((each) => each.action);
}

function rank(action, words) {
  const title = tokens(`${action.title.el} ${action.title.en} ${action.name}`);
  const all = [...title, ...tokens(`${action.description.el} ${action.description.en}`)];
  const begins = (among) => words.every((word) => among.some((token) => token.startsWith(word)));
  if (begins(title)) {
    return 0;
  }
  return begins(all) ? 1 : undefined;
}

function tokens(text) {
  return plain(text).split(/[^\p{L}\p{N}.]+/u).flatMap((token) => [token, token.replace(/^\.|\.$/g, "")]);
}
