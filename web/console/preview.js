/** Describes an action in words before it is done. Pure. */
import { translator } from "../shared/texts.js";
import { labelOf, titleOf } from "./labels.js";

const TEXTS = {
  order: { el: "Παραγγελία: {product}, με {cycle}.", en: "Order {product}, {cycle}." },
  orderFor: {
    el: "Παραγγελία: {product} για το {hostname}, με {cycle}.",
    en: "Order {product} for {hostname}, {cycle}.",
  },
  "cycle.monthly": { el: "μηνιαία χρέωση", en: "billed monthly" },
  "cycle.quarterly": { el: "τριμηνιαία χρέωση", en: "billed quarterly" },
  "cycle.semiannually": { el: "εξαμηνιαία χρέωση", en: "billed every six months" },
  "cycle.annually": { el: "ετήσια χρέωση", en: "billed annually" },
  "cycle.biennially": { el: "χρέωση κάθε δύο χρόνια", en: "billed every two years" },
  "cycle.triennially": { el: "χρέωση κάθε τρία χρόνια", en: "billed every three years" },
  byBank: {
    el: "Πληρωμή με τραπεζική κατάθεση. Η υπηρεσία ενεργοποιείται μόλις πληρωθεί.",
    en: "Payment by bank transfer. The service is set up once payment arrives.",
  },
  renew: { el: "Ανανέωση του {service}, με την ίδια περίοδο χρέωσης.", en: "Renew {service}, with the same billing cycle." },
  renewFor: { el: "Ανανέωση του {service}, με {cycle}.", en: "Renew {service}, {cycle}." },
  renewPaid: {
    el: "Πληρωμή με τραπεζική κατάθεση. Η λήξη παρατείνεται μόλις πληρωθεί.",
    en: "Payment by bank transfer. It is extended once payment arrives.",
  },
  upgrade: { el: "Αναβάθμιση του {service} σε {product}.", en: "Upgrade {service} to {product}." },
  upgradePaid: {
    el: "Πληρωμή με τραπεζική κατάθεση. Η αναβάθμιση γίνεται μόλις πληρωθεί.",
    en: "Payment by bank transfer. The upgrade takes effect once payment arrives.",
  },
  send: {
    el: "E-mail με τα στοιχεία της παραγγελίας {order} στον διαχειριστή της ή, αν αφορά όνομα χώρου, στον φορέα του.",
    en: "Email the details of order {order} to its administrator or, if it is for a domain, to the domain's owner.",
  },
  contact: { el: "Νέος διαχειριστής του {domain}: η επαφή {contact}.", en: "New administrator of {domain}: contact {contact}." },
  person: {
    el: "Νέος διαχειριστής του {domain}: {name}, {email}, {phone}.",
    en: "New administrator of {domain}: {name}, {email}, {phone}.",
  },
  ownerStays: {
    el: "Ο φορέας δεν αλλάζει. Ενημερώνονται και ο παλιός και ο νέος διαχειριστής.",
    en: "The owner does not change. Both the old and the new administrator are notified.",
  },
  pointTo: { el: "Το {name} θα δείχνει στο {records} (εγγραφή {type}{ttl}).", en: "{name} will point to {records} (type {type}{ttl})." },
  hold: { el: "Το {name} θα έχει εγγραφές {type}: {records}{ttl}", en: "{name} will have these {type} records: {records}{ttl}" },
  ttl: { el: ", TTL {ttl}", en: ", TTL {ttl}" },
  inPlace: {
    el: "Αντικαθίστανται όσες εγγραφές του ίδιου ονόματος και τύπου υπάρχουν.",
    en: "Any existing records of the same name and type are replaced.",
  },
  remove: { el: "Διαγραφή όλων των εγγραφών {type} του {name}.", en: "Delete all {type} records of {name}." },
  removeThese: { el: "Διαγραφή εγγραφών {type} του {name}: {records}", en: "Delete these {type} records of {name}: {records}" },
  allOrNone: { el: "Εφαρμόζονται όλες οι αλλαγές ή καμία.", en: "Either all changes are applied or none." },
  mainDomain: { el: "{name} (κύριο όνομα χώρου του πακέτου)", en: "{name} (the package's main domain)" },
  nameserver: { el: "Nameserver {n} του {domain}: {host}.", en: "Nameserver {n} of {domain}: {host}." },
  others: { el: "Όλοι οι άλλοι nameservers αφαιρούνται.", en: "All other nameservers are removed." },
  recall: {
    el: "Ανάκληση του {domain}: η καταχώρηση ακυρώνεται και το όνομα χάνεται.",
    en: "Recall {domain}: the registration is withdrawn and the domain is lost.",
  },
  version: { el: "PHP {version} στο πακέτο {id}.", en: "PHP {version} for package {id}." },
  setting: { el: "{title}: {value} ({name}, πακέτο {id}).", en: "{title}: {value} ({name}, package {id})." },
  fix: { el: "{fix}, πακέτο {id}.", en: "{fix}, package {id}." },
  argument: { el: "{title}: {value}.", en: "{title}: {value}." },
  note: { el: "Σημείωση: {note}", en: "Note: {note}" },
};

/** The types whose value is where the name leads. */
const POINTING = new Set(["A", "AAAA", "CNAME"]);

const IRREVERSIBLE = new Set(["recall-gr-domain"]);

/** For each action, the sentences that say what will be done. `t` gives the texts; `label` and `title` those of the schema. */
const SENTENCES = {
  "order-service": ({ productId: product, billingCycle, hostname }, { t }) => [
    t(hostname ? "orderFor" : "order", { product, hostname, cycle: t(`cycle.${billingCycle}`) }),
    t("byBank"),
  ],
  "renew-service": ({ serviceId: service, billingCycle }, { t }) => [
    billingCycle ? t("renewFor", { service, cycle: t(`cycle.${billingCycle}`) }) : t("renew", { service }),
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
  const sentences = changes.map(({ op, name, type, ttl, records: values }) => {
    const facts = { type, name: whole(name, domain, t), records: (values ?? []).join(", ") };
    if (op === "delete") {
      return t(values ? "removeThese" : "remove", facts);
    }
    return t(POINTING.has(type) ? "pointTo" : "hold", { ...facts, ttl: ttl === undefined ? "" : t("ttl", { ttl }) });
  });
  return changes.some(({ op }) => op === "upsert") ? [...sentences, t("inPlace")] : sentences;
}

/** A record's full name, if the domain is known. */
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

/**
 * What an action will do.
 *
 * @param action an entry of the catalogue
 * @param parameters as they will be sent
 * @returns `{ sentences, risk, isIrreversible }`; the risk is `possible` if it depends on the zone
 */
export function preview(action, parameters, lang) {
  const tools = {
    t: translator(lang, TEXTS),
    label: (path, value) => labelOf(action.parameters, path, value, lang),
    title: (path) => titleOf(action.parameters, path, parameters, lang),
  };
  const describe = SENTENCES[action.name] ?? anything;
  return {
    sentences: describe(parameters, tools),
    risk: action.risk === "high" ? "high" : changesDns(parameters) ? "possible" : "standard",
    isIrreversible: IRREVERSIBLE.has(action.name),
  };
}

/** For an action that this console does not know: its parameters as they are. */
function anything(parameters, { title }) {
  return Object.entries(parameters).map(
    ([name, value]) => `${title(name)}: ${typeof value === "object" ? JSON.stringify(value) : value}`,
  );
}

/** Only the service, which knows the zone, can tell what a change leads to. */
function changesDns({ changes, dns }) {
  return (changes ?? dns ?? []).length > 0;
}
