// Everything shown is inserted as text.

/** An element by its tag and classes, `p.muted`. @param props attributes (true: empty; false, null: none), `on…` listeners, three properties */
export function h(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(props)) {
    set(element, key, value);
  }
  element.append(...present(children));
  return element;
}

const isThere = (value) => (value ?? false) !== false;

function set(element, key, value) {
  if (key.startsWith("on")) {
    element.addEventListener(key.slice(2), value);
  } else if (["value", "checked", "disabled"].includes(key)) {
    element[key] = value;
  } else if (isThere(value)) {
    element.setAttribute(key, value === true ? "" : value);
  }
}

function present(children) {
  return children.flat(Infinity).filter(isThere);
}

export function show(parent, ...children) {
  parent.replaceChildren(...present(children));
}

/** Only if it differs: screen readers announce it. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Disables a button, but lets it keep the focus. Its listeners check `isOff`. */
export function setOff(button, off) {
  button.toggleAttribute("data-off", off);
  button.setAttribute("aria-disabled", off);
}

export function isOff(button) {
  return button.hasAttribute("data-off");
}

/** @returns whether the browser let it; without TLS it does not */
export async function copied(text) {
  return navigator.clipboard?.writeText(text).then(() => true, () => false);
}
