// The words of the states that few customers see. Loaded when one is there.
export const STATES = {
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
    en: "We locked telephone support: a wrong PIN was given too many times.",
  },
  opensIn: { el: "Ξεκλειδώνει αυτόματα σε {time}.", en: "It unlocks automatically in {time}." },
  unlock: { el: "Ξεκλείδωμα", en: "Unlock" },

  session: {
    el: "Η σύνδεσή σας έληξε. Συνδεθείτε ξανά για να δείτε το PIN.",
    en: "Your session has expired. Sign in again to see the PIN.",
  },
  error: {
    el: "Το Support PIN δεν είναι διαθέσιμο αυτή τη στιγμή.",
    en: "Support PIN is unavailable right now.",
  },
  signIn: { el: "Σύνδεση", en: "Sign in" },
};
