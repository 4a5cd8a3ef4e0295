// The guide above the two ends: what happens now, and one button that does it.
import { Offline, Problem } from "/shared/api.js";
import { h, isOff, setOff, setText, show } from "/shared/dom.js";
import { Unreachable } from "/stack.js";
import { Missed } from "./drive.js";
import { stories } from "./stories.js";

const STORIES = ["minute", "scam"];

/** A story goes on when the language changes, and begins anew with another customer. */
export class Guide {
  element = h("section.guide", { "aria-labelledby": "guide-title" });
  /** Called with the story that is shown. */
  tells = () => {};
  #t;
  #ends;
  #story = "minute";
  #done = 0;
  #began = null;
  #note = "";
  #isBusy = false;
  #refresh;

  /** @param refresh called after each step */
  constructor(refresh) {
    this.#refresh = refresh;
  }

  show(t, ends) {
    if (this.#ends?.customer !== undefined && this.#ends.customer !== ends.customer) {
      this.#begin(this.#story);
    }
    this.#t = t;
    this.#ends = ends;
    this.#draw();
  }

  #begin(story) {
    this.#story = story;
    this.#done = 0;
    this.#began = null;
    this.#note = "";
  }

  #draw() {
    const t = this.#t;
    const steps = stories(this.#ends)[this.#story];
    this.tells(this.#story);
    show(
      this.element,
      h(
        "div.guide__head",
        {},
        h("div", {}, h("h2.guide__title", { id: "guide-title" }, t(`${this.#story}.title`)), h("p.muted", {}, t(`${this.#story}.about`))),
        h("div.row.guide__stories", { role: "group", "aria-label": t("stories") }, STORIES.map((name) => this.#choice(name))),
      ),
      h("ol.guide__steps", {}, steps.map((step, at) => this.#step(step, at))),
      h("p.guide__note", { role: "status" }, this.#note),
    );
  }

  #choice(name) {
    const choose = () => {
      if (!this.#isBusy) {
        this.#begin(name);
        this.#draw();
        this.element.querySelector(`[data-story=${name}]`).focus();
      }
    };
    return h(
      "button.button.button--small.button--quiet",
      { type: "button", "data-story": name, "aria-pressed": String(name === this.#story), onclick: choose },
      this.#t(`${name}.name`),
    );
  }

  #step({ key, act }, at) {
    const t = this.#t;
    const isDone = at < this.#done;
    const isNext = at === this.#done;
    const text = `${this.#story}.${key}`;
    return h(
      `li.guide__step${isDone ? ".guide__step--done" : isNext ? ".guide__step--next" : ""}`,
      { "data-step": key, "aria-current": isNext && "step" },
      h("span.guide__mark", { "aria-hidden": "true" }, isDone ? "✓" : String(at + 1)),
      h(
        "div.guide__text",
        {},
        h("h3", {}, t(`${text}.title`), isDone && h("span.visually-hidden", {}, ` – ${t("stepDone")}`)),
        h("p.small", {}, t(`${text}.about`)),
        isNext && h("button.button.button--primary.button--small", { type: "button", "data-next": true, onclick: ({ currentTarget }) => this.#do(currentTarget, act) }, t(`${text}.do`)),
        isDone && at === this.#done - 1 && this.#isOver() && h("button.button.button--small", { type: "button", "data-again": true, onclick: () => this.#again() }, t("again")),
      ),
    );
  }

  #isOver() {
    return this.#done === stories(this.#ends)[this.#story].length;
  }

  #again() {
    this.#begin(this.#story === "minute" ? "scam" : "minute");
    this.#draw();
    this.element.querySelector("[data-next]").focus();
  }

  async #do(button, act) {
    if (isOff(button)) {
      return;
    }
    const t = this.#t;
    setOff(button, true);
    setText(button, t("working"));
    this.#isBusy = true;
    this.#began ??= performance.now();
    this.#note = "";
    try {
      await act();
      this.#done++;
      const seconds = Math.ceil((performance.now() - this.#began) / 1000);
      this.#note = this.#isOver() ? t(`${this.#story}.over`, { seconds }) : "";
      this.element.dataset.seconds = String(seconds);
    } catch (error) {
      this.#note = t("stuck");
      if (![Missed, Offline, Problem, Unreachable].some((expected) => error instanceof expected)) {
        reportError(error);
      }
    }
    this.#isBusy = false;
    this.#draw();
    this.element.querySelector("[data-next], [data-again]").focus({ preventScroll: true });
    this.#refresh();
  }
}
