/** Domain names as people write them: A-labels are converted to U-labels (RFC 3492). Pure. */

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 0x80;
const LAST_CODE = 0x10ffff;
const PREFIX = "xn--";

/** A text with each A-label decoded; a label that is not valid Punycode stays as it is. */
export function spelt(text) {
  return text.replace(/xn--[a-z0-9-]+/gi, (label) => decode(label.slice(PREFIX.length).toLowerCase()) ?? label);
}

function decode(code) {
  const cut = code.lastIndexOf("-");
  const output = cut > 0 ? [...code.slice(0, cut)].map((letter) => letter.codePointAt(0)) : [];
  let [next, at, bias, isFirst] = [FIRST_CODE, 0, FIRST_BIAS, true];
  let rest = [...code.slice(cut + 1)];
  while (rest.length > 0) {
    const number = readNumber(rest, bias);
    const length = output.length + 1;
    next += number === undefined ? Infinity : Math.floor((at + number.value) / length);
    if (next > LAST_CODE) {
      return undefined;
    }
    rest = number.rest;
    bias = adapt(number.value, length, isFirst);
    isFirst = false;
    at = (at + number.value) % length;
    output.splice(at, 0, next);
    at++;
  }
  return output.length > 0 ? String.fromCodePoint(...output) : undefined;
}

/** Reads one variable-length integer, and returns what follows it too. */
function readNumber(digits, bias) {
  let [value, weight] = [0, 1];
  for (let index = 0; index < digits.length; index++) {
    const digit = digitOf(digits[index]);
    const limit = Math.min(T_MAX, Math.max(T_MIN, BASE * (index + 1) - bias));
    value += digit * weight;
    if (!Number.isSafeInteger(value)) {
      return undefined;
    }
    if (digit < limit) {
      return { value, rest: digits.slice(index + 1) };
    }
    weight *= BASE - limit;
  }
  return undefined;
}

function digitOf(letter) {
  return letter >= "a" ? letter.codePointAt(0) - 97 : letter.codePointAt(0) - 48 + 26;
}

function adapt(value, length, isFirst) {
  let delta = isFirst ? Math.floor(value / DAMP) : Math.floor(value / 2);
  delta += Math.floor(delta / length);
  let k = 0;
  while (delta > ((BASE - T_MIN) * T_MAX) / 2) {
    delta = Math.floor(delta / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}
