/** An action in words, before it is done. Pure. */
import { translator } from "../shared/texts.js";
import { labelOf, titleOf } from "./labels.js";

const TEXTS = {
  order: { el: "Παραγγελία: {product}, χρέωση {cycle}.", en: "Order {product}, billed {cycle}." },
  orderFor: {
    el: "Παραγγελία: {product} για το {hostname}, χρέωση {cycle}.",
    en: "Order {product} for {hostname}, billed {cycle}.",
  },
  byBank: {
    el: "Πληρωμή μέσω τράπεζας. Ενεργοποιείται μόλις πληρωθεί.",
    en: "Paid by bank transfer. Nothing is set up before it is paid.",
  },
  renew: { el: "Ανανέωση του {service}, με την ίδια περίοδο χρέωσης.", en: "Renew {service}, billed as before." },
  renewFor: { el: "Ανανέωση του {service}, χρέωση {cycle}.", en: "Renew {service}, billed {cycle}." },
  renewPaid: {
    el: "Πληρωμή μέσω τράπεζας. Η λήξη μετατίθεται μόλις πληρωθεί.",
    en: "Paid by bank transfer. It is prolonged once that is paid.",
  },
  upgrade: { el: "Αναβάθμιση του {service} σε {product}.", en: "Upgrade {service} to {product}." },
  upgradePaid: {
    el: "Πληρωμή μέσω τράπεζας. Η αναβάθμιση γίνεται μόλις πληρωθεί.",
    en: "Paid by bank transfer. The upgrade is made once it is paid.",
  },
  send: {
    el: "E-mail με τα στοιχεία της παραγγελίας {order}, στον διαχειριστή της ή, αν αφορά όνομα χώρου, στον δικαιούχο του.",
    en: "Mail the details of order {order} to its administrator, or to the owner where it is for a domain name.",
  },
  contact: { el: "Νέος διαχειριστής του {domain}: η επαφή {contact}.", en: "New administrator of {domain}: contact {contact}." },
  person: {
    el: "Νέος διαχειριστής του {domain}: {name}, {email}, {phone}.",
    en: "New administrator of {domain}: {name}, {email}, {phone}.",
  },
  ownerStays: {
    el: "Ο φορέας δεν αλλάζει. Ενημερώνονται ο παλιός και ο νέος διαχειριστής.",
    en: "The owner stays. Both the old and the new administrator are told.",
  },
  replace: { el: "Αντικατάσταση {type} του {name} με {records}.", en: "Replace {type} of {name} by {records}." },
  replaceTtl: {
    el: "Αντικατάσταση {type} του {name} με {records}, TTL {ttl}.",
    en: "Replace {type} of {name} by {records}, TTL {ttl}.",
  },
  remove: { el: "Διαγραφή όλων των {type} του {name}.", en: "Delete every {type} of {name}." },
  removeThese: { el: "Διαγραφή {type} του {name}: {records}.", en: "Delete {type} of {name}: {records}." },
  allOrNone: { el: "Εφαρμόζονται όλα ή τίποτα.", en: "All of it is applied, or nothing." },
  mainDomain: { el: "{name} (κύριο όνομα χώρου του πακέτου)", en: "{name} (the package’s main domain)" },
  nameserver: { el: "Nameserver {n} του {domain}: {host}.", en: "Nameserver {n} of {domain}: {host}." },
  others: { el: "Όσοι άλλοι υπάρχουν αφαιρούνται.", en: "Any others that are there go." },
  recall: {
    el: "Ανάκληση του {domain}: η καταχώρηση ακυρώνεται και το όνομα χάνεται.",
    en: "Recall {domain}: its registration is taken back and the name is lost.",
  },
  version: { el: "PHP {version} στο πακέτο {id}.", en: "PHP {version} for package {id}." },
  setting: { el: "{title}: {value} ({name}, πακέτο {id}).", en: "{title}: {value} ({name}, package {id})." },
  fix: { el: "{fix}, πακέτο {id}.", en: "{fix}, package {id}." },
  argument: { el: "{title}: {value}.", en: "{title}: {value}." },
  note: { el: "Σημείωση: {note}", en: "Note: {note}" },
};

const IRREVERSIBLE = new Set(["recall-gr-domain"]);

/** Each: the sentences that tell what will be done. `t` are words; `label` and `title` those of the schema. */
const SENTENCES = {
  "order-service": ({ productId: product, billingCycle, hostname }, { t, label }) => [
    t(hostname ? "orderFor" : "order", { product, hostname, cycle: small(label("billingCycle", billingCycle)) }),
    t("byBank"),
  ],
  "renew-service": ({ serviceId: service, billingCycle }, { t, label }) => [
    billingCycle ? t("renewFor", { service, cycle: small(label("billingCycle", billingCycle)) }) : t("renew", { service }),
    t("renewPaid"),
  ],
  "upgrade-service": ({ serviceId: service, productId: product }, { t }) => [
    t("upgrade", { service, product }),
    t("upgradePaid"),
  ],
  "send-order-details": ({ orderId: order }, { t }) => [t("send", { order })],
  "change-domain-administrator": ({ domain, administrator }, { t }) => [
    administrator.contactId
      ? t("contact", { domain, contact: administrator.contactId })
      : t("person", { domain, ...administrator }),
    t("ownerStays"),
  ],
  "change-dns-records": ({ domain, changes }, { t }) => [...records(changes, domain, t), ...together(changes, t)],
  "change-nameservers": ({ domain, nameservers }, { t }) => [
    ...nameservers.map(({ host, addresses }, index) =>
      t("nameserver", { n: index + 1, domain, host: addresses ? `${host} (${addresses.join(", ")})` : host }),
    ),
    t("others"),
  ],
  "recall-gr-domain": ({ domain }, { t }) => [t("recall", { domain })],
  "change-hosting-settings": ({ packageId: id, php = {}, dns = [] }, { t, label, title }) => {
    const settings = Object.entries(php.settings ?? {});
    const at = "php/settings";
    return [
      ...(php.version ? [t("version", { version: php.version, id })] : []),
      ...settings.map(([name, value]) =>
        t("setting", { title: title(`${at}/${name}`), value: label(`${at}/${name}`, value), name, id }),
      ),
      ...records(dns, undefined, t),
      ...together([...settings, ...dns, ...(php.version ? [php.version] : [])], t),
    ];
  },
  "apply-micro-fix": ({ packageId: id, fix, arguments: given = {}, note }, { t, label, title }) => [
    t("fix", { fix: label("fix", fix), id }),
    ...Object.entries(given).map(([name, value]) => t("argument", { title: title(`arguments/${name}`), value })),
    t("note", { note }),
  ],
};

function records(changes, domain, t) {
  return changes.map(({ op, name, type, ttl, records: values }) => {
    const facts = { type, name: whole(name, domain, t), records: (values ?? []).join(", "), ttl };
    if (op === "delete") {
      return t(values ? "removeThese" : "remove", facts);
    }
    return t(ttl === undefined ? "replace" : "replaceTtl", facts);
  });
}

/** A record's name in full, where the domain is known. */
function whole(name, domain, t) {
  const bare = name.replace(/\.$/, "");
  if (domain === undefined) {
    return name === "@" ? t("mainDomain", { name }) : bare;
  }
  if (name === "@") {
    return domain;
  }
  return bare === domain || bare.endsWith(`.${domain}`) ? bare : `${bare}.${domain}`;
}

function together(changes, t) {
  return changes.length > 1 ? [t("allOrNone")] : [];
}

function small(text) {
  return text.toLowerCase();
}

/**
 * What an action will do.
 *
 * @param action an entry of the catalogue
 * @param parameters as they will be sent
 * @returns `{ sentences, risk, isIrreversible }`; the risk is `possible` where it depends on what is there now
 */
export function preview(action, parameters, lang) {
  const tools = {
    t: translator(lang, TEXTS),
    label: (path, value) => labelOf(action.parameters, path, value, lang),
    title: (path) => titleOf(action.parameters, path, parameters, lang),
  };
  const tell = SENTENCES[action.name] ?? anything;
  return {
    sentences: tell(parameters, tools),
    risk: action.risk === "high" ? "high" : touchesMailOrApex(parameters) ? "possible" : "standard",
    isIrreversible: IRREVERSIBLE.has(action.name),
  };
}

/** Where a catalogue has an action that this console does not know: its parameters as they are. */
function anything(parameters, { title }) {
  return Object.entries(parameters).map(
    ([name, value]) => `${title(name)}: ${typeof value === "object" ? JSON.stringify(value) : value}`,
  );
}

function touchesMailOrApex({ domain, changes, dns }) {
  return (changes ?? dns ?? []).some(
    ({ name, type }) => type === "MX" || name === "@" || whole(name, domain, String) === domain || /_domainkey|_dmarc/.test(name),
  );
}
