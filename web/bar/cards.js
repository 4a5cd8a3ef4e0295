// What the cards above the PIN look like, and are made of.
import { h, setText } from "../shared/dom.js";
import { digitsForm as form, digitsInput } from "../shared/forms.js";

export const styles = new CSSStyleSheet();
styles.replaceSync(`
.card { display: grid; gap: 6px; padding: 12px 20px; border-inline-start: 4px solid var(--accent); }
.card + .card { border-top: 1px solid var(--line); }
.card.waits { border-inline-start-color: var(--warn); }
.card h2 { display: flex; align-items: center; gap: 8px; font: inherit; font-size: 17px; font-weight: 600; }
.card ul { display: grid; gap: 4px; padding: 0; list-style: none; overflow-wrap: anywhere; }
.card .quietly { color: var(--ink-2); font-size: 13px; }
.what { font-weight: 600; }
.now { color: var(--ink-2); }
.then { font-weight: 600; }
.warning { color: var(--bad); font-weight: 600; }
.does { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
.digits {
  width: 176px; max-width: 100%; min-height: 40px; padding: 0 12px; border: 1px solid var(--ink-2); border-radius: 8px; background: var(--ground);
  color: var(--ink); font: inherit; font-size: 20px; letter-spacing: 2px; font-variant-numeric: tabular-nums;
}
.does label { font-weight: 600; }
button.bad { border-color: var(--bad); background: transparent; color: var(--bad); }
.said:empty { display: none; }
.said { color: var(--bad); font-weight: 600; }
form { display: contents; }
@container (max-width: 544px) { .card { padding: 12px 16px; } }
`);

/** A line that screen readers hear. */
export function said() {
  return h("p.said", { role: "status" });
}

/**
 * A field for six digits with its button.
 *
 * @param order `(digits) => Promise<{outcome}>`; what was not sent stays
 * @param note where the outcome is told
 */
export function digitsForm({ label, button, order, note, t }) {
  const input = digitsInput("input.digits", { placeholder: "••• •••", "aria-label": label });
  const send = async (digits) => {
    const { outcome } = await order(digits);
    setText(note, t(outcome));
    return outcome !== "failed";
  };
  const incomplete = () => setText(note, t("incomplete"));
  return form("form", { input, send, incomplete }, h("label", {}, label, " ", input), h("button", { type: "submit" }, button));
}
