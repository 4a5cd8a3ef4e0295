/** Asks whether the verification still runs: the customer may end the call in the panel, and a colleague may take it. */

/** How often, in milliseconds; and while there are digits with which a colleague takes it. */
const EVERY = 12_000;
const EVERY_OFFER = 2_000;

export class Watch {
  #call;
  #voided;
  /** When it was last asked. */
  #at = 0;
  #isAsking = false;

  /**
   * @param call returns the call of now
   * @param voided is told of what has become of it: "ended" or "handedOver"
   */
  constructor(call, voided) {
    this.#call = call;
    this.#voided = voided;
  }

  /** Just now, the service itself has said that it runs. */
  begin() {
    this.#at = performance.now();
  }

  /** If it is time. Nobody looks at a hidden tab, so it asks nothing. */
  async look() {
    const call = this.#call();
    const every = call?.offer?.left() > 0 ? EVERY_OFFER : EVERY;
    if (!call?.verification || document.hidden || this.#isAsking || performance.now() - this.#at < every) {
      return;
    }
    this.#isAsking = true;
    try {
      const why = await call.watch();
      if (call === this.#call() && why !== null) {
        this.#voided(why);
      }
    } finally {
      this.#isAsking = false;
      this.begin();
    }
  }

  /** Somebody looks at the tab again. */
  seen() {
    if (performance.now() - this.#at > EVERY_OFFER) {
      this.#at = -EVERY;
      this.look();
    }
  }
}
