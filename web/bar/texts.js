export const TEXTS = {
  loading: { el: "Φόρτωση PIN…", en: "Loading PIN…" },
  renewing: { el: "Το PIN αλλάζει…", en: "The PIN is changing…" },
  changesIn: { el: "Αλλάζει σε {time}", en: "Changes in {time}" },
  reminder: { el: "Πείτε το μόνο αν μας καλέσατε εσείς.", en: "Share it only if you called us." },
  fresh: { el: "Νέο Support PIN: {digits}", en: "New Support PIN: {digits}" },

  nobody: {
    el: "Κανείς από εμάς δεν είναι στο τηλέφωνο μαζί σας.",
    en: "Nobody from us is on the telephone with you.",
  },
  frozen: { el: "Έχετε παγώσει την τηλεφωνική υποστήριξη.", en: "You have frozen telephone support." },
  freshHidden: { el: "Το Support PIN άλλαξε.", en: "The Support PIN has changed." },
  copy: { el: "Αντιγραφή PIN", en: "Copy PIN" },
  copied: { el: "Αντιγράφηκε.", en: "Copied." },
  notCopied: { el: "Δεν αντιγράφηκε. Επιλέξτε το PIN.", en: "Not copied. Select the PIN." },
  hide: { el: "Απόκρυψη PIN", en: "Hide PIN" },
  hidden: { el: "Το PIN είναι κρυμμένο", en: "The PIN is hidden" },
  unfold: { el: "Περισσότερα", en: "More" },

  send: { el: "Αποστολή με SMS", en: "Send by SMS" },
  sendAgain: { el: "Νέο SMS σε {time}", en: "New SMS in {time}" },

  noConnection: { el: "Χωρίς σύνδεση", en: "No connection" },
  offline: {
    el: "Χωρίς σύνδεση. Το PIN θα εμφανιστεί μόλις επανέλθει.",
    en: "No connection. The PIN will appear when you're back online.",
  },
  retry: { el: "Δοκιμάστε ξανά", en: "Try again" },
};
