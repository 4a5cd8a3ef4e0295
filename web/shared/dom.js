// Everything shown is inserted as text.

/**
 * Creates an element.
 *
 * @param {string} tag with classes: `p.muted.small`
 * @param {object} props attributes (true: empty; false, null, undefined: none), `on…` listeners, and the properties `value`, `checked`, `disabled`
 */
export function h(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length > 0) {
    element.classList.add(...classes);
  }
  for (const [key, value] of Object.entries(props)) {
    set(element, key, value);
  }
  element.append(...present(children));
  return element;
}

function set(element, key, value) {
  if (key.startsWith("on")) {
    element.addEventListener(key.slice(2), value);
  } else if (key === "value" || key === "checked" || key === "disabled") {
    element[key] = value;
  } else if (value === true) {
    element.setAttribute(key, "");
  } else if (value !== false && value !== null && value !== undefined) {
    element.setAttribute(key, value);
  }
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
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
