// Forms and buttons that ask once at a time, and digits that are typed as they are heard: each try counts, and a slip is none.
import { withoutMarks } from "./digits.js";
import { h, isOff, setOff } from "./dom.js";

/** Does nothing more while it is under way; its button shows that. */
export function once(act) {
  let isBusy = false;
  return async (event) => {
    const button = event.submitter ?? event.currentTarget;
    if (isBusy || isOff(button)) {
      return;
    }
    isBusy = true;
    setOff(button, true);
    try {
      await act();
    } finally {
      isBusy = false;
      setOff(button, false);
    }
  };
}

/** A form that is sent once at a time. A key held down and a second click are one slip, however fast the answer comes. */
export function form(tag, send, ...children) {
  const submit = once(send);
  const onsubmit = (event) => {
    event.preventDefault();
    submit(event);
  };
  const onkeydown = (event) => event.repeat && event.key === "Enter" && event.preventDefault();
  const onclick = (event) => event.detail > 1 && event.preventDefault();
  return h(tag, { novalidate: true, autocomplete: "off", onsubmit, onkeydown, onclick }, ...children);
}

/** With room for the spaces and marks that come along when digits are pasted. */
export function digitsInput(tag, attributes) {
  return h(tag, { inputmode: "numeric", autocomplete: "off", maxlength: "24", ...attributes });
}

/** What is typed in a field for digits, as one types it: in groups, or pasted. */
export function digitsIn(input) {
  return withoutMarks(input.value).replaceAll("-", "");
}

/**
 * A form for digits.
 *
 * @param {{input, length?: number, send: (digits: string) => Promise<boolean>, incomplete: () => void}} what `send` answers whether
 *   they were judged, and so leave the field; without all of them, `incomplete` says so and nothing is sent
 */
export function digitsForm(tag, { input, length = 6, send, incomplete }, ...children) {
  let isJudged = false;
  const submit = async () => {
    const digits = digitsIn(input);
    if (digits === "" && isJudged) {
      // What was said of the last ones stays.
      return;
    }
    if (digits.length !== length || /\D/.test(digits)) {
      incomplete();
      return;
    }
    isJudged = await send(digits);
    if (isJudged) {
      input.value = "";
    }
  };
  return form(tag, submit, ...children);
}
