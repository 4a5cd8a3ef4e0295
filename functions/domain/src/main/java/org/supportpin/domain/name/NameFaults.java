package org.supportpin.domain.name;

import org.supportpin.domain.check.Fault;

/** What is wrong with a name that somebody typed, and what to type instead. */
final class NameFaults {

    static final Fault TOO_LONG = fault(
            "Enter a shorter name: at most 253 characters.", "Δώστε μικρότερο όνομα: επιτρέπονται έως 253 χαρακτήρες.");

    static final Fault PARTS_TOO_LONG = fault(
            "Enter a shorter name: at most 253 characters, and 63 in each label.",
            "Δώστε μικρότερο όνομα: επιτρέπονται έως 253 χαρακτήρες, και έως 63 σε κάθε μέρος του.");

    static final Fault UNSEEN = fault(
            "Remove control, direction and zero-width characters from the name.",
            "Αφαιρέστε από το όνομα τους αόρατους χαρακτήρες.");

    static final Fault OTHER_DOTS = fault(
            "Separate the labels with a full stop (.), not with another kind of dot.",
            "Χωρίστε τα μέρη του ονόματος με τελεία (.), όχι με άλλο παρόμοιο σημείο.");

    static final Fault UNSEEN_IN_ACE = fault(
            "Enter the name in its own letters: an xn-- label hides zero-width characters.",
            "Δώστε το όνομα με τα δικά του γράμματα: ένα μέρος που αρχίζει με xn-- κρύβει αόρατους χαρακτήρες.");

    static final Fault MIXED_ALPHABETS = fault(
            "Use one alphabet in each label: a mix of Greek and Latin letters, or of other scripts, can look like another"
                    + " name.",
            "Χρησιμοποιήστε ένα μόνο αλφάβητο σε κάθε μέρος του ονόματος: με ελληνικά και λατινικά γράμματα μαζί, ή με"
                    + " άλλες γραφές, μπορεί να μοιάζει με άλλο όνομα.");

    static final Fault GUESSED_SIGMA = fault(
            "Enter Greek names in lower case: σ and ς at the end of a word make different names.",
            "Γράψτε τα ελληνικά ονόματα με μικρά γράμματα: το σ και το ς στο τέλος της λέξης δίνουν διαφορετικά ονόματα.");

    static final Fault EMPTY_LABEL = fault(
            "Remove empty labels: put one full stop between any two labels.",
            "Βάλτε μία μόνο τελεία ανάμεσα σε δύο μέρη του ονόματος, και καμία στην αρχή.");

    static final Fault NO_NAME = fault(
            "Enter a name of letters, digits and hyphens (RFC 5891), with full stops between the labels.",
            "Δώστε όνομα με γράμματα, ψηφία και ενωτικά (-), και με τελείες ανάμεσα στα μέρη του.");

    static final Fault NO_DNS_NAME = fault(
            "Enter a DNS name of letters, digits, hyphens and underscores. Only the whole first label may be *.",
            "Δώστε όνομα DNS με γράμματα, ψηφία, ενωτικά (-) και κάτω παύλες (_)."
                    + " Αστερίσκος (*) επιτρέπεται μόνο στη θέση ολόκληρου του πρώτου μέρους.");

    static final Fault NOT_WHOLE = fault(
            "Enter a full domain name with its top-level domain, for example example.gr.",
            "Δώστε ολόκληρο το όνομα χώρου με την κατάληξή του, για παράδειγμα example.gr.");

    private NameFaults() {}

    /** @param length how many characters it has */
    static Fault labelTooLong(int length) {
        return fault(
                "Enter a shorter name: one of its parts between the full stops has " + length
                        + " characters, and 63 are the most (RFC 1035 §2.3.4).",
                "Δώστε μικρότερο όνομα: ένα από τα μέρη του ανάμεσα στις τελείες έχει " + length
                        + " χαρακτήρες, και επιτρέπονται έως 63.");
    }

    private static Fault fault(String english, String greek) {
        return new Fault("", english, greek);
    }
}
