/** What the service knows by an ID has a name in the customer's account: changes are read out by it. Pure. */
import { changeInWords } from "../shared/change-words.js";
import { said } from "../shared/texts.js";
import { orderName, serviceName } from "./choices.js";

/**
 * An entry's changes in words, for screen and ticket.
 *
 * @param entry `{ action, preview, account }`; account is null while it is unknown: then an ID stays what it is
 */
export function changesSaid({ action, preview, account }, lang, isAhead) {
  const name = (account && NAMES[action.name]?.(account, lang)) ?? ((change) => change);
  return preview.changes.map((change) => ({ ...changeInWords(lang, action.name, name(change), isAhead), ascii: change.ascii }));
}

/** `svc-1 papadopoulou.gr`: the ID, and what it is for. */
const idOf = (what) => what.split(" ")[0];

const service = ({ services }, lang) => (text) => {
  const found = services.find(({ serviceId }) => serviceId === idOf(text));
  return found ? serviceName(found, lang) : text;
};

/** All products that the account names: those on sale, the services', and what they can be upgraded to. */
const product = ({ products, services, upgrades }, lang) => (id) => {
  const known = [...products.map(({ productId, name }) => ({ productId, product: name })), ...services, ...upgrades];
  return said(known.find(({ productId, product: named }) => productId === id && named)?.product, lang) ?? id;
};

/** `hosting-pro (24.90 EUR)` */
const priced = (named) => (text) => text && text.replace(/^\S+/, named);

const order = ({ orders }, lang) => (text) => {
  const found = orders.find(({ orderId }) => orderId === idOf(text));
  return found ? orderName(found, lang) : text;
};

const what = (named) => (change) => ({ ...change, what: named(change.what) });

const NAMES = {
  "order-service": (account, lang) => what((text) => [product(account, lang)(idOf(text)), ...text.split(" ").slice(1)].join(" · ")),
  "renew-service": (account, lang) => what(service(account, lang)),
  "upgrade-service": (account, lang) => {
    const [to, of] = [priced(product(account, lang)), service(account, lang)];
    return (change) => ({ ...change, what: of(change.what), before: to(change.before), after: to(change.after) });
  },
  "send-order-details": (account, lang) => what(order(account, lang)),
};
