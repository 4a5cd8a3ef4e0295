"use strict";

// Greek and English. The three scripts are no modules, so that the page works from a file; they share this one name.
const supportPinReceipt = {
  texts: {
    pageTitle: { el: "Support PIN – Έλεγχος απόδειξης", en: "Support PIN – Check a receipt" },
    title: { el: "Έλεγχος απόδειξης κλήσης", en: "Check a call's receipt" },
    about: {
      el: "Η απόδειξη λέει τι έγινε σε μια κλήση σας με την υποστήριξη. Εδώ βλέπετε αν την υπέγραψε πράγματι η εταιρεία και αν έμεινε όπως ήταν.",
      en: "A receipt says what was done in one of your calls to support. Here you see whether the company really signed it, and whether it is still as it was.",
    },
    offline: {
      el: "Ο έλεγχος γίνεται στον υπολογιστή σας. Η σελίδα δεν στέλνει τίποτα πουθενά και λειτουργεί και χωρίς σύνδεση.",
      en: "The check runs on your computer. This page sends nothing anywhere, and works without a connection.",
    },
    receipt: { el: "Απόδειξη", en: "Receipt" },
    keys: { el: "Δημόσια κλειδιά της εταιρείας", en: "The company's public keys" },
    keysHint: {
      el: "Τα βρίσκετε στη διεύθυνση /v1/keys της υπηρεσίας. Να τα παίρνετε πάντα από την ίδια την εταιρεία, ποτέ από όποιον σας έδωσε την απόδειξη.",
      en: "You find them at the service's address /v1/keys. Always take them from the company itself, never from whoever gave you the receipt.",
    },
    fromFile: { el: "Άνοιγμα από αρχείο", en: "Open from a file" },
    check: { el: "Έλεγχος", en: "Check" },

    "fault.receipt-missing": { el: "Επικολλήστε πρώτα την απόδειξη.", en: "Paste the receipt first." },
    "fault.keys-missing": { el: "Επικολλήστε πρώτα τα δημόσια κλειδιά.", en: "Paste the public keys first." },
    "fault.not-a-receipt": {
      el: "Αυτό το κείμενο δεν είναι απόδειξη. Αντιγράψτε το ξανά, ολόκληρο.",
      en: "This text is not a receipt. Copy it again, all of it.",
    },
    "fault.not-keys": {
      el: "Το δεύτερο κείμενο δεν περιέχει δημόσια κλειδιά. Αντιγράψτε το ξανά, ολόκληρο.",
      en: "The second text contains no public keys. Copy it again, all of it.",
    },
    "fault.unknown-key": {
      el: "Κανένα από αυτά τα κλειδιά δεν υπέγραψε την απόδειξη. Μην την εμπιστευτείτε: είτε τα κλειδιά είναι άλλης υπηρεσίας είτε η απόδειξη δεν είναι γνήσια.",
      en: "None of these keys signed the receipt. Do not trust it: either the keys are another service's, or the receipt is not genuine.",
    },
    "fault.altered": {
      el: "Η υπογραφή δεν ταιριάζει. Η απόδειξη δεν είναι γνήσια ή κάποιος την άλλαξε: μην την εμπιστευτείτε.",
      en: "The signature does not match. The receipt is not genuine, or somebody changed it: do not trust it.",
    },

    genuine: { el: "Η απόδειξη είναι γνήσια.", en: "The receipt is genuine." },
    genuineMore: {
      el: "Την υπέγραψε η εταιρεία στις {time} και δεν έχει αλλάξει από τότε.",
      en: "The company signed it on {time}, and it has not changed since.",
    },
    call: { el: "Η κλήση", en: "The call" },
    customer: { el: "Πελάτης", en: "Customer" },
    agent: { el: "Εκπρόσωπος", en: "Agent" },
    reference: { el: "Κωδικός κλήσης", en: "Call reference" },
    began: { el: "Επαλήθευση", en: "Verified" },
    over: { el: "Τέλος", en: "End" },
    "status.ended": { el: "{time}, από τον εκπρόσωπο", en: "{time}, by the agent" },
    "status.expired": { el: "{time}, έληξε ο χρόνος της", en: "{time}, its time was over" },
    "status.voided": { el: "{time}, ακυρώθηκε η επαλήθευση", en: "{time}, the verification was voided" },
    pin: { el: "Πώς επαληθευτήκατε", en: "How you were verified" },
    "pin.panel": { el: "με το PIN από τον πίνακα ελέγχου", en: "with the PIN of the panel" },
    "pin.sms": { el: "με το PIN που στάλθηκε με SMS", en: "with the PIN sent by SMS" },
    "pin.typed": { el: "με ψηφία που πληκτρολογήσατε στον πίνακα ελέγχου", en: "with digits that you typed in the panel" },
    wrongPins: { el: "Λάθος PIN πριν", en: "Wrong PINs before" },
    accountRead: { el: "Ο εκπρόσωπος είδε τις υπηρεσίες σας", en: "The agent viewed your services" },
    yes: { el: "Ναι", en: "Yes" },
    no: { el: "Όχι", en: "No" },
    done: { el: "Τι έγινε", en: "What was done" },
    nothing: { el: "Δεν ζητήθηκε καμία αλλαγή.", en: "No change was requested." },
    refused: { el: "Τι δεν έγινε δεκτό", en: "What was not accepted" },
    "action.waiting": { el: "σε αναμονή", en: "waiting" },
    "action.pending": { el: "σε εξέλιξη", en: "pending" },
    "action.succeeded": { el: "ολοκληρώθηκε", en: "done" },
    "action.refused": { el: "απορρίφθηκε", en: "refused" },
    "action.failed": { el: "δεν εκτελέστηκε", en: "not done" },
    "action.stopped": { el: "σταμάτησε", en: "stopped" },
    "action.ordered": { el: "παραγγέλθηκε", en: "ordered" },
    "action.unknown": { el: "δεν ξέρουμε αν εκτελέστηκε", en: "not known whether it was done" },
    what: { el: "Τι", en: "What" },
    before: { el: "Πριν", en: "Before" },
    after: { el: "Μετά", en: "After" },
    none: { el: "—", en: "—" },
    unreadable: { el: "Οι αλλαγές δεν διαβάζονται πλέον.", en: "The changes can no longer be read." },
    trace: { el: "Για ελεγκτές", en: "For auditors" },
    issuer: { el: "Εκδότης", en: "Issuer" },
    callId: { el: "Αναγνωριστικό κλήσης", en: "Call ID" },
    first: { el: "Πρώτη εγγραφή", en: "First entry" },
    last: { el: "Τελευταία εγγραφή", en: "Last entry" },
    key: { el: "Κλειδί", en: "Key" },

    "order-service": { el: "Νέα παραγγελία υπηρεσίας", en: "Order a service" },
    "renew-service": { el: "Ανανέωση υπηρεσίας", en: "Renew a service" },
    "upgrade-service": { el: "Αναβάθμιση υπηρεσίας", en: "Upgrade a service" },
    "change-dns-records": { el: "Αλλαγή εγγραφών DNS", en: "Change DNS records" },
    "change-nameservers": { el: "Αλλαγή nameservers", en: "Change nameservers" },
    "recall-gr-domain": { el: "Ανάκληση ονόματος .gr", en: "Recall a .gr domain" },
    "send-order-details": { el: "Αποστολή στοιχείων παραγγελίας", en: "Send order details" },
    "change-domain-administrator": { el: "Αλλαγή διαχειριστή ονόματος χώρου (domain)", en: "Change a domain's administrator" },
    "change-hosting-settings": { el: "Αλλαγή ρυθμίσεων φιλοξενίας", en: "Change hosting settings" },
    "apply-micro-fix": { el: "Μικρή διόρθωση", en: "Apply a small fix" },
  },

  /** What further languages say for the English texts. Each has a script of its own, texts/<language>.js. */
  words: {},

  /** A text in a language, with {names} for values. A word of the service that this page does not know stands for itself. */
  text(lang, key, values = {}) {
    const own = supportPinReceipt.texts[key];
    const text = own?.[lang] ?? supportPinReceipt.words[lang]?.[own?.en] ?? own?.en ?? key.replace(/^.*\./, "");
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  },
};
