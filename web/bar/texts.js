export const TEXTS = {
  name: { el: "Support PIN", en: "Support PIN" },
  loading: { el: "Το PIN σας έρχεται…", en: "Your PIN is on its way…" },
  renewing: { el: "Το PIN αλλάζει…", en: "The PIN is changing…" },
  changesIn: { el: "Αλλάζει σε {time}", en: "Changes in {time}" },
  reminder: { el: "Πείτε το μόνο αν μας καλέσατε εσείς.", en: "Tell it only if you called us." },
  fresh: { el: "Νέο Support PIN: {digits}", en: "New Support PIN: {digits}" },

  send: { el: "Αποστολή με SMS", en: "Send by SMS" },
  sending: { el: "Στέλνεται…", en: "Sending…" },
  sendAgain: { el: "Ξανά SMS σε {time}", en: "SMS again in {time}" },
  sent: { el: "Στάλθηκε στο {number}.", en: "Sent to {number}." },
  wait: { el: "Δεν στέλνεται άλλο SMS ακόμη.", en: "No other SMS can be sent yet." },
  failed: { el: "Δεν έγινε. Δοκιμάστε ξανά.", en: "That did not work. Please try again." },

  inactive: {
    el: "Με το Support PIN ξέρουμε ότι στο τηλέφωνο είστε εσείς.",
    en: "With Support PIN we know that it is you on the telephone.",
  },
  activate: { el: "Ενεργοποίηση", en: "Activate" },
  mobileMissing: {
    el: "Δηλώστε το κινητό σας, για να ενεργοποιηθεί το Support PIN.",
    en: "Register your mobile, and Support PIN can be activated.",
  },
  register: { el: "Δήλωση κινητού", en: "Register mobile" },

  locked: {
    el: "Η τηλεφωνική επαλήθευση κλειδώθηκε: δόθηκε πολλές φορές λάθος PIN.",
    en: "Phone verification is locked: a wrong PIN was given too many times.",
  },
  opensIn: { el: "Ξεκλειδώνει μόνη της σε {time}.", en: "It unlocks by itself in {time}." },
  unlock: { el: "Ξεκλείδωμα", en: "Unlock" },

  noConnection: { el: "Χωρίς σύνδεση", en: "No connection" },
  offline: {
    el: "Χωρίς σύνδεση. Το PIN θα φανεί μόλις επανέλθει.",
    en: "No connection. The PIN appears once it is back.",
  },
  session: {
    el: "Η σύνδεσή σας έληξε. Συνδεθείτε ξανά, για να δείτε το PIN.",
    en: "Your session has ended. Sign in again to see the PIN.",
  },
  error: {
    el: "Το Support PIN δεν είναι διαθέσιμο αυτή τη στιγμή.",
    en: "Support PIN is not available at the moment.",
  },
  retry: { el: "Δοκιμή ξανά", en: "Try again" },
};
