/** The keys of a verified call, in the console; and on the page around it, as long as nobody types there. */

const TYPED_IN = "input, select, textarea, [contenteditable], [role=textbox], [role=searchbox], [role=combobox]";

/** @param desk `{ root, screen, toActions }`, where screen is the name of what is shown */
export function press(event, desk) {
  // A key held down is one decision, not several.
  if (event.defaultPrevented || event.repeat) {
    return;
  }
  if (event.key === "F8") {
    event.preventDefault();
    desk.root.querySelector("[data-end]").click();
  } else if (event.key === "Escape") {
    back(event, desk);
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    desk.root.querySelector("[data-confirm]")?.click();
    desk.root.querySelector("[data-form]")?.requestSubmit();
  } else if (event.key === "/" && !event.target.matches("input, select, textarea")) {
    event.preventDefault();
    search(desk);
  }
}

function back(event, { root, screen, toActions }) {
  if (screen === "review") {
    event.preventDefault();
    root.querySelector("[data-correct]").click();
  } else if (screen === "form" || screen === "outcome" || screen === "records") {
    event.preventDefault();
    toActions();
  }
}

function search({ root, screen, toActions }) {
  if (screen !== "actions") {
    toActions();
  }
  root.querySelector("[data-search]").focus();
}

/**
 * Tells the console of a key that was pressed on blank ground or in the page's header, where the language is switched. What belongs to
 * the page stays the page's: fields, buttons' own keys, dialogs, and the arrows, which scroll. With two consoles, it is nobody's key.
 */
export function retell(event, host, stage) {
  const path = event.composedPath();
  if (event.defaultPrevented || document.querySelectorAll(host.localName).length > 1 || path.includes(host) || !isBeside(event, path) || !isRetold(event)) {
    return;
  }
  const { key, ctrlKey, metaKey, repeat } = event;
  const told = new KeyboardEvent("keydown", { key, ctrlKey, metaKey, repeat, bubbles: true, cancelable: true });
  if (!stage.firstElementChild.dispatchEvent(told)) {
    event.preventDefault();
  }
}

function isBeside({ target }, [innermost]) {
  const isBlank = target === document.body || target === document.documentElement;
  return (isBlank || target.closest("header") !== null) && !innermost.closest?.(TYPED_IN) && document.querySelector(":modal") === null;
}

function isRetold({ key, target, ctrlKey, altKey, metaKey }) {
  if (key === "Enter") {
    return (ctrlKey || metaKey) && target === document.body;
  }
  return !(ctrlKey || altKey || metaKey) && (key === "F8" || key === "Escape" || /^[\d/]$/.test(key));
}
