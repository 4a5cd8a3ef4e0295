// Does on the page what a person would, so that nobody has to invent or type anything.
import { client } from "/shared/api.js";
import { isOff } from "/shared/dom.js";
import { messages } from "/stack.js";

const LOOK = 60;
const PATIENCE = 20_000;
/** So fast a person types that one can follow. */
const KEY = 90;

const sleep = (time) => new Promise((done) => setTimeout(done, time));
const isCalm = matchMedia("(prefers-reduced-motion: reduce)");

/** What did not appear in time. */
export class Missed extends Error {}

/** Waits until `find` gives something. */
export async function until(find, what) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const found = await find();
    if (found) {
      return found;
    }
    if (performance.now() > end) {
      throw new Missed(what);
    }
    await sleep(LOOK);
  }
}

/** One end of the telephone: finds by selectors in it, in its shadow tree if it has one. */
export class End {
  #root;

  /** @param root `() => Element | ShadowRoot` */
  constructor(root) {
    this.#root = root;
  }

  now(selector) {
    return [...this.#root().querySelectorAll(selector)].find((each) => each.checkVisibility()) ?? null;
  }

  find(selector) {
    return until(() => this.now(selector), selector);
  }

  /** Waits until the button is there and awake. */
  async press(selector) {
    const button = await until(() => {
      const found = this.now(selector);
      return found !== null && !isOff(found) && !found.disabled && found;
    }, selector);
    button.scrollIntoView({ block: "nearest" });
    button.click();
  }

  /** Types, so that one can follow. */
  async type(selector, text) {
    const field = await this.find(selector);
    field.scrollIntoView({ block: "nearest" });
    const steps = isCalm.matches ? [text] : [...text].map((_, at) => text.slice(0, at + 1));
    for (const step of steps) {
      field.value = step;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await sleep(steps.length === 1 ? 0 : KEY);
    }
  }

  /** As Enter does. */
  async send(selector) {
    (await this.find(selector)).form.requestSubmit();
  }
}

/** In whatever language; a PIN is no code. */
const CODE = /(?<!PIN )\b(\d{6})\b/;

/** The digits of the newest confirmation code that an SMS brought after there were so many. */
export async function codeOfSms(before) {
  const sms = await until(async () => {
    const all = await messages();
    return all.length > before && all.findLast(({ text }) => CODE.test(text));
  }, "SMS");
  return CODE.exec(sms.text)[1];
}

export const countSms = async () => (await messages()).length;

/** What the bar shows, from the service: the PIN may be hidden on the screen. */
export async function pinOf(token) {
  return (await client("", token)("GET", "/v1/panel/support-pin")).body;
}
