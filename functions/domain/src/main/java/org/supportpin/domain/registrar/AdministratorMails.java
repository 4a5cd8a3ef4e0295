package org.supportpin.domain.registrar;

import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.name.DomainName;

/**
 * What both administrators are told of a change, in Greek and in English, since neither need be a customer whose language is
 * known. Neither learns more of the other than what may be shown.
 */
public final class AdministratorMails {

    /** The purposes, by which the two mails of one action are told apart. */
    public static final String TO_OLD = "administrator-old";

    public static final String TO_NEW = "administrator-new";

    private AdministratorMails() {}

    /** To who was the administrator until now. */
    public static Mail toOld(AdministratorEdit change) {
        var domain = told(change.domain());
        var after = masked(change.after());
        return new Mail(change.before().details().email(), TO_OLD, subject(change.domain()), """
                Γεια σας,

                δεν είστε πλέον ο διαχειριστής του ονόματος χώρου %s.
                Νέος διαχειριστής: %s.
                Η αλλαγή ζητήθηκε τηλεφωνικά, με το Support PIN του διαχειριστή. Ο φορέας του ονόματος δεν άλλαξε.
                Αν δεν τη ζητήσατε εσείς, καλέστε μας αμέσως.

                ---

                Hello,

                you are no longer the administrator of the domain name %s.
                The new administrator is %s.
                The change was asked for by telephone, with the administrator's Support PIN. The owner of the name is the same.
                If it was not you who asked for it, call us at once.
                """.formatted(
                        domain, after, domain, after));
    }

    /** To who is the administrator from now on. */
    public static Mail toNew(AdministratorEdit change) {
        var domain = told(change.domain());
        var before = masked(change.before().details());
        return new Mail(change.after().email(), TO_NEW, subject(change.domain()), """
                Γεια σας,

                από τώρα είστε ο διαχειριστής του ονόματος χώρου %s.
                Μέχρι τώρα ήταν: %s, που ζήτησε την αλλαγή τηλεφωνικά. Ο φορέας του ονόματος δεν άλλαξε.
                Αν δεν το γνωρίζατε ή δεν το θέλετε, καλέστε μας.

                ---

                Hello,

                you are now the administrator of the domain name %s.
                Until now it was %s, who asked for the change by telephone. The owner of the name is the same.
                If you did not know of it, or do not want it, call us.
                """.formatted(
                        domain, before, domain, before));
    }

    private static String subject(DomainName domain) {
        return "%s: αλλαγή διαχειριστή / change of administrator".formatted(domain.unicode());
    }

    /** In both spellings where there are two: a name that only looks like another one shows. */
    private static String told(DomainName domain) {
        return domain.unicode().equals(domain.ascii())
                ? domain.ascii()
                : domain.unicode() + " (" + domain.ascii() + ")";
    }

    private static String masked(ContactDetails details) {
        return details.name().masked() + " (" + details.email().masked() + ")";
    }
}
