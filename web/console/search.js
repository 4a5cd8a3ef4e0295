/** Finds actions by words in either language, ignoring accents and case. Pure. */

/** A text for comparison: no accents, lower case, one form of sigma. */
export function plain(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ς", "σ");
}

/** The actions in which every query word starts a word of the title, description or name; title matches come first. */
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
