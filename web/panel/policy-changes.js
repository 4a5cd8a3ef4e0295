// What differs between two policies, and what the customer has set but not saved. Pure.

/** From loose to strict. */
export const RULES = ["allow", "ask", "never"];
export const AFTER_SMS = ["as-usual", "standard-only"];
const TELEPHONE = ["open", "frozen"];
const WHOLE = { afterSms: AFTER_SMS, telephone: TELEPHONE };

const all = ({ actions, afterSms, telephone }) => ({ ...actions, afterSms, telephone });

/** @returns {Array<{name: string, before: string, after: string, isLooser: boolean}>} the action's name, `afterSms` or `telephone` */
export function changes(before, after) {
  const now = all(before);
  return Object.entries(all(after))
    .filter(([name, value]) => value !== now[name])
    .map(([name, value]) => {
      const values = WHOLE[name] ?? RULES;
      return { name, before: now[name], after: value, isLooser: values.indexOf(value) < values.indexOf(now[name]) };
    });
}

/** A policy with these changes, and nothing else. */
export function changed(policy, changes) {
  const other = structuredClone(policy);
  changes.forEach(({ name, after }) => ((name in WHOLE ? other : other.actions)[name] = after));
  return other;
}

/** The policy as the service has it, and as the customer has set it here. */
export class Draft {
  kept = null;
  set = null;

  /** What the customer has set here, and not saved. */
  get mine() {
    return this.kept === null ? [] : changes(this.kept, this.set);
  }

  /** The service's, in which what is not saved stays. @returns what is another than before */
  take(policy) {
    const { mine } = this;
    const others = this.kept === null ? [] : changes(this.kept, policy);
    this.kept = policy;
    this.set = changed(policy, mine);
    return others;
  }

  undo() {
    this.set = structuredClone(this.kept);
  }
}
