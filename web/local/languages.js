// The switch of a desk's page: Greek and English stand in it, and further languages of the service join them.
import { languages } from "/stack.js";

/**
 * @param {(lang: string) => void} speak called at a click
 * @returns {(lang: string) => void} shows which language is spoken
 */
export function languageSwitch(speak) {
  const group = document.querySelector(".desk-languages");
  const buttons = () => [...group.querySelectorAll("[data-language]")];
  let spoken;
  const press = (lang) => {
    spoken = lang;
    buttons().forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.language === lang)));
  };
  const listen = (button) => button.addEventListener("click", () => speak(button.dataset.language));

  function join(lang) {
    const button = buttons()[0].cloneNode();
    button.dataset.language = button.lang = lang;
    button.textContent = new Intl.DisplayNames([lang], { type: "language" }).of(lang);
    group.append(button);
    listen(button);
  }

  buttons().forEach(listen);
  languages().then((all) => {
    const known = buttons().map(({ dataset }) => dataset.language);
    all.filter((lang) => !known.includes(lang)).forEach(join);
    press(spoken);
  }, reportError);
  return press;
}
