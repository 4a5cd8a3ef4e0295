/** Tells the agent why an action was refused. Pure. */

const RULES = {
  "product-not-on-sale": { el: "Το προϊόν δεν διατίθεται.", en: "The product is not for sale." },
  "domain-products-excluded": {
    el: "Τα ονόματα χώρου δεν παραγγέλνονται τηλεφωνικά.",
    en: "Domains cannot be ordered by phone.",
  },
  "cycle-not-offered": {
    el: "Το προϊόν δεν προσφέρεται με αυτή την περίοδο χρέωσης.",
    en: "The product is not offered with this billing cycle.",
  },
  "service-not-found": { el: "Ο πελάτης δεν έχει αυτή την υπηρεσία.", en: "The customer has no such service." },
  "service-not-renewable": {
    el: "Η υπηρεσία έχει ακυρωθεί ή τερματιστεί και δεν ανανεώνεται.",
    en: "The service is cancelled or terminated and cannot be renewed.",
  },
  "renewal-already-invoiced": {
    el: "Η ανανέωση έχει ήδη παραγγελθεί. Εκκρεμεί η πληρωμή της.",
    en: "The renewal is already invoiced. Payment is outstanding.",
  },
  "not-an-upgrade": {
    el: "Η υπηρεσία δεν αναβαθμίζεται σε αυτό το προϊόν.",
    en: "The service cannot be upgraded to this product.",
  },
  "upgrade-in-progress": {
    el: "Έχει ήδη παραγγελθεί αναβάθμιση. Εκκρεμεί η πληρωμή της.",
    en: "An upgrade is already ordered. Payment is outstanding.",
  },
  "price-changed": {
    el: "Η τιμή άλλαξε στο μεταξύ. Επαναλάβετε το αίτημα με τη νέα τιμή.",
    en: "The price has changed. Repeat the request with the new price.",
  },
  "order-not-found": { el: "Ο πελάτης δεν έχει αυτή την παραγγελία.", en: "The customer has no such order." },
  "order-already-paid": { el: "Η παραγγελία έχει ήδη πληρωθεί.", en: "The order is already paid." },
  "order-changed": {
    el: "Η παραγγελία άλλαξε στο μεταξύ. Ελέγξτε την και επαναλάβετε το αίτημα.",
    en: "The order has changed. Check it and repeat the request.",
  },
  "too-many-mails": {
    el: "Για κάθε παραγγελία στέλνονται έως 3 e-mail το 24ωρο.",
    en: "At most 3 emails per order are sent in 24 hours.",
  },
  "zone-not-hosted-here": {
    el: "Η ζώνη DNS του ονόματος χώρου δεν βρίσκεται στους διακομιστές μας.",
    en: "The domain's DNS zone is not hosted here.",
  },
  "zone-changed": {
    el: "Οι εγγραφές άλλαξαν στο μεταξύ. Ελέγξτε τις και επαναλάβετε το αίτημα.",
    en: "The zone has changed. Check it and repeat the request.",
  },
  "type-not-editable": {
    el: "Εγγραφές αυτού του τύπου δεν αλλάζουν τηλεφωνικά.",
    en: "Records of this type cannot be changed by phone.",
  },
  "cname-conflict": {
    el: "Μια εγγραφή CNAME δεν μπορεί να συνυπάρχει με άλλες εγγραφές, ούτε να μπει στο ίδιο το όνομα χώρου.",
    en: "A CNAME cannot coexist with other records, or be set on the domain itself.",
  },
  "cname-loop": { el: "Τα CNAME κάνουν κύκλο.", en: "The CNAME records lead in a circle." },
  "name-occluded": { el: "Κανείς δεν θα έβλεπε αυτές τις εγγραφές.", en: "Nobody would see these records." },
  "nameserver-without-address": {
    el: "Ένας nameserver θα έμενε χωρίς διεύθυνση.",
    en: "A nameserver would have no address left.",
  },
  "spf-conflict": { el: "Ένα όνομα έχει μία μόνο εγγραφή SPF.", en: "A name can have only one SPF record." },
  "dmarc-conflict": { el: "Ένα όνομα έχει μία μόνο εγγραφή DMARC.", en: "A name can have only one DMARC record." },
  "text-conflict": {
    el: "Το όνομα θα είχε δύο κείμενα εκεί όπου ισχύει ένα.",
    en: "The name would have two texts where only one counts.",
  },
  "record-not-found": { el: "Δεν υπάρχουν τέτοιες εγγραφές.", en: "There are no such records." },
  "domain-not-found": { el: "Ο πελάτης δεν έχει αυτό το όνομα χώρου.", en: "The customer has no such domain." },
  "domain-locked": {
    el: "Το όνομα χώρου είναι κλειδωμένο και δεν επιτρέπονται αλλαγές.",
    en: "The domain is locked. No changes are allowed.",
  },
  "domain-pending": {
    el: "Το μητρώο δεν έχει αποφασίσει ακόμη για το όνομα χώρου.",
    en: "The registry has not yet decided on the domain.",
  },
  "domain-changed": {
    el: "Το όνομα χώρου άλλαξε στο μεταξύ. Ελέγξτε το και επαναλάβετε το αίτημα.",
    en: "The domain has changed. Check it and repeat the request.",
  },
  "nameservers-do-not-answer": {
    el: "Με αυτούς τους nameservers το όνομα χώρου δεν θα λειτουργούσε. Πρέπει πρώτα να οριστεί σε αυτούς η ζώνη του.",
    en: "With these nameservers the domain would not work. Its zone must be set up there first.",
  },
  "domain-signed": {
    el: "Το όνομα χώρου είναι υπογεγραμμένο (DNSSEC) και αυτοί οι nameservers δεν έχουν τα κλειδιά του: ιστοσελίδα και e-mail θα σταματούσαν. Η εγγραφή DS δεν αφαιρείται ποτέ τηλεφωνικά.",
    en: "The domain is signed (DNSSEC), and these nameservers do not have its keys: website and email would stop. The DS record is never removed by phone.",
  },
  "caller-not-administrator": {
    el: "Ο πελάτης δεν είναι διαχειριστής αυτού του ονόματος χώρου.",
    en: "The customer is not the administrator of this domain.",
  },
  "administrator-unchanged": {
    el: "Είναι ήδη ο διαχειριστής· δεν θα άλλαζε κάτι.",
    en: "This is already the administrator. Nothing would change.",
  },
  "several-administrators": {
    el: "Το όνομα χώρου έχει περισσότερους διαχειριστές, και οι άλλοι θα έμεναν. Αφαιρέστε τους πρώτα στον καταχωρητή.",
    en: "The domain has several administrators, and the others would stay. Remove them at the registrar first.",
  },
  "contact-incomplete": {
    el: "Ο καταχωρητής δεν δείχνει όνομα, e-mail και τηλέφωνο αυτής της επαφής. Συμπληρώστε τα εκεί και επαναλάβετε το αίτημα.",
    en: "The registrar does not show this contact's name, email and phone number. Complete it there and repeat the request.",
  },
  "contact-not-found": { el: "Ο πελάτης δεν έχει αυτή την επαφή.", en: "The customer has no such contact." },
  "contact-changed": {
    el: "Η επαφή άλλαξε στο μεταξύ. Ελέγξτε την και επαναλάβετε το αίτημα.",
    en: "The contact has changed. Check it and repeat the request.",
  },
  "not-a-gr-domain": { el: "Ανακαλούνται μόνο ονόματα .gr και .ελ.", en: "Only .gr and .ελ domains can be recalled." },
  "recall-window-over": {
    el: "Ανακαλείται μόνο η πρώτη καταχώρηση, έως 5 ημέρες από την υποβολή της.",
    en: "Only a first registration can be recalled, within 5 days of its submission.",
  },
  "package-not-found": { el: "Ο πελάτης δεν έχει αυτό το πακέτο.", en: "The customer has no such package." },
  "settings-changed": {
    el: "Το πακέτο άλλαξε στο μεταξύ. Ελέγξτε το και επαναλάβετε το αίτημα.",
    en: "The package has changed. Check it and repeat the request.",
  },
  "setting-not-allowed": {
    el: "Αυτή η παράμετρος δεν αλλάζει τηλεφωνικά.",
    en: "This setting cannot be changed by phone.",
  },
  "version-not-offered": {
    el: "Ο διακομιστής δεν προσφέρει αυτή την έκδοση.",
    en: "The package's server does not offer this version.",
  },
  "upload-over-post": {
    el: "Το μέγιστο μέγεθος αρχείου θα ξεπερνούσε το μέγιστο μέγεθος αιτήματος. Αλλάξτε και τα δύο.",
    en: "The maximum file size would exceed the maximum request size. Change both.",
  },
  "domain-not-in-package": {
    el: "Το όνομα χώρου δεν ανήκει στο πακέτο.",
    en: "The domain does not belong to the package.",
  },
  "address-not-banned": { el: "Η διεύθυνση δεν είναι αποκλεισμένη.", en: "The address is not banned." },
  "mailbox-not-found": { el: "Το πακέτο δεν έχει αυτό το γραμματοκιβώτιο.", en: "The package has no such mailbox." },
  "mailbox-over-plan": {
    el: "Το όριο ξεπερνά όσα επιτρέπει το πακέτο.",
    en: "The quota exceeds what the package allows.",
  },
  "quota-not-raised": {
    el: "Το νέο όριο πρέπει να είναι μεγαλύτερο από το τωρινό.",
    en: "The new quota must be larger than the current one.",
  },
  "mobile-recently-changed": {
    el: "Το κινητό άλλαξε πριν από λιγότερο από 72 ώρες. Ο πελάτης πρέπει να πει το PIN από τον πίνακα ελέγχου, όχι από SMS.",
    en: "The mobile was changed less than 72 hours ago. The caller must give the PIN from the control panel, not from an SMS.",
  },
  "change-too-large": {
    el: "Η αλλαγή είναι πολύ μεγάλη για μία ενέργεια. Χωρίστε τη σε περισσότερες, με λιγότερες ή μικρότερες εγγραφές.",
    en: "The change is too large for one action. Split it into several, with fewer or shorter records.",
  },
  "too-many-open-actions": {
    el: "Πολλές ενέργειες του πελάτη δεν έχουν ακόμη αποτέλεσμα. Περιμένετε να απαντήσει το σύστημα.",
    en: "Too many of the customer's actions have no outcome yet. Wait until the back office has responded.",
  },
  "back-office-refused": { el: "Το σύστημα απέρριψε το αίτημα.", en: "The back office refused the request." },
};

/** Rules whose detail has numbers or names that the agent needs in addition. */
const TELLING = new Set([
  "cycle-not-offered",
  "not-an-upgrade",
  "too-many-mails",
  "cname-conflict",
  "record-not-found",
  "nameservers-do-not-answer",
  "recall-window-over",
  "version-not-offered",
  "mailbox-over-plan",
  "quota-not-raised",
]);

/**
 * The text of a refusal: the service's own, if it has words in both languages.
 *
 * @returns `{ text, detail }`: the rule in the agent's language, and the service's detail in English, or ""
 */
export function refusal({ rule, detail = "", text: words }, lang) {
  if (words !== undefined) {
    return { text: words[lang], detail: "" };
  }
  const text = RULES[rule]?.[lang];
  return text === undefined ? { text: detail, detail: "" } : { text, detail: TELLING.has(rule) ? detail : "" };
}
