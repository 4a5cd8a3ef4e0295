// A list of which the newest page is asked for again, while older ones are already shown.

/**
 * @param {{items: Array, cursor: string|null}|null} before what is shown; its cursor leads to what is older
 * @param {{items: Array, cursor: string|null}} page the newest ones
 * @returns the newest ones with those shown that are older
 */
export function renewed(before, page, idOf) {
  const last = page.items.at(-1);
  const at = last === undefined || before === null ? -1 : before.items.findIndex((each) => idOf(each) === idOf(last));
  return at < 0 ? page : { items: [...page.items, ...before.items.slice(at + 1)], cursor: before.cursor };
}
