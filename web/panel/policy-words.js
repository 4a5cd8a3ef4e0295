// A policy's rules in words.
import { ACTIONS, actionTitle } from "../shared/actions.js";

export const isHighRisk = (name) => ACTIONS[name]?.risk === "high";

/** @param {boolean} isHighAsked whether consent stands before high risk even if no rule says so */
export function inWords(t, lang, isHighAsked) {
  const isAsked = (name) => isHighRisk(name) && isHighAsked;
  const title = (name) => (name === "afterSms" || name === "telephone" ? t(name) : actionTitle(name, lang));
  const rule = (name, value) => {
    if (name === "telephone") {
      return t(value);
    }
    return t(isAsked(name) && value !== "never" ? "rule.consent" : `rule.${value}`);
  };
  const turn = ({ name, before, after }) => `${rule(name, before)} → ${rule(name, after)}`;
  return { isAsked, title, rule, turn };
}
