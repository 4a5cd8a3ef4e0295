/** What the customer has, as choices for a form's fields. Pure. */
import { day, money } from "../shared/amounts.js";
import { languages } from "../shared/further.js";
import { said } from "../shared/texts.js";

const CYCLES = {
  monthly: { el: "1 μήνας", en: "1 month" },
  quarterly: { el: "3 μήνες", en: "3 months" },
  semiannually: { el: "6 μήνες", en: "6 months" },
  annually: { el: "1 έτος", en: "1 year" },
  biennially: { el: "2 έτη", en: "2 years" },
  triennially: { el: "3 έτη", en: "3 years" },
};

/** A period of charge in words, such as "1 year". */
export function cycle(name, lang) {
  return said(CYCLES[name], lang) ?? name;
}

/** What a service is called: its product, and what it is for. */
export function serviceName({ product, productId, unicodeName }, lang) {
  return [said(product, lang) ?? productId, unicodeName].filter(Boolean).join(" · ");
}

/** What an order is called. */
export function orderName({ orderId, product, unicodeName }, lang) {
  return [said(product, lang), unicodeName, orderId].filter(Boolean).join(" · ");
}

const both = (text) => Object.fromEntries(languages().map((lang) => [lang, text(lang)]));

function prices(list) {
  return list.map(({ billingCycle, price, until }) => ({
    value: billingCycle,
    label: both((lang) => [cycle(billingCycle, lang), money(price, lang), until && `→ ${day(until, lang)}`].filter(Boolean).join(" · ")),
  }));
}

const service = (each) => ({ value: each.serviceId, label: both((lang) => serviceName(each, lang)) });

/** By field: its options, and the parts of the account that they are of: where not all of these are listed, others may be typed. */
const FIELDS = {
  "/domain": {
    of: ["domains", "zones"],
    options: ({ domains }, action) =>
      domains
        .filter(({ unicodeName, isAdministrator, zoneHosted }) => {
          switch (action) {
            case "recall-gr-domain":
              return /\.(gr|ελ)$/.test(unicodeName);
            case "change-domain-administrator":
              return isAdministrator !== false;
            case "change-dns-records":
              return zoneHosted !== false;
            default:
              return true;
          }
        })
        .map(({ name, unicodeName }) => ({ value: name, label: both(() => unicodeName) })),
  },
  "/serviceId": {
    of: ["services"],
    options: ({ services }, action) =>
      services.filter((each) => (action === "upgrade-service" ? each.upgrades : each.renewals).length > 0).map(service),
  },
  "/productId": {
    of: ["products"],
    options: ({ products, upgrades }, action, raw) =>
      action === "order-service"
        ? products.map(({ productId, name }) => ({ value: productId, label: name }))
        : upgrades
            .filter(({ serviceId }) => serviceId === raw.serviceId)
            .map(({ productId, product, price }) => ({
              value: productId,
              label: both((lang) => `${said(product, lang) ?? productId} · ${money(price, lang)}`),
            })),
  },
  "/billingCycle": {
    options: ({ products, services }, action, raw) =>
      prices(
        (action === "order-service"
          ? products.find(({ productId }) => productId === raw.productId)?.prices
          : services.find(({ serviceId }) => serviceId === raw.serviceId)?.renewals) ?? [],
      ),
  },
  "/orderId": {
    of: ["orders"],
    options: ({ orders }) =>
      orders
        .filter(({ paid }) => !paid)
        .map((each) => ({
          value: each.orderId,
          label: both((lang) => [orderName(each, lang), each.amount && money(each.amount, lang)].filter(Boolean).join(" · ")),
        })),
  },
  "/packageId": {
    of: ["packages"],
    options: ({ packages }) =>
      packages.map(({ packageId, unicodeName, plan }) => ({ value: packageId, label: both(() => `${unicodeName} · ${plan}`) })),
  },
  "/administrator/contactId": {
    of: ["contacts"],
    options: ({ contacts }) => contacts.map(({ contactId, name, email }) => ({ value: contactId, label: both(() => `${name} · ${email}`) })),
  },
  "/php/version": { options: (account, _, raw) => (packageOf(account, raw)?.php.offered ?? []).map(same) },
  "/arguments/mailbox": {
    options: (account, _, raw) => (packageOf(account, raw)?.mailboxes ?? []).map(({ address }) => same(address)),
  },
  "/arguments/domain": {
    options: (account, _, raw) => {
      const own = packageOf(account, raw);
      return own === undefined ? [] : [own.mainDomain, ...own.furtherDomains].map(same);
    },
  },
};

const same = (value) => ({ value, label: both(() => value) });

function packageOf({ packages }, { packageId }) {
  return packages.find((each) => each.packageId === packageId);
}

/**
 * For each field, what the customer's account says about it, as keywords of a schema.
 *
 * @param account of the service, or null while it is unknown: then nothing is known about any field
 */
export function choices(action, raw, account) {
  return (pointer) => {
    if (account === null) {
      return {};
    }
    const field = FIELDS[pointer];
    const options = field?.options(account, action, raw) ?? [];
    const now = current(pointer, packageOf(account, raw));
    return {
      ...(now === undefined ? {} : { "x-now": String(now) }),
      ...(options.length === 0 ? {} : offered(options, typedAt(pointer, raw), isWhole(field, account))),
    };
  };
}

function isWhole({ of = [] }, { missing }) {
  return missing.every(({ part }) => !of.includes(part));
}

/** What is not listed stays where it has been typed. */
function offered(options, typed, isWhole) {
  const labels = { "x-labels": Object.fromEntries(options.map(({ value, label }) => [value, label])), "x-own": true };
  const values = options.map(({ value }) => value);
  if (!isWhole) {
    return { ...labels, "x-some": values };
  }
  return !typed || values.includes(typed) ? { ...labels, enum: values } : {};
}

const typedAt = (pointer, raw) =>
  pointer
    .slice(1)
    .split("/")
    .reduce((at, member) => at?.[member], raw);

function current(pointer, own) {
  if (pointer === "/php/version") {
    return own?.php.version;
  }
  return pointer.startsWith("/php/settings/") ? own?.php.settings[pointer.slice("/php/settings/".length)] : undefined;
}
