/** What an agent has filled in, by the screen that it is on. It knows nothing about the page. */
import { UNDECIDED } from "./status.js";

export class Drafts {
  /** `{ input, isTouched, entry }` by key; the entry is what it is to be sent as, or was. */
  #all = new Map();

  /** @param begin returns the input of a new one */
  input(screen, begin) {
    if (!this.has(screen)) {
      this.begin(screen, begin());
    }
    return this.#at(screen).input;
  }

  begin(screen, input) {
    this.#all.set(keyOf(screen), { input, isTouched: false, entry: null });
  }

  has(screen) {
    return this.#all.has(keyOf(screen));
  }

  /** For each change of what would be sent. */
  touch(screen) {
    Object.assign(this.#at(screen) ?? {}, { isTouched: true, entry: null });
  }

  /** Whether it was filled in by the agent and is neither done nor on its way. */
  isUnsent(screen) {
    const { isTouched = false, entry } = this.#at(screen) ?? {};
    return isTouched && !UNDECIDED.has(entry?.status);
  }

  becomes(entry) {
    Object.assign(this.#at(entry.from) ?? {}, { entry });
  }

  /** Whatever it came from is not to be sent again. */
  done(entry) {
    for (const [key, draft] of [...this.#all]) {
      if (draft.entry === entry) {
        this.#all.delete(key);
      }
    }
  }

  drop(screen) {
    this.#all.delete(keyOf(screen));
  }

  clear() {
    this.#all.clear();
  }

  #at(screen) {
    return this.#all.get(keyOf(screen));
  }
}

/** A review is of what was filled in on the screen before. */
function keyOf({ name, action, domain, entry }) {
  return name === "review" ? keyOf(entry.from) : `${name} ${action?.name ?? domain}`;
}
