// What goes on at the moment, above the PIN: first what waits for the customer, then who is on the phone. Loaded when there is any.
import { h, setText } from "../shared/dom.js";
import { place } from "../shared/place.js";
import { said } from "../shared/texts.js";
import { callCards } from "./call.js";
import { settle } from "./clicks.js";
import { waitingCards } from "./waiting.js";

export { styles } from "./cards.js";

/** A card stays the same element while it is about the same, so that nothing typed is lost. */
export class Live {
  #root;
  #order;
  #feed;
  #cards = new Map();
  /** Screen readers hear what is new. */
  #heard = h("p.heard", { role: "status" });

  /** @param feed `() => PinFeed` */
  constructor(root, feed) {
    this.#root = root;
    this.#feed = feed;
    this.#order = (...order) => settle(feed(), ...order);
    root.setAttribute("role", "region");
    root.after(this.#heard);
  }

  /** @param live as `current` gives it */
  show(live, lang) {
    const cards = new Map();
    for (const { key, make, update } of [...waitingCards(live, lang, this.#order, this.#feed().state.time), ...callCards(live, lang, this.#order)]) {
      const card = this.#cards.get(`${lang} ${key}`) ?? make();
      update?.(card);
      cards.set(`${lang} ${key}`, card);
    }
    const isSame = cards.size === this.#cards.size && [...cards.keys()].every((key) => this.#cards.has(key));
    const news = [...cards].filter(([key]) => !this.#cards.has(key)).map(([, card]) => card.querySelector("h2").textContent);
    this.#cards = cards;
    this.#root.hidden = cards.size === 0;
    this.#root.setAttribute("aria-label", said({ el: "Τώρα", en: "Right now" }, lang));
    if (!isSame) {
      place(this.#root, [...cards.values()]);
      setText(this.#heard, news.join(" "));
    }
  }
}
