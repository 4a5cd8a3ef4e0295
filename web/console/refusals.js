/** Why an action was refused, in words for the agent. Pure. */

const RULES = {
  "product-not-on-sale": { el: "Το προϊόν δεν πωλείται.", en: "The product is not on sale." },
  "domain-products-excluded": {
    el: "Τα ονόματα χώρου δεν παραγγέλνονται τηλεφωνικά.",
    en: "Domain names are not ordered by telephone.",
  },
  "cycle-not-offered": {
    el: "Το προϊόν δεν προσφέρεται με αυτή την περίοδο χρέωσης.",
    en: "The product is not offered with this billing cycle.",
  },
  "service-not-found": { el: "Ο πελάτης δεν έχει τέτοια υπηρεσία.", en: "The customer has no such service." },
  "service-not-renewable": {
    el: "Η υπηρεσία έχει ακυρωθεί ή τερματιστεί και δεν ανανεώνεται.",
    en: "The service is cancelled or terminated, and cannot be renewed.",
  },
  "renewal-already-invoiced": {
    el: "Η ανανέωση έχει ήδη παραγγελθεί και περιμένει πληρωμή.",
    en: "The renewal is invoiced already, and waits for its payment.",
  },
  "not-an-upgrade": {
    el: "Η υπηρεσία δεν αναβαθμίζεται σε αυτό το προϊόν.",
    en: "The service cannot be upgraded to this product.",
  },
  "upgrade-in-progress": {
    el: "Έχει ήδη παραγγελθεί αναβάθμιση και περιμένει πληρωμή.",
    en: "An upgrade is ordered already, and waits for its payment.",
  },
  "price-changed": {
    el: "Η τιμή άλλαξε στο μεταξύ. Ζητήστε το ξανά, με τη νέα τιμή.",
    en: "The price has changed meanwhile. Ask again, for the new one.",
  },
  "order-not-found": { el: "Ο πελάτης δεν έχει τέτοια παραγγελία.", en: "The customer has no such order." },
  "order-already-paid": { el: "Η παραγγελία έχει ήδη πληρωθεί.", en: "The order is paid already." },
  "order-changed": {
    el: "Η παραγγελία άλλαξε στο μεταξύ. Δείτε την και ζητήστε το ξανά.",
    en: "The order has changed meanwhile. Look at it and ask again.",
  },
  "too-many-mails": {
    el: "Για κάθε παραγγελία στέλνονται έως 3 e-mail το 24ωρο.",
    en: "At most 3 mails in 24 hours go out about one order.",
  },
  "zone-not-hosted-here": { el: "Το όνομα χώρου δεν εξυπηρετείται εδώ.", en: "The domain’s zone is not served here." },
  "zone-changed": {
    el: "Οι εγγραφές άλλαξαν στο μεταξύ. Δείτε τις και ζητήστε το ξανά.",
    en: "The zone has changed meanwhile. Look at it and ask again.",
  },
  "type-not-editable": {
    el: "Αυτός ο τύπος εγγραφής δεν αλλάζει τηλεφωνικά.",
    en: "Records of this type are not changed by telephone.",
  },
  "cname-conflict": {
    el: "Ένα CNAME δεν μπορεί να υπάρχει δίπλα σε άλλες εγγραφές, ούτε στο ίδιο το όνομα χώρου.",
    en: "A CNAME cannot stand beside other records, nor at the domain itself.",
  },
  "record-not-found": { el: "Δεν υπάρχουν τέτοιες εγγραφές.", en: "There are no such records." },
  "domain-not-found": { el: "Ο πελάτης δεν έχει τέτοιο όνομα χώρου.", en: "The customer has no such domain name." },
  "domain-locked": {
    el: "Το όνομα χώρου είναι κλειδωμένο: δεν αλλάζει τίποτα.",
    en: "The domain is locked: nothing about it may change.",
  },
  "domain-pending": {
    el: "Το μητρώο δεν έχει αποφασίσει ακόμη για το όνομα χώρου.",
    en: "The registry has not decided on the domain yet.",
  },
  "domain-changed": {
    el: "Το όνομα χώρου άλλαξε στο μεταξύ. Δείτε το και ζητήστε το ξανά.",
    en: "The domain has changed meanwhile. Look at it and ask again.",
  },
  "caller-not-administrator": {
    el: "Ο πελάτης δεν είναι ο διαχειριστής αυτού του ονόματος χώρου.",
    en: "The customer is not the administrator of this domain name.",
  },
  "administrator-unchanged": {
    el: "Είναι ήδη ο διαχειριστής· δεν θα άλλαζε τίποτα.",
    en: "This is the administrator already; nothing would change.",
  },
  "contact-not-found": { el: "Ο πελάτης δεν έχει τέτοια επαφή.", en: "The customer has no such contact." },
  "contact-changed": {
    el: "Η επαφή άλλαξε στο μεταξύ. Δείτε την και ζητήστε το ξανά.",
    en: "The contact has changed meanwhile. Look at it and ask again.",
  },
  "not-a-gr-domain": {
    el: "Ανακαλούνται μόνο ονόματα .gr και .ελ.",
    en: "Only names below .gr and .ελ can be recalled.",
  },
  "recall-window-over": {
    el: "Ανάκληση γίνεται μόνο στην πρώτη καταχώρηση, έως 5 ημέρες από την υποβολή της.",
    en: "Only a first registration can be recalled, at most 5 days after its submission.",
  },
  "package-not-found": { el: "Ο πελάτης δεν έχει τέτοιο πακέτο.", en: "The customer has no such package." },
  "settings-changed": {
    el: "Το πακέτο άλλαξε στο μεταξύ. Δείτε το και ζητήστε το ξανά.",
    en: "The package has changed meanwhile. Look at it and ask again.",
  },
  "setting-not-allowed": {
    el: "Αυτή η παράμετρος δεν αλλάζει τηλεφωνικά.",
    en: "This setting is not changed by telephone.",
  },
  "version-not-offered": {
    el: "Ο διακομιστής δεν προσφέρει αυτή την έκδοση.",
    en: "The package’s server does not offer this version.",
  },
  "upload-over-post": {
    el: "Το μέγεθος αρχείου θα ξεπερνούσε το μέγεθος αιτήματος. Αλλάξτε και τα δύο.",
    en: "The size of a file would be over that of a request. Change both together.",
  },
  "domain-not-in-package": {
    el: "Το όνομα χώρου δεν ανήκει στο πακέτο.",
    en: "The domain name is none of the package’s.",
  },
  "address-not-banned": { el: "Η διεύθυνση δεν είναι αποκλεισμένη.", en: "The address is not banned." },
  "mailbox-not-found": { el: "Το πακέτο δεν έχει τέτοιο γραμματοκιβώτιο.", en: "The package has no such mailbox." },
  "mailbox-over-plan": {
    el: "Το όριο ξεπερνά όσα επιτρέπει το πακέτο.",
    en: "The quota is over what the package’s plan allows.",
  },
  "quota-not-raised": {
    el: "Το νέο όριο πρέπει να είναι μεγαλύτερο από το τωρινό.",
    en: "The new quota must be greater than it is now.",
  },
  "mobile-recently-changed": {
    el: "Το κινητό άλλαξε πριν από λιγότερο από 72 ώρες. Ο καλών πρέπει να πει το PIN του πίνακα, όχι ενός SMS.",
    en: "The mobile was replaced less than 72 hours ago. The caller must say the PIN that the panel shows, not one of an SMS.",
  },
  "back-office-refused": { el: "Το σύστημα το αρνήθηκε.", en: "The back office says no." },
};

/** Rules whose detail has numbers or names that the agent needs, beyond the rule itself. */
const TELLING = new Set([
  "cycle-not-offered",
  "not-an-upgrade",
  "too-many-mails",
  "cname-conflict",
  "record-not-found",
  "recall-window-over",
  "version-not-offered",
  "mailbox-over-plan",
  "quota-not-raised",
]);

/**
 * A refusal in words.
 *
 * @returns `{ text, detail }`: the rule in the agent's language, and what the service said beyond it, in English, or ""
 */
export function refusal({ rule, detail = "" }, lang) {
  const text = RULES[rule]?.[lang];
  return text === undefined ? { text: detail, detail: "" } : { text, detail: TELLING.has(rule) ? detail : "" };
}
