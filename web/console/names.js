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

const service = ({ services }, lang) => (id) => {
  const found = services.find(({ serviceId }) => serviceId === id);
  return found ? serviceName(found, lang) : id;
};

/** All products that the account names: those on sale, the services', and what they can be upgraded to. */
const product = ({ products, services, upgrades }, lang) => (id) => {
  const known = [...products.map(({ productId, name }) => ({ productId, product: name })), ...services, ...upgrades];
  return said(known.find(({ productId, product: named }) => productId === id && named)?.product, lang) ?? id;
};

/** `hosting-pro (24.90 EUR)` */
const priced = (named) => (text) => text && text.replace(/^\S+/, named);

const order = ({ orders }, lang) => (id) => {
  const found = orders.find(({ orderId }) => orderId === id);
  return found ? orderName(found, lang) : id;
};

/** `pkg-1 PHP memory_limit`: a package is called by its main domain, which has no blank. */
const ofPackage = ({ packages }) => (change) => {
  const what = change.what.replace(/^\S+/, (id) => packages.find(({ packageId }) => packageId === id)?.unicodeName ?? id);
  return { ...change, what };
};

const what = (named) => (change) => ({ ...change, what: named(change.what) });

const NAMES = {
  "order-service": (account, lang) => what(product(account, lang)),
  "renew-service": (account, lang) => what(service(account, lang)),
  "upgrade-service": (account, lang) => {
    const [to, of] = [priced(product(account, lang)), service(account, lang)];
    return (change) => ({ ...change, what: of(change.what), before: to(change.before), after: to(change.after) });
  },
  "send-order-details": (account, lang) => what(order(account, lang)),
  "change-hosting-settings": ofPackage,
  "apply-micro-fix": ofPackage,
};
