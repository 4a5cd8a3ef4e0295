// The service's clock, and a button that moves it.
import { ServiceTime } from "/shared/clock.js";
import { h, setText, show } from "/shared/dom.js";
import { advance, now } from "/stack.js";

const SECOND = 1000;

/** @returns {{refresh: () => Promise<void>}} */
export function clock(root, { lang, t, moved }) {
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { timeStyle: "medium", hour12: false });
  const face = h("time.clock__face.mono");
  const later = h("button.button.button--small", { type: "button", onclick: () => move() }, t("later"));
  let time = null;
  let timer;
  show(root, h("span.visually-hidden", {}, t("clock")), face, later);

  function tick() {
    clearTimeout(timer);
    setText(face, format.format(time.now()));
    if (root.isConnected) {
      timer = setTimeout(tick, SECOND);
    }
  }

  function set(instant) {
    time = new ServiceTime(instant);
    tick();
  }

  async function move() {
    set(await advance("PT30M"));
    moved();
  }

  return { refresh: async () => set(await now()) };
}
