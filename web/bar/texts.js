export const TEXTS = {
  name: { el: "Support PIN", en: "Support PIN" },
  loading: { el: "Φόρτωση PIN…", en: "Loading PIN…" },
  renewing: { el: "Το PIN αλλάζει…", en: "The PIN is changing…" },
  changesIn: { el: "Αλλάζει σε {time}", en: "Changes in {time}" },
  reminder: { el: "Πείτε το μόνο αν μας καλέσατε εσείς.", en: "Share it only if you called us." },
  fresh: { el: "Νέο Support PIN: {digits}", en: "New Support PIN: {digits}" },

  send: { el: "Αποστολή με SMS", en: "Send by SMS" },
  sending: { el: "Αποστολή…", en: "Sending…" },
  sendAgain: { el: "Νέο SMS σε {time}", en: "New SMS in {time}" },
  sent: { el: "Στάλθηκε στο {number}.", en: "Sent to {number}." },
  wait: { el: "Δεν μπορείτε να ζητήσετε νέο SMS ακόμη.", en: "You can't request another SMS yet." },
  failed: { el: "Η αποστολή απέτυχε. Δοκιμάστε ξανά.", en: "Sending failed. Try again." },
  refused: {
    el: "Το κινητό σας δεν δέχεται SMS. Ελέγξτε τον αριθμό.",
    en: "Your mobile doesn't receive SMS. Check the number.",
  },
  actFailed: { el: "Παρουσιάστηκε πρόβλημα. Δοκιμάστε ξανά.", en: "Something went wrong. Try again." },

  inactive: {
    el: "Με το Support PIN βεβαιωνόμαστε ότι μας καλείτε εσείς.",
    en: "Support PIN shows us that it's really you calling.",
  },
  activate: { el: "Ενεργοποίηση", en: "Activate" },
  mobileMissing: {
    el: "Δηλώστε το κινητό σας για να ενεργοποιήσετε το Support PIN.",
    en: "Register your mobile to activate Support PIN.",
  },
  register: { el: "Δήλωση κινητού", en: "Register mobile" },

  locked: {
    el: "Κλειδώσαμε την τηλεφωνική επαλήθευση: δόθηκε πολλές φορές λάθος PIN.",
    en: "We locked phone verification: a wrong PIN was given too many times.",
  },
  opensIn: { el: "Ξεκλειδώνει αυτόματα σε {time}.", en: "It unlocks automatically in {time}." },
  unlock: { el: "Ξεκλείδωμα", en: "Unlock" },

  noConnection: { el: "Χωρίς σύνδεση", en: "No connection" },
  offline: {
    el: "Χωρίς σύνδεση. Το PIN θα εμφανιστεί μόλις επανέλθει.",
    en: "No connection. The PIN will appear when you're back online.",
  },
  session: {
    el: "Η σύνδεσή σας έληξε. Συνδεθείτε ξανά για να δείτε το PIN.",
    en: "Your session has expired. Sign in again to see the PIN.",
  },
  error: {
    el: "Το Support PIN δεν είναι διαθέσιμο αυτή τη στιγμή.",
    en: "Support PIN is unavailable right now.",
  },
  retry: { el: "Δοκιμάστε ξανά", en: "Try again" },
};
